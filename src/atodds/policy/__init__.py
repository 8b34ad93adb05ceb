"""Named, versioned ways to roll claims up, each with the claims it used and those it left out."""
