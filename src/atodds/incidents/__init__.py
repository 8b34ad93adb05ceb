"""Claims about one event, across documents, and the mouths they go back to."""
