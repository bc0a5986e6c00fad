"""`notice rules` and `notice explain`: every page in each form, whole families, and the owner's language."""

import json

import pytest
from click.testing import CliRunner, Result

from notice.cli import main
from notice.cli.catalogue import catalogue


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_family_is_explained_page_by_page() -> None:
    output = run("explain", "N5").stdout
    codes = [rule.code for rule in catalogue() if rule.code.startswith("N5")]
    assert len(codes) > 1
    assert [line[:4] for line in output.splitlines() if line[:4] in codes] == codes
    assert run("explain", "retention-").stdout.count("(") >= 1


def test_a_page_asked_for_twice_is_printed_once() -> None:
    assert run("explain", "N504", "retention-incomplete").stdout == run("explain", "N504").stdout


def test_programs_get_every_rule_with_its_duty_law_and_examples() -> None:
    tree = json.loads(run("rules", "--output-format", "json").stdout)
    assert [rule["code"] for rule in tree["rules"]] == [rule.code for rule in catalogue()]
    assert all(rule["duty"].endswith(".") for rule in tree["rules"])
    [rule] = json.loads(run("explain", "N504", "--output-format", "json").stdout)["rules"]
    assert [one["kind"] for one in rule["examples"]] == ["fails", "passes"]
    assert rule["examples"][0]["yaml"].startswith("purposes:\n")
    assert "GDPR Art. 13(2)(a)" in rule["law"]


def test_documents_get_markdown_with_blocks_of_yaml() -> None:
    output = run("explain", "N504", "--output-format", "markdown").stdout
    assert output.startswith("## N504 retention-incomplete\n")
    assert output.count("```yaml\n") == 2
    assert "::" not in output


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("format", ["text", "json", "markdown"])
def test_a_page_in_another_language_holds_no_english_but_its_name(language: str, format: str) -> None:
    done = run("explain", "D002", "Y007", "--language", language, "--output-format", format)
    assert done.exit_code == 0
    assert ("Fails" in done.stdout, "An id names something" in done.stdout) == (False, False)
    assert "unknown-id" in done.stdout
    assert ("notice explain Y007 --language en" in done.stdout) == (format != "json")


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("format", ["text", "json", "markdown"])
def test_the_help_of_a_page_has_an_ellipsis_for_what_a_finding_fills_in(language: str, format: str) -> None:
    output = run("explain", "N404", "--language", language, "--output-format", format).stdout
    assert "recipients: {…: {country: FI}}" in output
    assert "{recipient}" not in output


def test_a_rule_that_is_none_among_others_is_exit_code_2() -> None:
    done = run("explain", "N504", "N999")
    assert (done.exit_code, done.stdout) == (2, "")
