"""The questions of `notice init`, in their order: each is an option too, of the same name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from notice.derive import is_public_body
from notice.interview import readers
from notice.interview.answers import Answers, Chosen
from notice.interview.edits import tree
from notice.interview.registers import read_registers
from notice.interview.services import GROUPS, Group, read_services
from notice.interview.site import DEFAULT
from notice.presets import has_own_controller, preset_text

Reader = Callable[[str, str], Any]
"""The fact that was typed, in the language of the run; None where it is left open. Raises `Misread`."""


@dataclass(frozen=True)
class Question:
    """A question; its id is that of its option and of its texts. `group` is the one of services that it is about."""

    id: str
    read: Reader
    group: Group | None = None

    def answered(self, answers: Answers, value: Any) -> Answers:
        """The answers with that to this question; None leaves it open."""
        if self.group is None:
            return replace(answers, **{self.id.replace("-", "_"): value})
        return answers if value is None else replace(answers, services={**answers.services, self.id: value})


def _plain(read: Callable[[str], object]) -> Reader:
    return lambda typed, _: read(typed)


def _of(group: Group) -> Question:
    return Question(group.id, lambda typed, language: read_services(typed, group, language), group)


REGISTERS = Question("registers", read_registers)
LANGUAGES = Question("languages", _plain(readers.read_languages))
DPO = Question("dpo-email", _plain(readers.read_email))
CONTROLLER = (
    Question("name", _plain(readers.read_text)),
    Question("business-id", _plain(readers.read_business_id)),
    Question("address", _plain(readers.read_address)),
    Question("email", _plain(readers.read_email)),
    Question("phone", _plain(readers.read_phone)),
    Question("website", _plain(readers.read_website)),
)
SERVICES = tuple(map(_of, GROUPS))
QUESTIONS = (REGISTERS, *CONTROLLER, DPO, LANGUAGES, *SERVICES)
"""Every question, in the order in which they are asked."""


def needed(chosen: Iterable[Chosen] | None, name: str | None = None) -> tuple[Question, ...]:
    """The questions that matter to a controller of the name with registers, the default one where none is chosen."""
    chosen = (Chosen(DEFAULT, DEFAULT),) if chosen is None else tuple(chosen)
    texts = [preset_text(one.preset) for one in chosen]
    kinds = {kind for text in texts for kind in tree(text).get("recipients", {})}
    used = {question.id for question in SERVICES if question.group and kinds.intersection(question.group.kinds)}
    official = is_public_body(name or "") or any(has_own_controller(one.preset) for one in chosen)
    without = {one.id for one in SERVICES} - used | (set() if official else {DPO.id})
    return tuple(one for one in QUESTIONS if one.id not in without)
