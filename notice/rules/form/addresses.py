"""P: addresses that the notice leads to, as far as their form says how safe they are."""

from collections.abc import Iterator, Mapping

from notice.findings import FactPath, Level, Span
from notice.model.fields import Facts
from notice.rules.rule import Fault, RuleContext, rule

_OPEN = "http://"


@rule("P021", "32-1", level=Level.WARNING)
def address_without_encryption(context: RuleContext) -> Iterator[Fault]:
    """An address begins with `https:`: what goes over `http:` can be read and changed on its way.

    Whoever asks for her rights through such a form sends her name and her question in the open.

    Fails::

        controller:
          website: http://www.example.fi

    Passes::

        controller:
          website: https://www.example.fi
    """
    help = "write it with `https:`, and ask whoever runs the site for a certificate if it has none"
    notice = context.notice
    for path, value in (*_texts(notice.register), *_of("controller", notice.controller), *_of("site", notice.site)):
        if value.lower().startswith(_OPEN):
            yield Fault(path, f"`{path[-1]}` leads to an address without encryption: {value}", "`http:`", help)
    for words in context.words.values():
        for path, text, layer in words.owned:
            if _OPEN in text.lower():
                place = layer.spans.get(path, Span(layer.file))
                message = f"These words lead to an address without encryption: `{'.'.join(path)}`"
                yield Fault((), message, "`http:`", help, span=place)


def _of(part: str, facts: Facts) -> Iterator[tuple[FactPath, str]]:
    yield from (((part, *path), value) for path, value in _texts(facts))


def _texts(value: object) -> Iterator[tuple[FactPath, str]]:
    """Every text in the facts with its path, keys as the YAML has them."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, Facts):
        for name, field in type(value).model_fields.items():
            yield from _below(str(field.alias), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _below(str(key), inner)
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from _below(str(at), inner)


def _below(key: str, value: object) -> Iterator[tuple[FactPath, str]]:
    yield from (((key, *path), text) for path, text in _texts(value))


RULES = (address_without_encryption,)
