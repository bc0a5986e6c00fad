"""Faults in a site's own template: the template is named, and nothing breaks."""

from pathlib import Path

import pytest
from texts import refusing
from verify.two_sites import contexts_of

from notice.errors import CannotRun
from notice.outputs.pages import main_html
from notice.outputs.templates import environment, render


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'sections/data.html' %}",
        "{% import 'sections/data.html' as again %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{% extends 'sections/data.html' %}",
        "{{ 'x' * 10 ** 18 }}",
        "{{ 'x' * 10 ** 30 }}",
        "{{ 2.0 ** 5000 }}",
        "{% for x in range(10 ** 9) %}{% endfor %}",
    ],
)
def test_a_template_without_end_is_named(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "sections"
    folder.mkdir()
    (folder / "data.html").write_text(text, encoding="utf-8")
    with refusing(CannotRun, r"templates/sections/data\.html"):
        render(environment(tmp_path), "sections/data.html", {})


def test_the_guard_of_own_templates_changes_no_byte_of_the_packages(tmp_path: Path) -> None:
    documents = [one.document for case in contexts_of("starter") for one in case.composed.values()]
    assert documents
    guarded, plain = environment(tmp_path), environment(None)
    assert type(guarded) is not type(plain)
    assert [main_html(one, guarded) for one in documents] == [main_html(one, plain) for one in documents]


def test_from_a_sites_own_template_python_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("{{ ''.__class__.__mro__ }}", encoding="utf-8")
    with refusing(CannotRun, "unsafe"):
        render(environment(tmp_path), "main.html", {})
