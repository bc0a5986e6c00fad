"""Invented findings, and a report of them, for the tests of every format."""

from collections.abc import Iterable
from datetime import date

from notice.findings import Edit, Finding, Level, Span, Waived, safe
from notice.reports import Report
from notice.rules import RULES

REGISTER = "content/registers/customers.yaml"
SOURCE = """\
purposes:
  orders:
    basis: contrct
    data: [emial, nmae]
    keep: {for: 3 years}
"""
BASIS = Finding(
    Span(REGISTER, 3, 12, 3, 19),
    "Y006",
    "unreadable-value",
    Level.ERROR,
    "“contrct” is not known as `basis`",
    "did you mean `contract`?",
    "write one of: consent, contract",
    fact="purposes.orders.basis",
    fix=safe(Edit(Span(REGISTER, 3, 12, 3, 19), "contract", "contrct")),
)
EMAIL = Finding(
    Span(REGISTER, 4, 12, 4, 17),
    "Y007",
    "unknown-id",
    Level.ERROR,
    "“emial” is not known among the data",
    help="write a known id",
    fact="purposes.orders.data.0",
)
NAME = Finding(
    Span(REGISTER, 4, 19, 4, 23),
    "Y007",
    "unknown-id",
    Level.ERROR,
    "“nmae” is not known among the data",
    help="write a known id",
    fact="purposes.orders.data.1",
)
KEEP = Finding(
    Span(REGISTER, 5, 11, 5, 25),
    "D002",
    "fact-not-known",
    Level.WARNING,
    "Not known: 100 %, “a|b”, <b>",
    help="write the fact here",
    cites=("GDPR Art. 13(2)(a)", "Act 917/2014 s. 205"),
    fact="purposes.orders.keep",
)
HINT = Finding(
    Span("content/site.yaml"), "D001", "fact-awaits-confirmation", Level.INFO, "A remark", help="look", fact="site"
)
WAIVED = Waived(KEEP, "The board decides on it in March.", "2027-03-31")
ALL = (BASIS, EMAIL, NAME, KEEP, HINT)


def report(
    findings: Iterable[Finding] = ALL,
    source: str = SOURCE,
    waived: tuple[Waived, ...] = (),
    show_waived: bool = False,
    language: str = "en",
) -> Report:
    return Report(
        findings=tuple(findings),
        sources={REGISTER: source, "content/site.yaml": "registers: [customers]\n"},
        day=date(2026, 11, 22),
        notices=1,
        path=lambda file: f"shop/{file}",
        rules=RULES,
        waived=waived,
        show_waived=show_waived,
        language=language,
    )
