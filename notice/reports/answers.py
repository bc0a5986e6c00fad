"""What to write for a fact that is `unknown`: in words of its own, or made of what its key is and its form."""

from notice.messages import filled, find, text
from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.shapes import Field, fields
from notice.model.site import Site
from notice.model.vocabulary import Vocabulary
from notice.schema.texts import example_value, what_it_is
from notice.words import standard

MOST = 4
"""The most words of a closed list that are listed; of a longer one there is an example."""

ROOTS: dict[str, type[Facts]] = {"controller": Controller, "site": Site, "vocabulary": Vocabulary}
"""The model of the facts whose paths begin with these steps; all others are those of a register."""

SHARED = "vocabulary"
"""The first step of facts that a register can state too: both have the same texts."""


def answer(fact: str, language: str) -> str:
    """What to write for the fact at a dotted path, in one line."""
    steps = fact.split(".")
    described = _described(steps)
    if described is None:
        return text(language, "answers", "any")
    pattern, model, field = described
    worded = find(language, "answers", pattern)
    return filled(worded, (("kind", _name(field, steps[-1], language)),)) if worded else _made(model, field, language)


def _name(field: Field, id: str, language: str) -> str:
    """What the package calls the thing with the id, such as a kind of recipient; else the id."""
    names = standard(language).tree.get(field.key)
    name = names.get(id) if isinstance(names, dict) else None
    return name if isinstance(name, str) else id


def _described(steps: list[str]) -> tuple[str, type[Facts], Field] | None:
    """The path with `*` for ids, and the model and the field of its last key; None for a path of no model."""
    model: type[Facts] | None = ROOTS.get(steps[0], Register)
    found: tuple[str, type[Facts], Field] | None = None
    pattern = steps[:1] if steps[0] in ROOTS and steps[0] != SHARED else []
    entry = False
    for step in steps[1 if steps[0] in ROOTS else 0 :]:
        if entry or step.isdecimal():
            pattern, entry = [*pattern, "*"], False
        elif model is None or step not in fields(model):
            return None
        else:
            field = fields(model)[step]
            pattern, entry = [*pattern, step], field.shape.entry is not None
            found, model = ("", model, field), field.shape.mapping
        if found:
            found = (".".join(pattern), *found[1:])
    return found


def _made(model: type[Facts], field: Field, language: str) -> str:
    """The form of the value, and what the key is: its first sentence."""
    what = what_it_is(language, model, field.key).partition(". ")[0].removesuffix(".")
    shape = field.shape
    inner = shape.item or shape
    words = ("yes", "no") if inner.form.name == "yes-no" else inner.words
    if words and len(words) <= MOST:
        return f"{' / '.join((*words, *(['none'] if shape.form.none else [])))}: {what}"
    example = text(language, "answers", "such-as", example=example_value(model, field.key))
    return f"{what}: {example}"
