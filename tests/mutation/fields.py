"""Find the field of the model for a path of the YAML, by walking the model's types."""

from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.site import Site

MODELS: dict[str, type[Facts]] = {"content/site.yaml": Site, "content/controller.yaml": Controller}
"""The model of each file; every other file below `registers/` is a register."""


@dataclass(frozen=True)
class Field:
    """One field: its model, its key, and the type of its value (of an item, in a list)."""

    owner: str
    key: str
    annotation: object

    @property
    def name(self) -> str:
        """`Purpose.basis`; an entry of a mapping is `Purpose.*`."""
        return f"{self.owner}.{self.key}"

    def words(self) -> tuple[str, ...]:
        """The allowed values, if the model lists them."""
        return tuple(word for one in _parts(self.annotation) if get_origin(one) is Literal for word in get_args(one))

    def is_of(self, kind: type) -> bool:
        """True if the value may be of that type: `Duration`, `date`, `bool`."""
        return any(one is kind for one in _parts(self.annotation))


def model_of(file: str) -> type[Facts]:
    """The model of a file of facts."""
    return MODELS.get(file, Register)


def field_at(file: str, path: tuple[str, ...]) -> Field:
    """The field at the path."""
    here: object = model_of(file)
    found = Field("", "", here)
    for step in path:
        model = next((one for one in _parts(here) if isinstance(one, type) and issubclass(one, Facts)), None)
        entries = next((one for one in _parts(here) if get_origin(one) is dict), None)
        if entries is not None and (model is None or _is_entry(here, step)):
            here = get_args(entries)[1]
            found = Field(_name(here), "*", here)
        elif step.isdecimal():
            found = Field(found.owner, f"{found.key}[]", here)
        else:
            assert model is not None, path
            info = next(info for info in model.model_fields.values() if info.alias == step)
            here = info.annotation
            found = Field(model.__name__, step, here)
    return found


def _is_entry(annotation: object, step: str) -> bool:
    """True if the step is an id of a mapping, not a key of a model."""
    inner = [one for one in _parts(annotation) if isinstance(one, type) and issubclass(one, Facts)]
    return get_origin(_bare(annotation)) is dict or not any(
        info.alias == step for model in inner for info in model.model_fields.values()
    )


def _bare(annotation: object) -> object:
    """The type without `None` beside it."""
    others = [one for one in get_args(annotation) if one is not type(None)]
    return others[0] if type(None) in get_args(annotation) and len(others) == 1 else annotation


def _name(annotation: object) -> str:
    named = [one for one in _parts(annotation) if isinstance(one, type) and issubclass(one, Facts)]
    return named[0].__name__ if named else "text"


def _parts(annotation: object) -> list[object]:
    """The annotation and its parts, outermost first, without the fields of models."""
    return [annotation, *(inner for one in get_args(annotation) for inner in _parts(one))]
