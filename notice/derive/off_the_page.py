"""Facts that a notice leaves out: no law asks for them there, and the owner keeps them for the record."""

from notice.derive.things import sources
from notice.findings import FactPath
from notice.model.answers import OFF_THE_PAGE
from notice.model.controller import HOME
from notice.model.purpose import OBLIGED
from notice.model.register import FROM_ELSEWHERE
from notice.model.site import Notice


def off_the_page(notice: Notice) -> frozenset[FactPath]:
    """The paths of the facts that this notice leaves out; what is not known yet is never among them.

    Safeguards unless the owner shows them; the home country of an address; the data that come from the person or
    the controller; the data that must be given where nothing obliges to give any, or it is not known what does; a
    processor's own notice, which does not apply to its work for the controller; an empty list of recipients.
    """
    layout, recipients = notice.site.layout, notice.register.recipients or {}
    paths: set[FactPath] = {path for path in notice.spans if any(_is_within(path, one) for one in OFF_THE_PAGE)}
    if not (layout and layout.safeguards):
        paths.add(("safeguards",))
    if notice.controller.country == HOME:
        paths.add(("controller", "country"))
    if not recipients:  # Each purpose says that nobody receives its data.
        paths.add(("recipients",))
    for id, source in sources(notice).items():
        if source.kind in ("person", "own"):
            paths.add(("sources", id, "kind"))
        if source.kind is not None and source.kind not in FROM_ELSEWHERE:
            paths.add(("sources", id, "data"))
    for id, purpose in (notice.register.purposes or {}).items():
        if purpose.required not in OBLIGED:
            paths.add(("purposes", id, "required-data"))
    for id, recipient in recipients.items():
        known = notice.vocabulary.recipients.get(id)
        if (recipient.role or (known and known.role)) == "processor":
            paths.add(("recipients", id, "notice"))
    return frozenset(paths)


def is_off_the_page(path: FactPath, paths: frozenset[FactPath]) -> bool:
    """Whether the fact is one of the `paths`, or within one."""
    return any(path[:length] in paths for length in range(1, len(path) + 1))


def _is_within(path: FactPath, pattern: tuple[str, ...]) -> bool:
    return len(path) >= len(pattern) and all(want in ("*", step) for step, want in zip(path, pattern, strict=False))
