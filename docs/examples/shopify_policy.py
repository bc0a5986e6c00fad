"""Write a plain fragment into a Shopify shop, as its privacy policy; for CI, after `notice build --release`.

    python shopify_policy.py build/fi/asiakasrekisteri/plain.html

The environment has SHOPIFY_SHOP (`example.myshopify.com`), and SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET of an app
of your own that is installed in the shop with the scope `write_legal_policies`. Needs Python alone. Exits with 1, and
the reason, where the shop did not take the text. Written for version 2026-10 of the Admin API, read on
28 November 2026.
"""

import json
import os
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

VERSION = "2026-10"

MUTATION = """
mutation UpdatePolicy($policy: ShopPolicyInput!) {
  shopPolicyUpdate(shopPolicy: $policy) {
    shopPolicy { url body }
    userErrors { field message }
  }
}
"""


def main(file: str) -> int:
    """Update the policy; prints its address, or why it was not updated."""
    try:
        shop, client, secret = (os.environ[f"SHOPIFY_{name}"] for name in ("SHOP", "CLIENT_ID", "CLIENT_SECRET"))
        print(update(f"https://{shop}", client, secret, Path(file).read_text(encoding="utf-8")))
    except KeyError as missing:
        print(f"not updated: the environment has no {missing.args[0]}", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(f"not updated: {error}", file=sys.stderr)
        return 1
    return 0


def update(shop: str, client: str, secret: str, body: str) -> str:
    """Replace the shop's privacy policy by the text; the address of its page.

    Raises `ValueError` where the shop refuses it, `OSError` where it cannot be reached.
    """
    grant = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret}
    token = str(_sent(f"{shop}/admin/oauth/access_token", grant)["access_token"])
    variables = {"policy": {"type": "PRIVACY_POLICY", "body": body}}
    answer = _sent(f"{shop}/admin/api/{VERSION}/graphql.json", {"query": MUTATION, "variables": variables}, token)
    if answer.get("errors"):
        raise ValueError(json.dumps(answer["errors"], ensure_ascii=False))
    result = answer["data"]["shopPolicyUpdate"]
    if result["userErrors"]:
        raise ValueError("; ".join(error["message"] for error in result["userErrors"]))
    return str(result["shopPolicy"]["url"])


def _sent(address: str, content: dict, token: str = "") -> dict:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if token:
        headers["X-Shopify-Access-Token"] = token
    request = Request(address, json.dumps(content).encode(), headers, method="POST")
    try:
        with urlopen(request, timeout=30) as response:
            return json.load(response)
    except URLError as error:
        raise OSError(f"{address}: {error}") from error


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]) if len(sys.argv) == 2 else "usage: shopify_policy.py FILE")
