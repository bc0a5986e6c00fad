"""Y, YAML: the faults that reading a file finds, so that they too have a page. Their examples are files."""

from collections.abc import Callable

from notice.findings import Level
from notice.rules.rule import Rule, page_of


def reading(code: str, level: Level = Level.ERROR) -> Callable[[Callable[[], None]], Rule]:
    """Turn the decorated function into a rule without a check: the reader or the loader reports its fault."""

    def made(documented: Callable[[], None]) -> Rule:
        return Rule(code, documented.__name__.replace("_", "-"), level, (), page_of(documented))

    return made


@reading("Y001")
def file_unreadable() -> None:
    """A file is text in UTF-8.

    Save it from the editor as UTF-8; å, ä and ö are then read as they were written.
    """


@reading("Y002")
def yaml_syntax() -> None:
    """A file is YAML: keys with values, indented by spaces.

    Fails::

        people: [customers

    Passes::

        people: [customers]
    """


@reading("Y003")
def duplicate_key() -> None:
    """A key stands once at its place; of two, one would be lost in silence.

    Fails::

        people: [customers]
        people: [users]

    Passes::

        people: [customers, users]
    """


@reading("Y008")
def yaml_tag() -> None:
    """A value has no tag: the field decides what a value is, not a mark before it.

    Fails::

        people: !set [customers]

    Passes::

        people: [customers]
    """


@reading("Y009")
def too_many_aliases() -> None:
    """A file repeats itself by anchors only a little; a handful of lines could otherwise grow to millions."""


@reading("Y010")
def several_documents() -> None:
    """A file is one document, without `---` between parts.

    Fails::

        people: [customers]
        ---
        people: [users]

    Passes::

        people: [customers]
    """


@reading("Y011")
def tab_in_indentation() -> None:
    """Lines are indented by spaces; YAML allows no tab there.

    A tab looks like spaces and is none. Set the editor to insert spaces.
    """


@reading("Y012")
def file_too_large() -> None:
    """A file holds at most 1 MiB and 5,000 values: a notice is read by people."""


@reading("Y013")
def nested_too_deep() -> None:
    """Keys and lists stand at most 20 deep in one another."""


@reading("Y015")
def merge_key() -> None:
    """Keys are written out; `<<` does not merge others in among them.

    Fails::

        <<: {people: [customers]}

    Passes::

        people: [customers]
    """


@reading("Y016")
def control_character() -> None:
    """A file holds no control characters: they cannot be seen, and no PDF may hold them."""


@reading("Y017")
def key_not_text() -> None:
    """A key is a word, not a list or other keys.

    Fails::

        ? [people]
        : customers

    Passes::

        people: [customers]
    """


@reading("Y023")
def text_without_quotes() -> None:
    """A text that begins with `&`, or holds ` #` before a figure, stands in quotation marks.

    YAML takes `&Tradition` for a mark by which a value can be repeated, and what follows ` #` for a comment: the page
    would say “Oy” for `&Tradition Oy`, and “Kauppa” for `Kauppa #1`. A mark that is repeated further down is fine, and
    so is a comment with a space behind its `#`.

    Fails::

        recipients: {accounting-firm: {named: &Tradition Oy}}

    Passes::

        recipients: {accounting-firm: {named: "&Tradition Oy"}}
    """


RULES = (
    file_unreadable,
    yaml_syntax,
    duplicate_key,
    yaml_tag,
    too_many_aliases,
    several_documents,
    tab_in_indentation,
    file_too_large,
    nested_too_deep,
    merge_key,
    control_character,
    key_not_text,
    text_without_quotes,
)
