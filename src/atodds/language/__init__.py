"""Document -> sentences. A pipeline may add tags, a parse and names; the rules alone are complete."""
