"""Score the wording rules against the corpus: `python -m sentences.score [--set-aside | --second | --third] [--by-rule] [--missed]`.

Without `--set-aside` only the two thirds are scored against which patterns may be written. Each sentence is the only
word of the owner's in a complete site, in its field, and every rule that reads words looks at it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from rules.overlay import STARTER, site_with
from sentences.corpus import LANGUAGES, Sentence, second, sentences, third

from notice.check import check, rule_context
from notice.findings import Finding, Level
from notice.load import load
from notice.rules.rule import RuleContext
from notice.rules.wording import RULES
from notice.words import Layer, Words
from notice.yamlreader import read

DAY = date(2026, 11, 22)
READ = tuple(rule for rule in RULES if rule.code[0] != "T" or rule.code == "T011")
"""The rules that read sentences; the other rules of words look at their presence and their form."""
CODES = frozenset(rule.code for rule in READ)
FACTS = ("controller.", "recipients.")
"""The beginnings of the fields that are facts: their sentences are checked in a whole site."""


@dataclass(frozen=True)
class Verdict:
    """What the check says of one sentence: the codes of its findings, and of those that are errors."""

    sentence: Sentence
    codes: frozenset[str]
    errors: frozenset[str]

    @property
    def is_found(self) -> bool:
        """Whether the rule that the sentence breaks has a finding of it."""
        return self.sentence.is_fault and self.sentence.rule in self.codes

    @property
    def is_false_error(self) -> bool:
        """Whether a lawful sentence would block a build."""
        return not self.sentence.is_fault and bool(self.errors)

    @property
    def is_false_warning(self) -> bool:
        """Whether a lawful sentence has a warning and no error."""
        return not self.sentence.is_fault and bool(self.codes) and not self.errors


def verdicts(corpus: Iterable[Sentence]) -> list[Verdict]:
    """The check's verdict on each sentence."""
    return [_verdict(one) for one in corpus]


def _verdict(sentence: Sentence) -> Verdict:
    found = list(_in_the_facts(sentence) if sentence.field.startswith(FACTS) else _in_the_words(sentence))
    errors = {one.code for one in found if one.level is Level.ERROR}
    return Verdict(sentence, frozenset(one.code for one in found), frozenset(errors))


def _in_the_words(sentence: Sentence) -> Iterator[Finding]:
    reading = read(_nested(sentence).encode(), "words.yaml")
    assert isinstance(reading.tree, dict)
    spans = {path: place.value if place.key is None else place.key for path, place in reading.places.items()}
    own = Layer(reading.tree, "words.yaml", spans, source=_nested(sentence))
    case = _starter() if sentence.rule != "L018" else _without_cookie_consent()
    words = {sentence.language: Words(sentence.language, (own, case.words[sentence.language].layers[-1]))}
    for rule in READ:
        yield from (one for one in rule.findings(replace(case, words=words)) if one.span.file == "words.yaml")


def _in_the_facts(sentence: Sentence) -> Iterator[Finding]:
    with TemporaryDirectory() as folder:
        checked = check(load(site_with(_nested(sentence), Path(folder) / "site")), DAY)
    yield from (one for one in checked.findings if one.code in CODES)


def _nested(sentence: Sentence) -> str:
    """The sentence as YAML, under the steps of its field."""
    *steps, last = sentence.field.split(".")
    lines = [f"{'  ' * depth}{step}:" for depth, step in enumerate(steps)]
    quoted = sentence.says.replace("'", "''")
    return "\n".join([*lines, f"{'  ' * len(steps)}{last}: '{quoted}'", ""])


@cache
def _starter() -> RuleContext:
    """The invented firm's register: its data leave the EEA, and it has recipients, identifiers and every right."""
    checked = check(load(STARTER), DAY)
    return rule_context(checked.loaded, checked.loaded.notices[0], checked.day)


@cache
def _without_cookie_consent() -> RuleContext:
    """The same register without the answer on consent to cookies, beside which a tip on the browser is lawful."""
    case = _starter()
    changed = case.notice.register.model_copy(update={"cookie_consent": None})
    return replace(case, notice=replace(case.notice, register=changed))


@dataclass(frozen=True)
class Figures:
    """Counts over some verdicts: faults found of those there are, and lawful sentences with findings."""

    clear: tuple[int, int]
    paraphrased: tuple[int, int]
    errors: tuple[int, int]
    warnings: tuple[int, int]

    def __str__(self) -> str:
        rows = (self.clear, self.paraphrased, self.errors, self.warnings)
        return "  ".join(f"{n:4} of {total:4} {share((n, total)):7.1%}" for n, total in rows)


def share(of: tuple[int, int]) -> float:
    """The part of a whole; 0 of nothing."""
    return of[0] / of[1] if of[1] else 0.0


def figures(judged: Iterable[Verdict]) -> Figures:
    """Clear and paraphrased faults found; errors and warnings of lawful sentences."""
    count: Counter[str] = Counter()
    for one in judged:
        kind = one.sentence.kind if one.sentence.is_fault else "lawful"
        count[kind] += 1
        count[f"{kind} found"] += one.is_found
        count["errors"] += one.is_false_error
        count["warnings"] += one.is_false_warning
    return Figures(
        (count["clear found"], count["clear"]),
        (count["paraphrase found"], count["paraphrase"]),
        (count["errors"], count["lawful"]),
        (count["warnings"], count["lawful"]),
    )


def missed(judged: Iterable[Verdict]) -> Iterator[str]:
    """A line for each fault that was not found and for each lawful sentence that was flagged."""
    for one in judged:
        said = f"{one.sentence.language} {one.sentence.kind:10} {one.sentence.field}: {one.sentence.says}"
        if one.sentence.is_fault and not one.is_found:
            yield f"missed {one.sentence.rule} {said} {' '.join(sorted(one.codes))}"
        elif not one.sentence.is_fault and one.codes:
            yield f"{'ERROR' if one.errors else 'warned'} {' '.join(sorted(one.codes))} {said}"


def _chosen(asked: argparse.Namespace) -> list[Sentence]:
    if asked.second or asked.third:
        return second() if asked.second else third()
    return [one for one in sentences() if one.set_aside == asked.set_aside]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures by language, and by rule where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set-aside", action="store_true", help="score the set-aside third instead")
    parser.add_argument("--second", action="store_true", help="score the second set instead")
    parser.add_argument("--third", action="store_true", help="score the third set instead")
    parser.add_argument("--by-rule", action="store_true", help="a row for each language and rule")
    parser.add_argument("--missed", action="store_true", help="list what was missed or flagged wrongly")
    asked = parser.parse_args(arguments)
    judged = verdicts(_chosen(asked))
    print(f"{'':10}{'clear faults':>21}{'paraphrased':>23}{'lawful: errors':>23}{'warnings':>23}")
    for language in LANGUAGES:
        of_language = [one for one in judged if one.sentence.language == language]
        print(f"{language:10}{figures(of_language)}")
        for rule in sorted({one.sentence.rule for one in of_language}) if asked.by_rule else ():
            print(f"  {rule:8}{figures([one for one in of_language if one.sentence.rule == rule])}")
    print(f"{'all':10}{figures(judged)}")
    if asked.missed:
        print(*missed(judged), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
