"""The answers of the preview: the built pages with the overlay, of this machine alone, and no file on disk."""

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rules.overlay import site_with
from serve.previews import DAY, HERE, preview
from starlette.testclient import TestClient

from notice.build import build
from notice.languages import LANGUAGES
from notice.messages import text
from notice.serve.guard import is_local
from notice.serve.overlay import EDITORS

PAGE = "/fi/asiakasrekisteri/"
REGISTER = "content/registers/customers.yaml"


LAST_GOOD = text("en", "serve", "last-good")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with("{}", tmp_path / "site")


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def broken(site: Path) -> None:
    file = site / REGISTER
    file.write_text(file.read_text("utf-8").replace("basis:", "bassis:", 1), encoding="utf-8")


def test_every_built_file_is_served_and_pages_differ_by_the_overlay_alone(site: Path, tmp_path: Path) -> None:
    build(site, tmp_path / "out", DAY, html_only=True)
    seen = preview(site)
    for path, body in files_in(tmp_path / "out").items():
        answer = seen.client.get(f"/{path}")
        if path == ".notice-site":
            continue
        assert answer.status_code == 200, path
        if not path.endswith(".html"):
            assert answer.content == body, path
            continue
        served, made = BeautifulSoup(answer.text, "html.parser"), BeautifulSoup(body, "html.parser")
        (script,) = served.find_all("script")
        script.decompose()
        for policy in made.find_all("meta", attrs={"http-equiv": True}):
            policy.decompose()
        for link in served.select("a[type='application/pdf'], link[type='application/pdf']"):
            link.find_parent("li").decompose() if link.name == "a" else link.decompose()  # type: ignore[union-attr]
        assert served.get_text().split() == made.get_text().split(), path


def test_nothing_is_written(site: Path) -> None:
    before = files_in(site)
    seen = preview(site)
    assert seen.client.get(PAGE).status_code == 200
    assert seen.client.get(f"{PAGE}asiakasrekisteri.pdf").content.startswith(b"%PDF")
    broken(site)
    seen.session.check()
    assert seen.state(PAGE)["level"] == "error"
    assert set(files_in(site)) == set(before)


def test_a_pdf_is_that_of_the_build(site: Path, tmp_path: Path) -> None:
    build(site, tmp_path / "out", DAY)
    path = "fi/asiakasrekisteri/asiakasrekisteri.pdf"
    assert preview(site).client.get(f"/{path}").content == (tmp_path / "out" / path).read_bytes()


def test_nothing_is_stored_and_no_script_runs_but_the_overlay(site: Path) -> None:
    answer = preview(site).client.get(PAGE)
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    (script,) = BeautifulSoup(answer.text, "html.parser").find_all("script")
    assert f"script-src 'nonce-{script['nonce']}'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "http-equiv" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:99", "[::1]", "[::1]:8000"])
def test_the_names_of_this_machine_are_served(host: str, site: Path) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1:x",
        "localhost:",
        "::1",
        "[::1",
        "0.0.0.0:8000",
        "127.0.0.1@evil.example",
    ],
)
def test_a_foreign_host_is_refused(host: str, site: Path) -> None:
    client = preview(site).client
    for path in ("/", PAGE, "/_notice/state", "/_notice/events", "/_notice/overlay.js"):
        answer = client.get(path, headers={"host": host})
        assert (answer.status_code, answer.text) == (421, "Misdirected Request")


def test_a_page_of_another_site_gets_nothing(site: Path) -> None:
    client = preview(site).client
    foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    assert client.get(PAGE, headers=foreign).status_code == 403
    framed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
    assert client.get(PAGE, headers=framed).status_code == 403
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get(PAGE, headers=followed).status_code == 200
    assert client.post(PAGE).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../site/content/site.yaml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/content/site.yaml",
        "/content/site.yaml",
        "//etc/passwd",
        "/fi/%00",
        "/_notice/..%2f__init__.py",
        "/_notice/rule.html",
        "/_notice/rules/N999",
        "/_notice/",
    ],
)
def test_no_file_of_the_disk_is_served(path: str, site: Path) -> None:
    answer = preview(site).client.get(path)
    assert answer.status_code == 404
    assert "orders" not in answer.text


def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("secret", encoding="utf-8")
    (site / "templates").mkdir()
    (site / "templates/style.css").symlink_to(tmp_path / "secret.css")
    seen = preview(site)
    assert "secret" not in seen.client.get("/style.css").text
    assert seen.state()["level"] == "error"


def test_a_folder_without_its_slash_is_redirected_within_the_site(site: Path) -> None:
    client = TestClient(preview(site).client.app, base_url=HERE, follow_redirects=False)
    assert client.get("/fi").headers["location"] == "/fi/"
    assert client.get("/%2Fevil.example").status_code == 404


def test_an_error_keeps_the_last_good_page_and_is_over_it(site: Path) -> None:
    seen = preview(site)
    good, key = seen.page(PAGE), seen.state(PAGE)["page"]
    broken(site)
    seen.session.check()
    state = seen.state(PAGE)
    assert (seen.page(PAGE), state["page"]) == (good, key)
    assert state["level"] == "error"
    assert state["errors"]
    shown = BeautifulSoup(state["html"], "html.parser")
    first = shown.select_one("li.error")
    assert first is not None
    assert "bassis" in first.get_text()
    assert first.select_one("[data-copy^='content/registers/customers.yaml:']") is not None
    link = first.select_one("a[href^='/_notice/rules/']")
    assert link is not None
    assert seen.client.get(str(link["href"])).status_code == 200


def test_a_corrected_error_shows_the_new_page(site: Path) -> None:
    file = site / REGISTER
    good = file.read_text("utf-8")
    broken(site)
    seen = preview(site)
    assert seen.client.get(PAGE).status_code == 404
    file.write_text(good, encoding="utf-8")
    seen.session.check()
    assert seen.client.get(PAGE).status_code == 200
    assert seen.state(PAGE)["level"] == "good"
    assert seen.state(PAGE)["errors"] == ""


def test_an_error_in_one_register_leaves_the_others_as_they_are_saved(tmp_path: Path) -> None:
    site = site_with("registers: {visitors: {}}", tmp_path / "site")
    seen = preview(site)
    broken(site)
    words = site / "content/fi/visitors.yaml"
    text = words.read_text("utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name:"))
    words.write_text(text.replace(name, "name: Uusi nimi"), encoding="utf-8")
    seen.session.check()
    assert seen.state()["level"] == "error"
    pages = [shown.documents[0].folder for shown in seen.session.state.shown.values()]
    assert "Uusi nimi" not in seen.page(f"/{pages[0]}")
    assert "Uusi nimi" in seen.page(f"/{pages[1]}")
    old = [LAST_GOOD in seen.state(f"/{path}")["html"] for path in (*pages, "fi/")]
    assert old == [True, False, True]


def test_waiting_facts_lead_to_file_and_line(tmp_path: Path) -> None:
    site = site_with("controller: {business-id: unknown}", tmp_path / "site")
    line = 1 + (site / "content/controller.yaml").read_text("utf-8").splitlines().index("business-id: unknown")
    shown = BeautifulSoup(preview(site).state(PAGE)["html"], "html.parser")
    (row,) = shown.select(".waiting li")
    assert "business-id" in row.get_text()
    assert [one["data-copy"] for one in row.select("button")] == [f"content/controller.yaml:{line}"]
    assert row.select("a") == []


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_is_linked_where_it_is_named(editor: str, tmp_path: Path) -> None:
    site = site_with("controller: {business-id: unknown}", tmp_path / "a site")
    shown = BeautifulSoup(preview(site, editor=editor).state(PAGE)["html"], "html.parser")
    (link,) = shown.select(".waiting a")
    path = f"{tmp_path.as_posix()}/a%20site/content/controller.yaml"
    start = f"idea://open?file={path}&line=" if editor == "idea" else f"{editor}://file{path}:"
    assert re.fullmatch(rf"{re.escape(start)}\d+(:|&column=)\d+", str(link["href"]))


def test_an_owners_words_are_no_markup_in_the_overlay(tmp_path: Path) -> None:
    site = site_with("confirm: {purposes.orders.basis: '<img src=x onerror=alert(1)> `<b>`'}", tmp_path / "site")
    html = preview(site).state(PAGE)["html"]
    assert "&lt;img" in html
    assert BeautifulSoup(html, "html.parser").select("img, b") == []


def test_a_folder_without_a_site_says_so_and_waits_for_one(site: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    seen = preview(empty)
    assert seen.client.get("/").status_code == 404
    assert "notice init" in seen.state()["html"]
    shutil.copytree(site / "content", empty / "content")
    seen.session.check()
    assert seen.client.get("/").status_code == 200
    assert seen.state()["level"] == "good"


def test_a_site_that_is_gone_leaves_its_last_good_pages(site: Path) -> None:
    seen = preview(site)
    good = seen.page(PAGE)
    shutil.rmtree(site / "content")
    seen.session.check()
    assert seen.page(PAGE) == good
    assert seen.state(PAGE)["level"] == "error"


def test_a_broken_site_file_is_reported_over_the_page_that_says_there_is_none(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    (site / "content/site.yaml").write_text("languages: [fi\n", encoding="utf-8")
    seen = preview(site)
    assert seen.client.get("/").status_code == 404
    assert "content/site.yaml:" in seen.state()["html"]


def test_a_fault_of_an_own_template_keeps_the_last_good_page(site: Path) -> None:
    seen = preview(site)
    good = seen.page(PAGE)
    (site / "templates").mkdir()
    (site / "templates/page.html").write_text("{{ nothing.here }}", encoding="utf-8")
    seen.session.check(frozenset({"templates/page.html"}))
    assert seen.page(PAGE) == good
    assert "templates/page.html:1" in seen.state(PAGE)["html"]
    assert seen.state(PAGE)["level"] == "error"


def test_what_verification_finds_with_own_templates_is_in_the_overlay(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates/main.html").write_text("<main id='main'><h1>Seloste</h1></main>", encoding="utf-8")
    state = preview(site).state(PAGE)
    assert state["level"] == "error"
    assert "B003" in state["html"]


def test_a_renamed_register_has_its_page_and_the_old_address_none(site: Path) -> None:
    seen = preview(site)
    for folder in ("registers", "fi", "sv", "en"):
        (site / f"content/{folder}/customers.yaml").rename(site / f"content/{folder}/clients.yaml")
    words = site / "content/fi/clients.yaml"
    lines = [line for line in words.read_text("utf-8").splitlines() if not line.startswith("slug:")]
    words.write_text("\n".join(["slug: uusi", *lines]) + "\n", encoding="utf-8")
    listed = site / "content/site.yaml"
    listed.write_text(listed.read_text("utf-8").replace("customers", "clients"), encoding="utf-8")
    seen.session.check()
    assert seen.client.get("/fi/uusi/").status_code == 200
    gone = seen.client.get(PAGE)
    assert gone.status_code == 404
    assert "/fi/uusi/" in gone.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_explained_in_the_language_of_the_overlay(language: str, site: Path) -> None:
    page = BeautifulSoup(preview(site, language).client.get("/_notice/rules/N504").text, "html.parser")
    assert page.html is not None
    assert page.html["lang"] == language
    assert len(page.select("pre")) >= 2
