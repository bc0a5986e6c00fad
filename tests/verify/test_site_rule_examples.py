"""Every rule over the finished site, by the example on its page: the complete site passes, the broken one fails."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from bs4 import BeautifulSoup
from rules.overlay import Examples, examples
from verify.two_sites import contexts_of, files, verified

from notice.artifacts import Artifact
from notice.findings import Finding
from notice.languages import LANGUAGES
from notice.messages import help, message
from notice.verify import RULES, fragments, pdfs
from notice.verify.built import SiteRule

PAGE_RULES = [rule for rule in RULES if rule not in (*pdfs.RULES, *fragments.RULES)]
AGAIN = "the same page again"
ATTRIBUTE = re.compile(r'html lang="([a-z]+)"')


def flaws(artifacts: list[Artifact]) -> tuple[Finding, ...]:
    return verified(artifacts, contexts_of("starter"))


def codes(artifacts: list[Artifact]) -> set[str]:
    return {flaw.code for flaw in flaws(artifacts)}


def test_every_rule_shows_how_it_is_broken() -> None:
    assert len(RULES) > 15
    assert all(bool(examples(rule).fails_without) != bool(examples(rule).fails_with) for rule in RULES)


@pytest.mark.parametrize("html_only", [False, True], ids=["with PDFs", "pages alone"])
def test_the_whole_site_has_no_flaw(html_only: bool) -> None:
    assert flaws(list(files("starter", html_only=html_only))) == ()


def test_the_whole_site_of_the_first_owner_has_no_flaw() -> None:
    assert verified(list(files("kalvokeskus")), contexts_of("kalvokeskus")) == ()


@pytest.mark.slow
@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_broken_page_gives_this_finding_and_no_other(rule: SiteRule) -> None:
    """Only pages are verified: each broken page would also differ from its PDF."""
    found = flaws(broken(list(files("starter", html_only=True)), examples(rule)))
    assert {flaw.code for flaw in found} == {rule.code} | examples(rule).also
    assert all(flaw.span.file for flaw in found)
    for language in LANGUAGES:
        assert all(message(flaw, language) and help(flaw, language) for flaw in found)
    assert {str(provision) for provision in rule.cites} == {
        cite for flaw in found if flaw.code == rule.code for cite in flaw.cites
    }


def test_a_page_that_says_more_than_its_pdf_is_found_out() -> None:
    shown = examples(pdfs.pdf_differs)
    assert shown.fails_with
    found = flaws(broken(list(files("starter")), shown))
    assert {flaw.code for flaw in found} == {"B011"}
    assert {flaw.span.file.rpartition(".")[2] for flaw in found} == {"pdf"}


def test_a_pdf_without_its_facts_is_found_out() -> None:
    name = examples(pdfs.pdf_without_claims).fails_without
    assert name

    def without(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments[name]

    assert codes(with_pdfs_changed(without)) == {"B012"}


def test_a_pdf_that_claims_no_standard_or_has_no_title_is_found_out() -> None:
    def unclaimed(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            del metadata["pdfuaid:part"]

    def untitled(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo["/Title"]

    assert codes(with_pdfs_changed(unclaimed)) == {"B012"}
    assert codes(with_pdfs_changed(untitled)) == {"B012"}


def test_a_pdf_in_which_words_are_lost_is_found_out() -> None:
    """The last text object on the first page is removed."""

    def shortened(pdf: pikepdf.Pdf) -> None:
        drawn = pikepdf.parse_content_stream(pdf.pages[1])
        shown = [at for at, one in enumerate(drawn) if str(one.operator) in ("Tj", "TJ")]
        assert len(shown) > 10
        del drawn[shown[len(shown) // 2]]
        pdf.pages[1].Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))

    assert codes(with_pdfs_changed(shortened)) == {"B011"}


def test_a_pdf_that_names_another_language_is_found_out() -> None:
    """A paragraph without `lang` has the file's language, so its words are then in the wrong one too."""

    def renamed(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = pikepdf.String("de-DE")

    found = codes(with_pdfs_changed(renamed))
    assert "B004" in found
    assert found <= {"B004", "B011"}


@pytest.mark.parametrize("right", ["access", "portability", "objection", "withdrawal"])
def test_a_right_with_only_its_heading_left_counts_as_missing(right: str) -> None:
    shown = Examples("", "", f'div[data-fact="rights.{right}"]', "", frozenset())
    found = flaws(broken(list(files("starter", html_only=True)), shown))
    assert {flaw.name for flaw in found} == {f"{right}-missing"}
    assert len(found) == 3


def test_a_page_that_was_not_made_is_found_out() -> None:
    kept = [one for one in files("starter", html_only=True) if one.path != "sv/kundregister/index.html"]
    found = flaws(kept)
    assert [flaw.span.file for flaw in found if flaw.code == "B001"] == ["sv/kundregister/index.html"]
    assert {flaw.code for flaw in found} == {"B001", "B005"}


def broken(artifacts: list[Artifact], shown: Examples) -> list[Artifact]:
    """Every notice page with the example's elements removed, or its element added to `<main>`, or rendered twice."""
    if shown.fails_with == AGAIN:
        return [*artifacts, *(one for one in artifacts if _is_notice(one.path))]
    changed = [replace(one, body=_broken(one.body, shown)) if _is_notice(one.path) else one for one in artifacts]
    assert changed != artifacts
    return changed


def _is_notice(path: str) -> bool:
    return path.endswith(".html") and path.count("/") == 2


def _broken(body: bytes, shown: Examples) -> bytes:
    tree = BeautifulSoup(body.decode(), "html.parser")
    for element in tree.select(shown.fails_without) if shown.fails_without else ():
        element.decompose()
    attribute = ATTRIBUTE.fullmatch(shown.fails_with)
    if attribute:
        assert tree.html is not None
        tree.html["lang"] = attribute[1]
    elif shown.fails_with:
        assert tree.main is not None
        tree.main.append(BeautifulSoup(shown.fails_with, "html.parser"))
    return str(tree).encode()


def with_pdfs_changed(change: object) -> list[Artifact]:
    """The site with each of its PDFs changed."""
    assert callable(change)
    artifacts = []
    for one in files("starter"):
        if not one.path.endswith(".pdf"):
            artifacts.append(one)
            continue
        made = io.BytesIO()
        with pikepdf.open(io.BytesIO(one.body)) as pdf:
            change(pdf)
            pdf.save(made)
        artifacts.append(replace(one, body=made.getvalue()))
    return artifacts
