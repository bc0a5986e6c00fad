"""N5: how long the data are kept. GDPR Arts 5(1)(e), 13(2)(a), 14(2)(a)."""

from collections.abc import Iterator

from notice.derive import purposes
from notice.rules.rule import Case, Fault, rule


@rule("N501", "13-2-a", "14-2-a", "5-1-e", "TSV/26/2020")
def purpose_without_retention(case: Case) -> Iterator[Fault]:
    """Every purpose says how long its data are kept: a period, an event, or a criterion.

    An undetermined time cost a Finnish webshop 856 000 euros (TSV/26/2020, first instance).

    Fails::

        purposes:
          orders:
            keep:

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: last-order}
    """
    for id, purpose in purposes(case.notice).items():
        if purpose.keep is None and case.notice.is_silent("purposes", id, "keep"):
            yield Fault(
                ("purposes", id, "keep"),
                f"It is not said how long the data of “{id}” are kept",
                "add `keep:`",
                "write a period and where it starts: `keep: {for: 3 years, after: last-order}`",
            )


@rule("N504", "13-2-a", "14-2-a")
def retention_incomplete(case: Case) -> Iterator[Fault]:
    """A period says where it starts, and a start says for how long: a person can work out her own date.

    Exactly one of three ways is stated: `for` with `after`; `until`, with `then-within` where it takes time; or a
    `criterion` of the vocabulary.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: }

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for id, purpose in purposes(case.notice).items():
        keep, at = purpose.keep, ("purposes", id, "keep")
        if keep is None:
            continue
        ways = sum(bool(way) for way in (keep.period or keep.after, keep.until, keep.criterion))
        if ways > 1:
            yield Fault(
                at,
                f"The retention of “{id}” is stated in two ways",
                "keep one of them",
                "write either `for` and `after`, or `until`, or `criterion`",
            )
        lacking = [key for key, value in (("for", keep.period), ("after", keep.after)) if not value]
        if ways == 1 and not keep.until and not keep.criterion:
            for key in lacking:
                if case.notice.is_silent(*at, key):
                    yield Fault(
                        (*at, key),
                        f"The retention of “{id}” lacks `{key}`",
                        f"add `{key}:`",
                        "write both: `keep: {for: 3 years, after: last-order}`",
                    )
        if ways == 0 and all(case.notice.is_silent(*at, key) for key in ("for", "after", "until", "criterion")):
            yield Fault(
                at,
                f"The retention of “{id}” says no time",
                "how long?",
                "write `{for: 3 years, after: last-order}`",
            )


RULES = (purpose_without_retention, retention_incomplete)
