"""The states of a preview: the saved notice first, the last good version of each, newer saves, and ports."""

import re
import socket
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rules.overlay import site_with
from serve.previews import DAY

from notice.check import check
from notice.errors import CannotRun
from notice.load import load
from notice.serve import server
from notice.serve.checking import Superseded, check_all
from notice.serve.session import FEW, Session
from notice.serve.state import State, faulty_registers, register_of

IDS = tuple(f"register-{number}" for number in range(FEW))
"""Registers beside `customers`: together more than are checked at once."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    site = site_with(f"registers: {{{', '.join(f'{id}: {{}}' for id in IDS)}}}", tmp_path / "site")
    file = site / "content/site.yaml"
    listed = yaml.safe_load(file.read_text("utf-8")) | {"registers": ["customers", *IDS]}
    file.write_text(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return site


def save(site: Path, id: str, name: str, *, broken: bool = False) -> set[str]:
    """Save a register's name in Finnish, and its facts with a misspelt key or without; the files that were saved."""
    words, facts = site / f"content/fi/{id}.yaml", site / f"content/registers/{id}.yaml"
    words.write_text(re.sub(r"^name:.*$", f"name: {name}", words.read_text("utf-8"), flags=re.M), encoding="utf-8")
    good = facts.read_text("utf-8").replace("bassis:", "basis:")
    facts.write_text(good.replace("basis:", "bassis:", 1) if broken else good, encoding="utf-8")
    return {f"content/fi/{id}.yaml", f"content/registers/{id}.yaml"}


def names(state: State) -> dict[str, str]:
    """The Finnish name of each notice that is shown."""
    return {id: next(one.title for one in shown.documents if one.language == "fi") for id, shown in state.shown.items()}


def test_on_a_large_site_the_saved_notice_is_shown_before_the_others_are_checked(many: Path) -> None:
    states: list[State] = []
    session = Session(many, DAY, states.append)
    session.check()
    assert [state.is_partial for state in states] == [False]
    session.check(frozenset(save(many, IDS[3], "Uusi")))
    assert [state.is_partial for state in states] == [False, True, False]
    assert [names(state)[IDS[3]] for state in states[1:]] == ["Uusi", "Uusi"]
    assert [list(state.shown) for state in states] == [["customers", *IDS]] * 3
    assert states[-1].findings == check(load(many), DAY).findings == ()


def test_an_error_in_the_saved_notice_is_known_before_the_others_are_checked(many: Path) -> None:
    save(many, IDS[0], "Toinen", broken=True)
    states: list[State] = []
    session = Session(many, DAY, states.append)
    session.check()
    session.check(frozenset(save(many, IDS[3], "Uusi", broken=True)))
    partial, whole = states[1:]
    assert partial.is_partial
    assert {register_of(finding.span.file, partial.registers) for finding in partial.errors} == {IDS[0], IDS[3]}
    assert partial.findings == whole.findings
    assert names(partial)[IDS[3]] != "Uusi"


def test_an_error_in_a_shared_file_shows_the_open_notice_first(many: Path) -> None:
    states: list[State] = []
    session = Session(many, DAY, states.append)
    session.check()
    folder = states[0].shown[IDS[5]].documents[0].folder
    assert session.rendering.register_at(f"{folder}index.html") == IDS[5]
    assert session.rendering.register_at("fi/index.html") is None
    file = many / "content/controller.yaml"
    file.write_text(f"nonsense: yes\n{file.read_text('utf-8')}", encoding="utf-8")
    session.check(frozenset({"content/controller.yaml"}))
    assert states[-1].errors
    assert states[-1].shown == states[0].shown


def test_a_newer_save_ends_a_check(many: Path) -> None:
    for last in (0, 5, FEW + 5):
        calls = count()
        with pytest.raises(Superseded):
            check_all(many, State(0, DAY), DAY, lambda calls=calls, last=last: next(calls) >= last)  # type: ignore[misc]
        assert next(calls) == last + 1


@pytest.mark.slow
@settings(max_examples=6)
@given(
    edits=st.lists(
        st.tuples(st.sampled_from(["customers", "visitors"]), st.text("abc", min_size=1, max_size=5), st.booleans()),
        min_size=1,
        max_size=4,
    )
)
def test_after_any_saves_each_notice_is_the_last_without_an_error(
    edits: list[tuple[str, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = site_with("registers: {visitors: {}}", tmp_path_factory.mktemp("preview") / "site")
    session = Session(site, DAY)
    session.check()
    expected = names(session.state)
    assert set(expected) == {"customers", "visitors"}
    for id, name, broken in edits:
        session.check(frozenset(save(site, id, f"Nimi {name}", broken=broken)))
        if not broken:
            expected[id] = f"Nimi {name}"
    assert names(session.state) == expected
    assert session.state.findings == check(load(site), DAY).findings


def test_errors_belong_to_the_register_of_their_file() -> None:
    ids = ("customers", "fi")
    assert register_of("content/registers/customers.yaml", ids) == "customers"
    assert register_of("content/sv/customers.yaml", ids) == "customers"
    for shared in ("content/fi/site.yaml", "content/customers.yaml", "templates/registers/customers.yaml", "x"):
        assert register_of(shared, ids) is None
    assert faulty_registers((), ids) == frozenset()


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_refused_where_it_was_named(taken: int) -> None:
    with pytest.raises(CannotRun, match=r"^port-taken"):
        server.bound(taken)


def test_without_a_named_port_the_next_free_one_is_used(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PORTS", range(taken, taken + 20))
    sockets = server.bound(None)
    try:
        ports = {one.getsockname()[1] for one in sockets}
        assert len(ports) == 1
        assert ports <= set(range(taken + 1, taken + 20))
        assert {one.getsockname()[0] for one in sockets} <= {"127.0.0.1", "::1"}
    finally:
        for one in sockets:
            one.close()
    monkeypatch.setattr(server, "PORTS", (taken,))
    with pytest.raises(CannotRun, match=r"^ports-taken"):
        server.bound(None)
