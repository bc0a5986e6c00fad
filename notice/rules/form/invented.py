"""D004, D005: sample facts of the starter and reserved domains, which only a site marked as an example may have."""

from collections.abc import Iterator

from notice.findings import FactPath, Level, Span, Violation, violation_at
from notice.model.site import Invented
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import place


@rule("D004", "13-1-a", "14-1-a", level=Level.WARNING, blocks_release=True)
def sample_fact_left(context: RuleContext) -> Iterator[Violation]:
    """The facts of the invented firm of `notice init --example` are replaced by the owner's own before a release.

    A message to such an address reaches nobody. Names, addresses, numbers, recipients and cookies are compared, and
    words that name the firm; a town or a postcode may be the same by chance. A site with `example: yes` keeps them, and
    every page then says that it is an example. A release build refuses what is left.

    Fails::

        site: {example: no}

    Passes::

        site: {example: yes}
    """
    for sample in context.notice.invented:
        if sample.kind == "sample":
            yield violation_at(_span(sample, context), path=_path(sample), text=sample.text)


@rule("D005", "12-1", "13-1-a", "13-1-b", level=Level.WARNING, blocks_release=True)
def domain_reserved(context: RuleContext) -> Iterator[Violation]:
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
    for address in context.notice.invented:
        if address.kind == "domain":
            yield violation_at(_span(address, context), path=_path(address), text=address.text)


def _path(value: Invented) -> FactPath:
    return (value.language, *value.path) if value.language else value.path


def _span(value: Invented, context: RuleContext) -> Span:
    """The place of the fact; in the owner's words, the part that contains the value."""
    words = context.words.get(value.language)
    for path, text, layer in words.owned if words else ():
        if path == value.path and layer.file == value.span.file:
            return place(layer, path, text, value.start, value.start + len(value.text))
    return value.span


RULES = (sample_fact_left, domain_reserved)
