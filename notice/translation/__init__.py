"""Translate a site's words: which a language needs, from which text each was made, and their exchange as PO."""
