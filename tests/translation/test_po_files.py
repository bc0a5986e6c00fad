"""A PO file holds every word unchanged, marks what is stale, and is refused at the line of a lost placeholder."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translation.german import new_site, run
from translation.wild import TEXTS

from notice.load import Loaded, load
from notice.translation.catalog import exported, languages_in, translated
from notice.translation.needed import Entry, entries
from notice.translation.record import Record, digest
from notice.translation.start import write_translated
from notice.translation.writing import Word, with_words

WILD = TEXTS.map(lambda text: text.replace("{", "("))
KEYS = st.lists(st.text("abc-.", min_size=1), min_size=1, max_size=6, unique=True)
DATA = st.data()


@given(KEYS, DATA)
def test_every_text_is_read_back(keys: list[str], data: st.DataObject) -> None:
    words = [Entry("site.yaml", (key,), data.draw(WILD), data.draw(st.none() | WILD)) for key in keys]
    stale = {entry.key: "0" * 12 for entry in words if data.draw(st.booleans())}
    record = Record("en", stale)
    body = exported(words, record, "en", "de")
    assert languages_in(body, "de.po") == ("en", "de")
    read = translated(body, words, "de.po")
    assert read.refused == read.skipped == ()
    assert read.texts == {entry: entry.target for entry in words if entry.target}
    assert read.sources == {entry: "" if entry.key in stale else entry.source for entry in words if entry.target}
    assert exported(words, record, "en", "de") == body


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("slug", "#. The end of the page's address: small letters a–z, digits and hyphens."),
        ("name", "#. A heading or a title."),
        ("headings.summary", "#. A heading or a title."),
        ("purposes.orders.text", "#. A sentence, or several."),
        ("labels.purpose", "#. A label: short, in front of a fact or on a button."),
        ("data.email", "#. A name in a list: small letters, no full stop."),
        (
            "authorities.fi-ombudsman.website",
            "#. An address or a number: replace it only if this language has another.",
        ),
        ("channels.email", "#. A name in a list: small letters, no full stop."),
        ("texts.unknown", ""),
        ("countries.AG", ""),
    ],
)
def test_an_entry_says_what_its_word_is(path: str, comment: str) -> None:
    lines = exported([Entry("site.yaml", tuple(path.split(".")), "x", None)], Record("en"), "en", "de").decode()
    assert [line for line in lines.splitlines() if line.startswith("#")] == list(filter(None, [comment]))


SIX = st.lists(WILD, min_size=6, max_size=6)


@pytest.fixture(scope="module")
def wild_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Loaded]:
    """A site whose words the examples replace; its facts are read once."""
    folder = new_site(tmp_path_factory.mktemp("po") / "site")
    return folder, load(folder)


@settings(max_examples=15)
@given(SIX, SIX)
def test_export_import_export_is_the_identity(
    wild_site: tuple[Path, Loaded], sources: list[str], texts: list[str]
) -> None:
    """The owner's words in Finnish and in Swedish are wild."""
    site, loaded = wild_site
    finnish = site / "content/fi/webshop-customers.yaml"

    def needed() -> tuple[Entry, ...]:
        return tuple(entry for entry in entries(loaded, site, "fi", "sv") if entry.path != ("slug",))

    paths = [entry.path for entry in needed()]
    made = with_words(finnish.read_text("utf-8"), dict(zip(paths, map(Word, sources), strict=True)))
    finnish.write_bytes(made.encode())
    words = needed()
    assert [entry.source for entry in words] == sources
    wild = dict(zip(words, texts, strict=True))
    filled = [Entry(entry.file, entry.path, entry.source, text) for entry, text in wild.items()]
    body = exported(filled, Record(), "fi", "sv")
    record = Record()
    write_translated(site, "sv", translated(body, words, "sv.po"), record, "fi")
    assert [entry.target for entry in needed()] == texts
    before = (site / "content/sv/webshop-customers.yaml").read_bytes()
    again = exported(needed(), record, "fi", "sv")
    assert again == body
    assert write_translated(site, "sv", translated(again, needed(), "sv.po"), record, "fi") == ()
    assert (site / "content/sv/webshop-customers.yaml").read_bytes() == before


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return new_site(tmp_path / "site")


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_lost_placeholder_is_one_error_at_its_line_and_nothing_is_written(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "de.po"
    assert run("words", "export", "de", file, site).exit_code == 0
    edited(file, 'msgid "{amount} pages"\nmsgstr ""', 'msgid "{amount} pages"\nmsgstr "{anzahl} Seiten"')
    edited(file, 'msgid "Download PDF"\nmsgstr ""', 'msgid "Download PDF"\nmsgstr "PDF laden"')
    line = file.read_text(encoding="utf-8").splitlines().index('msgid "{amount} pages"') + 1
    before = contents(site)
    done = run("words", "import", file, site)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        f"{file}:{line}: site.yaml:ui.pdf-pages: the translation lacks `{{amount}}`. "
        "Copy it unchanged from the source text.",
        f"{file}:{line}: site.yaml:ui.pdf-pages: the source text has no `{{anzahl}}`. Remove it from the translation.",
        "Refused: 2. Nothing was written.",
    ]
    assert contents(site) == before


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('msgctxt "site.yaml:ui.gone"\nmsgid "x"\nmsgstr "y"', "left out: the site does not need `site.yaml:ui.gone`"),
        ('msgctxt "../../x.yaml:name"\nmsgid "x"\nmsgstr "y"', "left out: the site does not need `../../x.yaml:name`"),
        ('msgid "x"\nmsgid_plural "xs"\nmsgstr[0] "y"\nmsgstr[1] "ys"', "not plural forms"),
        ('msgctxt "site.yaml:ui.page"\nmsgid "Page"\nmsgstr "Sei\u200bte"', "invisible character U+200B"),
    ],
)
def test_what_is_no_word_of_the_site_is_said_by_line(site: Path, tmp_path: Path, entry: str, message: str) -> None:
    file = tmp_path / "de.po"
    assert run("words", "export", "de", file, site).exit_code == 0
    head = file.read_text(encoding="utf-8").partition("\n\n")[0]
    file.write_text(f"{head}\n\n{entry}\n", encoding="utf-8")
    before = contents(site)
    done = run("words", "import", file, site)
    line = file.read_text(encoding="utf-8").splitlines().index(next(x for x in entry.splitlines() if "msgid" in x)) + 1
    assert f"{file}:{line}: " in done.stderr and message in done.stderr
    assert contents(site) == before


@pytest.mark.parametrize(
    "body",
    ["", "no PO file", "\x00\x01", 'msgid ""\nmsgstr ""\n"Language: de\\n"\n', 'HEAD\n\nmsgid "x\n'],
)
def test_a_file_that_is_no_po_file_is_refused_in_one_sentence(site: Path, tmp_path: Path, body: str) -> None:
    file = tmp_path / "de.po"
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"X-Source-Language: en\\n"\n'
    file.write_text(body.replace("HEAD", head), encoding="utf-8")
    done = run("words", "import", file, site)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {file}") and done.stderr.count("\n") == 1


def test_a_translation_of_an_older_text_is_stale_and_fuzzy_until_it_is_looked_at(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "sv.po"
    words = site / "content/fi/webshop-customers.yaml"
    assert run("words", "accept", "sv", "--site", site).output == "Recorded: 7.\n"
    assert run("words", "status", site).exit_code == 0
    edited(words, "Seloste julkaistiin.", "Seloste julkaistiin ensimmäisen kerran.")
    status = run("words", "status", site)
    assert status.exit_code == 1
    assert "content/sv/webshop-customers.yaml:history" in status.output and "ensimmäisen kerran" in status.output
    assert run("words", "export", "sv", file, site).output.endswith("Translated from an older text: 1.\n")
    text = file.read_text(encoding="utf-8")
    assert text.count("#, fuzzy") == 1
    # An untouched file changes nothing: the word is as stale as before.
    before = contents(site)
    assert run("words", "import", file, site).exit_code == 0
    assert contents(site) == before
    file.write_text(text.replace("#, fuzzy\n", "").replace("publicerades.", "publicerades 2026."), encoding="utf-8")
    assert run("words", "import", file, site).exit_code == 0
    assert run("words", "status", site).exit_code == 0
    assert "publicerades 2026." in (site / "content/sv/webshop-customers.yaml").read_text(encoding="utf-8")


def test_a_text_that_changed_after_the_export_makes_the_translation_stale(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "sv.po"
    assert run("words", "export", "sv", file, site).exit_code == 0
    edited(site / "content/fi/webshop-customers.yaml", "Seloste julkaistiin.", "Seloste uusittiin.")
    assert run("words", "import", file, site).exit_code == 0
    assert "history" in run("words", "status", site).output


def test_a_standard_word_that_only_the_source_replaces_stays_standard(site: Path, tmp_path: Path) -> None:
    """The translation that the file holds is the package's: nothing is written for it."""
    (site / "content/fi/site.yaml").write_text("texts: {unknown: ei tiedossa}\n", encoding="utf-8")
    file = tmp_path / "sv.po"
    assert run("words", "export", "sv", file, site).exit_code == 0
    assert 'msgid "ei tiedossa"\nmsgstr "ännu inte angivet"' in file.read_text(encoding="utf-8")
    assert run("words", "import", file, site).output.endswith("Changed: 0. Unchanged: 8.\n")
    assert not (site / "content/sv/site.yaml").exists()


def test_a_file_that_another_editor_saved_is_read(site: Path, tmp_path: Path) -> None:
    """With a byte order mark, line ends of Windows, wrapped lines, a region, and an obsolete entry."""
    file = tmp_path / "de.po"
    assert run("words", "export", "de", file, site).exit_code == 0
    edited(file, 'msgid "Download PDF"\nmsgstr ""', 'msgid "Download PDF"\nmsgstr ""\n"PDF "\n"laden"')
    edited(file, '"Language: de\\n"', '"Language: de_AT\\n"\n"X-Poedit: 3\\n"')
    text = file.read_text(encoding="utf-8") + '\n#~ msgid "old"\n#~ msgstr "alt"\n'
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run("words", "import", file, site).output.endswith("Changed: 1. Unchanged: 0.\n")
    assert (site / "content/de/site.yaml").read_text(encoding="utf-8") == "ui:\n  pdf: PDF laden\n"


def test_an_existing_file_is_overwritten_only_if_it_was_exported(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "de.po"
    file.write_text("mine", encoding="utf-8")
    assert "is not a PO file made by notice" in run("words", "export", "de", file, site).stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("words", "export", "de", site / "content/de.po", site).exit_code == 2
    file.unlink()
    assert [run("words", "export", "de", file, site).exit_code for _ in range(2)] == [0, 0]


def test_the_hash_is_that_of_the_text_without_the_space_around_it() -> None:
    assert digest(" Page\n") == digest("Page") == sha256(b"Page").hexdigest()[:12]
    assert digest("page") != digest("Page")
