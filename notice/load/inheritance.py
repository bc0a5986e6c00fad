"""What a register takes from the site: its controller and contacts, and the defaults, unless it states others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from notice.findings import FactPath, Span
from notice.load.facts import Part
from notice.model.controller import Body, Controller, OwnController, Requests
from notice.model.defaults import Defaults
from notice.model.fields import Facts
from notice.model.purpose import Purpose
from notice.model.register import Register
from notice.model.site import Site, Waiting, WordsAt
from notice.model.vocabulary import Vocabulary

F = TypeVar("F", bound=Facts)

OF_REGISTER = frozenset({"controller", "contact", "dpo"})
"""The facts of a register that its notice has in the controller."""

NAMED_TOGETHER = ("name", "trade_name", "business_id", "vat_id")
"""What belongs to one organisation: who states another name takes none of these from the site."""


class Layer(NamedTuple):
    """Facts of a controller, with paths that begin at its keys, and where the words of its names are."""

    part: Part[Any]
    words: WordsAt


def below(part: Part[Any], path: FactPath, facts: F) -> Part[F]:
    """The part's facts below a path, with paths that begin there."""
    length = len(path)
    return Part(
        facts,
        {one[length:]: span for one, span in part.spans.items() if one[:length] == path},
        frozenset(one[length:] for one in part.unknown if one[:length] == path),
        frozenset(one[length:] for one in part.invalid if one[:length] == path),
        tuple(Waiting(one.path[length:], one.reason) for one in part.waiting if one.path[:length] == path),
        (),
    )


def without(part: Part[F], is_taken: Collection[FactPath], length: int) -> Part[F]:
    """The part without what is below the paths, all of the same number of steps."""
    return replace(
        part,
        spans={path: span for path, span in part.spans.items() if path[:length] not in is_taken},
        unknown=frozenset(path for path in part.unknown if path[:length] not in is_taken),
        invalid=frozenset(path for path in part.invalid if path[:length] not in is_taken),
        waiting=tuple(one for one in part.waiting if one.path[:length] not in is_taken),
    )


def defaults_of(site: Part[Site]) -> Part[Defaults]:
    """The defaults of the site; all of them are unreadable where the whole is."""
    facts = site.facts.defaults or Defaults.model_construct()
    part = below(site, ("site", "defaults"), facts)
    if {(), ("site",), ("site", "defaults")} & (site.invalid | site.unknown):
        every = frozenset((_key(Defaults, name),) for name in Defaults.model_fields)
        return replace(part, unknown=frozenset(), invalid=every)
    return part


def with_defaults(register: Part[Register], defaults: Part[Defaults]) -> Part[Register]:
    """The register with the defaults that it does not state itself."""
    if () in register.invalid:
        return register
    names = [name for name in Defaults.model_fields if name not in ("purposes", "history")]
    taken = [name for name in names if not _says(register, name) and _says(defaults, name)]
    made = _with_keys(register, defaults, taken)
    return _with_history(_with_purposes(made, defaults), defaults)


def controllers_of(own: Part[Vocabulary]) -> Mapping[str, Part[Body]]:
    """The controllers that the owner's vocabulary declares, each with paths that begin at its keys."""
    every = own.facts.controllers.items()
    return {id: below(own, ("vocabulary", "controllers", id), body) for id, body in every}


def with_own_controller(
    site: Part[Controller], register: Part[Register], declared: Mapping[str, Part[Body]]
) -> tuple[Part[Controller], Part[Register], dict[str, WordsAt]]:
    """The register's controller, the register without it, and where the words of each key of the controller are.

    Each key is from the nearest that states it: the register's `contact` and `dpo`, its `controller`, the controller
    of the vocabulary that it names, the site's.
    """
    stated = {path[0] for path in (*register.spans, *register.unknown, *register.invalid) if path} & OF_REGISTER
    rest = without(register, {(key,) for key in OF_REGISTER}, 1)
    rest = replace(rest, facts=rest.facts.model_copy(update=dict.fromkeys(OF_REGISTER)))
    if not stated:
        return site, rest, {}
    if ("controller",) in register.unknown | register.invalid:
        marked = below(register, ("controller",), Controller())
        return _within(("controller",), marked), rest, {}
    layers = _layers(site, register, declared)
    picked = {name: layer for name in Body.model_fields if (layer := _nearest(name, layers))}
    made: Part[Controller] = Part(Controller(), {}, frozenset(), frozenset(), (), ())
    for name, layer in picked.items():
        made = _with_keys(made, layer.part, [name])
    made, words = _with_requests(made, layers)
    spans = {(): layers[-1].part.spans.get((), Span("content/controller.yaml"))} | _of_missing_names(picked, layers)
    unread = {path for layer in layers for path in layer.part.invalid | layer.part.unknown if not path}
    made = replace(made, spans=spans | {**made.spans}, invalid=made.invalid.union(unread))
    words |= {_key(Body, name): layer.words for name, layer in picked.items()}
    return _within(("controller",), made), rest, words


def _layers(site: Part[Controller], register: Part[Register], declared: Mapping[str, Part[Body]]) -> list[Layer]:
    """The layers of the register's controller, the nearest first."""
    own = register.facts.controller or OwnController()
    contacts = Controller.model_construct(contact=register.facts.contact, dpo=register.facts.dpo)
    layers = [
        Layer(below(register, (), contacts), WordsAt(())),
        Layer(below(register, ("controller",), own), WordsAt(("controller",), in_register=True)),
    ]
    if own.body is not None and own.body in declared:
        layers.append(Layer(declared[own.body], WordsAt(("controllers", own.body))))
    return [*layers, Layer(below(site, ("controller",), site.facts), WordsAt(("controller",)))]


def _nearest(name: str, layers: Iterable[Layer]) -> Layer | None:
    """The nearest layer that states the key; None where none does, or where a nearer one is another organisation."""
    for layer in layers:
        if _says(layer.part, name):
            return layer
        if name in NAMED_TOGETHER and _says(layer.part, "name"):
            return None
    return None


def _with_requests(made: Part[Controller], layers: Iterable[Layer]) -> tuple[Part[Controller], dict[str, WordsAt]]:
    """The controller with each key of `requests` from the nearest layer that states it, and where their words are."""
    stated = [layer for layer in layers if isinstance(getattr(layer.part.facts, "requests", None), Requests)]
    if len(stated) < 2 or ("requests",) in made.unknown | made.invalid:
        return made, {}
    words: dict[str, WordsAt] = {}
    merged = below(stated[0].part, ("requests",), stated[0].part.facts.requests)
    for layer in stated[1:]:
        farther = below(layer.part, ("requests",), layer.part.facts.requests)
        taken = [name for name in Requests.model_fields if not _says(merged, name) and _says(farther, name)]
        merged = _with_keys(merged, farther, taken)
        words |= {f"requests.{_key(Requests, name)}": layer.words for name in taken}
    joined = _joined(without(made, {("requests",)}, 1), _within(("requests",), merged))
    return replace(joined, facts=made.facts.model_copy(update={"requests": merged.facts})), words


def _of_missing_names(picked: Collection[str], layers: list[Layer]) -> dict[FactPath, Span]:
    """Where a trade name or a business id would stand: beside the name of the same organisation."""
    named = next((layer.part for layer in layers if _says(layer.part, "name")), None)
    place = named.spans.get(()) if named is not None and named is not layers[-1].part else None
    return {(_key(Body, name),): place for name in NAMED_TOGETHER if place and name not in picked}


def _with_purposes(register: Part[Register], defaults: Part[Defaults]) -> Part[Register]:
    """The register with the defaults of its purposes."""
    shared = defaults.facts.purposes or {}
    for id, purpose in (register.facts.purposes or {}).items():
        at = ("purposes", id)
        if id not in shared or at in register.unknown | register.invalid:
            continue
        own, other = below(register, at, purpose), below(defaults, at, shared[id])
        taken = [name for name in Purpose.model_fields if not _says(own, name) and _says(other, name)]
        merged = _with_keys(own, other, taken)
        purposes = {**(register.facts.purposes or {}), id: merged.facts}
        facts = register.facts.model_copy(update={"purposes": purposes})
        register = replace(_joined(register, _within(at, merged)), facts=facts)
    return register


def _with_history(register: Part[Register], defaults: Part[Defaults]) -> Part[Register]:
    """The register with the site's days from its own first day on; with all of them where it has none."""
    shared, own = defaults.facts.history or (), register.facts.history or ()
    if not _says(register, "history") or ("history",) in register.unknown | register.invalid:
        if _says(register, "history"):
            return register
        return _with_keys(register, defaults, ["history"] if _says(defaults, "history") else [])
    places = {day: register.spans["history", str(index)] for index, day in enumerate(own)}
    later = {day: defaults.spans["history", str(index)] for index, day in enumerate(shared) if own and day > min(own)}
    if later.keys() <= places.keys():
        return register
    every = later | places
    spans = {path: span for path, span in register.spans.items() if path[:1] != ("history",) or len(path) == 1}
    spans |= {("history", str(index)): every[day] for index, day in enumerate(sorted(every))}
    return replace(register, facts=register.facts.model_copy(update={"history": tuple(sorted(every))}), spans=spans)


def _with_keys(part: Part[F], other: Part[Any], names: Iterable[str]) -> Part[F]:
    """The part with some keys of another."""
    values = {name: getattr(other.facts, name) for name in names}
    for name in values:
        key = (_key(type(other.facts), name),)
        part = _joined(part, _within(key, below(other, key, other.facts)))
    return replace(part, facts=part.facts.model_copy(update=values))


def _joined(part: Part[F], other: Part[Any]) -> Part[F]:
    """The part with the places, marks and waiting facts of another."""
    return replace(
        part,
        spans={**part.spans, **other.spans},
        unknown=part.unknown | other.unknown,
        invalid=part.invalid | other.invalid,
        waiting=tuple(dict.fromkeys((*part.waiting, *other.waiting))),
    )


def _within(path: FactPath, part: Part[F]) -> Part[F]:
    """The part with its paths below another."""
    return replace(
        part,
        spans={(*path, *one): span for one, span in part.spans.items()},
        unknown=frozenset((*path, *one) for one in part.unknown),
        invalid=frozenset((*path, *one) for one in part.invalid),
        waiting=tuple(Waiting((*path, *one.path), one.reason) for one in part.waiting),
    )


def _says(part: Part[Any], name: str) -> bool:
    """Whether the key has a value, is `unknown`, or could not be read."""
    at = (_key(type(part.facts), name),)
    return getattr(part.facts, name) is not None or at in part.unknown or at in part.invalid


def _key(model: type[Facts], name: str) -> str:
    """The key of a field in the YAML."""
    return str(model.model_fields[name].alias)
