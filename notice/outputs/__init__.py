"""Output formats: each a pure function from documents to the bytes of a file."""
