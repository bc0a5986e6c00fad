"""No notice with unknown facts is published as final, and a finding about a fact is at the owner's line."""

from dataclasses import replace
from pathlib import Path

from rules.overlay import site_with
from verify.two_sites import DAY, contexts, contexts_of, files, read, rendered

from notice.artifacts import Artifact
from notice.check import Checked, check
from notice.findings import Finding
from notice.load import load
from notice.messages import help, message
from notice.verify import drafts, site
from notice.verify.built import Built, SiteRule
from notice.verify.coverage import facts_not_shown
from notice.verify.readings import PdfReading

PAGE = "fi/asiakasrekisteri/index.html"


def drawn(example: str, folder: Path) -> tuple[Checked, list[Artifact]]:
    done = check(load(site_with(example, folder)), DAY)
    return done, rendered(done)


def flaws(rule: SiteRule, built: Built) -> list[Finding]:
    return sorted(rule.flaws(built))


def changed(artifacts: list[Artifact], old: str, new: str) -> list[Artifact]:
    made = [replace(one, body=one.body.replace(old.encode(), new.encode())) for one in artifacts]
    assert made != artifacts
    return made


def test_a_page_without_the_mark_is_no_draft(tmp_path: Path) -> None:
    done, artifacts = drawn("controller: {business-id: unknown}", tmp_path / "site")
    assert flaws(drafts.draft_without_mark, read(artifacts, contexts(done))) == []
    without = changed(artifacts, 'class="boxed draft"', 'class="boxed"')
    assert len(flaws(drafts.draft_without_mark, read(without, contexts(done)))) == 3


def test_every_page_of_a_drafts_pdf_carries_the_mark(tmp_path: Path) -> None:
    done, artifacts = drawn("controller: {business-id: unknown}", tmp_path / "site")
    document = contexts(done)[0].composed["fi"].document
    assert document.draft
    for running, faulty in ((document.draft.upper(), False), ("", True)):
        built = read(artifacts, contexts(done))
        reading = PdfReading("fi", "x", (), {}, 2, (), (document.draft, running))
        built.__dict__["pdfs"] = {document.pdf_path: reading}
        found = flaws(drafts.draft_without_mark, built)
        assert [(flaw.key, flaw.arguments) for flaw in found] == ([("pdf", (("numbers", "2"),))] if faulty else [])


def test_what_is_not_yet_stated_stands_only_in_a_draft(tmp_path: Path) -> None:
    """The page of a draft, verified as if no fact were pending."""
    done, artifacts = drawn("controller: {business-id: unknown}", tmp_path / "site")
    final = tuple(replace(case, notice=replace(case.notice, waiting=())) for case in contexts(done))
    found = flaws(drafts.draft_without_mark, read(artifacts, final))
    assert len(found) == 3
    assert {flaw.span.file for flaw in found} == {"content/controller.yaml"}
    assert all("business-id" in message(flaw, "en") for flaw in found)


def test_a_fact_that_is_not_shown_is_reported_at_the_owners_line_with_help() -> None:
    without = changed(list(files("starter", html_only=True)), 'data-fact="purposes.orders.basis"', "")
    cases = contexts_of("starter")
    found = flaws(site.fact_untold, read(without, cases))
    assert len(found) == 3
    assert {flaw.span for flaw in found} == {cases[0].notice.span("purposes", "orders", "basis")}
    assert all("`data-fact`" in help(flaw, "en") for flaw in found)


def test_a_fact_that_one_language_lacks_is_shown_at_the_owners_line() -> None:
    artifacts = list(files("starter", html_only=True))
    fewer = [
        *(one for one in artifacts if one.path != PAGE),
        *changed([one for one in artifacts if one.path == PAGE], 'data-fact="purposes.orders.basis"', ""),
    ]
    cases = contexts_of("starter")
    [flaw] = flaws(site.languages_differ, read(fewer, cases))
    assert flaw.span == cases[0].notice.span("purposes", "orders", "basis")
    assert PAGE in message(flaw, "en") and help(flaw, "en")


def test_only_an_explicit_none_of_joint_controllers_may_be_omitted(tmp_path: Path) -> None:
    for answer, missing in (("none", []), ("unknown", [("joint-controllers",)])):
        done, _ = drawn(f"joint-controllers: {answer}", tmp_path / answer)
        shown = frozenset(
            ".".join(path) for path in contexts(done)[0].notice.spans if path and path[0] != "joint-controllers"
        )
        assert list(facts_not_shown(contexts(done)[0].notice, shown)) == missing
