"""The registers that come ready, and how one is added to a site: new files only, and one id more in `site.yaml`."""

import os
import re
import textwrap
from collections.abc import Iterable, Mapping
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
from notice.yamlreader import read
from notice.yamlreader.growth import NoPlace
from notice.yamlreader.insertion import with_item
from notice.yamlreader.notation import scalar

SITE = "content/site.yaml"

WIDTH = 120
"""The longest line of a comment that is written."""

_COMMENT = re.compile(r"^( *)# \{([a-z-]+)\}$", re.MULTILINE)

MADE = "2026-11-22"
"""The date in the preset files that is replaced by the day on which a site is made."""


def presets() -> tuple[str, ...]:
    """The ids of the presets, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _shelf().iterdir() if (entry / "register.yaml").is_file()))


def new_site(chosen: Iterable[str], day: date, language: str = "en") -> dict[str, str]:
    """The files of a new site with the registers `chosen`, as texts by their path below the site's folder.

    Facts that only the owner knows are `unknown`; proposed facts are under `confirm`, with reasons in the `language`,
    as the comments are. Raises `CannotRun` for an id that is not a preset.
    """
    ids = tuple(dict.fromkeys(chosen))
    site = (_shelf() / "site.yaml").read_text(encoding="utf-8")
    made = {"content/controller.yaml": _controller(ids, language)}
    for id in ids:
        made |= register_files(id, id, LANGUAGES, day, language)
        site = with_register(site, id)
    return {SITE: _with_language(commented(site, language), language)} | made


def register_files(
    preset: str,
    id: str,
    languages: Iterable[str],
    day: date,
    language: str = "en",
    *,
    names: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> dict[str, str]:
    """The files of one register with the id `id`: its facts, and its words in each language of the package.

    A register with an id of its own has it in its name and as its slug, so that a preset can be added several times.
    `names` are a name and a slug of its own by language. `language` is that of the comments and of the reasons under
    `confirm`.
    """
    facts = (_preset(preset) / "register.yaml").read_text(encoding="utf-8") + _confirm(preset, language)
    texts: dict[str, Traversable] = {}
    texts |= {
        f"content/{code}/{id}.yaml": locale(code) / "presets" / f"{preset}.yaml"
        for code in languages
        if code in LANGUAGES
    }
    words = {path: file.read_text(encoding="utf-8") for path, file in texts.items()}
    for code in languages:
        path = f"content/{code}/{id}.yaml"
        if path in words and (code in names or id != preset):
            words[path] = _called(words[path], id, names.get(code))
    made = {f"content/registers/{id}.yaml": facts, **words}
    return {path: commented(text, language).replace(MADE, day.isoformat()) for path, text in made.items()}


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


def _controller(ids: Iterable[str], language: str) -> str:
    """The `controller.yaml` for the registers: the presets of municipalities have one of their own."""
    own = [_preset(id) / "controller.yaml" for id in ids]
    file = next((file for file in own if file.is_file()), None)
    if file is None:
        own_text = (_shelf() / "controller.yaml").read_text(encoding="utf-8")
        return commented(own_text, language) + _confirm("controller", language)
    return commented(file.read_text(encoding="utf-8"), language) + _confirm("controller-of-municipality", language)


def _confirm(name: str, language: str) -> str:
    """The lines of `confirm` at the end of a file: each proposed fact with the reason for it."""
    reasons = tree(locale(language) / "reasons.yaml")[name]
    return "\nconfirm:\n" + "".join(f"  {path}: {_scalar(reason)}\n" for path, reason in reasons.items())


def _scalar(text: str) -> str:
    """The text as one line of YAML, quoted where plain text would be read differently."""
    return '"' + text.replace('"', '\\"') + '"' if ": " in text or " #" in text or text[0] in "\"'`[{&*!|>%@" else text


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
