"""D006, D007: Finnish business ids and VAT numbers, as far as their form and digits show that they are wrong."""

import re
from collections.abc import Iterator

from notice.findings import Level
from notice.model.business_ids import business_ids, is_possible, vat_ids, written
from notice.model.controller import Controller
from notice.rules.rule import Fault, RuleContext, rule

_OF_ANOTHER_COUNTRY = re.compile(r"(?!FI)[A-Z]{2}\s?[\dA-Z]")
_BUSINESS_ID = ("controller", "business-id")
_VAT_ID = ("controller", "vat-id")


@rule("D006", "13-1-a", "14-1-a")
def business_id_impossible(context: RuleContext) -> Iterator[Fault]:
    """The business id and the VAT number of a controller in Finland are ones that can be given out.

    A Finnish business id is seven digits, a hyphen and a check digit; the VAT number is `FI` and the same eight digits.
    The check digit follows from the seven, so that a slip in one of them shows. A controller elsewhere, and a site with
    `example: yes`, are not judged.

    Also found: D004, for the facts of the invented firm.

    Fails::

        site: {example: no}
        controller: {business-id: 1234567-2, vat-id: FI12345672}

    Passes::

        controller: {business-id: 1234567-1, vat-id: FI12345671}
    """
    controller = _judged(context)
    if controller is None:
        return
    if text := controller.business_id:
        found = business_ids(text)
        if not found:
            told = f"“{text}” is no Finnish business id"
            yield Fault(_BUSINESS_ID, told, "seven digits, `-`, one digit", _help("`business-id: 1234567-1`"))
        for digits in (one for one in found if not is_possible(one)):
            told = f"{written(digits)} cannot be a business id: its check digit is wrong"
            yield Fault(_BUSINESS_ID, told, "a digit is wrong", _help("`business-id: 1234567-1`"))
    for digits in vat_ids(_vat_text(controller)):
        if not is_possible(digits):
            told = f"FI{digits} cannot be a VAT number: its check digit is wrong"
            yield Fault(_VAT_ID, told, "a digit is wrong", _help("`vat-id: FI12345671`"))


@rule("D007", "917/2014-176", level=Level.WARNING)
def vat_id_differs(context: RuleContext) -> Iterator[Fault]:
    """The VAT number of a controller in Finland is `FI` and the digits of its business id, without the hyphen.

    A member of a VAT group may give the number of the group: then waive this finding, and say so in the reason. A
    number of another country, a controller elsewhere and a site with `example: yes` are not judged.

    Also found: D004, for the facts of the invented firm.

    Fails::

        site: {example: no}
        controller: {business-id: 1234567-1, vat-id: FI76543212}

    Passes::

        controller: {business-id: 1234567-1, vat-id: FI12345671}
    """
    controller = _judged(context)
    text = _vat_text(controller) if controller else ""
    if controller is None or not text or _OF_ANOTHER_COUNTRY.match(text):
        return
    found = vat_ids(text)
    own = [one for one in business_ids(controller.business_id or "") if is_possible(one)]
    meant = f"FI{own[0]}" if own else "FI12345671"
    if not found:
        told = f"“{text}” is no Finnish VAT number"
        yield Fault(_VAT_ID, told, "`FI` and eight digits", f"write `vat-id: {meant}`, or `none` if there is none")
    elif own and not set(found) & set(own) and all(map(is_possible, found)):
        told = f"The VAT number FI{found[0]} does not belong to the business id {written(own[0])}"
        yield Fault(_VAT_ID, told, "other digits", f"write `vat-id: {meant}`, or correct the business id")


def _judged(context: RuleContext) -> Controller | None:
    """The controller, where Finnish forms hold for it and it is no invented one."""
    controller = context.notice.controller
    return controller if controller.country in ("FI", "AX") and not context.notice.site.example else None


def _vat_text(controller: Controller) -> str:
    return controller.vat_id.strip() if isinstance(controller.vat_id, str) else ""


def _help(form: str) -> str:
    return f"copy it from the Business Information System (ytj.fi), as in {form}; `unknown` if you do not know it yet"


RULES = (business_id_impossible, vat_id_differs)
