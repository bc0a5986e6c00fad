"""What may go wrong, as one small tree.

    NoticeError             something stopped the run; exit code 2
    ├── CannotRun           the command could not start: no site here, an unreadable folder, a bad option
    │   └── TemplateFault   a template cannot be filled in; its file, its line and the reason are named
    ├── FolderNotOurs       the output folder holds files that `notice` did not make; nothing was touched
    └── CannotTypeset       the PDF engine refused the document; the page and the reason are named

An error has parts, as a finding has: the id of a text under `errors` in `locales/<language>/messages/errors.yaml`, and
arguments. `notice.messages.worded` makes the text in a language.
A wrong notice is no exception: it is a `Finding`, and all of them are shown in one run.
`Untold` is no `NoticeError`: a text that the package lacks is a defect of the program.
"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field

SYSTEM = frozenset(
    "EACCES EBUSY EDQUOT EEXIST EFBIG EINVAL EIO EISDIR ELOOP EMFILE ENAMETOOLONG ENFILE ENODEV ENOENT ENOMEM ENOSPC "
    "ENOTDIR ENOTEMPTY ENXIO EPERM EROFS ETXTBSY EXDEV".split()
)
"""The refusals of the system that have a text of their own, under `errors.system`."""


@dataclass(frozen=True)
class Clause:
    """A text by its path in the catalogue, and its arguments; an argument may be a clause, worded first."""

    path: tuple[str, ...]
    arguments: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The parts as developers read them: `no-site (folder=demo)`."""
        given = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        id = ".".join(self.path).removeprefix("errors.")
        return f"{id} ({given})" if given else id


class NoticeError(Exception):
    """Something stopped the run; `clause` says what, in any language."""

    def __init__(self, key: str, **arguments: object) -> None:
        self.clause = Clause(("errors", *key.split(".")), arguments)
        super().__init__(str(self.clause))


class CannotRun(NoticeError):
    """The command could not start; nothing was read or written."""


class TemplateFault(CannotRun):
    """A template of the site's own that cannot be filled in; `line` is 1 where it is not known."""

    def __init__(self, key: str, file: str, line: int = 0, **arguments: object) -> None:
        super().__init__(key, file=file, place=f"{file}:{line}" if line else file, **arguments)
        self.file, self.line = file, line or 1


class FolderNotOurs(NoticeError):
    """The output folder holds files that `notice` did not make, and was left as it was."""


class CannotTypeset(NoticeError):
    """The PDF engine refused a document."""


class Untold(LookupError):
    """The package has no words for something in the language that was asked for."""


def by_system(error: OSError) -> Clause:
    """The reason for which the system refused, without the name of the file."""
    code = errno.errorcode.get(error.errno or 0, "")
    return Clause(("errors", "system", code if code in SYSTEM else "other"), {"code": code or error.errno or error})
