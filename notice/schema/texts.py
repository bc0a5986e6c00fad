"""What each key is, how its value is written, an example, and the provisions that it answers, in one language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from notice import messages
from notice.data import locale, tree
from notice.errors import Untold
from notice.law.provisions import PROVISIONS
from notice.messages import filled
from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.shapes import Field, Shape, fields
from notice.model.site import Site
from notice.model.vocabulary import Vocabulary
from notice.model.waiver import Waivers
from notice.words import standard

ROOTS: tuple[type[Facts], ...] = (Site, Controller, Register, Vocabulary, Waivers)
"""The model of each file that holds facts."""


@cache
def models() -> tuple[type[Facts], ...]:
    """Every model of a mapping: that of each file, with those of the mappings within it and those that it extends."""
    found: dict[type[Facts], None] = {}
    for root in ROOTS:
        _gather(root, found)
    return tuple(found)


def _gather(model: type[Facts], found: dict[type[Facts], None]) -> None:
    if model in found:
        return
    found[model] = None
    for within in (*extended(model), *(field.shape.mapping for field in own_fields(model).values())):
        if within is not None:
            _gather(within, found)


def extended(model: type[Facts]) -> tuple[type[Facts], ...]:
    """The models whose keys the model has too."""
    return tuple(base for base in model.__bases__ if issubclass(base, Facts) and base is not Facts)


def own_fields(model: type[Facts]) -> Mapping[str, Field]:
    """The fields that the model adds to those of the models that it extends."""
    inherited = {key for base in extended(model) for key in fields(base)}
    return {key: field for key, field in fields(model).items() if key not in inherited}


@cache
def neutral() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """The example and the provisions of each key, by model and key."""
    return tree(files("notice") / "schema" / "keys.yaml")


@cache
def worded(language: str) -> Mapping[str, Mapping[str, object]]:
    """The texts of a language: by model and key, and under `titles`, `forms` and `reference`."""
    return tree(locale(language) / "keys.yaml")


def label(language: str, name: str, **arguments: str) -> str:
    """A text of the reference page."""
    return _text(language, "reference", name, arguments)


def editor_text(language: str, name: str, **arguments: str) -> str:
    """A text that only an editor shows."""
    return _text(language, "editor", name, arguments)


def title(language: str, model: type[Facts]) -> str:
    """What a mapping is called; a file by its path in code marks."""
    return _text(language, "titles", model.__name__, {})


def what_it_is(language: str, model: type[Facts], key: str) -> str:
    """What a key is, in one or several sentences."""
    found = worded(language)[_owner(model, key)].get(key)
    return str(found["is"] if isinstance(found, Mapping) else found)


def form(language: str, model: type[Facts], key: str) -> str:
    """How the value of a key is written: in words of its own, or in those of all values of its shape."""
    found = worded(language)[_owner(model, key)].get(key)
    if isinstance(found, Mapping):
        return str(found["form"])
    field = fields(model)[key]
    shape, inner = field.shape, field.shape.item or field.shape
    refers = field.refers or field.keyed_by
    words = inner.words or (shape.by.words if shape.by else ()) or (shape.entry.words if shape.entry else ())
    mapping = shape.mapping
    written = _text(
        language,
        "forms",
        form_name(field),
        {
            "kind": refers.kind.replace("_", "-") if refers else "",
            "words": ", ".join(f"`{word}`" for word in (*words, *(refers.also if refers else ()))),
            "title": title(language, mapping).replace("`", "") if mapping else "",
            "short": inner.form.short,
        },
    )
    has_none = shape.form.none and form_name(field) != "entries-text"
    return f"{written}; {_text(language, 'forms', 'or-none', {})}" if has_none else written


def form_name(field: Field) -> str:
    """The id of the words that describe how the value of a field is written."""
    shape = field.shape
    if shape.entry and shape.by:
        if shape.entry.words:
            return "words-country"
        if shape.mapping is None:
            return "entries-text"
        if shape.by.words:
            return "entries-word"
        return "entries-country" if shape.by.form.name == "country" else "entries-of" if field.keyed_by else "entries"
    if field.refers:
        several, others = "several-" if shape.item else "", "-or" if field.refers.also else ""
        return f"{several}id{others}"
    return f"{'several-' if shape.form.lone else 'list-'}{_of_one(shape.item)}" if shape.item else _of_one(shape)


def _of_one(shape: Shape) -> str:
    if shape.model is None:
        return shape.form.name
    return "facts-or-word" if shape.form.short else "facts"


def example(model: type[Facts], key: str) -> str:
    """The key with a value, as YAML writes it."""
    facts = neutral()[_owner(model, key)][key]
    written = f"{key}: {example_value(model, key)}"
    return f"{{{facts['beside']}, {written}}}" if "beside" in facts else written


def example_value(model: type[Facts], key: str) -> str:
    """A value of the key, as YAML writes it."""
    value = neutral()[_owner(model, key)][key]["example"]
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def provisions(language: str, model: type[Facts], key: str) -> tuple[str, ...]:
    """The provisions that a key answers, as the language cites them."""
    cited = neutral()[_owner(model, key)][key].get("law", ())
    assert isinstance(cited, list | tuple)
    return tuple(_citation(language, str(provision)) for provision in cited)


def _citation(language: str, key: str) -> str:
    provision = PROVISIONS[key]
    ways = standard(language).tree["citation"]
    assert isinstance(ways, dict)
    if provision.is_of_the_union:
        way = "point" if provision.point else "paragraph" if provision.paragraph else "article"
        parts = {"article": provision.article, "paragraph": provision.paragraph, "point": provision.point}
        if provision.act == "GDPR":
            return filled(str(ways[way]), tuple(parts.items()))
        return f"{provision.act}, {filled(str(ways[f'eu-{way}']), tuple(parts.items()))}"
    chapter, _, section = provision.article.rpartition(":")
    cited = filled(str(ways["chapter-section" if chapter else "section"]), (("chapter", chapter), ("section", section)))
    return f"{messages.text(language, 'labels', 'act')} {provision.act}, {cited}"


def _owner(model: type[Facts], key: str) -> str:
    """The name of the model that declares the key: the model itself, or one that it extends."""
    return next(one.__name__ for one in model.__mro__ if issubclass(one, Facts) and key in own_fields(one))


def _text(language: str, part: str, name: str, arguments: Mapping[str, str]) -> str:
    found = worded(language).get(part, {}).get(name)
    if not isinstance(found, str):
        raise Untold(f"{part}.{name} is not worded in {language}")
    return filled(found, tuple(arguments.items()))
