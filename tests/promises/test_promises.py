"""What earlier versions promised by name is still there, or listed as renamed (`docs/versions.md`)."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from promises.interface import RELEASED, gone, interface

from notice.model import renamed
from notice.model.purpose import Purpose
from notice.model.renamed import RenamedId, RenamedKey

VERSIONS = sorted(RELEASED.glob("*.json"))


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
def test_a_version_keeps_what_an_earlier_one_promised(file: Path) -> None:
    before = json.loads(file.read_text(encoding="utf-8"))
    assert len(before["rules"]) > 200 and len(before["ids"]["data"]) > 50 and "Purpose" in before["keys"]
    assert gone(before, interface()) == [], "not released yet? python tests/promises/interface.py writes it anew"


def test_there_is_a_version_to_compare_with() -> None:
    assert VERSIONS


@pytest.mark.parametrize(
    ("kind", "group", "name"),
    [
        ("keys", "Purpose", "keep"),
        ("ids", "data", "email"),
        ("options", "notice check", "--fail-level"),
        ("action", "inputs", "folder"),
    ],
)
def test_a_name_that_is_gone_is_found(kind: str, group: str, name: str) -> None:
    now: Any = deepcopy(interface())
    now[kind][group].remove(name)
    assert gone(interface(), now) == [f"{kind}: {group} {name}"]


def test_a_code_with_another_duty_is_found_and_one_that_is_gone_is_none() -> None:
    now: Any = deepcopy(interface())
    del now["rules"]["B005"]
    now["rules"]["N504"] = "another-duty"
    assert gone(interface(), now) == ["rules: N504 retention-incomplete"]


def test_a_renamed_key_and_id_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    now: Any = deepcopy(interface())
    now["keys"]["Purpose"].remove("keep")
    now["ids"]["data"].remove("email")
    assert len(gone(interface(), now)) == 2
    monkeypatch.setattr("promises.interface.KEYS", (RenamedKey(Purpose, "keep", "retention", "0.3.0"),))
    monkeypatch.setattr("promises.interface.IDS", (RenamedId("data", "email", "e-mail", "0.3.0"),))
    assert renamed.KEYS == ()
    assert gone(interface(), now) == []
