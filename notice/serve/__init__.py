"""The preview of a site on this machine: check on every save, render on request, reload open pages.

Nothing is written to disk: the artifacts are those of `notice build`, in memory, and the overlay with the findings is
added to responses only.
"""
