"""Score the check on the owner's own terms: `python -m own_terms.term_verdicts [--missed]`.

All terms of one nature and language are declared together in a complete site, worded in that language alone: what the
other languages say of them means nothing. A term is found where a finding names it.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from own_terms.term_sites import findings_of, site_of

from notice.findings import Finding

ALONE = frozenset({"identifications"})
"""Kinds of which one term is declared at a time, since what is stated beside it decides."""


@dataclass(frozen=True)
class Term:
    """One term: its kind, the nature that it has or resembles, its language and its words."""

    kind: str
    nature: str
    language: str
    says: str
    is_fault: bool

    @property
    def subject(self) -> str:
        """The kind and the nature: `data/special`."""
        return f"{self.kind}/{self.nature}"


@cache
def terms(file: str = "terms") -> tuple[Term, ...]:
    """Every term of a table."""
    table = yaml.safe_load((Path(__file__).parent / f"{file}.yaml").read_text(encoding="utf-8"))
    return tuple(
        Term(*_steps(subject), language, says, verdict == "fault")
        for subject, languages in table.items()
        for language, verdicts in languages.items()
        for verdict, every in verdicts.items()
        for says in every
    )


def _steps(subject: str) -> tuple[str, str]:
    kind, nature = subject.split("/")
    return kind, nature


@cache
def verdicts(file: str = "terms") -> dict[Term, frozenset[str]]:
    """For every term, the codes of the findings that name it, without those that any own term of its kind has."""
    groups: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in terms(file):
        groups[term.kind, term.nature, term.language].append(term)
    found: dict[Term, frozenset[str]] = {}
    for (kind, _, _), group in groups.items():
        found |= {one: _alone(one) for one in group} if kind in ALONE else _together(group)
    return found


def _together(group: list[Term]) -> dict[Term, frozenset[str]]:
    """The verdicts on terms of one kind and language, declared in one site beside a term that says nothing."""
    words: dict[str, dict[str, str]] = {f"own-{at}-x": {one.language: one.says} for at, one in enumerate(group)}
    words["own-plain-x"] = {}
    findings = findings_of(site_of(group[0].kind, words))
    named = {id: {one.code for one in findings if names(one, id)} for id in words}
    usual = named.pop("own-plain-x")
    return {term: frozenset(codes - usual) for term, codes in zip(group, named.values(), strict=True)}


def _alone(term: Term) -> frozenset[str]:
    """The verdict on one term, compared with one that says nothing in its place."""
    worded, plain = (
        {one.code for one in findings_of(site_of(term.kind, {"own-x": texts}))}
        for texts in ({term.language: term.says}, {})
    )
    return frozenset(worded - plain)


def names(finding: Finding, id: str) -> bool:
    """Whether a finding is on a term, or on what the site declares to use it: its fact or an argument is that."""
    steps = [*finding.fact.split("."), *(value for _, text in finding.arguments for value in text.split(", "))]
    return any(step == id or step.endswith(f"-of-{id}") for step in steps)


def missed(file: str = "terms") -> Iterator[str]:
    """A line for each fault without a finding, and for each lawful term with one."""
    for term, codes in verdicts(file).items():
        if term.is_fault != bool(codes):
            said = "missed" if term.is_fault else f"flagged {' '.join(sorted(codes))}"
            yield f"{said:14} {term.subject} {term.language}: {term.says}"


def figures(file: str = "terms") -> Iterator[str]:
    """The faults found and the lawful terms flagged, by subject and language."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for term, codes in verdicts(file).items():
        verdict = "fault" if term.is_fault else "lawful"
        for row in (term.subject, term.language, "all"):
            rows[row].update([verdict, *([f"{verdict} found"] if codes else [])])
    for row, count in rows.items():
        yield (
            f"{row:32} {count['fault found']:4} of {count['fault']:4} faults found"
            f"  {count['lawful found']:4} of {count['lawful']:4} lawful flagged"
        )


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", default="terms", help="the table: terms, fresh (written afterwards) or lookalikes")
    parser.add_argument("--missed", action="store_true", help="list what was missed or flagged wrongly")
    asked = parser.parse_args(arguments)
    print(*figures(asked.file), sep="\n")
    if asked.missed:
        print(*missed(asked.file), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
