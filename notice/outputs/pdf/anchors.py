"""Links inside a page, and the blocks on which they land."""

from notice.errors import CannotTypeset
from notice.outputs.pdf.tree import Json


class Anchors:
    """Ids wait for the next block of words and stand on it, so that a link to a section leads to its heading.

    A block that no link leads to gets no anchor; one that several ids lead to gets one.
    """

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._blocks: dict[str, dict[str, Json]] = {}
        self._links: list[dict[str, Json]] = []

    def wait(self, identifier: str) -> None:
        """Remember an id (or none, when it is empty) until a block comes."""
        if identifier:
            self._waiting.append(identifier)

    def stand_on(self, block: dict[str, Json]) -> None:
        """Let all waiting ids stand on the block with these attributes; it must not be copied, `join` adds to it."""
        for identifier in self._waiting:
            self._blocks.setdefault(identifier, block)
        self._waiting.clear()

    def link(self, link: dict[str, Json], identifier: str) -> None:
        """Remember a link, whose attribute `to` is set in the end."""
        link["to"] = identifier
        self._links.append(link)

    def join(self) -> None:
        """Join links and blocks; raises `CannotTypeset` for an id that no block has."""
        for link in self._links:
            identifier = str(link["to"])
            if identifier not in self._blocks:
                raise CannotTypeset(f"a link leads to #{identifier}, and nothing in the PDF has that id")
            link["to"] = self._blocks[identifier].setdefault("anchor", identifier)
