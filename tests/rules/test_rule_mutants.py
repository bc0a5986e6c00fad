"""A key, a message or an argument under another name in a rule is noticed: by its module, its messages or its examples."""

import ast
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
import test_messages
from rules import test_direct_marketing, test_known_firms, test_rule_examples
from rules.overlay import found
from rules.rule_mutants import Mutant, misworded, mutants
from rules.rule_source import reached_from, wrong_keys, wrong_messages

import notice.check
from notice.languages import LANGUAGES
from notice.messages import CODE
from notice.rules import RULES
from notice.rules.rule import Rule

COUNT, OF_TEXTS, SEED = 75, 30, 2026
"""How many faults of rules and of texts, and the seed by which they are chosen."""

MUTANTS = mutants(COUNT, SEED)


def test_the_faults_are_of_every_kind() -> None:
    assert len(MUTANTS) == len(set(map(str, MUTANTS))) == COUNT
    assert len({mutant.kind for mutant in MUTANTS}) == 5


@pytest.mark.parametrize("mutant", MUTANTS[::15], ids=str)
def test_a_rule_as_it_is_has_no_fault(mutant: Mutant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert noticed_by(replace(mutant, new=mutant.old), tmp_path, monkeypatch) == ""


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_fault_in_a_rule_is_noticed(mutant: Mutant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert noticed_by(mutant, tmp_path, monkeypatch) != ""


def noticed_by(mutant: Mutant, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What notices the fault first; "" where nothing does."""
    name = f"notice.{mutant.file.removesuffix('.py').replace('/', '.')}"
    original = sys.modules[name]
    tree = ast.parse(mutant.source())
    if wrong_keys(tree):
        return "the keys of the models"
    worded = test_messages.modules_of_rules().get(original, {})
    if wrong_messages(tree, worded, test_messages.given_for_all_rules()):
        return "the messages"
    module = ModuleType(name)
    try:
        exec(compile(tree, mutant.file, "exec"), vars(module))
    except KeyError:
        return "the citations"
    _put_in_place(module, original, monkeypatch)
    changed = {rule.code: rule for rule in vars(module).values() if isinstance(rule, Rule)}
    monkeypatch.setattr(notice.check, "RULES", tuple(changed.get(rule.code, rule) for rule in RULES))
    for number, rule in enumerate(_reaching(mutant, tree, changed)):
        for at, test in enumerate(EXAMPLES):
            try:
                test(rule, folder / f"{number}-{at}")
            except (AssertionError, AttributeError, TypeError, KeyError):
                return f"the examples of {rule.code}"
        for at, (given, key, example) in enumerate(OF_SEVERAL_MESSAGES):
            if given == rule.code and _keys(rule, example, folder / f"{number}-{at}-keys") != {key}:
                return f"the messages of {rule.code}"
    return ""


KEPT = "purposes: {orders: {keep: {for: , after: , %s}}}"
LIMITED = "limited-rights: {access: {extent: excluded, law: {act: %s, section: %s}}}"
OPEN = "purposes: {orders: {research: unknown, law: unknown}}\n"
OF_RETENTION = (
    ("N504", "then-what", KEPT % "until-day: 2029-12-31, then-within: 1 month"),
    ("N504", "or-what", KEPT % "until-day: 2029-12-31, or: {event: last-order, whichever: later}"),
    ("N504", "or-same", KEPT % "until: last-order, or: {event: last-order, whichever: later}"),
    ("N504", "nothing-to-end", KEPT % "until-day: 2029-12-31, at-latest: {for: 1 year, after: last-order}"),
    ("N504", "limits-nothing", KEPT % "until: last-order, at-latest: {for: 1 year, after: last-order}"),
    ("N504", "same-start", "purposes: {orders: {keep: {at-latest: {for: 9 years, after: order-delivered}}}}"),
    ("C086", "archived", "purposes: {orders: {keep: {end: archived}}}"),
    ("C086", "end-never-comes", KEPT % "criterion: permanently-archived, law: archives-act, end: erased"),
    ("C088", "none-left", KEPT % "until: last-order, by-data: [{data: [name, delivery-address, email, phone, "
     "order-contents], until-day: 2029-12-31}]"),
    ("C087", "not-asked", "purposes: {bookkeeping: {required: contract, required-data: [organisation]}}"),
    ("N618", "not-excluded", LIMITED % ("whistleblower-protection-act", 31)),
    ("N618", "no-such-section", LIMITED % ("data-protection-act", 29)),
    ("N618", "other-section", LIMITED % ("data-protection-act", 33)),
    ("N622", "no-expression", LIMITED % ("data-protection-act", 27)),
    ("N622", "no-research", OPEN + LIMITED % ("data-protection-act", 31)),
    ("N622", "no-archiving", OPEN + LIMITED % ("data-protection-act", 32)),
    ("N622", "no-research-or-archiving", OPEN + LIMITED % ("data-protection-act", "31–32")),
    ("N624", "research", LIMITED % ("data-protection-act", 31)),
    ("N624", "archiving", LIMITED % ("data-protection-act", 32)),
    ("N624", "research-or-archiving", LIMITED % ("data-protection-act", "31–32")),
)  # fmt: skip

OF_SEVERAL_MESSAGES = (
    *test_known_firms.KINDS,
    *(("C084", *row) for row in test_direct_marketing.ANSWERS),
    *OF_RETENTION,
)
"""Rules with several messages of the same arguments: for each message, an example that gives it."""


@pytest.mark.parametrize(("code", "key", "example"), OF_RETENTION)
def test_a_message_of_several_has_its_example(code: str, key: str, example: str, tmp_path: Path) -> None:
    [rule] = [rule for rule in RULES if rule.code == code]
    assert _keys(rule, example, tmp_path / "site") == {key}


def _keys(rule: Rule, example: str, folder: Path) -> set[str]:
    return {one.key for one in found(example, folder) if one.code == rule.code}


def _put_in_place(module: ModuleType, original: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the modules that import functions of the original call those of the one with the fault."""
    functions = {id(value): name for name, value in vars(original).items() if isinstance(value, FunctionType)}
    for user in [one for name, one in sys.modules.items() if name.startswith("notice.rules")]:
        for name, value in list(vars(user).items()):
            if id(value) in functions and value.__module__ == original.__name__ and user is not original:
                monkeypatch.setattr(user, name, vars(module)[functions[id(value)]])


@pytest.mark.parametrize("number", range(OF_TEXTS))
def test_a_fault_in_a_text_is_noticed(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(SEED + number)
    language = chance.choice(list(LANGUAGES))
    fault, changed = misworded({**test_messages.rules_of(language)}, chance)
    given = {code: test_messages.rules_of(code) for code in LANGUAGES}
    given[language] = {code: texts for code, texts in changed.items() if CODE.fullmatch(code)}  # type: ignore[misc]
    monkeypatch.setattr(test_messages, "rules_of", given.get)
    monkeypatch.setattr(test_messages, "modules_of_rules", test_messages.modules_of_rules.__wrapped__)
    assert any(map(_fails, _tests_of_texts(language))), fault


def _tests_of_texts(language: str) -> Iterator[Callable[[], None]]:
    for other in test_messages.OTHERS:
        yield partial(test_messages.test_every_rule_has_its_title_and_duty, other)
        yield partial(test_messages.test_every_language_has_the_messages_of_english_with_their_placeholders, other)
    yield partial(test_messages.test_every_message_has_a_help_of_its_own_or_its_rules, language)
    yield partial(test_messages.test_every_text_of_a_rule_is_a_part_of_a_message_or_the_rules_title_or_duty, language)
    for module in test_messages.modules_of_rules():
        yield partial(test_messages.test_the_messages_that_rules_give_are_those_that_are_worded, module)
    yield test_messages.test_every_message_of_the_reading_is_worded


def _fails(test: Callable[[], None]) -> bool:
    try:
        test()
    except (AssertionError, KeyError):
        return True
    return False


EXAMPLES = (
    test_rule_examples.test_the_failing_example_gives_this_finding_and_no_other,
    test_rule_examples.test_the_passing_example_gives_nothing,
    test_rule_examples.test_the_finding_stands_at_the_thing_that_lacks_the_fact,
)


def _reaching(mutant: Mutant, tree: ast.Module, rules: dict[str, Rule]) -> list[Rule]:
    """The rules of the module that use the function with the fault."""
    within = next(top for top in tree.body if mutant.line <= (top.end_lineno or 0))
    users = reached_from(tree)[getattr(within, "name", "")]
    own = [rule for rule in rules.values() if rule.check and rule.check.__name__ in users]
    return own or [rule for rule in RULES if rule.check and users & vars(sys.modules[rule.check.__module__]).keys()]
