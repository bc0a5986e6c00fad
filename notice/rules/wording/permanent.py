"""C086: permanent retention, by the facts or by the words."""

from collections.abc import Iterator

from notice.derive.retention import is_capped, is_endless, never_comes, never_ends, waits_for
from notice.findings import FactPath, Violation
from notice.law.bases import BASES_IN_LAW
from notice.model.cursor import Cursor
from notice.model.keys import CONTROLLER, KEEP, OTHER_EVENT, PURPOSE
from notice.model.purpose import Purpose, Retention
from notice.model.vocabulary import KnownPurpose
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import matches, of_keeping
from notice.rules.wording.patterns.traits import Trait


@rule("C086", "5-1-e", "6-3", "13-2-a")
def permanent_without_ground(context: RuleContext) -> Iterator[Violation]:
    """Data are kept permanently only where an act, or an authority by virtue of an act, orders it.

    Such an act is named in `law` of the purpose or of its `keep`; an authority may also rest on its public task. What
    never ends has no `end`, and a criterion whose words say that it never ends is declared so: `never-ends: yes`.

    Fails::

        purposes:
          orders:
            keep: {criterion: permanently-archived, for: , after: }

    Passes::

        purposes:
          bookkeeping:
            keep: {criterion: permanently-archived, for: , after: , law: archives-act}
    """
    for purpose in context.purposes:
        keep = purpose[PURPOSE.keep]
        grounded = _may_archive(context, purpose)
        if keep.value is not None and keep.value.end and never_ends(context.notice, keep.value):
            yield keep[KEEP.end].violation("end-never-comes", purpose=purpose.id)
        if keep.value is not None and keep.value.end == "archived" and not grounded:
            yield keep[KEEP.end].violation("archived", purpose=purpose.id)
        if not grounded and _claims_an_order(context, purpose.id):
            yield purpose.violation("standard-text", purpose=purpose.id)
    for purpose, one in context.retentions:
        if _is_declared_endless(context, one.facts) and not _may_archive(context, purpose, one):
            yield _deciding(context, one).violation("no-act", purpose=purpose.id)
    yield from matches(
        context,
        "C086",
        lambda path: of_keeping(path) and not _is_endless(context, path),
        (Trait.NEGATED, Trait.QUOTED),
        "endless-words",
    )


def _is_declared_endless(context: RuleContext, keep: Retention) -> bool:
    """Whether a term that decides is marked as never ending; open-ended terms are checked by C041."""
    if keep.criterion and is_endless(context.notice, keep.criterion):
        return True
    return waits_for(keep, lambda id: never_comes(context.notice, id)) and not is_capped(context.notice, keep)


def _deciding(context: RuleContext, keep: Cursor[Retention]) -> Cursor[str]:
    """The fact that never comes."""
    if keep.facts.criterion:
        return keep[KEEP.criterion]
    first, second = keep[KEEP.until] if keep.facts.until else keep[KEEP.after], keep[KEEP.or_][OTHER_EVENT.event]
    known = context.notice.vocabulary.events.get(first.value or "")
    return first if known and known.never_ends else second


def _may_archive(context: RuleContext, purpose: Cursor[Purpose], of_data: Cursor[Retention] | None = None) -> bool:
    """Whether an archiving act is named, or an authority acts on a basis in law; true also if either is unknown.

    `of_data` is the retention of some of the data, which may name an act of its own.
    """
    laws = context.notice.vocabulary.laws
    keeps = (purpose[PURPOSE.keep], *((of_data,) if of_data else ()))
    named = [*(purpose.facts.law or ()), *(keep.value.law for keep in keeps if keep.value and keep.value.law)]
    if any(law.act in laws and laws[law.act].archives for law in named if law.act):
        return True
    open_laws = [keep[KEEP.law] for keep in keeps]
    if any(fact.is_unknown for fact in (purpose[PURPOSE.law], purpose[PURPOSE.basis], *open_laws)):
        return True
    authority = context.controller[CONTROLLER.public_authority]
    return (bool(authority.value) or authority.is_unknown) and purpose.facts.basis in BASES_IN_LAW


def _claims_an_order(context: RuleContext, id: str) -> bool:
    """Whether the purpose has the package's words, which say that an act orders permanent retention."""
    known = context.notice.vocabulary.purposes.get(id, KnownPurpose())
    own = {path for words in context.words.values() for path, _, _ in words.owned}
    return known.archives and not own & {("purposes", id), ("purposes", id, "text")}


def _is_endless(context: RuleContext, path: FactPath) -> bool:
    """Whether the word belongs to a criterion or an event that is marked as never ending."""
    vocabulary = context.notice.vocabulary
    terms = {"criteria": vocabulary.criteria, "events": vocabulary.events}.get(path[0], {})
    return len(path) > 1 and path[1] in terms and terms[path[1]].never_ends


RULES = (permanent_without_ground,)
