"""A site of a preset with German, translated by a program: every longer word gets letters of German at its end."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner, Result

from notice.cli import main

UNCHANGED = (":slug", ".phone", ".website")
"""The ends of the keys of addresses, which have no translation."""


def run(*arguments: object) -> Result:
    """Run the command with its arguments in English."""
    return CliRunner().invoke(main, [*map(str, arguments), "--language", "en"], catch_exceptions=False)


def new_site(folder: Path) -> Path:
    """A webshop's site as `notice init` makes it."""
    assert run("init", folder, "--preset", "webshop-customers").exit_code == 0
    return folder


def with_german(site: Path) -> None:
    """Name German among the languages of the site."""
    file = site / "content/site.yaml"
    text = file.read_text(encoding="utf-8")
    assert "languages: [fi, sv, en]" in text
    file.write_text(text.replace("languages: [fi, sv, en]", "languages: [fi, sv, en, de]"), encoding="utf-8")


def german(text: str) -> str:
    """The text as if it were German, some words of it as long as German ones; placeholders stay."""

    def word(found: re.Match[str]) -> str:
        if found[0][0] == "{":
            return found[0]
        return f"{found[0]}verordnungsbeauftragtengröße" if len(found[0]) > 9 else f"{found[0]}größe"

    return re.sub(r"\{[a-z-]+\}|\w{5,}", word, text)


def fill(file: Path) -> int:
    """Translate every entry of a PO file; the number of entries."""
    body = file.read_bytes()
    head = body.partition(b"\n\n")[0]
    catalog = read_po(BytesIO(body))
    messages = [message for message in catalog if message.id]
    for message in messages:
        assert isinstance(message.id, str) and message.context
        message.string = message.id if message.context.endswith(UNCHANGED) else german(message.id)
    filled = BytesIO()
    write_po(filled, catalog, omit_header=True, width=0)
    file.write_bytes(head + b"\n\n" + filled.getvalue())
    return len(messages)


def translate(site: Path, file: Path) -> int:
    """Translate the whole site into German by way of a PO file; the number of words."""
    assert run("words", "start", "de", site).exit_code == 0
    assert run("words", "export", "de", file, site).exit_code == 0
    count = fill(file)
    done = run("words", "import", file, site)
    assert done.exit_code == 0, done.output
    return count
