"""C: data that are kept permanently, in the facts and in the words."""

from collections.abc import Iterator

from notice.derive.retention import never_ends
from notice.findings import FactPath
from notice.law.bases import BASES_IN_LAW
from notice.model.purpose import Purpose
from notice.model.vocabulary import KnownPurpose
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import found, of_keeping

_INSTEAD = "write a period: `keep: {for: 3 years, after: last-order}`; or name the act that orders permanent keeping"
_ACT = "in `law`: `archives-act`, or your own with `archives: yes` in content/vocabulary.yaml"


@rule("C086", "5-1-e", "6-3", "13-2-a")
def permanent_without_ground(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        at = ("purposes", id, "keep")
        grounded = _may_archive(context, id, purpose)
        if purpose.keep and _is_declared_endless(context, purpose) and not grounded:
            yield Fault(
                (*at, _deciding(purpose)),
                f"The data of “{id}” are kept permanently, and no act is named that orders it",
                "which act orders it?",
                f"{_INSTEAD} {_ACT}",
            )
        if purpose.keep and purpose.keep.end and never_ends(context.notice, purpose.keep):
            yield Fault(
                (*at, "end"),
                f"The data of “{id}” are {purpose.keep.end} at the end of a time that does not end",
                "never happens",
                "take `end` out, or write a period: `for` and `after`",
            )
        if _claims_an_order(context, id) and not grounded:
            yield Fault(
                ("purposes", id),
                f"The standard text of “{id}” says that an act orders permanent keeping, and none is named",
                "which act orders it?",
                f"name the act {_ACT}; or write a text of your own for the purpose",
            )
    yield from found(
        context,
        "C086",
        lambda path: of_keeping(path) and not _is_endless(context, path),
        "“{found}” says that the keeping never ends, and the term is not declared so",
        "write what ends it; or declare the term with `never-ends: yes` in content/vocabulary.yaml",
    )


def _is_declared_endless(context: RuleContext, purpose: Purpose) -> bool:
    """True where a term in use is marked as never ending; what is open-ended has a finding of its own, C041."""
    keep, vocabulary = purpose.keep, context.notice.vocabulary
    if keep is None:
        return False
    moments = [vocabulary.criteria.get(keep.criterion or "")]
    moments += [vocabulary.events.get(event or "") for event in (keep.after, keep.until)]
    return any(moment is not None and moment.never_ends for moment in moments)


def _deciding(purpose: Purpose) -> str:
    """The key of `keep` that says when the keeping ends."""
    keep = purpose.keep
    if keep and keep.criterion:
        return "criterion"
    return "until" if keep and keep.until else "after"


def _may_archive(context: RuleContext, id: str, purpose: Purpose) -> bool:
    """True with an archiving act, or for an authority on a basis in law; and while either is not known yet."""
    notice = context.notice
    named = {law.act for law in purpose.law or ()} | (
        {purpose.keep.law.act} if purpose.keep and purpose.keep.law else set()
    )
    if any(act in notice.vocabulary.laws and notice.vocabulary.laws[act].archives for act in named if act):
        return True
    open: tuple[FactPath, ...] = (("purposes", id, "law"), ("purposes", id, "keep", "law"), ("purposes", id, "basis"))
    if any(notice.is_unknown(*path) for path in open):
        return True
    is_authority = notice.controller.public_authority or notice.is_unknown("controller", "public-authority")
    return bool(is_authority) and purpose.basis in BASES_IN_LAW


def _claims_an_order(context: RuleContext, id: str) -> bool:
    """True where the purpose is told in the package's words, which say that an act orders it."""
    known = context.notice.vocabulary.purposes.get(id, KnownPurpose())
    own = {path for words in context.words.values() for path, _, _ in words.owned}
    return known.archives and not own & {("purposes", id), ("purposes", id, "text")}


def _is_endless(context: RuleContext, path: FactPath) -> bool:
    """True for the words of a criterion or an event that is marked as never ending."""
    terms = {"criteria": context.notice.vocabulary.criteria, "events": context.notice.vocabulary.events}.get(
        path[0], {}
    )
    return len(path) > 1 and path[1] in terms and terms[path[1]].never_ends


RULES = (permanent_without_ground,)
