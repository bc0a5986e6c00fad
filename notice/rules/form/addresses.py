"""P021: web addresses without encryption, in the facts and in the words."""

from collections.abc import Iterator, Mapping

from notice.findings import FactPath, Level, Span, Violation, dotted, violation_at, write
from notice.model.fields import Facts
from notice.rules.rule import RuleContext, rule

_OPEN = "http://"
_ENCRYPTED = write("https:")


@rule("P021", "32-1", level=Level.WARNING)
def address_without_encryption(context: RuleContext) -> Iterator[Violation]:
    """An address begins with `https:`: what goes over `http:` can be read and changed on its way.

    A person who makes a request through such a form sends their name and question unencrypted.

    Fails::

        controller:
          website: http://www.example.fi

    Passes::

        controller:
          website: https://www.example.fi
    """
    notice = context.notice
    for path, value in (*_texts(notice.register), *_of("controller", notice.controller), *_of("site", notice.site)):
        if value.lower().startswith(_OPEN):
            span = notice.span(*path)
            yield violation_at(span, "in-facts", _ENCRYPTED, path=path, key=path[-1], address=value)
    for words in context.words.values():
        for path, text, layer in words.owned:
            if _OPEN in text.lower():
                span = layer.spans.get(path, Span(layer.file))
                yield violation_at(span, "in-words", _ENCRYPTED, word=dotted(path))


def _of(part: str, facts: Facts) -> Iterator[tuple[FactPath, str]]:
    yield from (((part, *path), value) for path, value in _texts(facts))


def _texts(value: object) -> Iterator[tuple[FactPath, str]]:
    """Every text in the facts with its path, made of the YAML's keys."""
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
