"""One file for each kind of claim: what was found on a page, as claims. The last room of extraction."""
