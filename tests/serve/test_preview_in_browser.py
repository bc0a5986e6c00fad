"""The preview in a real browser, as its owner uses it: saves, faults, renames, the keyboard, and Ctrl-C."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from judges.fixtures import Visitor
from playwright.sync_api import Page, expect
from rules.overlay import site_with
from serve.previews import Running, running

expect.set_options(timeout=60_000)

NOTICE = "/fi/asiakasrekisteri/"
BAR, PANEL = "notice-preview #bar", "notice-preview #panel"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with("{}", tmp_path / "site")


@pytest.fixture
def server(site: Path) -> Iterator[Running]:
    with running(site) as server:
        yield server


def named(site: Path, name: str) -> None:
    """Save the Finnish words with another name of the notice."""
    file = site / "content/fi/customers.yaml"
    file.write_text(re.sub(r"^name:.*$", f"name: {name}", file.read_text("utf-8"), flags=re.M), encoding="utf-8")


def title(page: Page, name: str) -> None:
    expect(page.locator("h1")).to_have_text(re.compile(name))


def level(page: Page, wanted: str) -> None:
    expect(page.locator(BAR)).to_have_attribute("data-level", wanted)


def test_a_save_is_shown_where_the_reader_was(site: Path, server: Running, visit: Visitor) -> None:
    with visit(server.address + NOTICE) as seen:
        level(seen.page, "good")
        seen.page.evaluate("scrollTo(0, 400)")
        named(site, "Toinen nimi")
        title(seen.page, "Toinen nimi")
        expect(seen.page).to_have_url(server.address + NOTICE)
        seen.page.wait_for_function("scrollY > 300")
        assert seen.console == []
        assert seen.strangers() == []


def test_a_broken_edit_keeps_the_page_under_its_error(site: Path, server: Running, visit: Visitor) -> None:
    register = site / "content/registers/customers.yaml"
    good = register.read_text("utf-8")
    with visit(server.address + NOTICE) as seen:
        level(seen.page, "good")
        named(site, "Hyvä")
        title(seen.page, "Hyvä")
        register.write_text(good.replace("basis:", "bassis:", 1), encoding="utf-8")
        expect(seen.page.locator(f"{PANEL} li.error").first).to_be_visible()
        named(site, "Huono")
        level(seen.page, "error")
        title(seen.page, "Hyvä")
        register.write_text(good, encoding="utf-8")
        title(seen.page, "Huono")
        level(seen.page, "good")
        expect(seen.page.locator(PANEL)).to_be_hidden()


def test_a_deleted_file_keeps_the_page_until_it_is_back(site: Path, server: Running, visit: Visitor) -> None:
    register = site / "content/registers/customers.yaml"
    good = register.read_bytes()
    with visit(server.address + NOTICE) as seen:
        level(seen.page, "good")
        named(site, "Säilyvä")
        title(seen.page, "Säilyvä")
        register.unlink()
        level(seen.page, "error")
        title(seen.page, "Säilyvä")
        register.write_bytes(good)
        level(seen.page, "good")


def test_a_renamed_register_leads_from_the_old_address_to_the_new(site: Path, server: Running, visit: Visitor) -> None:
    with visit(server.address + NOTICE) as seen:
        level(seen.page, "good")
        for folder in ("registers", "fi", "sv", "en"):
            (site / f"content/{folder}/customers.yaml").rename(site / f"content/{folder}/clients.yaml")
        words = site / "content/fi/clients.yaml"
        text = re.sub(r"^slug:.*\n", "", words.read_text("utf-8"), flags=re.M)
        words.write_text(f"slug: uusi\n{text}", encoding="utf-8")
        listed = site / "content/site.yaml"
        listed.write_text(listed.read_text("utf-8").replace("customers", "clients"), encoding="utf-8")
        seen.page.locator("main a[href='/fi/uusi/']").click()
        level(seen.page, "good")
        expect(seen.page).to_have_url(f"{server.address}/fi/uusi/")


def test_a_hundred_quick_saves_end_at_the_last(site: Path, server: Running, visit: Visitor) -> None:
    register = site / "content/registers/customers.yaml"
    good = register.read_text("utf-8")
    with visit(server.address + NOTICE) as one, visit(server.address + "/fi/") as other:
        level(one.page, "good")
        for number in range(1, 101):
            named(site, f"Nimi {number}")
            register.write_text(good.replace("basis:", "bassis:", 1) if number % 3 else good, encoding="utf-8")
        register.write_text(good, encoding="utf-8")
        title(one.page, r"Nimi 100\b")
        expect(other.page.locator("main")).to_contain_text("Nimi 100")
        level(one.page, "good")
        one.page.wait_for_timeout(500)
        title(one.page, r"Nimi 100\b")
        level(other.page, "good")


def test_ctrl_c_ends_it_while_tabs_are_open(site: Path, visit: Visitor) -> None:
    with running(site) as server, ExitStack() as tabs:
        pages = [tabs.enter_context(visit(server.address + NOTICE)).page for _ in range(2)]
        for page in pages:
            level(page, "good")
        code, said = server.interrupt()
        assert code == 0
        assert said.rstrip().endswith("The preview has ended. No file was written.")
        assert "Traceback" not in said
        for page in pages:
            level(page, "lost")


@pytest.mark.slow
def test_an_open_tab_finds_the_next_preview(site: Path, visit: Visitor) -> None:
    with running(site) as server, visit(server.address + NOTICE) as seen:
        level(seen.page, "good")
        server.interrupt()
        named(site, "Uudestaan")
        with running(site, "--port", server.address.rpartition(":")[2]):
            title(seen.page, "Uudestaan")
            level(seen.page, "good")


@pytest.mark.slow
def test_a_source_folder_that_comes_later_is_watched(tmp_path: Path, visit: Visitor) -> None:
    whole = site_with("{}", tmp_path / "whole")
    (tmp_path / "site").mkdir()
    with running(tmp_path / "site") as server, visit(server.address + "/") as seen:
        level(seen.page, "error")
        (whole / "content").rename(tmp_path / "site/content")
        level(seen.page, "good")
        (tmp_path / "site/templates").mkdir()
        seen.page.goto(server.address + NOTICE)
        (tmp_path / "site/templates/page.html").write_text("{{ nothing }}", encoding="utf-8")
        level(seen.page, "error")
        named(tmp_path / "site", "Vielä")
        (tmp_path / "site/templates/page.html").unlink()
        title(seen.page, "Vielä")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_overlay_has_no_barrier_and_works_by_keyboard(
    width: int, dark: bool, tmp_path: Path, visit: Visitor, axe: None
) -> None:
    site = site_with("{controller: {business-id: unknown}, purposes: {orders: {bassis: contract}}}", tmp_path / "site")
    with running(site, "--editor", "vscode") as server, visit(server.address + "/", width, dark=dark) as seen:
        page = seen.page
        expect(page.locator(f"{PANEL} li.error").first).to_be_visible()
        assert seen.barriers() == []
        assert seen.scroll_width() <= width
        bar = page.locator(BAR)
        bar.focus()
        page.keyboard.press("Escape")
        expect(page.locator(PANEL)).to_be_hidden()
        expect(bar).to_have_attribute("aria-expanded", "false")
        expect(bar).to_be_focused()
        assert seen.barriers() == []
        page.keyboard.press("Enter")
        expect(page.locator(PANEL)).to_be_visible()
        link = page.locator(f"{PANEL} .waiting a").first
        link.focus()
        named(site, "Tallennettu")
        with page.expect_response(re.compile("/_notice/state")):
            named(site, "Tallennettu taas")
        expect(link).to_be_focused()


def test_a_place_is_copied(tmp_path: Path, visit: Visitor) -> None:
    site = site_with("controller: {business-id: unknown}", tmp_path / "site")
    with running(site) as server, visit(server.address + NOTICE) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        seen.page.locator(BAR).click()
        seen.page.locator(f"{PANEL} .waiting button").click()
        expect(seen.page.locator(f"{PANEL} .waiting button")).to_have_text("Copied")
        copied = seen.page.evaluate("navigator.clipboard.readText()")
        assert re.fullmatch(r"content/controller\.yaml:\d+", copied)
