"""Placeholders are found in facts and words of three languages; similar lawful texts are not."""

import pytest

from notice.languages import LANGUAGES
from notice.placeholders import is_placeholder, placeholders
from notice.words import standard

IN_WORDS = [
    ("TODO", "TODO"),
    ("todo", "todo"),
    ("todo: kirjoita", "todo:"),
    ("TBD", "TBD"),
    ("tbd", "tbd"),
    ("Tiedot säilytetään tbd.", "tbd"),
    ("Tiedot säilytetään XXX vuotta.", "XXX"),
    ("Uppgifterna sparas i xx år, xxx", "xxx"),
    ("Soita XXX-XXX", "XXX-XXX"),
    ("Yritys XXX kerää tietoja", "XXX"),
    ("XXX Oy kerää tietoja", "XXX"),
    ("Contact Xxxx Xxxxxx for more", "Xxxx Xxxxxx"),
    ("TÄYDENNÄ: säilytysaika", "TÄYDENNÄ:"),
    ("TÄYDENNÄ säilytysaika", "TÄYDENNÄ"),
    ("Kirjoita tähän, mitä muuttui", "Kirjoita tähän"),
    ("Beskriv här", "Beskriv här"),
    ("Describe here what changed", "Describe here"),
    ("Täydennä: säilytysaika", "Täydennä:"),
    ("Säilytysaika on (TÄYDENNÄ)", "TÄYDENNÄ"),
    ("TÄYTÄ ennen julkaisua", "TÄYTÄ"),
    ("[täydennä säilytysaika]", "[täydennä säilytysaika]"),
    ("Soita numeroon [puhelinnumero].", "[puhelinnumero]"),
    ("Osoite on [katuosoite]", "[katuosoite]"),
    ("FYLL I: lagringstid", "FYLL I:"),
    ("FYLL I lagringstiden", "FYLL I"),
    ("Fyll i: lagringstid", "Fyll i:"),
    ("LÄGG TILL text", "LÄGG TILL"),
    ("Ring [telefonnummer]", "[telefonnummer]"),
    ("[fyll i här]", "[fyll i här]"),
    ("FILL IN the retention", "FILL IN"),
    ("Fill in: retention", "Fill in:"),
    ("INSERT DPO NAME", "INSERT"),
    ("Our officer is [INSERT DPO NAME]", "[INSERT DPO NAME]"),
    ("We are <company name>, in Helsinki", "<company name>"),
    ("We are {{company}}", "{{company}}"),
    ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
    ("Mail xxx@example.fi", "xxx@example.fi"),
    ("Säilytetään ____ vuotta", "____"),
    ("Säilytetään __ __ vuotta", "__ __"),
    ("Säilytetään ??? vuotta", "???"),
    ("Säilytetään ......... vuotta", "........."),
    ("Päivitetty 1.1.20XX", "20XX"),
    ("Täydennetään myöhemmin.", "Täydennetään myöhemmin."),
    ("Kompletteras senare.", "Kompletteras senare."),
    ("To be completed.", "To be completed."),
    ("…", "…"),
    ("FIXME", "FIXME"),
    ("REPLACE ME", "REPLACE ME"),
    ("Säilytetään [X] vuotta", "[X] "),
    ("Säilytetään N kuukautta", "N "),
    ("Förvaras i X år", "X "),
    ("Kept for (x) years", "(x) "),
    ("Säilytetään __ päivää", "__ "),
    ("Päivitetään myöhemmin.", "Päivitetään myöhemmin."),
    ("Uppdateras senare", "Uppdateras senare"),
    ("Coming soon", "Coming soon"),
    ("Lisää teksti tähän", "Lisää teksti tähän"),
    ("Här kommer texten.", "Här kommer texten."),
]


@pytest.mark.parametrize(("text", "marked"), IN_WORDS, ids=[row[0] for row in IN_WORDS])
def test_a_placeholder_is_found_at_its_letters(text: str, marked: str) -> None:
    start, end = placeholders(text)[0]
    assert text[start:end] == marked


LAWFUL_WORDS = [
    "Todorov Oy toimittaa tavarat.",
    "Käytämme palvelua Todoist ja todo-listaa.",
    "Täydennämme tietoja väestötietojärjestelmästä.",
    "Täydennä tietosi lomakkeella, jos ne puuttuvat.",
    "TÄYDENNÄ TIETOSI lomakkeella.",
    "Lue lisää: https://www.example.fi",
    "LISÄÄ TIETOA: katso alta",
    "Lisää tietoa saa sivuilta.",
    "Ravintola XXX kerää varauksia.",
    "Katso luku XXX.",
    "Kuningas Kaarle XXX",
    "TBC-tutkimus",
    "Sähköpostimme on muotoa etunimi.sukunimi@example.fi.",
    "Lähetä viesti: tietosuoja[at]example.fi",
    "[Lisää ehdoista](https://www.example.fi/ehdot)",
    "Syntymäaika kirjoitetaan muotoon pp.kk.vvvv.",
    "Fyll i formuläret, så svarar vi.",
    "FYLL I FORMULÄRET",
    "Vi kompletterar uppgifterna från befolkningsdatasystemet.",
    "Läs mer här: https://www.example.fi",
    "[Se villkoren här](https://www.example.fi/villkor)",
    "Kapitel XXX i lagen",
    "Fill in the form, and we answer.",
    "FILL IN THE FORM",
    "Insert your card into the reader.",
    "A to-do list is kept for each order, a TODO list for staff.",
    "Your request remains to be confirmed.",
    "Why do we ask?",
    "Really?? Yes.",
    "Nimi, osoite ja puhelinnumero",
    "katuosoite",
    "puhelinnumero",
    "name",
    "Phone number",
    "**Tärkeää**: __näin__ se menee...",
    "Article 6(1)[f] and [EU] 2016/679",
    "The values a < b and c > d",
    "200x zoom, 20x30 cm",
    "{amount} vuotta",
    "Tietosuojaselostetta päivitetään myöhemmin, kun palvelu muuttuu.",
    "Yhtiö X toimittaa tavarat vuosittain.",
    "Kohta (x) vuoden 2020 laissa",
    "Palvelu täydennetään lomakkeella.",
    "N on kirjain.",
    "Ordern kommer senare till butiken.",
    "The parcel is coming soon, and we tell you when.",
    "Xxavier Oy",
]


@pytest.mark.parametrize("text", LAWFUL_WORDS)
def test_a_lawful_look_alike_is_spared(text: str) -> None:
    assert placeholders(text) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_package_is_a_placeholder(language: str) -> None:
    flat = standard(language).flat
    assert len(flat) > 1000
    assert {path: text for path, text in flat.items() if placeholders(text)} == {}


FACTS = [
    "TODO", "todo", "[katuosoite]", "XXX", "TÄYDENNÄ", "[INSERT DPO NAME]", "TBD", "xxx", "Xxx Xxxx", "XXX Oy", "TODO Ab",
    "???", "?", "-", "…", "...", "____", "<nimi>", "Oy <Firma> Ab", "{nimi}", "{{name}}", "[x1]", "xxx@example.fi",
    "xx@xx.fi", "etunimi.sukunimi@example.fi", "förnamn.efternamn@example.fi", "your.name@example.fi", "+358 XX XXX XXXX",
    "040 xxx xxxx", "XXXXXXX-X", "0000000-0", "00000", "000 000 0000", "katuosoite", "Gatuadress", "Street address",
    "nimi", "Namn", "Your company", "Yrityksen nimi", "Företagets namn", "Company name", "Etunimi Sukunimi",
    "Förnamn Efternamn", "Lisää nimi tähän", "Kirjoita osoite", "Lägg till adress", "Skriv namn här", "Insert name",
    "Enter your name", "fyll i adressen", "täydennä katu", "Fill in street", "lorem ipsum", "ei tiedossa", "Vet ej",
    "okänd", "not known", "n/a", "myöhemmin", "senare", "later", "asdf", "CHANGEME",
    "Yrityksen nimi Oy", "Yritys Oy", "Oy Yritys Ab", "Firman nimi Oy", "Firma Oy", "Yhtiön nimi Oyj", "Yhdistyksen nimi ry",
    "Yhdistys ry", "Kunnan nimi", "Toiminimi Tmi", "Nimi Oy", "Oma yritys Oy", "Yrityksemme Oy", "Yrityksesi nimi Oy",
    "Företaget Ab", "Företagets namn Ab", "Företagsnamn Ab", "Bolaget Ab", "Bolagets namn Ab", "Firmanamn Ab", "Ab Företaget Oy",
    "Föreningen rf", "Föreningens namn rf", "Namn Ab", "Ditt företag Ab", "Vårt bolag Ab", "Kommunens namn",
    "Company Ltd", "Company Name Ltd", "Your Company Ltd", "The Company Ltd", "Name of company", "Association name", "Firm Ltd",
    "Organisaatio ry", "Organisaation nimi ry", "Organisation Ab", "Organization Inc", "Yrityksen Nimi Oy Ab", "Yritys X Oy",
    "T.B.D.", "(katuosoite)", "(täydennetään)", "(to be confirmed)", "%osoite%", "$NAME", "${name}", "täydennä", "Lisätään",
    "tulossa", "selvitetään", "fyll i", "Kompletteras", "läggs till senare", "ska utredas", "oklart", "coming soon", "pending",
    "unknown yet", "n.a.", "N.N.", "nn", "[ ]", "<>", "*", "**", "#",
    "Matti Meikäläinen", "John Doe", "Nimi Nimi", "DPO name", "Tietosuojavastaavan nimi", "Dataskyddsombudets namn",
    "Name of the provider", "Palveluntarjoaja X", "Leverantör A", "Toimittaja", "vendor name", "Oy XX Ab", "test",
    "Yhtiö Oy", "Rekisterinpitäjä Oy", "Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller", "Oy Firma Ab",
]  # fmt: skip


@pytest.mark.parametrize("text", FACTS)
def test_a_placeholder_of_a_fact_is_found(text: str) -> None:
    assert is_placeholder(text, is_free=True)


LAWFUL_FACTS = [
    "Todorov Oy", "Todoist", "Ravintola XXX", "Ravintola XXX Oy", "Baari X", "X Oy", "Oma Säästöpankki", "Enter Espoo Oy",
    "Insert Coin Oy", "Add Value Ab", "Lisää Liikettä Oy", "Täydennyskoulutus Oy", "Fyllings Ab", "Katuoja 3",
    "Nimikko Oy", "Namnet Ab", "Yrityspalvelu Oy", "Yrityksen Paras Oy", "Firmakortti Oy", "Yritystalo Nimi ja Kuva Oy",
    "Företagarna rf", "Företagshälsan Ab", "Bolagsvärlden Ab", "Föreningen Konstsamfundet rf", "Company of Heroes Ltd",
    "The Bread Company Ltd", "Suomen Yrittäjät ry", "Yhdistysten Talo ry", "Pieni Yritys Oy", "Kunnan Taitajat Oy",
    "Firm Foundations Ltd", "Organisaatiokehittäjät ry", "Helsingin Yhtiö Oy", "Good Company Ab", "Firma Virtanen Ky", "Street Kings Oy", "Kaupunkikuva Oy", "City", "Osoitekuja 4 A 12", "00100", "00010 Helsinki",
    "010 000 0000", "+358 40 000 0001", "9999999-2", "FI99999992", "asiakaspalvelu@example.fi", "info@xxl.example.fi",
    "https://www.example.fi", "https://www.example.fi/?x=1", "esimerkki_kori", "__Host-id", "C(2021) 3972 final",
    "Toimittajat Oy", "Katu 14 Oy", "Gatan 1 Café Ab", "Testialue Oy", "Testamentti Oy", "Pending Media Oy", "Coming Home Oy",
    "Nina N. Nieminen", "Matti Virtanen", "Osoite 1 Oy", "NN Group N.V.", "Provider Services Ltd",
    "Maija Mallikas", "Foo Fighters Oy", "Senare Bar Ab", "N.A. Nieminen", "Åsa Xxavier", "S:t Karins", "Tmi A-P Virta",
]  # fmt: skip


@pytest.mark.parametrize("text", LAWFUL_FACTS)
def test_a_lawful_fact_is_spared(text: str) -> None:
    assert not is_placeholder(text, is_free=True)


def test_ids_may_be_words_for_fields() -> None:
    for id in ("name", "phone", "address", "email", "date", "later", "city"):
        assert not is_placeholder(id, is_free=False)
    assert is_placeholder("todo", is_free=False) and is_placeholder("TBD", is_free=False)


@pytest.mark.parametrize("name", ["_ga_<container-id>", "wp-settings-[UID]", "_hjSession_{site_id}", "test", "foo_x"])
def test_a_cookies_name_may_hold_brackets(name: str) -> None:
    assert not is_placeholder(name, is_free=True, has_brackets=True)
    assert is_placeholder("TODO", is_free=True, has_brackets=True)


@pytest.mark.parametrize(
    "text",
    [
        "Rekisterinumero on muotoa XXX-123.",
        "Koodi annetaan muodossa ”XXXX-XX”.",
        "Numret har formen XXX-123.",
        "The number has the form XXX-123.",
    ],
)
def test_an_example_of_a_format_is_no_placeholder(text: str) -> None:
    assert placeholders(text) == ()
