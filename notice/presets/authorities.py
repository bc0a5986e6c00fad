"""The presets of a public authority: its tasks cannot rest on legitimate interests. GDPR Art. 6(1), last sentence."""

import re
from importlib.resources import files

_INTEREST = re.compile(
    r"^  ([a-z0-9-]+):\n(    # \{[a-z-]+\}\n)?    basis: legitimate-interests\n"
    r"    interest-of: controller\n    balancing: unknown\n(?!    soft-opt-in:)",
    re.MULTILINE,
)
_SALES = re.compile(r"^    soft-opt-in:", re.MULTILINE)
"""A purpose that markets to those who have bought something: selling is no public task."""

_OF_AUTHORITY = re.compile(r"^ *# \{officials(?:-applying)?\}\n", re.MULTILINE)
"""Comments that only an authority needs."""


def interests(register: str) -> tuple[str, ...]:
    """The purposes of a register's file that rest on legitimate interests and are tasks of an authority."""
    return tuple(found[1] for found in _INTEREST.finditer(register))


def for_authority(register: str) -> str:
    """The text of a register's file in which these are tasks in the public interest: section 4 of Act 1050/2018."""
    basis = (files("notice") / "presets" / "authority.yaml").read_text(encoding="utf-8")
    tasks = _INTEREST.sub(lambda found: f"  {found[1]}:\n{basis}", register)
    return _SALES.sub("    outside-public-tasks: yes\n    soft-opt-in:", tasks)


def for_others(register: str) -> str:
    """The text of a register's file without the comments that only an authority needs."""
    return _OF_AUTHORITY.sub("", register)


def without_interests(words: str, purposes: tuple[str, ...]) -> str:
    """The text of a register's words without the interests of the purposes."""
    for purpose in purposes:
        block = re.compile(rf"^(  {re.escape(purpose)}:\n)    interest: .*\n((?:    .*\n)*)", re.MULTILINE)
        words = block.sub(lambda found: found[1] + found[2] if found[2] else "", words)
    return re.sub(r"^purposes:\n\n", "", words, flags=re.MULTILINE)
