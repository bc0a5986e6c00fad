"""The key reference of one language, as a page in Markdown: a table for each mapping of the YAML."""

import re
from collections.abc import Iterator

from notice.model.fields import Facts
from notice.model.waiver import Waivers
from notice.schema.texts import example, extended, form, label, models, own_fields, provisions, title, what_it_is


def page(language: str) -> str:
    """Every key, by file and mapping."""
    lines = [f"# {label(language, 'heading')}", "", label(language, "intro"), label(language, "unknown"), ""]
    for model in models():
        if model is not Waivers:  # the file is a list, and has no keys of its own
            lines += _section(language, model)
    return "\n".join(lines)


def _section(language: str, model: type[Facts]) -> Iterator[str]:
    yield from (f"## {title(language, model)}", "")
    for base in extended(model):
        link = f"[{title(language, base)}](#{_anchor(title(language, base))})"
        yield from (label(language, "all-keys-of", title=link), "")
    heads = [label(language, name) for name in ("key", "is", "form", "example", "law")]
    yield from (_row(heads), _row(["---"] * len(heads)).replace(" ", ""))
    for key in own_fields(model):
        yield _row(
            [
                f"`{key}`",
                what_it_is(language, model, key),
                form(language, model, key),
                f"`{example(model, key)}`",
                "; ".join(provisions(language, model, key)),
            ]
        )
    yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _anchor(heading: str) -> str:
    """The fragment of a heading, as GitHub makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
