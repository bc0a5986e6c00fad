"""Add one thing to a site that exists: facts, words and own ids into their files, byte by byte, all or nothing.

The files are changed in memory and the site is loaded with them: unless exactly the intended facts differ, nothing is
added, and the error has the YAML to paste by hand.
"""

from notice.additions.changes import Addition, NotAdded, added
from notice.additions.request import Request, facts_given

__all__ = ["Addition", "NotAdded", "Request", "added", "facts_given"]
