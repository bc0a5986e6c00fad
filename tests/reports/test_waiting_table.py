"""The table of what waits for the owner: its order, what it says to answer, and how it fits a terminal."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from reports.specimen_report import BASIS, report

from notice.check import Checked, check
from notice.findings import Finding
from notice.languages import LANGUAGES
from notice.load import load
from notice.messages import texts_of
from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.shapes import fields
from notice.model.site import Site
from notice.model.vocabulary import Vocabulary
from notice.presets import new_site, presets, write_new_files
from notice.reports import Report, render
from notice.reports.answers import answer
from notice.reports.waiting import is_waiting
from notice.visible import columns

DAY = date(2026, 11, 22)


def new(folder: Path, *chosen: str, language: str = "en") -> Checked:
    write_new_files(folder, new_site(chosen, DAY, language))
    return check(load(folder), DAY)


def printed(checked: Checked, language: str = "en", width: int = 0, findings: tuple[Finding, ...] = ()) -> str:
    every = (*findings, *checked.findings)
    return render("text", Report(every, checked.loaded.sources, DAY, 1, language=language, width=width))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return new(tmp_path_factory.mktemp("shop"), "webshop-customers", "newsletter")


def test_the_files_come_in_the_order_in_which_they_are_answered(shop: Checked) -> None:
    files = [line for line in printed(shop).splitlines() if line.startswith("content/")]
    assert files == [
        "content/site.yaml",
        "content/controller.yaml",
        "content/registers/webshop-customers.yaml",
        "content/registers/newsletter.yaml",
    ]


def test_every_fact_that_waits_has_one_row_with_its_line_in_the_order_of_the_file(shop: Checked) -> None:
    lines = printed(shop).splitlines()
    rows = [line.split()[:2] for line in lines if line.startswith("  ") and line.split()[0].isdecimal()]
    waiting = [(str(one.span.line), dict(one.arguments)["fact"]) for one in shop.findings if is_waiting(one)]
    assert Counter(map(tuple, rows)) == Counter(waiting)
    assert len(rows) > 40
    start = next(at for at, row in enumerate(rows) if row[1] == "name")
    numbers = [int(row[0]) for row in rows[start : start + 7]]
    assert numbers == sorted(numbers)


def test_what_is_no_question_to_the_owner_stands_above_with_its_frame(shop: Checked) -> None:
    shown = printed(shop, findings=(BASIS,))
    assert shown.startswith("error[Y006]")
    assert shown.index("error[Y006]") < shown.index("Waiting for your answer")
    assert "D002" not in shown and "D001" not in shown


def test_nothing_is_said_of_waiting_where_nothing_waits() -> None:
    assert "Waiting" not in render("text", report([BASIS]))


def test_an_answer_names_the_form_of_the_value() -> None:
    assert answer("site.linked-from-every-page", "en").startswith("yes / no: ")
    assert "1234567-1" in answer("controller.business-id", "en")
    assert answer("purposes.orders.means", "en").startswith("automated / paper / both: ")
    assert (
        answer("purposes.orders.keep", "en")
        == "How long the data are kept: such as {for: 3 years, after: order-delivered}"
    )
    assert answer("similar-techniques", "sv").startswith("till exempel [pixels, link-tracking] ")
    assert answer("recipients.parcel-carrier", "fi").startswith("kuljetusyritys: {named: ")
    assert answer("recipients.own-carrier", "fi").startswith("own-carrier: {named: ")
    assert answer("recipients.bank.transfers.US.mechanism", "en").startswith("What the transfer is based on: ")
    assert answer("nothing.like.this", "en") == "the fact"
    assert answer("", "en") == "the fact"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_that_is_unknown_in_a_preset_has_an_answer_of_one_line(language: str, tmp_path: Path) -> None:
    facts = {one.fact for one in new(tmp_path, *presets(), language=language).findings if one.code == "D002"}
    answers = {fact: answer(fact, language) for fact in facts}
    assert len(facts) > 50
    assert [fact for fact, text in answers.items() if text == answer("nothing", language) or len(text) > 130] == []


def paths(model: type[Facts], path: tuple[str, ...] = ()) -> Iterator[str]:
    """The path of each key below a model, `x` for an id."""
    for key, one in fields(model).items():
        own = (*path, key)
        below = (*own, "x") if one.shape.entry else (*own, "0") if one.shape.item else own
        yield ".".join(own)
        if one.shape.entry:
            yield ".".join(below)
        if (inner := one.shape.mapping) is not None:
            yield from paths(inner, below)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_that_may_be_unknown_falls_back_to_the_word_for_any_fact(language: str) -> None:
    models: dict[str, type[Facts]] = {"controller": Controller, "site": Site, "vocabulary": Vocabulary}
    every = [path for root, model in models.items() for path in paths(model, (root,))] + list(paths(Register))
    assert len(every) > 300
    generic = {path for path in every if answer(path, language) == answer("nothing", language)}
    assert generic == {"controller", "controller.body"}  # of a register: an id of a body, read as the controller's own


def test_a_fact_that_registers_share_has_the_answer_of_a_register() -> None:
    own = "recipients.shopify.transfers.US.verified"
    assert answer(f"vocabulary.{own}", "fi") == answer(own, "fi")
    assert "dataprivacyframework.gov" in answer(own, "fi")


def test_every_answer_that_is_worded_can_be_asked() -> None:
    for path in texts_of("en", "answers")["answers"]:  # type: ignore[attr-defined]
        if path not in ("any", "such-as"):
            assert answer(path.replace("*", "x"), "en") != answer("nothing", "en"), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_the_terminal(width: int, language: str, tmp_path: Path) -> None:
    lines = printed(new(tmp_path, "webshop-customers", "employees", language=language), language, width).splitlines()
    wide = [line for line in lines if columns(line) > width and not line.strip().split()[0].isdecimal()]
    assert wide == [] if width > 60 else len(wide) < 10
    assert not any(line.endswith(" ") for line in lines)


def test_a_long_reason_is_cut_in_a_terminal_and_whole_elsewhere(shop: Checked) -> None:
    reason = next(dict(one.arguments)["why"] for one in shop.findings if one.fact == "purposes.orders")
    assert len(reason) > 160
    assert reason in printed(shop)
    lines = printed(shop, width=80).splitlines()
    at = next(number for number, line in enumerate(lines) if "  purposes.orders  " in line)
    assert lines[at + 1].endswith(" …") and lines[at + 2].split()[0].isdecimal()
