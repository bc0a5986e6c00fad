"""B: no external resources, scripts or redirects (B006, B007)."""

from collections.abc import Iterator

from notice.artifacts import Artifact, Kind
from notice.findings import Violation
from notice.links.loads import as_browsers_read, is_outward, loads_of_style, loads_of_xml, parts
from notice.verify.built import Built, site_rule


@site_rule("B006")
def loaded_from_elsewhere(built: Built) -> Iterator[Violation]:
    """A page, a style sheet and a drawing load only files of the site, and those of its host that `assets` declares.

    Nobody else learns who reads a privacy notice. What a declared file loads is not read; the policy of the pages lets
    browsers load files of the same host alone.

    Fails with::

        <p><span style="background: url( 'https://example.com/x.png' )">x</span></p>
    """
    for file in built.files.values():
        for address in dict.fromkeys(_loads(file, built)):
            if _is_elsewhere(address, file.path, built):
                yield built.place(file.path, address).violation(address=address)


@site_rule("B007")
def script_on_page(built: Built) -> Iterator[Violation]:
    """A page runs no script, holds no form or frame, and neither moves its links nor leads away by itself.

    Fails with::

        <p onclick="alert(1)">x</p>
    """
    for page in built.pages.values():
        for script in dict.fromkeys(page.scripts):
            yield built.place(page.path, script.rstrip(">")).violation(script=script)


def _loads(file: Artifact, built: Built) -> Iterator[str]:
    """The addresses that a browser fetches when it opens the file; of other kinds, it fetches nothing."""
    if file.kind in (Kind.PAGE, Kind.FRAGMENT):
        yield from built.pages[file.path].loads
    elif file.kind is Kind.STYLE:
        yield from loads_of_style(file.body.decode("utf-8", errors="replace"))
    elif file.kind is Kind.XML:
        yield from built.drawings[file.path].loads
        yield from loads_of_xml(file.body.decode("utf-8", errors="replace"))


def _is_elsewhere(address: str, path: str, built: Built) -> bool:
    plain = as_browsers_read(address)
    if not plain or plain.startswith("#"):
        return False  # the page itself
    split = parts(plain)
    if split and not split.scheme and not split.netloc and split.path in built.site.assets:
        return False  # the owner's, on the same host
    return is_outward(plain) or not built.file_at(plain, path)


RULES = (loaded_from_elsewhere, script_on_page)
