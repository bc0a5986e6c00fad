"""B: fragments for other websites: the page's words and links, in order, with nothing of another kind (B015, B016)."""

import html
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from notice.artifacts import Kind
from notice.document.parts import Document
from notice.findings import Level, Violation
from notice.verify.built import Built, site_rule
from notice.verify.readings import Page

LARGEST = 64_000
"""The most bytes of a plain fragment: Shopify's Storefront API states 64 kB for the text of a policy."""

SHOWN = 6
"""The number of words that a finding quotes."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")
_PLAIN_ATTRIBUTES = frozenset({"href", "lang"})


@site_rule("B015", "12-1")
def fragment_differs(built: Built) -> Iterator[Violation]:
    """A fragment says what its page says, in order, and leads where it leads.

    The plain one says it with all tags taken away, a table row by row with the heads of its columns, and has no
    attributes but addresses and languages. The ids of the other begin with `notice-`, unlike those of the page around.
    The drawings and the table of contents are not in the plain one.

    Fails with::

        <p>Words that no fragment has.</p>
    """
    if not built.site.embed:
        return
    for _, document, page in built.documents():
        if page.path != document.page_path:
            continue
        for path, is_plain in ((document.fragment_path, False), (document.plain_path, True)):
            fragment = built.pages.get(path)
            if fragment is None:
                yield built.place(path).violation("no-fragment", file=path)
            else:
                yield from _differences(built, document, page, fragment, is_plain)


@site_rule("B016", level=Level.WARNING)
def fragment_too_large(built: Built) -> Iterator[Violation]:
    """A plain fragment has at most 64 kB, which is what shops take as the text of a policy.

    Fails with::

        more than 64 kB of words
    """
    for file in built.of_kind(Kind.FRAGMENT):
        if file.path.endswith("/plain.html") and len(file.body) > LARGEST:
            yield built.place(file.path).violation(size=len(file.body), most=LARGEST)


def _differences(built: Built, document: Document, page: Page, fragment: Page, is_plain: bool) -> Iterator[Violation]:
    # Here: the list of all rules loads no reader of HTML.
    from notice.verify.linear import attribute_names, linear_text, outward_links
    from notice.verify.page import page_blocks

    place = built.place(fragment.path)
    text = built.files[fragment.path].body.decode("utf-8", errors="replace")
    if is_plain:
        wanted = words_of(linear_text(page.main))
        found = words_of(html.unescape(_TAG.sub("", text)))
    else:
        wanted = [word for one in built.blocks(document) for word in words_of(one.text)]
        found = [word for one in page_blocks(text, document.language) for word in words_of(one.text)]
    if wanted != found:
        pairs = enumerate(itertools.zip_longest(wanted, found))
        at = next(number for number, (one, other) in pairs if one != other)
        yield place.violation("other-words", page_text=_quoted(wanted, at), text=_quoted(found, at))
    for link in sorted(outward_links(page.main) - {*fragment.links}):
        yield place.violation("no-link", link=link)
    if is_plain:
        for name in sorted(attribute_names(text) - _PLAIN_ATTRIBUTES):
            yield place.violation("attribute", attribute=name)
    else:
        for id in sorted(id for id in fragment.ids if not id.startswith("notice-")):
            yield place.violation("attribute", attribute=f'id="{id}"')


def words_of(text: str) -> list[str]:
    """The words of a text, without signs and characters that are not seen."""
    return _WORD.findall(_UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def _quoted(words: Sequence[str], at: int) -> str:
    return " ".join(words[at : at + SHOWN]) or "–"


RULES = (fragment_differs, fragment_too_large)
