"""The outputs: each a pure function from what was written to the bytes of a file."""
