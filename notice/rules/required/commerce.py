"""N103, N703: what a service on the net tells beside the notice. Act 917/2014 s. 176, GDPR Art. 13(2)(e)."""

from collections.abc import Iterator

from notice.findings import FactPath, Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("N103", "917/2014-176", level=Level.WARNING)
def provider_not_identified(context: RuleContext) -> Iterator[Fault]:
    """Who provides a service on the net tells the street address, e-mail, business id and VAT number.

    The Finnish Act wants them on the site, where everybody finds them; in the notice they are found, too.

    Fails::

        controller:
          business-id:

    Passes::

        controller:
          provides-online-service: no
          business-id:
          vat-id:
    """
    controller = context.notice.controller
    if controller.country != "FI" or not _needs_asking(context):
        return
    if controller.provides_online_service is None:
        yield _lacks(("controller", "provides-online-service"), "whether you sell or offer services on the net", "yes")
        return
    address = controller.address.street if controller.address else None
    wanted = {
        ("address", "street"): (address, "the street address", "Esimerkkikatu 1"),
        ("email",): (controller.email or (controller.contact and controller.contact.email), "the e-mail", "info@…"),
        ("business-id",): (controller.business_id, "the business id", "9999999-2"),
        ("vat-id",): (controller.vat_id, "the VAT number (`none` where there is none)", "FI99999992"),
    }
    for key, (value, what, example) in wanted.items():
        if value is None and context.notice.is_silent("controller", *key):
            yield _lacks(("controller", *key), what, example)


def _needs_asking(context: RuleContext) -> bool:
    """True unless the owner says that there is no service on the net: asked of every register with cookies."""
    answer = context.notice.controller.provides_online_service
    silent = context.notice.is_silent("controller", "provides-online-service")
    return answer is True or (answer is None and silent and bool(context.notice.register.cookies))


def _lacks(fact: FactPath, what: str, example: str) -> Fault:
    return Fault(
        fact,
        f"It is not said {what}" if what.startswith("whether") else f"A service on the net must tell {what}",
        f"add `{fact[-1]}:`",
        f"write `{fact[-1]}: {example}`",
    )


@rule("N703", "13-2-e", level=Level.WARNING)
def required_fields_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Where people give data on forms, the fields that must be filled in are marked.

    Fails::

        required-fields-marked: no

    Passes::

        required-fields-marked: yes
    """
    from_people = any(source.kind == "person" for source in context.derived.sources.values())
    given = any(one.required not in (None, "not-asked") for one in context.derived.purposes.values())
    marked = context.notice.register.required_fields_marked
    if not (from_people and given) or marked:
        return
    if marked is False or context.notice.is_silent("required-fields-marked"):
        yield Fault(
            ("required-fields-marked",),
            "The fields that must be filled in are not marked"
            if marked is False
            else "It is not said whether the fields that must be filled in are marked on your forms",
            "mark them" if marked is False else "answer `required-fields-marked:`",
            "mark the required fields on every form, then write `required-fields-marked: yes`",
        )


RULES = (provider_not_identified, required_fields_unsaid)
