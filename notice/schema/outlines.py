"""The keys of a mapping that an editor inserts together, each with a place to fill in."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import count

from notice.data import tree
from notice.model.fields import Facts
from notice.schema.texts import editor_text
from notice.schema.values import Schema


@cache
def outlines() -> Mapping[str, list[Mapping[str, object]]]:
    """The keys that are usually written together, by the name of their model; "" stands for a value."""
    return tree(files("notice") / "schema" / "outlines.yaml")


def snippets(model: type[Facts], language: str) -> list[Schema]:
    """What editors propose for a mapping of the model: the keys of each outline, without values."""
    description = editor_text(language, "outline")
    return [
        {"label": ", ".join(outline), "description": description, "body": _body(outline, count(1))}
        for outline in outlines().get(model.__name__, ())
    ]


def _body(outline: Mapping[str, object], places: Iterator[int]) -> Schema:
    """The outline with numbered places to fill in, as snippets write them."""
    return {
        key: _body(value, places) if isinstance(value, Mapping) else f"${next(places)}"
        for key, value in outline.items()
    }
