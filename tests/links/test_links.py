"""Addresses are unambiguous, and a link leads where its text says."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.links import LATIN, ascii_host, host_fault, link_fault, mail_fault, mail_link, rebuilt, web_fault, web_link
from notice.links.phones import telephone, telephone_fault
from notice.messages import reason

HOSTS = ["example.fi", "www.Example.FI", "pörssi.example.fi", "a-1.example", "xn--prssi-jua.fi", "1.example.fi"]


@pytest.mark.parametrize("host", HOSTS)
def test_domains_of_finnish_owners_are_taken(host: str) -> None:
    assert host_fault(host) == ""
    assert mail_fault(f"tieto.suoja+a@{host}") == ""
    assert web_fault(f"https://{host}/ehdot?a=b#c") == ""


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("ex\u0430mple.fi", "cyrillic small letter a"),
        ("\u0435\u0445\u0430mple.fi", "cyrillic"),
        ("пример.рф", "cyrillic"),
        ("exαmple.fi", "greek small letter alpha"),
        ("例え.jp", "cjk"),
        ("ｅxample.fi", "fullwidth"),
        ("exaмple.fi", "cyrillic"),
        ("exampl\u0131.fi", "dotless"),
        ("straße.example", "sharp s"),
        ("exa\u200bmple.fi", "zero width"),
        ("exa\u00admple.fi", "soft hyphen"),
        ("exa mple.fi", "space"),
        ("exa_mple.fi", "low line"),
        ("example。fi", "full stop"),
        ("example.fi.", "dot at the end"),
        ("example", "lacks its end"),
        ("localhost", "lacks its end"),
        ("127.0.0.1", "lacks its end"),
        ("example.f1", "lacks its end"),
        ("example..fi", "empty"),
        (".example.fi", "empty"),
        ("-example.fi", "hyphen"),
        ("example-.fi", "hyphen"),
        ("ab--cd.fi", "hyphen"),
        (f"{'a' * 64}.fi", "too long"),
        (f"{'abcdefgh.' * 30}fi", "too long"),
        ("", "no domain"),
    ],
)
def test_a_domain_that_is_none_or_hides_what_it_is_has_a_fault(host: str, said: str) -> None:
    assert said in reason(host_fault(host), "en").lower()
    assert mail_fault(f"a@{host}")
    assert web_fault(f"https://{host}/")


def test_every_letter_of_a_domain_becomes_what_name_servers_know() -> None:
    for letter in LATIN:
        host = f"a{letter}b.example"
        assert host_fault(host) == ""
        assert ascii_host(host).encode() == host.encode("idna")
    assert ascii_host("Po\u0308rssi.Example") == "xn--prssi-jua.example"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://a.example@evil.example/", "name before @"),
        ("https://a:b@evil.example/", "name before @"),
        ("https://example.fi:99999/", "port"),
        ("https://example.fi:0/", "port"),
        ("https://example.fi:/", "port"),
        ("https://example.fi:8a/", "port"),
        ("https://example.fi:80:80/", "port"),
        ("https://[::1]/", "port"),
        ("https://example.fi/a b", "space"),
        ("https://example.fi/\u00a0", "space"),
        ("https://example.fi/\u202egpj", "space"),
        ("https://example.fi\\@evil.example/", "character"),
        ("https://example.fi/<b>", "character"),
        ("https://example.fi/%zz", "%"),
        ("https://example.fi/%0d%0aX", "%"),
        ("https://example.fi/a%", "%"),
        ("https:///a", "no domain"),
        ("https:example.fi", "https://"),
        ("ftp://example.fi", "https://"),
        ("//example.fi", "https://"),
        ("www.example.fi", "https://"),
    ],
)
def test_a_web_address_with_a_fault_is_none(text: str, said: str) -> None:
    assert said in reason(web_fault(text), "en")
    assert link_fault(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.fi", "https://example.fi"),
        ("HTTPS://Example.fi:8443/Ehdot/", "https://example.fi:8443/Ehdot/"),
        ("https://example.fi/a?b=1&c=2#d", "https://example.fi/a?b=1&c=2#d"),
        ("https://example.fi/käyttö?q=ä#ö", "https://example.fi/k%C3%A4ytt%C3%B6?q=%C3%A4#%C3%B6"),
        ("https://example.fi/a%20b", "https://example.fi/a%20b"),
        ("https://example.fi/?a[]={b}|c", "https://example.fi/?a%5B%5D=%7Bb%7D%7Cc"),
        ("https://pörssi.example/", "https://xn--prssi-jua.example/"),
        ("https://example.fi/@name?x=a@b", "https://example.fi/@name?x=a@b"),
    ],
)
def test_a_web_link_is_built_from_its_parts(text: str, link: str) -> None:
    assert web_fault(text) == ""
    assert web_link(text) == link
    assert web_link(link) == link
    assert urlsplit(link).hostname == ascii_host(urlsplit(text).hostname or "")


@pytest.mark.parametrize(
    "text",
    [
        "a@example.fi?bcc=b@evil.example&body=x",
        "a@example.fi,b@evil.example",
        "a@example.fi;b@evil.example",
        "a?bcc=b@evil.example",
        "a%0d%0aBcc:b@evil.example",
        "a&b@example.fi",
        "a@b@example.fi",
        "a b@example.fi",
        '"a b"@example.fi',
        "Tuki <a@example.fi>",
        "mailto:a@example.fi",
        "a@[127.0.0.1]",
        ".a@example.fi",
        "a..b@example.fi",
        "a.@example.fi",
        "@example.fi",
        "a@",
        "a",
        f"{'a' * 65}@example.fi",
        "tіetosuoja@example.fi",
        "a@example.fi\n",
        "",
    ],
)
def test_an_e_mail_address_with_a_fault_is_none(text: str) -> None:
    assert mail_fault(text)
    assert link_fault(f"mailto:{text}")


@pytest.mark.parametrize("text", ["o'brien@example.fi", "a.b-c_d+e@example.fi", "A@EXAMPLE.FI", "päätös@example.fi"])
def test_a_mail_link_holds_one_address(text: str) -> None:
    if text.isascii():
        assert mail_fault(text) == ""
        link = mail_link(text, "Pyyntö & muuta?", "Hei,\r\n=&#")
        path, _, query = link.partition("?")
        assert unquote(path.removeprefix("mailto:")) == text.replace("EXAMPLE.FI", "example.fi")
        assert parse_qs(query) == {"subject": ["Pyyntö & muuta?"], "body": ["Hei,\r\n=&#"]}
        assert rebuilt(link) == link
    else:
        assert mail_fault(text)


@pytest.mark.parametrize(
    "link",
    [
        "mailto:a@example.fi?bcc=b@evil.example",
        "mailto:a@example.fi?CC=b@evil.example",
        "mailto:a@example.fi?to=b@evil.example",
        "mailto:a@example.fi?subject=x&attach=/etc/hosts",
        "mailto:a@example.fi?subject=x&subject=y",
        "mailto:a@example.fi%2Cb@evil.example",
        "mailto:a@example.fi%3Fbcc=b@evil.example",
        "mailto:a@example.fi?subject=x%0D%0ABcc:%20b%00",
        "mailto:",
        "tel:",
        "tel:abc",
        "tel:+358;ext=1",
        "tel:*31%23",
        "tel:+3584012345678901234",
        "javascript:alert(1)",
        "#a",
        "",
    ],
)
def test_a_link_that_does_more_than_it_says_has_a_fault(link: str) -> None:
    assert link_fault(link)


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("+358 40 123 4567", "tel:+358401234567"),
        ("040 123 4567", "tel:+358401234567"),
        ("00358 (0)40-1234567", "tel:+358401234567"),
        ("+358401234567\n", ""),
        ("040 123 4567 ext 5", ""),
        ("*31#0401234567", ""),
        ("+358 40 123 4567 890 123 456", ""),
        ("tel:+358401234567", ""),
        ("", ""),
    ],
)
def test_a_telephone_link_holds_digits_only(number: str, link: str) -> None:
    assert telephone(number) == link
    assert not link or not link_fault(link)


@pytest.mark.parametrize(
    "text",
    [
        "+358 40 123 4567",
        "112",
        "116 117",
        "(09) 310 1691",
        "09 310 1691 (vaihde)",
        "029 566 6700 (ma–pe 9–16)",
        "040 123 4567 / 050 123 4567",
        "040 123 4567 tai 050 123 4567",
        "+358 (0)9 310 123",
        "040 123 4567, 8,35 snt/puhelu",
        "00358 40 123 4567",
        "+46 8 657 61 00",
        "010 000 0000",
    ],
)
def test_a_telephone_number_as_owners_write_it_has_no_fault(text: str) -> None:
    assert telephone_fault(text) == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("abc", "no-number"),
        ("call us", "no-number"),
        ("٠٤٠١٢٣٤٥٦٧", "no-number"),
        ("12", "too-few-digits"),
        ("040", "too-few-digits"),
        ("+358 40", "too-few-digits"),
        ("040 123 4567 890 123 456", "too-many-digits"),
        ("+358 040 123 4567", "zero-after-code"),
        ("00358 040 123 4567", "zero-after-code"),
        ("040 123 4567, +358 09 310 1691", "zero-after-code"),
        ("+0 123 4567", "no-such-code"),
        ("040 123\u202e4567", "unseen-sign"),
    ],
)
def test_what_is_no_telephone_number_has_a_fault(text: str, fault: str) -> None:
    assert telephone_fault(text) == fault


@given(st.text() | st.text(st.sampled_from("0123456789 +()-/,abc"), max_size=40))
def test_any_text_is_read_as_a_telephone_number_or_has_a_fault(text: str) -> None:
    fault = telephone_fault(text)
    assert fault or any(sign in "0123456789" for sign in text)
    if telephone(text.strip()) and not fault:
        assert not link_fault(telephone(text.strip()))


def test_a_telephone_link_loses_what_stands_between_its_digits() -> None:
    assert rebuilt("tel:+358-40-123.4567") == "tel:+358401234567"


@given(st.text() | st.text(st.sampled_from("htps:/@.?#&=%+-a1ä\\ []"), max_size=40).map(lambda end: f"https://{end}"))
def test_a_link_without_a_fault_is_built_the_same_again(text: str) -> None:
    if not link_fault(text):
        link = rebuilt(text)
        assert link.isascii()
        assert not link_fault(link)
        assert rebuilt(link) == link
