"""Keep composed documents on disk between check and rendering, so that a site is never in memory as a whole."""

import pickle
import tempfile
from collections.abc import Iterator
from types import TracebackType

from notice.derive import Derived
from notice.document.composed import ComposedNotice
from notice.document.parts import DocumentInfo
from notice.model.site import Notice


class Spool:
    """A temporary file of composed notices, read back in order; deleted when closed.

    `documents` has the data of each document that other pages need.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._notices: list[tuple[Notice, Derived]] = []
        self.documents: list[DocumentInfo] = []

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def keep(self, composed: ComposedNotice) -> None:
        """Append the documents of one notice."""
        self._notices.append((composed.notice, composed.derived))
        self.documents += [document.info for document in composed.documents.values()]
        pickle.dump(composed.documents, self._file, pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[ComposedNotice]:
        """Every notice with its documents, one at a time."""
        self._file.seek(0)
        for notice, derived in self._notices:
            yield ComposedNotice(notice, derived, pickle.load(self._file))
