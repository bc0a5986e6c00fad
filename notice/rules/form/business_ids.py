"""D006, D007: Finnish business ids and VAT numbers whose form or check digit is wrong."""

import re
from collections.abc import Iterator

from notice.findings import Level, Violation, write
from notice.model.business_ids import business_ids, is_possible, vat_ids, written
from notice.model.cursor import Cursor
from notice.model.keys import CONTROLLER, SITE
from notice.rules.rule import RuleContext, rule

_OF_ANOTHER_COUNTRY = re.compile(r"(?!FI)[A-Z]{2}\s?[\dA-Z]")


@rule("D006", "13-1-a", "14-1-a")
def business_id_impossible(context: RuleContext) -> Iterator[Violation]:
    """The business id and the VAT number of a controller in Finland have the right form and check digit.

    A Finnish business id is seven digits, a hyphen and a check digit; the VAT number is `FI` and the same eight digits.
    The check digit follows from the seven, so that one wrong digit is noticed. A controller elsewhere, and a site with
    `example: yes`, are not judged.

    Also found: D004, for the facts of the invented firm.

    Fails::

        site: {example: no}
        controller: {business-id: 1234567-2, vat-id: FI12345672}

    Passes::

        controller: {business-id: 1234567-1, vat-id: FI12345671}
    """
    if not _is_judged(context):
        return
    business_id, vat_id = context.controller[CONTROLLER.business_id], context.controller[CONTROLLER.vat_id]
    if business_id.value:
        stated = business_ids(business_id.value)
        if not stated:
            yield business_id.violation("no-business-id", text=business_id.value)
        for digits in stated:
            if not is_possible(digits):
                yield business_id.violation("business-id-check-digit", number=written(digits))
    for digits in vat_ids(_text_of(vat_id)):
        if not is_possible(digits):
            yield vat_id.violation("vat-id-check-digit", number=f"FI{digits}")


@rule("D007", "917/2014-176", level=Level.WARNING)
def vat_id_differs(context: RuleContext) -> Iterator[Violation]:
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
    business_id, vat_id = context.controller[CONTROLLER.business_id], context.controller[CONTROLLER.vat_id]
    text = _text_of(vat_id)
    if not text or not _is_judged(context) or _OF_ANOTHER_COUNTRY.match(text):
        return
    stated = vat_ids(text)
    possible = [digits for digits in business_ids(business_id.value or "") if is_possible(digits)]
    meant = f"FI{possible[0]}" if possible else "FI12345671"
    if not stated:
        yield vat_id.violation("no-vat-id", text=text, meant=meant)
    elif possible and not set(stated) & set(possible) and all(map(is_possible, stated)):
        own = written(possible[0])
        yield vat_id.violation("other-vat-id", write(meant), number=f"FI{stated[0]}", own=own, meant=meant)


def _is_judged(context: RuleContext) -> bool:
    """Whether Finnish ids are expected: a controller in Finland that is no invented example."""
    country = context.controller[CONTROLLER.country].value
    return country in ("FI", "AX") and not context.site[SITE.example].value


def _text_of(vat_id: Cursor[object]) -> str:
    """The VAT number as text; "" where none is stated."""
    return vat_id.value.strip() if isinstance(vat_id.value, str) else ""


RULES = (business_id_impossible, vat_id_differs)
