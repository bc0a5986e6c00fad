"""Every entry of a table of law has its source, its day and its next review; `notice law --due` fails in time."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from click.testing import CliRunner, Result

from notice.cli import main
from notice.cli.tables import SOON, due, is_overdue, rows_of_law, tables
from notice.languages import LANGUAGES, written_date
from notice.law.adequacy import ADEQUACY
from notice.law.bodies import ENDED, ended_by
from notice.law.readings import Row
from notice.law.unconfirmed import OPEN
from notice.load.vocabulary import standard_vocabulary
from notice.messages import catalogue, text
from notice.words import standard

DAY = date(2026, 11, 28)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["law", *map(str, arguments)])


def test_every_entry_is_read_before_its_review_and_has_a_name_of_its_own() -> None:
    rows = rows_of_law(DAY)
    assert len(rows) > 100
    assert all(row.reading.read <= DAY < row.reading.review for row in rows)
    assert all(row.reading.review - row.reading.read <= timedelta(days=2 * 366) for row in rows)
    assert len({(row.table, row.id) for row in rows}) == len(rows)
    assert {row.table for row in rows} == {table.id for table in tables(DAY)}
    assert len(tables(DAY)) == len({row.table for row in rows}), "each table's rows stand together"


def test_statuses_follow_from_the_day() -> None:
    def status(table: str, id: str, day: date) -> str:
        return next(row.status for row in rows_of_law(day) if (row.table, row.id) == (table, id))

    assert status("adequacy", "GB", date(2031, 12, 27)) == "in-force"
    assert status("adequacy", "GB", date(2031, 12, 28)) == "ended"
    assert status("union", "ai-content", date(2026, 12, 1)) == "to-come"
    assert status("union", "ai-content", date(2026, 12, 2)) == "in-force"
    assert status("bodies", "valvira", date(2025, 12, 31)) == "in-force"
    assert status("bodies", "valvira", date(2026, 1, 1)) == "ended"
    assert status("acts", "523/1999", DAY) == "ended"
    assert {row.status for row in rows_of_law(DAY) if row.table == "proposals"} == {"proposed"}


def test_an_ended_body_has_successors_that_the_vocabulary_knows_in_every_language() -> None:
    known = standard_vocabulary().recipients
    for body in ENDED:
        assert body.successors, body.id
        for id in body.successors:
            assert id in known
            for language in LANGUAGES:
                names = standard(language).tree["recipients"]
                assert isinstance(names, dict) and names[id]
    assert ended_by(date(2025, 12, 31)) == {"population-register-centre"}
    assert ended_by(date(2026, 1, 1)) == {body.id for body in ENDED}


def words_of(language: str) -> Iterator[tuple[str, ...]]:
    def below(tree: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if not isinstance(tree, dict):
            yield path
            return
        for key, inner in tree.items():
            yield from below(inner, (*path, key))

    yield from below(catalogue(language)["law"], ("law",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_tables_are_those_of_their_entries_in_every_language(language: str) -> None:
    def described(row: Row) -> str:
        return text(language, "law", *row.text.split(".")) if row.text else row.name

    rows = rows_of_law(DAY)
    assert all(described(row) for row in rows)
    assert list(words_of(language)) == list(words_of("en"))
    worded = catalogue(language)["law"]
    assert isinstance(worded, dict)
    assert set(worded["open"]) == {one.id for one in OPEN}
    assert set(worded["tables"]) == {row.table for row in rows}
    assert set(worded["sources"]) >= {row.reading.source for row in rows}
    assert set(worded["proposals"]) == {row.id for row in rows if row.table == "proposals"}
    assert set(worded["union"]) == {row.id for row in rows if row.table == "union"}


def test_a_review_is_listed_before_its_day_and_overdue_after_it() -> None:
    rows = rows_of_law(DAY)
    first = min(row.reading.review for row in rows)
    assert due(rows, first - SOON - timedelta(days=1)) == ()
    assert due(rows, first - SOON)
    assert not any(is_overdue(row, first) for row in due(rows, first))
    assert all(is_overdue(row, date(2040, 1, 1)) for row in due(rows, date(2040, 1, 1)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scheduled_job_fails_when_a_review_is_overdue_and_not_before(language: str) -> None:
    first = min(row.reading.review for row in rows_of_law(DAY))
    for day, code in ((DAY, 0), (first, 0), (first + timedelta(days=1), 1)):
        done = run("--due", "--as-of", day, "--language", language)
        assert (done.exit_code, done.stderr) == (code, ""), day
    printed = " ".join(done.stdout.split())
    assert written_date(first, language) in printed and "HE 9/2026" in printed
    assert run("--as-of", first + timedelta(days=1)).exit_code == 0, "without --due it only lists"


def test_programs_read_the_same_entries() -> None:
    done = run("--output-format", "json", "--as-of", DAY)
    entries = json.loads(done.stdout)["entries"]
    assert len(entries) == len(rows_of_law(DAY))
    assert {one["id"] for one in entries if one["table"] == "adequacy"} >= {one.country for one in ADEQUACY}
    assert all(one["source"] and one["read"] < one["review"] for one in entries)


def test_the_command_says_what_ends_what_is_proposed_and_what_is_open() -> None:
    printed = " ".join(run("--as-of", DAY).stdout.split())
    for words in ("Valvira → Finnish Supervisory Agency", "HE 9/2026", "COM(2025) 837", "(EU) 2024/1689 50(2)", "GDPR"):
        assert words in printed, words
    assert printed.count(" why: ") == printed.count(" until then: ") == len(OPEN)
