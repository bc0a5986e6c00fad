"""One notice with its documents: all that rendering, typesetting and verification need of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from notice.derive import Derived
from notice.document.parts import Document
from notice.model.site import Notice


@dataclass(frozen=True)
class ComposedNotice:
    """A notice with what follows from its facts, and its document in each language."""

    notice: Notice
    derived: Derived
    documents: Mapping[str, Document]
