"""`notice review`: a notice in all its languages side by side, as a page and for Word, to be read and signed."""

import os
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say, site_argument
from notice.cli.worded import Command, option, words
from notice.derive import derive
from notice.document import compose
from notice.document.composed import ComposedNotice
from notice.errors import CannotRun, by_system
from notice.files import SOURCE_FOLDERS, is_inside
from notice.load import load
from notice.publish import MARKER
from notice.reports.texts import cited
from notice.review.page import page
from notice.review.provisions import SECTION_PROVISIONS
from notice.review.review import review as review_of
from notice.review.word import word

LABELS = (
    "answers", "controller", "date", "draft", "fact", "fact-word", "hash", "hash-facts", "hash-words", "heading",
    "intro", "language", "name", "none", "own", "remarks", "replaced", "sign", "sign-text", "signature", "standard",
    "title", "version",
)  # fmt: skip
"""The words of the document itself, ids below `cli.review`."""


@click.command(cls=Command)
@site_argument
@option("--output", "out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), default=None)
@group_language_option
def review(folder: Path, out: Path | None) -> None:
    """Write each notice of the site, section by section with its languages side by side, as HTML and Word.

    Each statement has the facts that it makes, each section the provisions that it answers. A file's name has a hash
    of the facts and the words: another text is another file, and a file that is there stays as it is.
    """
    target = out or folder / "review"
    for name in SOURCE_FOLDERS:
        if is_inside(target, folder / name):
            raise CannotRun("review-folder", folder=target)
    if any((above / MARKER).exists() for above in (target.resolve(), *target.resolve().parents)):
        raise CannotRun("review-folder", folder=target)
    language = spoken()
    labels = {key: words("cli", "review", key) for key in LABELS}
    laws = {
        section: "; ".join(cited(str(one), language) for one in provisions)
        for section, provisions in SECTION_PROVISIONS.items()
    }
    loaded = load(folder)
    for notice in loaded.notices:
        of_notice = {code: loaded.words[notice.id, code] for code in notice.languages}
        derived = derive(notice)
        documents = {code: compose(notice, derived, one).document for code, one in of_notice.items() if not one.broken}
        if () in notice.invalid or not documents:
            raise CannotRun("words-unread")
        made = review_of(ComposedNotice(notice, derived, documents), of_notice)
        name = f"{notice.id}-{made.version}"
        _write(target / f"{name}.html", page(made, labels, laws, language).encode())
        _write(target / f"{name}.docx", word(made, labels, laws, language))


def _write(file: Path, body: bytes) -> None:
    """Write a new file; one that is there may have a reviewer's remarks."""
    if os.path.lexists(file):
        say(words("cli", "review-there", file=file))
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(body)
    except OSError as error:
        raise CannotRun("unwritable", file=file, why=by_system(error)) from error
    say(f"  {file}")
