"""The pieces of the grammar of attribution; `speeches` puts them together and is the only one to use them."""
