"""Direct marketing must be stated wherever a purpose is or can be it; its right is denied only where none can be."""

from datetime import date
from pathlib import Path

import pytest
from rules import overlay
from rules.overlay import site_with

from notice.build import build
from notice.check import check
from notice.derive import derive
from notice.document import compose
from notice.document.rights import RightsSection
from notice.findings import Finding, Level
from notice.load import load
from notice.load.vocabulary import standard_vocabulary

DAY = date(2026, 11, 22)
FIRMS_OWN = ("newsletter", "electronic-direct-marketing")
"""The invented firm's own marketing, which each example removes."""

NO_OWN_MARKETING = ", ".join(f"{id}: " for id in FIRMS_OWN)
FIRM = "recipients: {newsletter-service: }\nwords: {fi: {purposes: {electronic-direct-marketing: }}, sv: {purposes: {electronic-direct-marketing: }}, en: {purposes: {electronic-direct-marketing: }}}\n"
OWN = (
    "{basis: consent, withdraw: [email], people: [customers], data: [email], recipients: none, required: voluntary, "
    "keep: {until: consent-withdrawn, for: , after: }%s}"
)
NO_ANSWER = ("marketing", "opt-out", "soft-opt-in", "interest-of", "balancing")


def found(example: str, folder: Path) -> tuple[Finding, ...]:
    return overlay.found(example, folder / "site")


def with_own(id: str, *, more: str = "", words: dict[str, tuple[str, str]] | None = None) -> str:
    """The firm without its own marketing, with one purpose under an own id, worded in three languages."""
    plain = {
        "fi": ("Muu toiminta", "Hoidamme asian."),
        "sv": ("Annat", "Vi sköter ärendet."),
        "en": ("Other", "We do it."),
    }
    texts = plain | (words or {})
    lines = [
        f"  {code}: {{purposes: {{electronic-direct-marketing: , {id}: {{name: '{name}', text: '{text}'}}}}}}"
        for code, (name, text) in texts.items()
    ]
    others = ", ".join(f"{other}: " for other in FIRMS_OWN if other != id)
    silent = "".join(f", {key}: " for key in NO_ANSWER if f"{key}: " not in more)
    purposes = f"purposes: {{{others}, {id}: {OWN % (silent + more)}}}\n"
    known = standard_vocabulary().purposes.get(id)
    if known and known.profiles:
        purposes += f"profiling: {{purposes: [{id}], data: [order-contents], effects: [offers-chosen]}}\n"
    return purposes + "recipients: {newsletter-service: }\nwords:\n" + "\n".join(lines) + "\n"


def absent_rights(example: str, folder: Path, language: str = "en") -> dict[str, str]:
    """The rows of “Rights that do not apply here”, by the fact that each states."""
    loaded = load(site_with(example, folder / "page"))
    (notice,) = loaded.notices
    document = compose(notice, derive(notice), loaded.words[notice.id, language]).document
    rights = next(one for one in document.sections if isinstance(one, RightsSection))
    return {row.values[0].fact: row.values[0].text for row in rights.absent}


ALWAYS = ("electronic-direct-marketing", "phone-and-postal-marketing", "targeted-advertising")
POSSIBLE = (
    "newsletter",
    "lookalike-advertising",
    "customer-grouping",
    "competitions",
    "loyalty-programme",
    "event-invitations",
    "fundraising",
)


@pytest.mark.parametrize("id", [*ALWAYS, *POSSIBLE])
def test_a_purpose_that_is_or_can_be_marketing_is_asked_about(id: str, tmp_path: Path) -> None:
    (finding,) = [one for one in found(with_own(id), tmp_path) if one.level is Level.ERROR]
    assert (finding.code, finding.span.file) == ("C084", "content/registers/customers.yaml")
    assert finding.fact == f"purposes.{id}.marketing"


@pytest.mark.parametrize("id", POSSIBLE)
def test_the_owner_may_say_that_a_purpose_which_can_be_marketing_is_none(id: str, tmp_path: Path) -> None:
    example = with_own(id, more=", marketing: none")
    assert [one for one in found(example, tmp_path) if one.level is Level.ERROR] == []
    assert (
        "No purpose in this notice is direct marketing"
        in absent_rights(example, tmp_path)["rights.objection-to-marketing"]
    )


@pytest.mark.parametrize("id", ALWAYS)
def test_marketing_by_its_nature_cannot_be_denied(id: str, tmp_path: Path) -> None:
    example = with_own(id, more=", marketing: none")
    assert {"C084"} == {one.code for one in found(example, tmp_path) if one.level is Level.ERROR}
    assert "rights.objection-to-marketing" not in absent_rights(example, tmp_path)


@pytest.mark.parametrize("signal", ["opt-out: [unsubscribe-link]", "soft-opt-in: {similar-products: yes}"])
@pytest.mark.parametrize("answer", ["", ", marketing: none"])
def test_a_way_to_refuse_marketing_shows_that_there_is_some(signal: str, answer: str, tmp_path: Path) -> None:
    example = with_own("member-letters", more=f", {signal}{answer}")
    assert "C084" in {one.code for one in found(example, tmp_path)}
    assert "rights.objection-to-marketing" not in absent_rights(example, tmp_path)


ANSWERS = [
    ("no-channels", with_own("phone-and-postal-marketing")),
    ("denied", with_own("phone-and-postal-marketing", more=", marketing: none")),
    ("possible", with_own("newsletter")),
    ("refusal-and-no-channels", with_own("member-letters", more=", opt-out: [unsubscribe-link]")),
    ("refusal-and-denied", with_own("member-letters", more=", opt-out: [unsubscribe-link], marketing: none")),
    ("word", with_own("monthly-marketing")),
]


@pytest.mark.parametrize(("key", "example"), ANSWERS)
def test_each_answer_has_a_message_of_its_own(key: str, example: str, tmp_path: Path) -> None:
    assert {one.key for one in found(example, tmp_path) if one.code == "C084"} == {key}


SPOKEN = [
    ("fi", "Suoramarkkinointi", "Kerromme tuotteista."),
    ("fi", "Asiakasviestintä", "Lähetämme asiakkaille tarjouksia."),
    ("fi", "Kuukausikirje", "Lähetämme uutiskirjeen. Voit kieltää sen."),
    ("sv", "Direktmarknadsföring", "Vi berättar om produkter."),
    ("sv", "Kundbrev", "Vi skickar reklam till dig."),
    ("sv", "Kundkontakt", "Vi sänder erbjudanden per post."),
    ("en", "Marketing", "We tell of products."),
    ("en", "Customer letters", "We send you special offers by email."),
    ("en", "Monthly letter", "We send our newsletter. You can refuse it."),
    ("fi", "Telemyynti", "Soitamme."),
    ("fi", "Suorapostitus", "Postitamme."),
    ("fi", "Kampanjaviestit", "Viestimme."),
    ("fi", "Uusasiakashankinta", "Etsimme asiakkaita."),
    ("fi", "Mainosten kohdentaminen", "Valitsemme."),
    ("fi", "Asiakasviestintä", "Kerromme uutuuksista ja eduista sähköpostitse."),
    ("sv", "Telefonförsäljning", "Vi ringer."),
    ("sv", "Kampanjutskick", "Vi skickar."),
    ("sv", "Kundvärvning", "Vi söker kunder."),
    ("sv", "Kundkontakt", "Vi berättar om nyheter och förmåner."),
    ("sv", "Erbjudanden per e-post", "Vi hör av oss."),
    ("en", "Sales calls", "We call."),
    ("en", "Lead generation", "We look for customers."),
    ("en", "Email campaigns", "We write."),
    ("en", "Retargeting", "We find visitors again."),
    ("en", "Customer letters", "We tell you about new products."),
    ("fi", "Onnittelut", "Lähetämme sähköpostiisi syntymäpäivänä kahvikupongin."),
    ("fi", "Kanta-asiakkaat", "Saat tekstiviestillä alennuskoodin."),
    ("fi", "Yhteydenpito", "Lähetämme etukoodeja sähköpostitse."),
    ("fi", "Onnittelut", "Lähetämme syntymäpäivätarjouksen."),
    ("sv", "Gratulationer", "Vi skickar en kaffekupong på din födelsedag."),
    ("sv", "Kundkontakt", "Vi sänder dig en rabattkod per e-post."),
    ("sv", "Gratulationer", "På födelsedagen får du ett erbjudande."),
    ("en", "Greetings", "We send a coffee coupon by email on your birthday."),
    ("en", "Customer contact", "We email you a discount code."),
    ("en", "Greetings", "You receive a birthday greeting with an offer."),
    ("fi", "Tarjoukset", "Lahjakorttitarjoukset sähköpostitse."),
    ("sv", "Kundkontakt", "Du får en rabattkupong per sms."),
    ("en", "Greetings", "We text you a voucher on your birthday."),
]


@pytest.mark.parametrize(("language", "name", "text"), SPOKEN)
def test_own_words_of_marketing_are_asked_about_in_each_language(
    language: str, name: str, text: str, tmp_path: Path
) -> None:
    example = with_own("own-purpose", words={language: (name, text)})
    (finding,) = [one for one in found(example, tmp_path) if one.code == "C084"]
    assert finding.fact == "purposes.own-purpose.marketing"
    answered = with_own("own-purpose", words={language: (name, text)}, more=", marketing: none")
    assert "C084" not in {one.code for one in found(answered, tmp_path / "answered")}


@pytest.mark.parametrize(
    "id", ["email-marketing", "uutiskirjeet", "markkinointiviestit", "direktmarknadsforing", "nyhetsbrev"]
)
def test_an_id_of_marketing_is_asked_about(id: str, tmp_path: Path) -> None:
    assert [one.code for one in found(with_own(id), tmp_path) if one.level is Level.ERROR] == ["C084"]


LAWFUL = [
    ("fi", "Tarjouslaskenta", "Laadimme tarjouksia pyynnöstä."),
    ("fi", "Tilausten käsittely", "Emme käytä tietoja markkinointiin."),
    ("fi", "Kiellot", "Kirjaamme markkinointikiellot."),
    ("sv", "Reklamationer", "Vi behandlar reklamationer."),
    ("sv", "Beställningar", "Vi använder inte uppgifterna för marknadsföring."),
    ("en", "Marketplace", "We pass orders on to the marketplace."),
    ("en", "Quotations", "We make offers on request."),
    ("en", "Objections", "We record objections to marketing."),
    ("fi", "Tarjoukset", "Lähetämme tarjouksen pyynnöstäsi."),
    ("fi", "Palvelutiedotteet", "Kerromme muutoksista palvelussa."),
    ("fi", "Lippujen myynti", "Myymme liput tapahtumiin."),
    ("sv", "Biljettförsäljning", "Vi säljer biljetter."),
    ("sv", "Ledarskap", "Vi berättar om ändringar i tjänsten."),
    ("sv", "Offerter", "Vi ger en offert på begäran."),
    ("en", "Promotions", "We decide who is promoted to a new post."),
    ("en", "Service notices", "We tell customers about changes to the service."),
    ("en", "Ticket sales", "We sell tickets and lead the groups."),
    ("fi", "Tilaukset", "Käytämme antamasi kupongin tilauksessa."),
    ("fi", "Lahjakortit", "Lähetämme ostamasi lahjakortin sähköpostiisi."),
    ("fi", "Tilaukset", "Lähetämme tilausvahvistuksen, jossa on käyttämäsi alennuskoodi."),
    ("sv", "Beställningar", "Vi drar av rabattkoden från priset."),
    ("sv", "Presentkort", "Vi skickar presentkortet som du har köpt."),
    ("sv", "Beställningar", "Vi skickar kvittot, där den använda rabattkoden står."),
    ("en", "Orders", "We redeem the coupon in your order."),
    ("en", "Gift cards", "We send the gift card that you bought."),
    ("en", "Orders", "You receive the order confirmation, which names the coupon."),
    ("sv", "Kassan", "Du löser in kupongen i kassan, och vi skickar varorna."),
    ("en", "Orders", "We email the order confirmation with the discount code."),
]


@pytest.mark.parametrize(("language", "name", "text"), LAWFUL)
def test_words_that_only_look_like_marketing_are_spared(language: str, name: str, text: str, tmp_path: Path) -> None:
    assert "C084" not in {one.code for one in found(with_own("own-purpose", words={language: (name, text)}), tmp_path)}


ADVERTISING = [
    ("fi", "Muu toiminta", "Mainostamme tuotteitamme sinulle."),
    ("fi", "Muu toiminta", "Lähetämme asiakkaille mainoksia."),
    ("fi", "Muu toiminta", "Käytämme tietoja markkinoidaksemme palvelujamme."),
    ("fi", "Suoramarkkinointi", "Hoidamme asian."),
    ("sv", "Annat", "Vi marknadsför våra produkter."),
    ("sv", "Annat", "Vi skickar reklam till kunder."),
    ("sv", "Annat", "Vi visar dig reklam."),
    ("en", "Other", "We advertise our products to you."),
    ("en", "Other", "We send customers marketing messages."),
    ("en", "Direct marketing", "We do it."),
]


@pytest.mark.parametrize(("language", "name", "text"), ADVERTISING)
def test_no_marketing_against_words_of_advertising_is_found(
    language: str, name: str, text: str, tmp_path: Path
) -> None:
    example = with_own("own-purpose", words={language: (name, text)}, more=", marketing: none")
    (finding,) = [one for one in found(example, tmp_path) if one.code == "C110"]
    assert (finding.level, finding.fact) == (Level.WARNING, "purposes.own-purpose.marketing")


NO_ADVERTISING = [
    ("fi", "Muu toiminta", "Emme mainosta tuotteitamme sinulle."),
    ("fi", "Muu toiminta", "Mainostamme avoimia työpaikkojamme."),
    ("fi", "Välitys", "Markkinoimme asuntoasi."),
    ("fi", "Uutiskirje", "Lähetämme uutiskirjeen."),
    ("sv", "Annat", "Vi marknadsför inte våra produkter till dig."),
    ("sv", "Annat", "Vi skickar inte reklam."),
    ("sv", "Förmedling", "Vi marknadsför din bostad."),
    ("en", "Other", "We never advertise our products to you."),
    ("en", "Other", "We advertise our open positions."),
    ("en", "Agency", "We market your home."),
]


@pytest.mark.parametrize(("language", "name", "text"), NO_ADVERTISING)
def test_no_marketing_beside_other_words_is_spared(language: str, name: str, text: str, tmp_path: Path) -> None:
    example = with_own("own-purpose", words={language: (name, text)}, more=", marketing: none")
    assert "C110" not in {one.code for one in found(example, tmp_path)}


def to_provider(activity: str, more: str = "") -> str:
    """A purpose under an own id, with plain words, that gives data to a recipient of the activity."""
    provider = f"other: {{named: Example Oy, role: controller, country: FI, activity: {activity}}}"
    own = with_own("shown-elsewhere", more=more).replace("recipients: none", "recipients: [other]")
    return own.replace("recipients: {newsletter-service: }", f"recipients: {{newsletter-service: , {provider}}}")


def test_an_own_purpose_with_a_provider_of_advertising_is_asked_about(tmp_path: Path) -> None:
    (finding,) = [one for one in found(to_provider("advertising"), tmp_path) if one.code == "C084"]
    assert (finding.key, finding.fact) == ("possible", "purposes.shown-elsewhere.marketing")
    row = absent_rights(to_provider("advertising"), tmp_path)["rights.objection-to-marketing"]
    assert row == "It has not been stated yet whether this right applies here."


def test_such_a_purpose_may_be_no_marketing_and_still_hardly_goes_without_profiling(tmp_path: Path) -> None:
    findings = found(to_provider("advertising", ", marketing: none"), tmp_path)
    assert "C084" not in {one.code for one in findings}
    assert [one.level for one in findings if one.code == "C111"] == [Level.WARNING]


@pytest.mark.parametrize("activity", ["analytics", "hosting", "printing"])
def test_a_purpose_with_other_providers_is_not_asked_about(activity: str, tmp_path: Path) -> None:
    assert {"C084", "C111"}.isdisjoint(one.code for one in found(to_provider(activity), tmp_path))


def test_a_purpose_of_the_vocabulary_in_the_owners_words_of_marketing_is_asked_about(tmp_path: Path) -> None:
    words = "words: {fi: {purposes: {orders: {text: Käsittelemme tilaukset ja lähetämme markkinointiviestejä.}}}}"
    assert "C084" in {one.code for one in found(words, tmp_path)}


def test_an_own_term_says_that_it_is_marketing(tmp_path: Path) -> None:
    site = site_with(with_own("member-letters"), tmp_path / "site")
    declared = "purposes: {member-letters: {direct-marketing: always}}\n"
    (site / "content" / "vocabulary.yaml").write_text(declared, encoding="utf-8")
    assert "C084" in {one.code for one in check(load(site), DAY).findings}


UNKNOWN = [
    ("orders", "marketing: unknown", "open"),
    ("newsletter", "marketing: unknown", "open"),
    ("member-letters", "opt-out: unknown", "open"),
    ("member-letters", "soft-opt-in: unknown", "open"),
    ("electronic-direct-marketing", "marketing: unknown", "arises"),
    ("member-letters", "marketing: unknown, opt-out: [email]", "arises"),
]


@pytest.mark.parametrize(("id", "stated", "answer"), UNKNOWN)
def test_what_is_not_known_never_denies_the_right(id: str, stated: str, answer: str, tmp_path: Path) -> None:
    absent = absent_rights(with_own(id, more=f", {stated}"), tmp_path)
    row = absent.get("rights.objection-to-marketing")
    assert row == (None if answer == "arises" else "It has not been stated yet whether this right applies here.")


def test_the_page_denies_the_right_where_no_purpose_is_or_can_be_marketing(tmp_path: Path) -> None:
    example = f"purposes: {{{NO_OWN_MARKETING}}}\n{FIRM}"
    assert [one for one in found(example, tmp_path) if one.level is Level.ERROR] == []
    for language, said in {
        "fi": "Selosteessa ei ole",
        "sv": "i beskrivningen",
        "en": "in this notice",
    }.items():
        assert said in absent_rights(example, tmp_path / language, language)["rights.objection-to-marketing"]


def test_marketing_of_unknown_channels_is_built_as_a_draft(tmp_path: Path) -> None:
    site = site_with("purposes: {newsletter: {marketing: unknown}}", tmp_path / "site")
    outcome = build(site, tmp_path / "out", DAY, html_only=True)
    assert outcome.is_draft and outcome.published


def test_profiling_for_marketing_without_channels_is_within_the_objection(tmp_path: Path) -> None:
    example = (
        "purposes: {electronic-direct-marketing: {marketing: unknown}}\n"
        "profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}\n"
        "words: {fi: {rights: {objection-to-marketing: {text: Voit vastustaa suoramarkkinointia.}}}}\n"
    )
    assert "C030" in {one.code for one in found(example, tmp_path)}
