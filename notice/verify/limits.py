"""C on the finished page: where a right ends, and that what is observed is collected without being asked for."""

from collections.abc import Iterator

from notice.derive import has_basis
from notice.findings import Level
from notice.law.bases import Basis
from notice.verify.built import Built, Flaw, site_rule

LIMITS: dict[Basis, str] = {"legal-obligation": "obligation", "public-task": "task"}
"""The bases under which erasure has a limit of its own, and what the page calls it: GDPR Art. 17(3)(b)."""


@site_rule("C014", "17-3-b", level=Level.WARNING)
def erasure_without_limit(built: Built) -> Iterator[Flaw]:
    """Where a law obliges to process data, the right to erasure says that it ends there, and only there.

    "To the extent that" is the measure: a person whose data a law wants kept has the right for all other data.

    Fails without::

        [data-fact="rights.erasure.limit.obligation"]
    """
    for composed, _, page in built.documents():
        if any(one.right == "erasure" and one.excluded for one in composed.derived.rights):
            continue
        for basis, limit in LIMITS.items():
            if has_basis(composed.notice, basis) and not page.facts.get(f"rights.erasure.limit.{limit}"):
                yield Flaw(
                    page.path,
                    f"The page does not say where the right to erasure ends, though a purpose rests on {basis}",
                    help=f"the section template, or the word `rights: erasure: limit: {limit}:`, leaves it out",
                )


@site_rule("C032", "13-2-e", level=Level.INFO)
def observation_untold(built: Built) -> Iterator[Flaw]:
    """Data that a device or a camera observes are told to be collected automatically.

    They count as collected from the person (C-422/24), so Article 13 holds: she must be able to know that nobody
    asks her before.

    Fails without::

        [data-fact="sources.browser.kind"]
    """
    for composed, _, page in built.documents():
        for id, source in composed.derived.sources.items():
            if source.kind == "observed" and not page.facts.get(f"sources.{id}.kind"):
                yield Flaw(
                    page.path,
                    f"The page does not say that the data from “{id}” are collected automatically",
                    help="the template of the section on sources leaves it out",
                )


RULES = (erasure_without_limit, observation_untold)
