"""The defaults of a site have every fact of a register that registers can have in common."""

from notice.model.defaults import Defaults
from notice.model.register import Register

OF_ONE_REGISTER = {
    "people",
    "controller",
    "contact",
    "dpo",
    "joint_controllers",
    "sources",
    "recipients",
    "limited_rights",
    "research",
    "confirm",
}
"""What differs from register to register, or is shared through the owner's vocabulary."""


def test_each_fact_of_a_register_is_a_default_or_is_of_one_register_alone() -> None:
    assert set(Register.model_fields) - set(Defaults.model_fields) == OF_ONE_REGISTER


def test_a_default_has_the_form_that_it_has_in_a_register() -> None:
    both = Defaults.model_fields.items()
    assert {name for name, field in both if field.annotation != Register.model_fields[name].annotation} == set()
