"""The table of renamed keys and ids: its new names exist, its old ones do not, and no row is older than allowed."""

import notice
from notice.load.vocabulary import standard_vocabulary
from notice.model.purpose import Keep
from notice.model.renamed import IDS, KEYS, RenamedId, RenamedKey, is_expired
from notice.model.shapes import fields


def faults(keys: tuple[RenamedKey, ...], ids: tuple[RenamedId, ...], version: str) -> list[str]:
    """What is wrong with a table in a version of the package."""
    rows: list[RenamedKey | RenamedId] = [*keys, *ids]
    found = [f"{row.old} is expired" for row in rows if is_expired(row, version)]
    for key in keys:
        found += [f"{key.old} is still a key"] * (key.old in fields(key.model))
        found += [f"{key.new} is no key"] * (key.new not in fields(key.model))
    for id in ids:
        known = getattr(standard_vocabulary(), id.kind)
        found += [f"{id.old} is still an id"] * (id.old in known)
        found += [f"{id.new} is no id"] * (id.new not in known)
    return found


def test_the_table_is_right_in_this_version() -> None:
    assert faults(KEYS, IDS, notice.__version__) == []


def test_a_wrong_table_is_refused() -> None:
    keys = (RenamedKey(Keep, "after", "since", "0.1.0"),)
    ids = (RenamedId("data", "email", "e-address", "0.3.0"),)
    assert faults(keys, ids, "0.3.0") == [
        "after is expired", "after is still a key", "since is no key", "email is still an id", "e-address is no id",
    ]  # fmt: skip
