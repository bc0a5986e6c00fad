"""The fragment with a style of its own, by itself and inside a page that styles everything."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from judges.browser import served
from judges.fixtures import Visitor
from outputs.fragments.embedded_site import SITES, files_of, folders, parsed, text_of

if TYPE_CHECKING:
    from judges.browser import Visit

EVERY = [(name, folder) for name in SITES for folder in folders(name)]
EACH = pytest.mark.parametrize(("name", "folder"), EVERY)

HOSTILE = """
html { font-size: 62.5% }
body { font: italic 900 30px/3 cursive !important; color: #f0f; background: #222; text-transform: uppercase;
  letter-spacing: 4px; text-align: right; word-spacing: 20px; visibility: hidden }
* { box-sizing: content-box !important; color: lime !important; margin: 20px !important }
#content p, #content li, #content dd { font-size: 40px !important; color: red !important; float: left !important }
#content div { max-height: 50px !important; overflow: hidden !important; position: absolute !important;
  opacity: .2 !important; width: 10px !important }
.summary, .prose, .entry, dl { display: none !important }
h1, h2, h3, h4, h5 { font-size: 8px !important; display: inline !important; transform: rotate(3deg) !important }
h2::before { content: "HOST" !important } li::before { content: "HOST" !important }
p::first-letter { font-size: 5em !important; color: red !important } a::after { content: "HOST" !important }
table, td, th { border: 5px dashed red !important; background: yellow !important; display: inline-block !important }
svg { width: 1em !important; height: 1em !important; fill: red !important }
svg * { fill: red !important; stroke: blue !important } text { font-size: 40px !important }
ul { list-style: none !important; padding: 0 !important } section { visibility: hidden !important }
nav { position: fixed !important; top: 0 !important }
"""
CALM = "body { font: 16px/1.5 serif; margin: 0 }"

LOOK = """() => [...document.querySelectorAll('.notice-embed, .notice-embed *')]
  .filter(one => one.tagName !== 'STYLE').map(one => {
    const box = one.getBoundingClientRect(), is = getComputedStyle(one), before = getComputedStyle(one, '::before');
    return [one.tagName, Math.round(box.width), Math.round(box.height), is.color, is.fontSize, is.display, is.opacity,
      is.visibility, is.fill, is.textTransform, is.fontStyle, before.content, getComputedStyle(one, '::after').content];
  })"""


@contextmanager
def shown(fragment: str, css: str, width: int, visit: Visitor, folder: Path) -> "Iterator[Visit]":
    """A page of a shop around a fragment, whose content is as wide whatever its style sheet."""
    page = f"""<!DOCTYPE html><html lang="fi"><head><meta charset="utf-8"><title>Kauppa</title><style>{css}</style>
      <style>#content {{ display: block; width: {width - 100}px !important; margin: 0 50px !important;
        padding: 0 !important }}</style></head><body><main id="content"><h1>Kauppa</h1>{fragment}</main></body></html>"""
    (folder / "index.html").write_text(page, encoding="utf-8")
    with served(folder) as address, visit(f"{address}/index.html", width) as seen:
        yield seen


@EACH
def test_its_ids_are_its_own_and_every_link_within_it_leads_to_one(name: str, folder: str) -> None:
    tree = parsed(text_of(name, f"{folder}fragment.html"))
    ids = [str(one["id"]) for one in tree.select("[id]")]
    assert len(ids) == len(set(ids)) > 10
    assert all(one.startswith("notice-") for one in ids)
    inner = [str(one["href"])[1:] for one in tree.select("a[href^='#']")]
    labels = [str(one["aria-labelledby"]) for one in tree.select("[aria-labelledby]")]
    assert inner and labels and {*inner, *labels} <= set(ids)


def test_fragments_of_all_notices_fit_on_one_page() -> None:
    trees = [parsed(text_of(name, f"{folder}fragment.html")) for name, folder in EVERY if name == "base"]
    ids = [str(one["id"]) for tree in trees for one in tree.select("[id]")]
    assert len(trees) == 3 and len(ids) == len(set(ids))


@EACH
def test_it_runs_nothing_and_loads_nothing(name: str, folder: str) -> None:
    text = text_of(name, f"{folder}fragment.html")
    tree = parsed(text)
    assert len(tree.select("style")) == 1
    assert not tree.select("script, link, img, iframe, object, form, main, h1, [style], [data-fact]")
    assert not re.search(r"url\(|@import|@font-face", text)
    classes = {one for tag in tree.select("[class]") for one in tag.get_attribute_list("class") if one}
    assert classes and all(one.startswith("notice-") for one in classes)


def test_every_declaration_of_its_style_is_important() -> None:
    css = parsed(text_of("base", f"{folders('base')[0]}fragment.html")).style
    assert css and css.string and css.string.startswith("@layer notice-embed{")
    declarations = re.findall(r"[{;]([\w-]+:[^;{}]+)(?=[;}])", css.string)
    assert len(declarations) > 150
    assert [one for one in declarations if not one.endswith("!important")] == []


def test_its_accent_is_that_of_the_theme() -> None:
    text = text_of("kalvokeskus", f"{folders('kalvokeskus')[0]}fragment.html")
    assert "--notice-accent:#" in text


@EACH
def test_the_json_beside_the_page_is_that_in_the_pdf(name: str, folder: str, tmp_path: Path) -> None:
    files = files_of(name, html_only=False)
    [paper] = [path for path in files if path.startswith(folder) and path.endswith(".pdf")]
    (tmp_path / "notice.pdf").write_bytes(files[paper].body)
    with pikepdf.open(tmp_path / "notice.pdf") as pdf:
        attached = pdf.attachments["notice.json"].get_file().read_bytes()
    assert json.loads(attached)["format"] == 1
    assert files[f"{folder}notice.json"].body == attached


@pytest.mark.slow
@pytest.mark.parametrize("width", [1100, 420])
def test_a_pages_own_style_changes_nothing_of_it(width: int, visit: Visitor, tmp_path: Path) -> None:
    """Each element has the same size, colour and generated text in a page that styles everything as in a calm one."""
    fragment = text_of("kalvokeskus", f"{folders('kalvokeskus')[0]}fragment.html")
    looks = {}
    for name, css in (("calm", CALM), ("hostile", HOSTILE)):
        with shown(fragment, css, width, visit, tmp_path) as seen:
            looks[name] = seen.page.evaluate(LOOK)
            assert seen.strangers() == [] and seen.console == []
    assert len(looks["calm"]) > 300
    assert [pair for pair in zip(looks["calm"], looks["hostile"], strict=True) if pair[0] != pair[1]] == []


@pytest.mark.slow
@EACH
def test_it_has_no_barriers(name: str, folder: str, visit: Visitor, axe: None, tmp_path: Path) -> None:
    for file in ("fragment.html", "plain.html"):
        with shown(text_of(name, f"{folder}{file}"), CALM, 1100, visit, tmp_path) as seen:
            assert seen.barriers() == []


@pytest.mark.slow
def test_it_fits_a_telephone(visit: Visitor, tmp_path: Path) -> None:
    fragment = text_of("base", f"{folders('base')[0]}fragment.html")
    (tmp_path / "index.html").write_text(
        f'<!DOCTYPE html><html lang="fi"><meta charset="utf-8"><title>x</title><body>{fragment}</body></html>', "utf-8"
    )
    with served(tmp_path) as address, visit(f"{address}/index.html", 320) as seen:
        assert seen.scroll_width() <= 320
