"""Writes the site of an invented bilingual municipality with many registers: `municipality.py FOLDER [REGISTERS]`.

Five committees, what all registers share in one place, and a name in each language for everything that has one.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import yaml

DAY = "2026-11-22"

Named = tuple[str, str, str]
"""A name in Finnish, Swedish and English."""

LANGUAGES = ("fi", "sv", "en")


class Service(NamedTuple):
    """A service of a committee, with the groups of people whom it concerns."""

    name: Named
    people: tuple[str, ...]


COMMITTEES: dict[str, tuple[Named, tuple[Service, ...]]] = {
    "education-committee": (
        ("Esimerkin kasvatuslautakunta", "Fostransnämnden i Exempelby", "Education Committee of Esimerkki"),
        (
            Service(("Esiopetus", "Förskoleundervisning", "Pre-primary education"), ("pupils", "guardians")),
            Service(
                ("Varhaiskasvatus", "Småbarnspedagogik", "Early childhood education"),
                ("children-in-early-education", "guardians"),
            ),
            Service(
                ("Aamu- ja iltapäivätoiminta", "Morgon- och eftermiddagsverksamhet", "Club activities"), ("pupils",)
            ),
            Service(("Perusopetus", "Grundläggande utbildning", "Basic education"), ("pupils", "guardians")),
            Service(("Lukiokoulutus", "Gymnasieutbildning", "Upper secondary education"), ("students",)),
        ),
    ),
    "culture-committee": (
        ("Esimerkin vapaa-aikalautakunta", "Fritidsnämnden i Exempelby", "Leisure Committee of Esimerkki"),
        (
            Service(("Kirjasto", "Bibliotek", "Library"), ("library-customers",)),
            Service(("Kansalaisopisto", "Medborgarinstitut", "Adult education centre"), ("students",)),
            Service(("Liikuntapaikat", "Idrottsplatser", "Sports facilities"), ("residents",)),
            Service(("Nuorisotoiminta", "Ungdomsverksamhet", "Youth work"), ("children",)),
            Service(("Avustukset yhdistyksille", "Understöd till föreningar", "Grants"), ("grant-applicants",)),
        ),
    ),
    "technical-committee": (
        ("Esimerkin tekninen lautakunta", "Tekniska nämnden i Exempelby", "Technical Committee of Esimerkki"),
        (
            Service(("Asuntojen vuokraus", "Uthyrning av bostäder", "Housing"), ("tenants", "housing-applicants")),
            Service(("Pysäköintiluvat", "Parkeringstillstånd", "Parking permits"), ("vehicle-users",)),
            Service(("Tontit ja maanvuokrat", "Tomter och arrenden", "Plots and leases"), ("residents",)),
            Service(("Venepaikat", "Båtplatser", "Berths"), ("municipal-service-clients",)),
            Service(("Vesihuolto", "Vattentjänster", "Water supply"), ("residents",)),
        ),
    ),
    "building-committee": (
        ("Esimerkin rakennuslautakunta", "Byggnadsnämnden i Exempelby", "Building Committee of Esimerkki"),
        (
            Service(("Rakentamisluvat", "Tillstånd för byggande", "Permits for construction"), ("residents",)),
            Service(("Maisematyöluvat", "Tillstånd för miljöåtgärder", "Landscape permits"), ("residents",)),
            Service(("Osoitteet", "Adresser", "Addresses"), ("residents",)),
            Service(("Poikkeamisluvat", "Undantagslov", "Deviations"), ("municipal-service-clients",)),
            Service(("Ympäristöluvat", "Miljötillstånd", "Environmental permits"), ("municipal-service-clients",)),
        ),
    ),
    "town-board": (
        ("Esimerkin kaupunginhallitus", "Stadsstyrelsen i Exempelby stad", "Town Board of Esimerkki"),
        (
            Service(("Asukasfoorumi", "Invånarforum", "Residents' forum"), ("residents",)),
            Service(("Kesätyösetelit", "Sommarjobbssedlar", "Summer job vouchers"), ("students",)),
            Service(("Luottamushenkilöt", "Förtroendevalda", "Elected officials"), ("decision-makers",)),
            Service(
                ("Palaute ja aloitteet", "Respons och initiativ", "Feedback and initiatives"), ("feedback-givers",)
            ),
            Service(("Yritysneuvonta", "Företagsrådgivning", "Business advice"), ("business-contacts",)),
        ),
    ),
}

DISTRICTS: tuple[Named, ...] = (
    ("Keskusta", "Centrum", "Centre"),
    ("Pohjoinen", "Norra", "North"),
    ("Etelä", "Södra", "South"),
    ("Itä", "Östra", "East"),
    ("Länsi", "Västra", "West"),
    ("Asemanseutu", "Stationstrakten", "Station"),
    ("Satama", "Hamnen", "Harbour"),
    ("Rantakylä", "Strandby", "Shore Village"),
    ("Mäkelä", "Backas", "Hillside"),
    ("Järvikylä", "Sjöby", "Lake Village"),
    ("Saaristo", "Skärgården", "Archipelago"),
    ("Metsäkulma", "Skogshörnet", "Woodland"),
)

DATA = ["name", "personal-identity-code", "postal-address", "email", "phone"]
CASES = ["service-applications", "service-decisions", "case-documents"]

SITE = {
    "example": "yes",
    "address": "https://tietosuoja.example.fi",
    "languages": [*LANGUAGES],
    "default-language": "fi",
    "linked-from-every-page": "yes",
    "apart-from-terms": "yes",
    "defaults": {
        "purposes": {
            "municipal-services": {
                "basis": "public-task",
                "law": [{"act": "local-government-act"}, {"act": "administrative-procedure-act"}],
                "identity-code": {
                    "ground": "unambiguous-identification",
                    "law": {"act": "data-protection-act", "section": "29"},
                },
                "data": [*DATA, *CASES],
                "recipients": "municipal-information-system",
                "keep": {"for": "10 years", "after": "case-closed"},
                "required": "statutory",
                "required-data": ["name", "personal-identity-code", "service-applications"],
                "means": "automated",
            },
            "service-fees": {
                "basis": "public-task",
                "law": "local-government-act",
                "data": ["name", "postal-address", "invoices"],
                "recipients": ["municipal-information-system", "accounting-firm"],
                "keep": {
                    "for": "6 years",
                    "after": "accounting-calendar-year-end",
                    "law": {"act": "accounting-act", "section": "2:10"},
                },
                "required": "not-asked",
                "means": "automated",
            },
        },
        "automated-decisions": "none",
        "profiling": "none",
        "cookies": "none",
        "required-fields-marked": "yes",
        "safeguards": ["encrypted-connection", "personal-accounts", "access-by-need", "logging", "staff-training"],
        "history": [DAY],
    },
}

CONTROLLER = {
    "name": "Esimerkin kaupunki",
    "business-id": "9999999-2",
    "provides-online-service": "no",
    "address": {"street": "Esimerkkikatu 1", "postcode": "00100", "city": "Helsinki"},
    "visiting-address": {"street": "Kaupungintalo, Toritie 2", "postcode": "00100", "city": "Helsinki"},
    "email": "kirjaamo@example.fi",
    "secure-mail": "https://turvaposti.example.fi",
    "phone": "010 000 0000",
    "country": "FI",
    "public-authority": "yes",
    "dpo": {"email": "tietosuojavastaava@example.fi"},
    "requests": {
        "channels": ["email", "post", "visit"],
        "languages": [*LANGUAGES],
        "identify-by": ["known-contact-details"],
        "demands": "none",
        "fee": "no",
    },
    "supervisory-authority": "fi-ombudsman",
}

VOCABULARY = {
    "controllers": {id: {"name": names[0]} for id, (names, _) in COMMITTEES.items()},
    "recipients": {
        "municipal-information-system": {"named": "Esimerkin Kuntatieto Oy", "role": "processor", "country": "FI"},
        "accounting-firm": {"named": "Esimerkin talouspalvelu Oy", "role": "processor", "country": "FI"},
    },
}
for _recipient in VOCABULARY["recipients"].values():
    _recipient |= {"contract": "yes", "transfers": "none"}

OF_SITE: dict[str, dict[str, object]] = {
    "fi": {"history": {DAY: "Seloste julkaistiin."}},
    "sv": {
        "controller": {
            "name": "Exempelby stad",
            "address": {"street": "Exempelgatan 1"},
            "visiting-address": {"street": "Stadshuset, Torgvägen 2"},
            "email": "registratorskontoret@example.fi",
        },
        "recipients": {
            "municipal-information-system": {"named": "Exempelby Kommundata Ab"},
            "accounting-firm": {"named": "Exempelby ekonomitjänst Ab"},
        },
        "history": {DAY: "Beskrivningen publicerades."},
    },
    "en": {"controller": {"name": "Town of Esimerkki"}, "history": {DAY: "The notice was published."}},
}
DESCRIPTIONS = (
    "Miten kaupunki käsittelee henkilötietoja: {}.",
    "Så behandlar staden personuppgifter: {}.",
    "How the town processes personal data: {}.",
)


def files(number: int) -> dict[str, str]:
    """The files of the site with a number of registers, at most one for each service and district."""
    made: dict[str, object] = {"controller": CONTROLLER, "vocabulary": VOCABULARY}
    for index, code in enumerate(LANGUAGES):
        named = {id: {"name": names[index]} for id, (names, _) in COMMITTEES.items()}
        made[f"{code}/site"] = OF_SITE[code] | ({"controllers": named} if index else {})
    registers = _registers()[:number]
    for id, committee, service, district in registers:
        made[f"registers/{id}"] = _facts(committee, service)
        for index, code in enumerate(LANGUAGES):
            name = f"{service.name[index]}: {district[index]}"
            description = DESCRIPTIONS[index].format(name.replace(": ", ", "))
            made[f"{code}/{id}"] = {"name": name, "slug": id, "description": description}
    made["site"] = SITE | {"registers": [id for id, *_ in registers]}
    return {f"content/{path}.yaml": _written(facts) for path, facts in made.items()}


def _registers() -> list[tuple[str, str, Service, Named]]:
    """Every register: its id, its committee, its service and its district, the first district first."""
    return [
        (f"{_id(service.name[2])}-{_id(district[2])}", committee, service, district)
        for district in DISTRICTS
        for committee, (_, services) in COMMITTEES.items()
        for service in services
    ]


def _facts(committee: str, service: Service) -> dict[str, object]:
    people = [*service.people]
    return {
        "controller": committee,
        "contact": {"email": f"{committee}@example.fi"},
        "people": people,
        "children-wording": "yes",
        "purposes": {"municipal-services": {"people": people}, "service-fees": {"people": people}},
        "sources": {
            "data-subject": {"data": [*DATA, "service-applications"]},
            "own-activity": {"data": ["service-decisions", "case-documents", "invoices"]},
        },
    }


def _id(name: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in name.lower().replace("'", "")).split())


def _written(facts: object) -> str:
    return (
        yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=120)
        .replace("'yes'", "yes")
        .replace("'no'", "no")
    )


def main() -> None:
    """Write the files below the folder, which holds no site yet."""
    folder, number = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    for path, text in files(number).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
