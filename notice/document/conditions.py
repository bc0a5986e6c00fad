"""What allows special categories of data, data on crimes and the personal identity code: GDPR Arts 9(2), 10, 87."""

from notice.document.acts import laws_named
from notice.document.parts import FactText, Row
from notice.document.writer import Writer
from notice.findings import dotted
from notice.law.bases import CONDITION_PROVISIONS
from notice.model.purpose import Purpose


def condition_rows(writer: Writer, purpose: Purpose, *at: str) -> tuple[Row, ...]:
    """What allows special categories, criminal data and the identity code: GDPR Arts 9(2), 10, 87."""
    rows: tuple[Row, ...] = ()
    condition, criminal, code = purpose.condition, purpose.criminal_data, purpose.identity_code
    if condition and condition.ground:
        name = writer.word("conditions", condition.ground, needed_by=(*at, "condition"))
        where = writer.article(CONDITION_PROVISIONS[condition.ground])
        rows += writer.row("condition", FactText(f"{name} ({where})", dotted((*at, "condition", "ground"))))
    elif writer.notice.is_unknown(*at, "condition", "ground"):
        rows += writer.row("condition", writer.unknown(*_outermost(writer, *at, "condition", "ground")))
    rows += writer.lines(
        "condition-law", *(laws_named(writer, condition.law, *at, "condition", "law") if condition else ())
    )
    if writer.notice.is_unknown(*at, "criminal-data"):
        rows += writer.row("criminal-data", writer.unknown(*at, "criminal-data"))
    elif criminal:
        rows += writer.lines("criminal-data", *laws_named(writer, criminal.law, *at, "criminal-data", "law"))
    if code and code.ground:
        ground = writer.fact("identity-code-grounds", code.ground, fact=(*at, "identity-code", "ground"))
        rows += writer.row("identity-code", ground)
    elif writer.notice.is_unknown(*at, "identity-code", "ground"):
        rows += writer.row("identity-code", writer.unknown(*_outermost(writer, *at, "identity-code", "ground")))
    laws = laws_named(writer, code.law, *at, "identity-code", "law") if code else ()
    return rows + writer.lines("identity-code-law", *laws)


def _outermost(writer: Writer, *fact: str) -> tuple[str, ...]:
    """The path at which `unknown` was written: the fact's own, or that of the thing that holds it."""
    return fact if fact in writer.notice.unknown else fact[:-1]
