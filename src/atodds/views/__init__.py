"""What a person sees: read-only answers over documents and claims, as text, rows and marked paragraphs."""
