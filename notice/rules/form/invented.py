"""D004, D005: values that only an invented firm can have. An example site may show them, under its mark."""

from collections.abc import Iterator

from notice.findings import FactPath, Level, Span
from notice.model.site import Invented
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import place

_EXAMPLE = "or mark an invented example: `example: yes` in `content/site.yaml`"


@rule("D004", "13-1-a", "14-1-a", level=Level.WARNING, blocks_release=True)
def sample_fact_left(context: RuleContext) -> Iterator[Fault]:
    """The facts of the invented firm that `notice init` makes are replaced by the owner's own before a release.

    A reader would write to nobody. Names, addresses, numbers, recipients and cookies are compared, and words that name
    the firm; a town or a postcode may be the same by chance. A site with `example: yes` keeps them, and says on every
    page that it is an example. A release build refuses what is left.

    Fails::

        site: {example: no}

    Passes::

        site: {example: yes}
    """
    for one in context.notice.invented:
        if one.kind == "sample":
            told = f"“{one.text}” is still the invented firm's"
            help = f"write your own; `unknown` if you do not know it yet; {_EXAMPLE}"
            yield Fault(_fact(one), told, "a sample", help, span=_span(one, context))


@rule("D005", "12-1", "13-1-a", "13-1-b", level=Level.WARNING, blocks_release=True)
def domain_reserved(context: RuleContext) -> Iterator[Fault]:
    """An address in a notice leads somewhere: not to a domain that is reserved for examples and tests.

    `.example`, `.test`, `.invalid`, `.localhost`, `example.com`, `example.net` and `example.org` belong to nobody
    (RFC 2606, RFC 6761), and `example.fi` is that of the invented firm. Words may show a form, as in “for example
    name@example.com”. A release build refuses such an address, unless the site says `example: yes`.

    Also found: D004, for the facts of the invented firm.

    Fails::

        site: {example: no}
        controller:
          dpo: {email: dpo@example.org}

    Passes::

        controller:
          dpo: {email: dpo@example.org}
    """
    for one in context.notice.invented:
        if one.kind == "domain":
            told = f"“{one.text}” is on a domain that is reserved for examples"
            help = f"write the real address; `unknown` if you do not know it yet; {_EXAMPLE}"
            yield Fault(_fact(one), told, "leads nowhere", help, span=_span(one, context))


def _fact(one: Invented) -> FactPath:
    return (one.language, *one.path) if one.language else one.path


def _span(one: Invented, context: RuleContext) -> Span:
    """The place of the fact; within the owner's words, that of the words that show it."""
    words = context.words.get(one.language)
    for path, text, layer in words.owned if words else ():
        if path == one.path and layer.file == one.span.file:
            return place(layer, path, text, one.start, one.start + len(one.text))
    return one.span


RULES = (sample_fact_left, domain_reserved)
