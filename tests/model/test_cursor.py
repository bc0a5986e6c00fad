"""Walks over the model: the keys of a mapping, the fact at a path, the ids in facts."""

import pytest
from verify.two_sites import contexts_of

from notice.model.cursor import keys_at, references, stated, value_at
from notice.model.fields import Facts, Refers
from notice.model.register import Register
from notice.model.shapes import fields
from notice.model.vocabulary import Vocabulary

REGISTER = Register.model_validate(
    {
        "people": "customers",
        "purposes": {
            "data": {
                "interest-of": "controller",
                "law": {"act": "accounting-act", "section": "2:10"},
                "keep": {"for": "3 years", "after": "last-order", "law": "accounting-act"},
            }
        },
        "recipients": {"transfers": {"activity": "payment", "transfers": {"US": {"mechanism": "scc"}}}},
        "cookies": {"basket": {"provider": "controller", "read-by": ["parcel-carrier", "controller"]}},
        "profiling": "none",
    }
)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "purposes"),
        (("purposes", "data"), "basis"),
        (("purposes", "keep", "keep"), "then-within"),
        (("purposes", "data", "law"), "act"),
        (("purposes", "data", "law", "0"), "act"),
        (("recipients", "transfers"), "sub-processors"),
        (("recipients", "x", "transfers", "US"), "mechanism"),
        (("profiling",), "effects"),
    ],
)
def test_the_keys_of_a_mapping_are_those_of_its_model_whatever_its_id(path: tuple[str, ...], key: str) -> None:
    assert key in keys_at(Register, path)


@pytest.mark.parametrize(
    "path", [("purposes",), ("people", "0"), ("purposes", "orders", "keep", "for"), ("nothing", "x")]
)
def test_where_the_model_has_no_mapping_there_are_no_keys(path: tuple[str, ...]) -> None:
    assert keys_at(Register, path) == ()


def test_the_fact_at_a_path_is_found_through_mappings_and_lists() -> None:
    assert value_at(REGISTER, ("purposes", "data", "keep", "after")) == "last-order"
    assert value_at(REGISTER, ("purposes", "data", "law", "0", "act")) == "accounting-act"
    assert value_at(REGISTER, ("recipients", "transfers", "transfers", "US", "mechanism")) == "scc"
    assert value_at(REGISTER, ()) is REGISTER
    for path in (("purposes", "orders"), ("people", "1"), ("people", "x"), ("purposes", "data", "keep", "for", "x")):
        assert value_at(REGISTER, path) is None


def test_every_id_that_names_something_is_found_with_its_kind() -> None:
    found = {".".join(path): (id, refers.kind) for path, id, refers in references(REGISTER)}
    assert found == {
        "people.0": ("customers", "people"),
        "purposes.data.interest-of.0": ("controller", "recipients"),
        "purposes.data.law.0.act": ("accounting-act", "laws"),
        "purposes.data.keep.after": ("last-order", "events"),
        "purposes.data.keep.law.act": ("accounting-act", "laws"),
        "recipients.transfers.activity": ("payment", "activities"),
        "cookies.basket.provider": ("controller", "recipients"),
        "cookies.basket.read-by.0": ("parcel-carrier", "recipients"),
        "cookies.basket.read-by.1": ("controller", "recipients"),
    }


def test_the_starter_names_ids_of_most_kinds() -> None:
    [context] = contexts_of("starter")
    kinds = {refers.kind for _, _, refers in references(context.notice.register)}
    assert kinds > {"people", "data", "laws", "events", "recipients", "safeguards", "withdrawals", "cookie_purposes"}


def test_only_facts_with_a_value_are_stated() -> None:
    keep = value_at(REGISTER, ("purposes", "data", "keep"))
    assert isinstance(keep, Facts)
    assert [key for key, _ in stated(keep)] == ["for", "after", "law"]


def mappings(model: type[Facts], known: dict[type[Facts], None]) -> dict[type[Facts], None]:
    if model not in known:
        known[model] = None
        for field in fields(model).values():
            if field.shape.mapping:
                mappings(field.shape.mapping, known)
    return known


def test_every_kind_of_id_that_a_field_takes_is_a_kind_of_the_vocabulary() -> None:
    every = [field for model in mappings(Vocabulary, mappings(Register, {})) for field in fields(model).values()]
    taken = [one for field in every for one in (field.refers, field.keyed_by) if one]
    assert len(taken) > 20
    assert {one.kind for one in taken} <= set(Vocabulary.model_fields)
    assert Refers("recipients", ("controller",)) in taken
