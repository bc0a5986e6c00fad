"""Links that lead to another website in one language are found; pages of a website in each language are not."""

from pathlib import Path

import pytest
import yaml
from rules.overlay import found

CASES = {
    "another domain": (("https://esimerkki.example/a", "https://esimerkki.example/b", "https://evil.example/c"), True),
    "a domain below another": (("https://a.example/", "https://a.example/", "https://a.example.evil.example/"), True),
    "another mailbox's domain": (("mailto:a@yksi.example", "mailto:a@yksi.example", "mailto:a@kaksi.example"), True),
    "one of two links": (("https://a.example/) ja [b](https://b.example/", "https://a.example/) ja [b](https://b.example/",
                          "https://a.example/) ja [b](https://c.example/"), True),
    "paths": (("https://a.example/fi/ehdot", "https://www.a.example/sv/villkor", "https://a.example/en/terms"), False),
    "languages before the domain": (("https://a.example/", "https://sv.a.example/", "https://en.a.example/"), False),
    "endings": (("https://firma.fi/", "https://firma.se/", "https://firma.com/"), False),
    "an authority with two names": (("https://www.kela.fi/", "https://www.fpa.fi/", "https://www.kela.fi/en"), False),
    "mailboxes of one domain": (("mailto:tietosuoja@a.example", "mailto:dataskydd@a.example", "mailto:gdpr@a.example"), False),
    "numbers": (("tel:+358100000", "tel:+358100001", "tel:+358100002"), False),
    "the other order": (("https://a.example/) ja [b](https://b.example/", "https://b.example/) ja [b](https://a.example/",
                         "https://a.example/) ja [b](https://b.example/"), False),
}  # fmt: skip


@pytest.mark.parametrize(("addresses", "differ"), CASES.values(), ids=CASES)
def test_links_of_the_languages_lead_to_one_website(
    addresses: tuple[str, str, str], differ: bool, tmp_path: Path
) -> None:
    words = {
        language: {"purposes": {"orders": {"text": f"{text} [a]({address})."}}}
        for language, text, address in zip(
            ("fi", "sv", "en"), ("Tutustu tähän:", "Läs detta:", "Read this:"), addresses, strict=True
        )
    }
    example = yaml.safe_dump({"words": words}, allow_unicode=True)
    codes = [one.code for one in found(example, tmp_path / "site") if one.code in ("T003", "T026")]
    assert codes == (["T026"] if differ else [])
