"""N701, N703, N704: whether the person must provide the data. GDPR Art. 13(2)(e)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, REGISTER
from notice.rules.rule import RuleContext, rule


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


RULES = (requirement_unsaid, required_fields_unsaid, statutory_for_nobody)
