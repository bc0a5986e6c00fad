"""The rules: one function each, gathered by subject in the order of the Regulation."""

from notice.rules import (
    data,
    device,
    drafts,
    duties,
    how_long,
    markdown,
    reading,
    receivers,
    rights,
    sensitive,
    transfers,
    who,
    why,
    words,
)
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *who.RULES,
    *why.RULES,
    *data.RULES,
    *sensitive.RULES,
    *receivers.RULES,
    *transfers.RULES,
    *how_long.RULES,
    *rights.RULES,
    *duties.RULES,
    *device.RULES,
    *words.RULES,
    *markdown.RULES,
    *drafts.RULES,
    *reading.RULES,
)
"""Every rule over facts and words; those over the finished site are `notice.verify.RULES`."""
