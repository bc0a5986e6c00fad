"""C095: what is known of a cookie, where its service is a recipient and where it is not."""

from pathlib import Path

import pytest
from rules.overlay import found

SHOPIFY = """
purposes:
  orders: {recipients: [parcel-carrier, payment-provider, hosting-provider, shopify]}
recipients:
  shopify: {role: processor, contract: yes, transfers: {CA: {mechanism: adequacy, importer: Shopify Inc., in-scope: yes}}}
"""


def messages(example: str, folder: Path) -> list[tuple[str, str]]:
    return [(one.key, dict(one.arguments)["known"]) for one in found(example, folder) if one.code == "C095"]


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ("{name: cart, provider: controller}", [("provider", "shopify-cart")]),
        ("{name: cart, provider: shopify, duration: 1 year, read-by: [shopify]}", [("duration", "shopify-cart")]),
        ("{name: cart, provider: shopify, duration: session, read-by: [shopify]}", [("duration", "shopify-cart")]),
        ("{name: cart, provider: shopify, duration: 14 days, read-by: [shopify]}", []),
        ("{name: esimerkki_valinta, provider: controller}", []),
    ],
)
def test_a_cookie_of_a_recipient_is_compared_with_what_is_known(
    cookie: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert messages(f"{SHOPIFY}cookies:\n  choice: {cookie}\n", tmp_path / "site") == expected


def test_a_name_that_others_use_too_is_the_owners_where_the_service_is_no_recipient(tmp_path: Path) -> None:
    assert messages("cookies:\n  choice: {name: cart, provider: controller}\n", tmp_path / "site") == []


def test_a_duration_under_the_known_id_is_the_owners_own(tmp_path: Path) -> None:
    own = "cookies:\n  choice:\n  shopify-cart: {duration: 1 day, read-by: [shopify]}\n"
    assert messages(SHOPIFY + own, tmp_path / "site") == []
