"""What may go wrong, as one small tree.

    NoticeError             something stopped the run; the sentence is for the user, exit code 2
    ├── CannotRun           the command could not start: no site here, an unreadable folder, a bad option
    │   └── TemplateFault   a template cannot be filled in; its file, its line and the reason are named
    ├── FolderNotOurs       the output folder holds files that `notice` did not make; nothing was touched
    └── CannotTypeset       the PDF engine refused the document; the page and the reason are named

A wrong notice is no exception: it is a `Finding`, and all of them are shown in one run.
`Untold` is no `NoticeError`: a text that the package lacks is a defect of the program.
"""


class NoticeError(Exception):
    """Something stopped the run; `str(error)` is one sentence for the user."""


class CannotRun(NoticeError):
    """The command could not start; nothing was read or written."""


class TemplateFault(CannotRun):
    """A template of the site's own that cannot be filled in; `line` is 1 where it is not known."""

    def __init__(self, file: str, reason: str, line: int = 0) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file, self.reason, self.line = file, reason, line or 1


class FolderNotOurs(NoticeError):
    """The output folder holds files that `notice` did not make, and was left as it was."""


class CannotTypeset(NoticeError):
    """The PDF engine refused a document."""


class Untold(LookupError):
    """The package has no words for something in the language that was asked for."""
