"""Y and D003, the site: the faults in keys, values, ids and files that loading finds. Their examples are files."""

from notice.findings import Level
from notice.rules.reading import reading


@reading("Y004")
def unknown_key() -> None:
    """Every key is one that is known at its place; a misspelt one would be lost in silence.

    Fails::

        peeple: [customers]

    Passes::

        people: [customers]
    """


@reading("Y005")
def wrong_shape() -> None:
    """A value has the shape that its key asks for: a text, a list, or keys with values.

    Fails::

        purposes: [orders]

    Passes::

        people: [customers]
    """


@reading("Y006")
def unreadable_value() -> None:
    """A value can be read: a date as year-month-day, a duration as number and unit, one of the words known there.

    Fails::

        history: [12.7.2020]

    Passes::

        people: [customers]
    """


@reading("Y007")
def unknown_id() -> None:
    """An id names something: a term of the vocabulary, or a thing that the register states.

    Fails::

        people: [costumers]

    Passes::

        people: [customers]
    """


@reading("Y014")
def file_missing() -> None:
    """Every file that the site names is there: a register's facts stand in `content/registers/<id>.yaml`."""


@reading("Y018", Level.WARNING)
def file_unread() -> None:
    """Every YAML file below `content/` is a part of the site: the facts of another would be lost in silence.

    A register's file has its id for a name, and stands in `content/registers/`; its words stand in
    `content/<language>/` under the same name.
    """


@reading("Y019")
def site_incomplete() -> None:
    """`content/site.yaml` names the site's languages and registers; the default language is one of them."""


@reading("Y020")
def id_unfit() -> None:
    """An id has small letters a–z, digits and hyphens only, for it stands in file names and in paths of facts.

    The name that people read stands among the words, where it may be written in any way. A cookie's id may have
    capitals, `_` and `*` too. A register cannot have the id `site`, nor a name that Windows keeps for a device, such
    as `con`.

    Fails::

        purposes: {Tilausten hoito: {basis: contract}}

    Passes::

        purposes: {tilausten-hoito: {basis: contract}}
    """


@reading("Y021")
def slug_taken() -> None:
    """Two notices in one language have slugs of their own: a slug is the notice's address.

    The slug is a word of the register, `slug:` in `content/<language>/<register>.yaml`. With the same one in two
    registers, one notice would be published over the other.
    """


@reading("Y022")
def logo_unfit() -> None:
    """The logo that `theme` names is an SVG or PNG below `content/`, small, and neither runs nor loads anything.

    It stands on every page and in every PDF, and nobody else may learn who reads a privacy notice.
    An SVG holds paths, shapes and gradients only: text would be set in another font on each machine, and effects may
    take for ever to draw. A PNG is whole, stands still and has at most 4 million pixels.
    """


@reading("Y024")
def unsafe_file() -> None:
    """Every file of the site is a regular file inside its folder, and no larger than a limit.

    A site can come from somebody else, as a pull request does. A symbolic link to a place outside would print or
    publish what lies there; a named pipe or a device would let the check wait for ever. So neither is opened. A link
    that stays inside the site is followed.

    The rule holds for facts, words, the logo and everything in `templates/`, of which a file has at most 4 MiB.
    """


@reading("Y026", Level.WARNING)
def name_changed() -> None:
    """A key or an id has the name that this version of `notice` gives it.

    The old name of a key or an id that was renamed is understood for one minor version, and means the same.
    `notice check --fix` writes the new one, also where `confirm` and `content/waivers.yaml` name a fact by its path.
    An id that `content/vocabulary.yaml` declares is the owner's, and keeps its name.
    """


@reading("Y027")
def template_unfit() -> None:
    """Each of the site's own templates is UTF-8 text that can be filled in, and its pages state every fact.

    A check renders every page with them and verifies it, as a build does; with an own `notice.typ` it typesets the
    PDFs of the first notice. What is wrong is named at the template. `notice theme copy` brings the package's template,
    to compare with.
    """


@reading("D003")
def confirm_leads_nowhere() -> None:
    """`confirm` names facts that stand in the same file, by their dotted path.

    Fails::

        confirm:
          purposes.nothing.basis: Proposed.

    Passes::

        people: [customers]
    """


RULES = (
    name_changed,
    unknown_key,
    wrong_shape,
    unreadable_value,
    unknown_id,
    file_missing,
    file_unread,
    site_incomplete,
    id_unfit,
    slug_taken,
    logo_unfit,
    unsafe_file,
    template_unfit,
    confirm_leads_nowhere,
)
