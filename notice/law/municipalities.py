"""The Finnish and the Swedish names of municipalities that have both.

Sources: "Suomen ruotsinkieliset kuntien nimet" of the Institute for the Languages of Finland, which follows the decrees
under section 5 of the Language Act (423/2003). Compared with it on 2026-11-28: all of `BILINGUAL` and, by way of a
newspaper's copy of the newer recommendation, `ESTABLISHED` down to Kajaani. The other established names were not
compared. A municipality with one name in both languages is not listed, nor is Pedersöre, whose Finnish name is that of
the municipality and not of a post office.
"""

from types import MappingProxyType

BILINGUAL = {
    "Espoo": "Esbo",
    "Hanko": "Hangö",
    "Helsinki": "Helsingfors",
    "Inkoo": "Ingå",
    "Kaskinen": "Kaskö",
    "Kauniainen": "Grankulla",
    "Kemiönsaari": "Kimitoön",
    "Kirkkonummi": "Kyrkslätt",
    "Kokkola": "Karleby",
    "Kristiinankaupunki": "Kristinestad",
    "Kruunupyy": "Kronoby",
    "Lapinjärvi": "Lappträsk",
    "Lohja": "Lojo",
    "Loviisa": "Lovisa",
    "Luoto": "Larsmo",
    "Maalahti": "Malax",
    "Maarianhamina": "Mariehamn",
    "Mustasaari": "Korsholm",
    "Myrskylä": "Mörskom",
    "Närpiö": "Närpes",
    "Parainen": "Pargas",
    "Pietarsaari": "Jakobstad",
    "Porvoo": "Borgå",
    "Pyhtää": "Pyttis",
    "Raasepori": "Raseborg",
    "Sipoo": "Sibbo",
    "Siuntio": "Sjundeå",
    "Turku": "Åbo",
    "Uusikaarlepyy": "Nykarleby",
    "Vaasa": "Vasa",
    "Vantaa": "Vanda",
    "Vöyri": "Vörå",
}
"""The Swedish names of the bilingual municipalities and of Mariehamn, by their Finnish names."""

ESTABLISHED = {
    "Enontekiö": "Enontekis",
    "Eurajoki": "Euraåminne",
    "Hailuoto": "Karlö",
    "Hamina": "Fredrikshamn",
    "Hyvinkää": "Hyvinge",
    "Hämeenlinna": "Tavastehus",
    "Inari": "Enare",
    "Isokyrö": "Storkyro",
    "Järvenpää": "Träskända",
    "Kaarina": "S:t Karins",
    "Kajaani": "Kajana",
    "Karkkila": "Högfors",
    "Kerava": "Kervo",
    "Lahti": "Lahtis",
    "Laihia": "Laihela",
    "Lappeenranta": "Villmanstrand",
    "Lapua": "Lappo",
    "Lieto": "Lundo",
    "Mikkeli": "S:t Michel",
    "Naantali": "Nådendal",
    "Oulu": "Uleåborg",
    "Paimio": "Pemar",
    "Pori": "Björneborg",
    "Pornainen": "Borgnäs",
    "Raahe": "Brahestad",
    "Raisio": "Reso",
    "Rauma": "Raumo",
    "Sauvo": "Sagu",
    "Savonlinna": "Nyslott",
    "Tampere": "Tammerfors",
    "Tornio": "Torneå",
    "Tuusula": "Tusby",
    "Ulvila": "Ulvsby",
    "Uusikaupunki": "Nystad",
    "Vihti": "Vichtis",
}
"""The Swedish names of Finnish-speaking municipalities, by their Finnish names."""

_IN_SWEDISH = MappingProxyType(BILINGUAL | ESTABLISHED)
_IN_FINNISH = MappingProxyType({swedish: finnish for finnish, swedish in _IN_SWEDISH.items()})


def name_in(name: str, language: str) -> str:
    """The municipality's name in the language; the name itself where there is no other or the language has none.

    A name in capitals, as on an envelope, stays in capitals.
    """
    table = {"sv": _IN_SWEDISH, "fi": _IN_FINNISH}.get(language, MappingProxyType({}))
    written = name.strip()
    if written.isupper():
        found = table.get(_capitalised(written, table))
        return found.upper() if found else name
    return table.get(written, name)


def _capitalised(name: str, table: object) -> str:
    """The name as the table writes it, from one in capitals."""
    assert isinstance(table, MappingProxyType)
    return next((one for one in table if one.upper() == name), name)
