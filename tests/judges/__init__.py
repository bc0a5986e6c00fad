"""Outside judges: programs that others wrote, asked whether the pages and the PDFs keep to their standards.

Each module has `missing()`, the reason why its judge cannot be asked on this machine, or None.
"""
