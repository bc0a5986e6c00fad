"""The registers that come ready, and how one is added to a site: new files only, and one id more in `site.yaml`."""

import os
import re
import textwrap
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from notice.data import locale, tree
from notice.errors import CannotRun, by_system
from notice.files import Unopened, create_file
from notice.languages import LANGUAGES
from notice.messages import hint, refusal
from notice.presets.authorities import for_authority, for_others, interests, without_interests
from notice.presets.proposals import confirm_lines
from notice.yamlreader import read
from notice.yamlreader.growth import NoPlace
from notice.yamlreader.insertion import with_item
from notice.yamlreader.notation import scalar

SITE, CONTROLLER, VOCABULARY = "content/site.yaml", "content/controller.yaml", "content/vocabulary.yaml"

WIDTH = 120
"""The longest line of a comment that is written."""

_COMMENT = re.compile(r"^( *)# \{([a-z-]+)\}$", re.MULTILINE)

_FACT = re.compile(r"^([a-z-]+): .+\n", re.MULTILINE)
"""A fact of a register on one line."""

MUNICIPAL = "municipal-service-customers"
"""The preset whose `controller.yaml` is that of an authority."""

MADE = "2026-11-22"
"""The date in the preset files that is replaced by the day on which a site is made."""


def presets() -> tuple[str, ...]:
    """The ids of the presets, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _shelf().iterdir() if (entry / "register.yaml").is_file()))


def new_site(chosen: Iterable[str], day: date, language: str = "en", *, of_body: bool = False) -> dict[str, str]:
    """The files of a new site with the registers `chosen`, as texts by their path below the site's folder.

    The controller is an authority where a register is of a municipality, or `of_body`, where its name is such.

    Facts that only the owner knows are `unknown`; proposed facts are under `confirm`, with reasons in the `language`,
    as the comments are. Raises `CannotRun` for an id that is not a preset.
    """
    ids = tuple(dict.fromkeys(chosen))
    site = (_shelf() / "site.yaml").read_text(encoding="utf-8")
    made = {CONTROLLER: _controller(ids, language, of_body=of_body)}
    for id in ids:
        made |= register_files(id, id, LANGUAGES, day, language, authority=is_of_authority(made[CONTROLLER]))
        site = with_register(site, id)
    return {SITE: _with_language(commented(site, language), language)} | made


def is_of_authority(controller: str) -> bool:
    """Whether the text of a `controller.yaml` says that the controller is a public authority."""
    read_tree = read(controller.encode(), CONTROLLER).tree
    return isinstance(read_tree, dict) and read_tree.get("public-authority") == "yes"


def register_files(
    preset: str,
    id: str,
    languages: Iterable[str],
    day: date,
    language: str = "en",
    *,
    authority: bool = False,
    defaults: Collection[str] = (),
    shared: Collection[str] = (),
    names: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> dict[str, str]:
    """The files of one register with the id `id`: its facts, and its words in each language of the package.

    A register with an id of its own has it in its name and as its slug, so that a preset can be added several times.
    `names` are a name and a slug of its own by language. `language` is that of the comments and of the reasons under
    `confirm`. With `authority`, no purpose rests on legitimate interests. `defaults` are the keys that the site states
    for all its registers: the facts of one line under them are left to it, and the recipients `shared` to its
    vocabulary.
    """
    facts = without_recipients(preset_text(preset), shared)
    tasks = interests(facts) if authority else ()
    facts = for_authority(facts) if authority else for_others(facts)
    left = {found[1] for found in _FACT.finditer(facts) if found[1] in defaults} - {"history", "people"}
    facts = _FACT.sub(lambda found: "" if found[1] in left else found[0], facts)
    texts: dict[str, Traversable] = {}
    texts |= {
        f"content/{code}/{id}.yaml": locale(code) / "presets" / f"{preset}.yaml"
        for code in languages
        if code in LANGUAGES
    }
    words = {path: without_interests(file.read_text(encoding="utf-8"), tasks) for path, file in texts.items()}
    for code in languages:
        path = f"content/{code}/{id}.yaml"
        if path in words and (code in names or id != preset):
            words[path] = _called(words[path], id, names.get(code))
    made = {f"content/registers/{id}.yaml": facts + confirm_lines(preset, language, tasks, left), **words}
    return {path: commented(text, language).replace(MADE, day.isoformat()) for path, text in made.items()}


def preset_text(preset: str) -> str:
    """The facts of a preset's register, without comments in a language and without `confirm`."""
    return (_preset(preset) / "register.yaml").read_text(encoding="utf-8")


def without_recipients(register: str, shared: Collection[str]) -> str:
    """The text of a register's file without the unknown facts of recipients that the site's vocabulary has."""
    kept = re.sub(
        r"^  ([\w-]+): unknown\b.*\n", lambda found: "" if found[1] in shared else found[0], register, flags=re.M
    )
    return re.sub(r"^recipients:\n(?! )\n?", "", kept, flags=re.MULTILINE)


def has_own_controller(preset: str) -> bool:
    """True for a preset of an authority."""
    return (_preset(preset) / "controller.yaml").is_file()


def _called(words: str, id: str, own: tuple[str, str] | None) -> str:
    """The words of a register with its own name and slug, else with the id in its name and as its slug."""
    name, slug = own or ("", id)

    def called(found: re.Match[str]) -> str:
        return f"name: {scalar(name) if name else f'{found[1]} ({id})'}"

    named = re.sub(r"^name: (.*)$", called, words, count=1, flags=re.MULTILINE)
    return re.sub(r"^slug: .*$", f"slug: {slug}", named, count=1, flags=re.MULTILINE)


def starter(day: date, language: str = "en") -> dict[str, str]:
    """The files of the invented firm's complete site, as texts by their path below the site's folder.

    `language` is that of the comments.
    """
    made = _texts(files("notice") / "starter")
    made[SITE] = _with_language(made[SITE], language)
    return {path: commented(text, language).replace(MADE, day.isoformat()) for path, text in made.items()}


def commented(text: str, language: str) -> str:
    """The text of a file with each `# {id}` replaced by the comment of the id, wrapped under the same indentation."""
    comments = tree(locale(language) / "comments.yaml")

    def lines(found: re.Match[str]) -> str:
        start = f"{found[1]}# "
        wrapped = textwrap.wrap(comments[found[2]], WIDTH - len(start), break_on_hyphens=False, break_long_words=False)
        return "\n".join(start + line for line in wrapped)

    return _COMMENT.sub(lines, text)


def _with_language(site: str, language: str) -> str:
    """The text of `site.yaml` with the language of findings; English needs no mention."""
    stated = f"findings-language: {language}\n" if language != "en" else ""
    return site.replace("default-language: fi\n", f"default-language: fi\n{stated}", 1)


def write_new_files(folder: Path, made: Mapping[str, str]) -> None:
    """Writes new files below the folder. Raises `CannotRun`, with nothing written, where one of them is there."""
    taken = [path for path in made if os.path.lexists(folder / path)]
    if taken:
        raise CannotRun("exists", file=folder / taken[0])
    done: list[Path] = []
    try:
        for path, text in made.items():
            done.append(create_file(folder, path, text.encode()))
    except BaseException as error:
        for file in done:
            file.unlink(missing_ok=True)
        if isinstance(error, Unopened):
            raise CannotRun("unopened", folder=folder, what=refusal(error)) from error
        if isinstance(error, OSError):
            raise CannotRun("unwritable", file=folder, why=by_system(error)) from error
        raise


def _shelf() -> Traversable:
    return files("notice") / "presets"


def _preset(id: str) -> Traversable:
    if id not in presets():
        raise CannotRun("no-preset", name=id, hint=hint(id, presets()))
    return _shelf() / id


def _controller(ids: Iterable[str], language: str, *, of_body: bool) -> str:
    """The `controller.yaml` for the registers: that of an authority is a file of the municipal preset."""
    official = any(has_own_controller(id) for id in ids)
    name = "controller-of-municipality" if official else "controller-of-body" if of_body else "controller"
    shelf = _shelf() / MUNICIPAL if official or of_body else _shelf()
    text = (shelf / "controller.yaml").read_text(encoding="utf-8")
    return commented(text, language) + confirm_lines(name, language)


def _texts(folder: Traversable, path: str = "") -> dict[str, str]:
    texts: dict[str, str] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            texts |= _texts(entry, f"{path}{entry.name}/")
        else:
            texts[path + entry.name] = entry.read_text(encoding="utf-8")
    return texts


def with_register(text: str, id: str) -> str:
    """The text with the id at the end of the list `registers`. Raises `CannotRun` where it stands there already,
    or where there is no list that could take it."""
    reading = read(text.encode(), SITE)
    listed = reading.tree.get("registers") if isinstance(reading.tree, dict) else None
    if not isinstance(listed, list) or reading.findings:
        raise CannotRun("registers-no-list", id=id)
    if id in listed:
        raise CannotRun("register-listed", id=id)
    try:
        return with_item(text.encode(), SITE, ("registers",), id).decode()
    except NoPlace as refused:
        raise CannotRun("registers-no-list", id=id) from refused
