"""X: invalid waivers. Their examples are files, `content/waivers.yaml`."""

from notice.findings import Level
from notice.rules.reading import reading

NEVER_WAIVED = frozenset({"N204", "N409", "N711", "T001"})
"""Rules whose findings cannot be waived, beside those over the finished site and those that block a release: a missing
word leaves a gap in the page."""


@reading("X001", Level.WARNING)
def waiver_unused() -> None:
    """Every waiver waives a finding; one that does not is left from something fixed, or has another place.

    It would waive the same fault in silence if it came back.

    Fails::

        - {rule: N504, at: customers.purposes.newsletter, reason: The board decides in March., until: 2027-03-31}

    Passes::

        - {rule: N504, at: customers.purposes.orders, reason: The board decides in March., until: 2027-03-31}
    """


@reading("X002", Level.WARNING)
def waiver_expired() -> None:
    """A waiver ends on its day: then the finding counts again.

    Fix the fault, or decide anew: give another day and the reason.

    Fails::

        - {rule: N504, reason: The board decides in March., until: 2026-03-31}

    Passes::

        - {rule: N504, reason: The board decides in March., until: 2027-03-31}
    """


@reading("X003")
def waiver_without_reason() -> None:
    """A waiver gives its reason in at least ten characters: a reviewer of the site must be able to judge it.

    Without a reason it waives nothing.

    Fails::

        - {rule: N504, reason: Later., until: 2027-03-31}

    Passes::

        - {rule: N504, reason: The board decides in March., until: 2027-03-31}
    """


@reading("X004")
def waiver_without_end() -> None:
    """A waiver names its last day: what the law requires can be put off, not cancelled.

    Without an end it waives nothing.

    Fails::

        - {rule: N504, reason: The board decides in March.}

    Passes::

        - {rule: N504, reason: The board decides in March., until: 2027-03-31}
    """


@reading("X005")
def waiver_of_no_rule() -> None:
    """A waiver names one rule over facts or words, by its code or its name.

    The rules over the finished site (B, and those of N that read its pages) find defects of templates, which are
    fixed and not waived.

    Fails::

        - {rule: retention-incomplet, reason: The board decides in March., until: 2027-03-31}

    Passes::

        - {rule: retention-incomplete, reason: The board decides in March., until: 2027-03-31}
    """


@reading("X006")
def waiver_not_allowed() -> None:
    """What cannot be read, a missing word, and a fact that waits for its owner cannot be waived.

    What is not read cannot be judged; a missing word (T001, N204, N409, N711) is a gap in the page; and `unknown` and
    `confirm` are an owner's own marks, which end when the owner answers.

    Fails::

        - {rule: D002, reason: The board decides in March., until: 2027-03-31}

    Passes::

        - {rule: N504, reason: The board decides in March., until: 2027-03-31}
    """


RULES = (
    waiver_unused, waiver_expired, waiver_without_reason, waiver_without_end, waiver_of_no_rule, waiver_not_allowed,
)  # fmt: skip
