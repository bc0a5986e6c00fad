"""Addresses in facts and words: a misleading one is a finding at its place, and is not rendered as a link."""

from pathlib import Path

import pytest
from rules import overlay
from rules.overlay import site_with
from texts import help, mark, message
from verify.two_sites import DAY

from notice.build import build
from notice.check import check
from notice.findings import Finding, write
from notice.load import load


def found(example: str, folder: Path) -> tuple[Finding, ...]:
    return overlay.found(example, folder)


@pytest.mark.parametrize(
    ("example", "line", "said"),
    [
        ("controller: {email: 'a@example.fi?bcc=b@example.com&body=x'}", "email:", "before the @"),
        ("controller: {website: 'https://a.example@example.com/'}", "website:", "before @"),
        ("controller: {website: 'https://www.example.fi:99999/'}", "website:", "port"),
        ("controller: {website: 'https://ex\u0430mple.fi/'}", "website:", "cyrillic"),
        ("controller: {dpo: {email: 'a@ex\u0430mple.fi'}}", "email:", "xn--"),
        ("controller: {contact: {email: 'a@example'}}", "email:", "lacks its end"),
        ("controller: {requests: {form: 'https://example.fi./'}}", "form:", "dot at the end"),
        ("site: {address: 'https://user@www.example.fi/'}", "address:", "before @"),
        ("recipients: {parcel-carrier: {notice: 'https://example.fi/a b'}}", "notice:", "space"),
        ("recipients: {parcel-carrier: {notice: 'http:///x'}}", "notice:", "no domain"),
    ],
)
def test_an_address_that_could_lead_astray_is_a_finding_at_its_place(
    tmp_path: Path, example: str, line: str, said: str
) -> None:
    loaded = load(site_with(example, tmp_path / "site"))
    [one] = [finding for finding in loaded.findings if finding.code == "Y006"]
    text = loaded.sources[one.span.file].splitlines()[one.span.line - 1]
    assert text.strip().startswith(line)
    assert said in mark(one).lower()
    assert "write" in help(one)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://a.example@example.com/", "before @"),
        ("https://ex\u0430mple.fi/", "cyrillic"),
        ("https://example.fi:99999/", "port"),
        ("mailto:a@example.fi?bcc=b@example.com", "subject and a body"),
        ("tel:*31", "digits only"),
        ("ehdot/", "in front"),
    ],
)
def test_a_link_in_words_goes_through_the_same_gate(tmp_path: Path, link: str, said: str) -> None:
    words = f'words: {{fi: {{purposes: {{orders: {{text: "Katso [ehdot]({link})."}}}}}}}}'
    [one] = [finding for finding in found(words, tmp_path / "site") if finding.code == "T006"]
    assert said in message(one).lower()
    assert one.span.file == "content/fi/customers.yaml"


@pytest.mark.parametrize(("language", "said"), [("fi", "porttia ei ole"), ("sv", "porten finns inte")])
def test_the_reason_against_a_link_is_in_the_language(tmp_path: Path, language: str, said: str) -> None:
    words = 'words: {fi: {purposes: {orders: {text: "Katso [ehdot](https://example.fi:99999/)."}}}}'
    [one] = [finding for finding in found(words, tmp_path / "site") if finding.code == "T006"]
    assert message(one, language).endswith(said)


def test_an_authoritys_address_among_the_words_goes_through_it_too(tmp_path: Path) -> None:
    words = '{authorities: {fi-ombudsman: {website: "https://tietosuoja.fi@example.com/", form: lomake}}}'
    some = found(f"words: {{fi: {words}, sv: {words}, en: {words}}}", tmp_path / "site")
    assert [one.code for one in some].count("T006") == 6


@pytest.mark.parametrize(
    ("example", "times"),
    [
        ("controller: {requests: {channels: [form, email], form: 'http://www.example.fi/pyynto'}}", 1),
        ("site: {address: 'http://www.example.fi/'}", 1),
        ("recipients: {parcel-carrier: {notice: 'HTTP://www.example.fi/'}}", 1),
        ('words: {sv: {purposes: {orders: {text: "Se [villkoren](http://example.fi/)."}}}}', 1),
        ("controller: {website: 'http://www.example.fi', dpo: {email: a@example.fi, website: 'http://example.fi'}}", 2),
        ("controller: {website: 'https://www.example.fi/?to=http://x'}", 0),
    ],
)
def test_an_address_without_encryption_is_warned_of_wherever_it_stands(
    tmp_path: Path, example: str, times: int
) -> None:
    some = [one for one in found(example, tmp_path / "site") if one.code == "P021"]
    assert len(some) == times
    assert all(one.level == "warning" and one.suggestion == write("https:") for one in some)


def test_links_of_the_page_are_built_from_their_parts(tmp_path: Path) -> None:
    site = site_with(
        "controller: {email: o'brien@pörssi.example.fi, website: 'https://pörssi.example.fi/käyttö?a=b c'}".replace(
            "b c", "ä"
        ),
        tmp_path / "site",
    )
    assert build(site, tmp_path / "out", DAY).findings == ()
    page = (tmp_path / "out/en").rglob("*/index.html")
    text = next(page).read_text(encoding="utf-8")
    assert 'href="https://xn--prssi-jua.example.fi/k%C3%A4ytt%C3%B6?a=%C3%A4"' in text
    assert 'href="mailto:o%27brien@xn--prssi-jua.example.fi' in text
    assert ">https://pörssi.example.fi/käyttö?a=ä</a>" in text


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{'  ' * depth}- a" for depth in range(300)),
        "- " * 300 + "a",
        "> " * 300 + "a",
        "- > " * 200 + "a",
        "\n".join(f"{'  ' * depth}1. a\n{'  ' * depth}2. b" for depth in range(300)),
        "\n".join(f"{'  ' * depth}- a" for depth in range(7)),
    ],
)
def test_lists_nested_too_deep_are_one_finding(tmp_path: Path, text: str) -> None:
    site = site_with("{}", tmp_path / "site")
    words = site / "content/fi/customers.yaml"
    indented = text.replace("\n", "\n        ")
    old = words.read_text(encoding="utf-8")
    assert "purposes:\n" in old
    words.write_text(
        old.replace(
            "purposes:\n", f"cookie-categories:\n  necessary:\n    text: |\n        {indented}\n\npurposes:\n", 1
        )
    )
    some = check(load(site), DAY).findings
    assert [one.code for one in some if one.level == "error"] == ["T007"]


def test_lists_nested_as_deep_as_they_may_are_built(tmp_path: Path) -> None:
    lines = "\\n".join(f"{'  ' * depth}- a" for depth in range(6))
    one = f'{{purposes: {{orders: {{text: "{lines}"}}}}}}'
    site = site_with(f"words: {{fi: {one}, sv: {one}, en: {one}}}", tmp_path / "site")
    outcome = build(site, tmp_path / "out", DAY)
    assert outcome.findings == ()
    assert outcome.published
