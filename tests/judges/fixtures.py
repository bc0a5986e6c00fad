"""The judges as fixtures: a test that needs a missing one is skipped, with the reason.

With the environment variable NOTICE_JUDGES_REQUIRED=1 such a test fails instead.
"""

import os
import pathlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from judges import actionlint as actionlint_judge
from judges import ajv as ajv_judge
from judges import browser as chromium
from judges import html_validate as html_validate_judge
from judges import lighthouse as lighthouse_judge
from judges import pages, verapdf, vnu, yaml_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REQUIRED = "NOTICE_JUDGES_REQUIRED"


class PdfJudge(Protocol):
    """Returns the rules that a PDF violates; none if it passes."""

    def __call__(self, pdf: bytes | pathlib.Path, profile: verapdf.Profile) -> list[str]: ...


class Visitor(Protocol):
    """Opens the page at an address, in a window of some width, in light or dark mode."""

    def __call__(
        self, address: str, width: int = ..., *, dark: bool = ...
    ) -> AbstractContextManager[chromium.Visit]: ...


def demand(reason: str | None) -> None:
    """Skip the test if there is a reason, or fail it if judges are required."""
    if reason is None:
        return
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{reason}; {REQUIRED}=1 lets no judge be missing", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session", name="verapdf")
def verapdf_judge() -> PdfJudge:
    """veraPDF: `verapdf(pdf, "ua1") == []`."""
    demand(verapdf.missing())
    return verapdf.failures


@pytest.fixture(scope="session")
def page_validation() -> PdfJudge:
    """The fast PDF validator: `page_validation(pdf, "3a") == []`."""
    demand(pages.missing())
    return pages.failures


@pytest.fixture(scope="session")
def nu_checker() -> Callable[[pathlib.Path], list[str]]:
    """The Nu HTML checker: `nu_checker(folder) == []`."""
    demand(vnu.missing())
    return vnu.errors


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium, started once."""
    demand(chromium.missing())
    with chromium.opened() as started:
        yield started


@pytest.fixture(scope="session")
def visit(browser: "Browser") -> Visitor:
    """A visit to a page: `with visit(address, 320) as seen: assert seen.scroll_width() <= 320`."""
    return partial(chromium.visit, browser)


@pytest.fixture(scope="session")
def axe() -> None:
    """Requested by tests that call `Visit.barriers`."""
    demand(chromium.missing_axe())


@pytest.fixture(scope="session")
def actionlint() -> Callable[[list[pathlib.Path]], list[str]]:
    """actionlint: `actionlint(workflows) == []`."""
    demand(actionlint_judge.missing())
    return actionlint_judge.errors


@pytest.fixture(scope="session")
def html_validate() -> Callable[[pathlib.Path], list[str]]:
    """html-validate: `html_validate(folder) == []`."""
    demand(html_validate_judge.missing())
    return html_validate_judge.errors


@pytest.fixture(scope="session")
def lighthouse() -> Callable[[str], lighthouse_judge.Judgement]:
    """Lighthouse: `lighthouse(address).scores`."""
    demand(lighthouse_judge.missing())
    return lighthouse_judge.judgement


@pytest.fixture(scope="session")
def ajv() -> Callable[[Mapping[str, Any], Sequence[tuple[str, object]]], list[list[str]]]:
    """ajv: `ajv({"site": schema}, [("site", value)]) == [[]]`."""
    demand(ajv_judge.missing())
    return ajv_judge.faults


@pytest.fixture(scope="session")
def editor() -> Callable[[pathlib.Path], AbstractContextManager[yaml_server.Editor]]:
    """yaml-language-server: `with editor(folder) as opened: assert opened.open("content/site.yaml") == []`."""
    demand(yaml_server.missing())
    return yaml_server.opened


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print at the end which tests were skipped, and why."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        where = report.longrepr
        reasons[where[2].removeprefix("Skipped: ") if isinstance(where, tuple) else str(where)] += 1
    if not reasons:
        return
    terminalreporter.section("Left out")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} {'test' if count == 1 else 'tests'}: {reason}")
