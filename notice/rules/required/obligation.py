"""N701, N703, N704, N705, N706, N707, C087: whether the person must provide the data. GDPR Art. 13(2)(e)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, REGISTER
from notice.model.purpose import OBLIGED
from notice.model.register import SourceKind
from notice.rules.rule import RuleContext, rule

NOBODY: frozenset[SourceKind] = frozenset({"own", "public", "register"})
"""The kinds of source in which no person gives the data."""


@rule("N701", "13-2-e", "8393/161/2019", "3116/163/20")
def requirement_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Every purpose says whether the person must provide the data by law or by contract, or does so voluntarily.

    Fails::

        purposes:
          orders:
            required:

    Passes::

        purposes:
          orders:
            required: to-enter-contract
    """
    for purpose in context.purposes:
        if purpose.lacks(PURPOSE.required):
            yield purpose[PURPOSE.required].missing(purpose=purpose.id)


@rule("N703", "13-2-e", level=Level.WARNING)
def required_fields_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where people provide data on forms, the required fields are marked.

    Fails::

        required-fields-marked: no

    Passes::

        required-fields-marked: yes
    """
    from_people = any(source.kind == "person" for source in context.derived.sources.values())
    provided = any(purpose.required not in (None, "not-asked") for purpose in context.derived.purposes.values())
    if not (from_people and provided):
        return
    marked = context.register[REGISTER.required_fields_marked]
    if marked.value is False:
        yield marked.violation("fields-not-marked")
    elif marked.is_missing:
        yield marked.missing("marking-unstated")


@rule("N704", "13-2-e", level=Level.WARNING)
def statutory_for_nobody(context: RuleContext) -> Iterator[Violation]:
    """Providing data is a statutory requirement only where an act obliges the person to provide them.

    An act that binds the controller alone, as the Accounting Act does, obliges nobody to provide their name: data
    that are kept because of it are usually not requested separately.

    Also found: N705, for the data that would have to be provided.

    Fails::

        purposes:
          bookkeeping:
            required: statutory

    Passes::

        purposes:
          bookkeeping:
            required: not-asked
    """
    known = context.notice.vocabulary.laws
    for purpose in context.purposes:
        required, law = purpose[PURPOSE.required], purpose[PURPOSE.law]
        if required.value != "statutory" or not law.is_silent or purpose.facts.basis == "consent":  # consent: rule C001
            continue
        acts = [reference.act for reference in law.value or () if reference.act]
        if not acts:
            yield required.violation("no-act", purpose=purpose.id)
        elif all(act in known and known[act].binds_controller for act in acts):
            yield required.violation("act-binds-controller", purpose=purpose.id, acts=acts)


@rule("N705", "13-2-e", level=Level.WARNING)
def required_data_unnamed(context: RuleContext) -> Iterator[Violation]:
    """Where the law or a contract requires data, the notice names the data that must be provided.

    The duty is about data, not about purposes: a delivery needs an address, and no comment on the order.

    Fails::

        purposes:
          orders:
            required-data:

    Passes::

        purposes:
          orders:
            required-data: [name, delivery-address]
    """
    for purpose in context.purposes:
        facts = purpose.facts
        if facts.basis == "consent" or len(facts.data or ()) < 2:  # consent: rule C001
            continue
        if facts.required in OBLIGED and purpose.lacks(PURPOSE.required_data):
            yield purpose[PURPOSE.required_data].missing(purpose=purpose.id)


@rule("N706", "13-2-e")
def nothing_to_give(context: RuleContext) -> Iterator[Violation]:
    """Only data that a person gives are voluntary or required; others are not asked for.

    Nobody can give, or leave out, what comes from a register or a public source, or what the controller makes itself.

    Fails::

        purposes:
          bookkeeping: {data: [organisation, invoices], required: voluntary}

    Passes::

        purposes:
          bookkeeping: {data: [organisation, invoices], required: not-asked}
    """
    for purpose in context.purposes:
        required, named = purpose[PURPOSE.required], purpose[PURPOSE.required_data]
        if required.value in (None, "not-asked") or not purpose.facts.data:
            continue
        not_given = _given_by_nobody(context, NOBODY)
        if not_given.issuperset(purpose.facts.data):
            yield required.violation("no-data", purpose=purpose.id, required=required.value)
            continue
        for one in named.items() if named.value else ():
            if one.value in not_given.intersection(purpose.facts.data):
                yield one.violation("one", purpose=purpose.id, data=one.value)


@rule("N707", "13-2-e", level=Level.WARNING)
def collected_and_voluntary(context: RuleContext) -> Iterator[Violation]:
    """Data that are collected automatically without consent are voluntary only where people can turn that off.

    Nobody gives the lines of a log or the pictures of a camera, and nobody can leave them out.

    Fails::

        purposes:
          site-security:
            basis: legitimate-interests
            interest-of: controller
            balancing: yes
            people: [site-visitors]
            data: [device-data]
            recipients: [hosting-provider]
            keep: {for: 1 month, after: visit}
            required: voluntary
            identifiable: no
        words:
          fi: {purposes: {site-security: {interest: Hyökkäysten torjunta}}}
          sv: {purposes: {site-security: {interest: Skydd mot angrepp}}}
          en: {purposes: {site-security: {interest: Protection against attacks}}}

    Passes::

        purposes:
          site-security:
            basis: legitimate-interests
            interest-of: controller
            balancing: yes
            people: [site-visitors]
            data: [device-data]
            recipients: [hosting-provider]
            keep: {for: 1 month, after: visit}
            required: not-asked
            identifiable: no
        words:
          fi: {purposes: {site-security: {interest: Hyökkäysten torjunta}}}
          sv: {purposes: {site-security: {interest: Skydd mot angrepp}}}
          en: {purposes: {site-security: {interest: Protection against attacks}}}
    """
    by_nobody, collected = _given_by_nobody(context, NOBODY), _given_by_nobody(context, NOBODY | {"observed"})
    for purpose in context.purposes:
        data, facts = set(purpose.facts.data or ()), purpose.facts
        is_collected = data <= collected and not data <= by_nobody
        if is_collected and facts.required == "voluntary" and facts.basis not in (None, "consent", "contract"):
            yield purpose[PURPOSE.required].violation(purpose=purpose.id)


def _given_by_nobody(context: RuleContext, kinds: frozenset[SourceKind]) -> frozenset[str]:
    """The data that come from sources of these kinds alone; none while a source is open."""
    sources = context.derived.sources
    is_open = any(context.notice.is_unknown("sources", id) for id in sources)
    if is_open or any(source.kind is None or source.data is None for source in sources.values()):
        return frozenset()
    by_nobody = {one for source in sources.values() if source.kind in kinds for one in source.data or ()}
    return frozenset(
        by_nobody.difference(*(source.data or () for source in sources.values() if source.kind not in kinds))
    )


@rule("C087", "13-2-e", "5-1-c")
def required_data_of_no_use(context: RuleContext) -> Iterator[Violation]:
    """Data that must be provided are among those of their purpose and asked of the person, and something requires them.

    Fails::

        purposes:
          orders:
            required-data: [name, personal-identity-code]

    Passes::

        purposes:
          orders:
            required-data: [name, delivery-address]
    """
    for purpose in context.purposes:
        named, required = purpose[PURPOSE.required_data], purpose.facts.required
        if named.value and required and required not in OBLIGED:
            yield named.violation("voluntary", purpose=purpose.id, required=required)
        elif purpose.facts.data is not None:
            for one in named.items():
                if one.value not in purpose.facts.data and not purpose[PURPOSE.data].is_unknown:
                    yield one.violation("not-used", purpose=purpose.id, data=one.value)
                elif _only_from_elsewhere(context, one.facts):
                    yield one.violation("not-asked", purpose=purpose.id, data=one.value)


def _only_from_elsewhere(context: RuleContext, category: str) -> bool:
    """Whether sources give a category of data, and none of them is the person; false while a source is not whole."""
    sources = [source.facts for source in context.sources]
    if any(source.data is None or source.kind is None for source in sources):
        return False
    kinds = {source.kind for source in sources if category in (source.data or ())}
    return bool(kinds) and not kinds & {"person", "observed"}


RULES = (
    requirement_unsaid,
    required_fields_unsaid,
    statutory_for_nobody,
    required_data_unnamed,
    nothing_to_give,
    collected_and_voluntary,
    required_data_of_no_use,
)
