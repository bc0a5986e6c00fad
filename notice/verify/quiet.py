"""B: a page is quiet. It loads nothing from elsewhere, runs nothing, and leads nobody away by itself."""

import re
from collections.abc import Iterator

from notice.artifacts import Artifact, Kind
from notice.verify.addresses import as_browsers_read, file_of, is_outward
from notice.verify.built import Built, Flaw, site_rule
from notice.verify.loads import loads_of_style
from notice.verify.page import read_page

# A drawing names its form by an address that nobody opens, and a map of the site names the pages in other languages.
_NAMES = re.compile(r"""\bxmlns(:\w+)?\s*=\s*("[^"]*"|'[^']*')|<xhtml:link rel="alternate"[^>]*>""")


@site_rule("B006")
def loaded_from_elsewhere(built: Built) -> Iterator[Flaw]:
    """A page, a style sheet and a drawing load only files of the site.

    Nobody else learns who reads a privacy notice.

    Fails with::

        <p><span style="background: url( 'https://example.com/x.png' )">x</span></p>
    """
    for file in built.files.values():
        for load in dict.fromkeys(_loads(file, built)):
            if _is_elsewhere(load, file.path, built):
                message = f"The file loads `{load}`, which is no file of the site"
                yield Flaw(file.path, message, load, "take it out of the template, or add the file to the site")


@site_rule("B007")
def script_on_page(built: Built) -> Iterator[Flaw]:
    """A page runs no script, holds no form or frame, and neither moves its links nor leads away by itself.

    Fails with::

        <p onclick="alert(1)">x</p>
    """
    for page in built.pages.values():
        for script in dict.fromkeys(page.scripts):
            yield Flaw(page.path, f"The page holds `{script}`", script.rstrip(">"), "take it out of the template")


def _loads(file: Artifact, built: Built) -> Iterator[str]:
    """The addresses that a browser fetches when it opens the file; of other kinds, it fetches nothing."""
    text = file.body.decode("utf-8", errors="replace") if file.kind in (Kind.STYLE, Kind.XML) else ""
    if file.kind is Kind.PAGE:
        yield from built.pages[file.path].loads
    elif file.kind is Kind.STYLE:
        yield from loads_of_style(text)
    elif file.kind is Kind.XML:
        yield from read_page(file.path, text.encode()).loads
        yield from loads_of_style(_NAMES.sub("", text))


def _is_elsewhere(load: str, path: str, built: Built) -> bool:
    plain = as_browsers_read(load)
    if not plain or plain.startswith("#"):
        return False  # the page itself
    return is_outward(plain) or not file_of(plain, path, built)


RULES = (loaded_from_elsewhere, script_on_page)
