"""A site that exists already: what it answers, and what answers still change in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from notice.interview.answers import Answers, Chosen
from notice.interview.edits import tree
from notice.interview.questions import CONTROLLER as OF_CONTROLLER
from notice.interview.questions import DPO, LANGUAGES, REGISTERS
from notice.interview.site import answered_in, site_of
from notice.languages import LANGUAGES as SHIPPED
from notice.presets import CONTROLLER, SITE, VOCABULARY, presets, with_register

_MODELINE = re.compile(r"\A\ufeff?# yaml-language-server: .*\n")
"""The first line of a file that leads an editor to its schema; it is no change of an owner's."""

_DAY = re.compile(r"^history: \[(\d{4}-\d{2}-\d{2})\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write: new ones, and the new texts of those that are there. Paths are below the site's folder."""

    new: Mapping[str, str]
    changed: Mapping[str, str]


def stated(site: str) -> Answers:
    """The registers that come ready and the languages that a `site.yaml` names."""
    facts = tree(site)
    registers, languages = _items(facts.get("registers")), _items(facts.get("languages"))
    return Answers(
        registers=tuple(Chosen(id, id) for id in registers if id in presets()),
        languages=tuple(code for code in languages if code in SHIPPED) or None,
    )


def _items(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def answered(there: Mapping[str, str]) -> frozenset[str]:
    """The ids of the questions that the files of a site answer, or have no place for the answers of."""
    ids = {REGISTERS.id, LANGUAGES.id} if SITE in there else set()
    if (controller := there.get(CONTROLLER)) is not None:
        open = set(re.findall(r"^([a-z-]+): unknown\b", controller, re.MULTILINE))
        ids |= {one.id for one in OF_CONTROLLER} - open
        ids |= set() if "dpo: {email: unknown}" in controller else {DPO.id}
    return frozenset(ids)


def untouched(there: Mapping[str, str], language: str) -> tuple[str, ...]:
    """The files that are still as `notice init` writes them without any answer."""
    if SITE not in there:
        return ()
    found = next((day for text in there.values() if (day := _DAY.search(text))), None)
    try:
        made = site_of(stated(there[SITE]), date.fromisoformat(found[1]) if found else date.today(), language)
    except ValueError:  # the digits are no day
        return ()
    return tuple(path for path, text in there.items() if path in made and _is_same(made[path], text))


def _is_same(made: str, there: str) -> bool:
    return _MODELINE.sub("", made) == _MODELINE.sub("", there)


def plan(there: Mapping[str, str], answers: Answers, day: date, language: str) -> Plan:
    """What the answers add to the files that are there.

    A file that its owner changed keeps every byte, but for `unknown` at the keys of the controller that are answered
    now, and for new ids among the registers.
    """
    made = site_of(answers, day, language, vocabulary=there.get(VOCABULARY))
    if SITE not in there:
        new = {path: text for path, text in made.items() if path not in there}
        return Plan(new, _changed(there, answers, {}))
    old = untouched(there, language)
    rewritten = {path: text for path, text in made.items() if path in old}
    listed = _items(tree(rewritten.get(SITE, there[SITE])).get("registers"))
    for one in answers.registers or ():
        if one.id not in listed:
            rewritten[SITE] = with_register(rewritten.get(SITE, there[SITE]), one.id)
    new = {path: text for path, text in made.items() if path not in there}
    return Plan(new, _changed(there, answers, rewritten))


def _changed(there: Mapping[str, str], answers: Answers, rewritten: Mapping[str, str]) -> Mapping[str, str]:
    changed = {**rewritten}
    if CONTROLLER in there and CONTROLLER not in changed:
        changed[CONTROLLER] = answered_in(there[CONTROLLER], answers)
    return {path: text for path, text in changed.items() if not _is_same(text, there[path])}


def with_stated(answers: Answers, site: str) -> Answers:
    """The answers with what a `site.yaml` states: its registers before those that are chosen now, its languages."""
    own = stated(site)
    registers = dict.fromkeys((*(own.registers or ()), *(answers.registers or ())))
    return replace(answers, registers=tuple(registers), languages=own.languages or answers.languages)
