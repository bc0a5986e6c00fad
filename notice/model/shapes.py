"""What a model describes: the keys of a mapping, and the shape of each value: a mapping, a list, words, a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, TypeVar, Union, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from notice.findings import nearest
from notice.model.fields import Facts, Form, Nothing, Refers

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True)
class Shape:
    """What may be written for a value; of `model`, `words`, `item` and `entry` at most one is given.

    `model` has the keys of a mapping, `item` is the shape of each item of a list, `entry` that of each value of a
    mapping whose keys have the shape `by`. `words` are the values of a closed list.
    """

    form: Form = field(default_factory=Form)
    model: type[Facts] | None = None
    words: tuple[str, ...] = ()
    item: "Shape | None" = None
    entry: "Shape | None" = None
    by: "Shape | None" = None

    @property
    def mapping(self) -> type[Facts] | None:
        """The model of the mapping, of each item or of each entry; None where there is none."""
        inner = self.item or self.entry
        return inner.mapping if inner else self.model


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a model: its `name` in Python, its `key` in the YAML, the shape of its value, the ids that it takes."""

    name: str
    key: str
    shape: Shape
    refers: Refers | None
    keyed_by: Refers | None = None


_NOTHING = Shape(Form(none=True))
"""The shape of the word `none`."""


@cache
def fields(model: type[Facts]) -> Mapping[str, Field]:
    """The fields of a model by their keys in the YAML, in the model's order."""
    every = (_field(name, info) for name, info in model.model_fields.items())
    return MappingProxyType({made.key: made for made in every})


def shape_of(annotation: object) -> Shape:
    """The shape that a type describes; what it adds to another type goes before that type's own."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _with_forms(shape_of(arguments[0]), arguments[1:])
    if origin in (Union, UnionType):
        return _of_union(arguments)
    if origin is Literal:
        return Shape(Form("word"), words=arguments)
    if origin is tuple:
        return Shape(item=shape_of(arguments[0]))
    if origin is dict:
        return Shape(by=shape_of(arguments[0]), entry=shape_of(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return Shape(model=annotation)
    if annotation is Nothing:
        return _NOTHING
    return Shape(Form("yes-no" if annotation is bool else "text"))


def _field(name: str, info: FieldInfo) -> Field:
    shape = _with_forms(shape_of(info.annotation), tuple(info.metadata))
    refers = next((one for one in info.metadata if isinstance(one, Refers)), None)
    is_mapping = shape.entry is not None
    return Field(name, str(info.alias), shape, None if is_mapping else refers, refers if is_mapping else None)


def _of_union(arguments: tuple[object, ...]) -> Shape:
    shapes = [shape_of(one) for one in arguments if one is not NoneType]
    given = next(shape for shape in shapes if shape != _NOTHING)
    return replace(given, form=replace(given.form, none=any(one.form.none for one in shapes)))


def _with_forms(shape: Shape, metadata: tuple[object, ...]) -> Shape:
    for outer in metadata:
        if isinstance(outer, Form):
            inner = shape.form
            form = Form(
                name=outer.name or inner.name,
                pattern=outer.pattern or inner.pattern,
                none=outer.none or inner.none,
                lone=outer.lone or inner.lone,
                short=outer.short or inner.short,
            )
            shape = replace(shape, form=form)
    return shape


class Key(str):
    """A field of a model: its name in Python, with the `alias` that the YAML uses."""

    alias: str
    __slots__ = ("alias",)


def keys(model: type[F]) -> F:
    """The keys of a model, each under its field's name; typed as the model, so that mypy knows each key's value.

    A name that is no field raises `AttributeError` with the nearest one.
    """
    return cast(F, _Keys(model))


class _Keys:
    def __init__(self, model: type[Facts]) -> None:
        for name, info in model.model_fields.items():
            key = Key(name)
            key.alias = str(info.alias)
            setattr(self, name, key)
        self.__model = model

    def __getattr__(self, name: str) -> Key:
        near = nearest(name, self.__model.model_fields)
        hint = f"; did you mean “{near}”?" if near else ""
        raise AttributeError(f"{self.__model.__name__} has no key “{name}”{hint}")
