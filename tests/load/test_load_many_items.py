"""Lists and mappings with many faults: each finding has its own place, whatever was taken out before it."""

from pathlib import Path

from rules.overlay import STARTER
from verify.two_sites import DAY

from notice.check import check
from notice.load import load
from notice.load.facts import MOST_SUGGESTED, moved_up
from notice.yamlreader import read

REGISTER = "content/registers/customers.yaml"


def lines_found(body: str, code: str) -> list[int]:
    found = load(STARTER, {REGISTER: body.encode()}).findings
    return [one.span.line for one in found if one.code == code]


def test_items_behind_those_that_were_taken_out_keep_their_places() -> None:
    places = read(b"a:\n- b: [x, y, z]\n- c\n- d: [x, y, z]\n", "f.yaml").places
    moved = moved_up(places, [("a", "1"), ("a", "0", "b", "0"), ("a", "2", "d", "1"), ("a", "2", "d", "0")])
    assert moved["a", "1", "d", "0"] == places["a", "2", "d", "2"]
    assert moved["a", "0", "b", "1"] == places["a", "0", "b", "2"]
    assert ("a", "2") not in moved
    assert ("a", "1", "d", "1") not in moved
    assert moved_up(places, []) == places


def test_what_an_item_held_goes_with_it() -> None:
    places = read(b"a:\n- b: [x, y]\n- c: [x, y]\n", "f.yaml").places
    moved = moved_up(places, [("a", "0"), ("a", "0", "b", "1")])
    assert moved["a", "0", "c", "1"] == places["a", "1", "c", "1"]


def test_each_of_many_faults_in_a_list_is_found_at_its_line() -> None:
    lines = [(f"{1000 + at}-01-01", f"1.2.{at}", "unknown", f"{1000 + at}-02-30")[at % 4] for at in range(400)]
    body = "history:\n" + "".join(f"- {day}\n" for day in lines)
    wrong = [at + 2 for at in range(400) if at % 4 in (1, 3)]
    assert lines_found(body, "Y006") == wrong


def test_a_path_to_confirm_that_leads_nowhere_is_found_with_a_suggestion_up_to_a_number() -> None:
    body = (
        "confirm:\n" + "".join(f"  historry{at}: a\n" for at in range(MOST_SUGGESTED + 9)) + "history: [2026-01-01]\n"
    )
    found = [one for one in load(STARTER, {REGISTER: body.encode()}).findings if one.code == "D003"]
    assert len(found) == MOST_SUGGESTED + 9
    assert [one.suggestion.text for one in found].count("") == 9


def test_a_register_knows_nothing_of_the_places_of_the_others(tmp_path: Path) -> None:
    """Else a site of a thousand registers has a million places."""
    body = "languages: [fi]\nregisters:\n" + "".join(f"- r{at}\n" for at in range(30))
    loaded = load(STARTER, {"content/site.yaml": body.encode()})
    assert len(loaded.notices) == 30
    assert all(len(one.spans) < 100 for one in loaded.notices)
    missing = [one.span.file for one in check(loaded, DAY).findings if one.code == "Y014"]
    assert len(missing) == 30
