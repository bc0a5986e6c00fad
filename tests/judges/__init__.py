"""Outside judges: validators by other authors for the pages and the PDFs.

Each module has `missing()`, the reason why its judge cannot run on this machine, or None.
"""
