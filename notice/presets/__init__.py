"""Preset registers: create a new site from them, or add one to a site as new files and an id in `site.yaml`."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from notice.data import locale, tree
from notice.errors import CannotRun
from notice.files import Unopened, create_file
from notice.languages import LANGUAGES
from notice.suggestions import nearest

SITE = "content/site.yaml"

MADE = "2026-11-22"
"""The date in the preset files that is replaced by the day on which a site is made."""


def presets() -> tuple[str, ...]:
    """The ids of the presets, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _shelf().iterdir() if (entry / "register.yaml").is_file()))


def new_site(chosen: Iterable[str], day: date, language: str = "en") -> dict[str, str]:
    """The files of a new site with the registers `chosen`, as texts by their path below the site's folder.

    Facts that only the owner knows are `unknown`; proposed facts are under `confirm`, with reasons in the `language`.
    Raises `CannotRun` for an id that is not a preset.
    """
    from notice.presets.registers import (
        with_register,
    )  # here: it imports the YAML reader, which `starter` does not need

    ids = tuple(dict.fromkeys(chosen))
    site = (_shelf() / "site.yaml").read_text(encoding="utf-8")
    made = {"content/controller.yaml": _controller(ids, language)}
    for id in ids:
        made |= register_files(id, id, LANGUAGES, day, language)
        site = with_register(site, id)
    return {SITE: site} | made


def register_files(preset: str, id: str, languages: Iterable[str], day: date, language: str = "en") -> dict[str, str]:
    """The files of one register with the id `id`: its facts, and its words in each language of the package.

    `language` is that of the reasons under `confirm`.
    """
    facts = (_preset(preset) / "register.yaml").read_text(encoding="utf-8") + _confirm(preset, language)
    texts: dict[str, Traversable] = {}
    texts |= {
        f"content/{code}/{id}.yaml": locale(code) / "presets" / f"{preset}.yaml"
        for code in languages
        if code in LANGUAGES
    }
    words = {path: file.read_text(encoding="utf-8") for path, file in texts.items()}
    made = {f"content/registers/{id}.yaml": facts, **words}
    return {path: text.replace(MADE, day.isoformat()) for path, text in made.items()}


def starter(day: date) -> dict[str, str]:
    """The files of the invented firm's complete site, as texts by their path below the site's folder."""
    return {path: text.replace(MADE, day.isoformat()) for path, text in _texts(files("notice") / "starter").items()}


def lay(folder: Path, made: Mapping[str, str]) -> None:
    """Write new files below the folder. Raises `CannotRun`, with nothing written, if one of them exists."""
    taken = [path for path in made if os.path.lexists(folder / path)]
    if taken:
        raise CannotRun(f"{folder / taken[0]} exists already, and nothing was written.")
    done: list[Path] = []
    try:
        for path, text in made.items():
            done.append(create_file(folder, path, text.encode()))
    except BaseException as error:
        for file in done:
            file.unlink(missing_ok=True)
        if isinstance(error, Unopened):
            raise CannotRun(f"{folder}: {error}, and nothing was written.") from error
        if isinstance(error, OSError):
            raise CannotRun(f"{folder} cannot be written: {error.strerror}.") from error
        raise


def _shelf() -> Traversable:
    return files("notice") / "presets"


def _preset(id: str) -> Traversable:
    if id not in presets():
        suggestion = nearest(id, presets())
        hint = f"Did you mean `{suggestion}`?" if suggestion else f"Write one of: {', '.join(presets())}."
        raise CannotRun(f"There is no preset “{id}”. {hint}")
    return _shelf() / id


def _controller(ids: Iterable[str], language: str) -> str:
    """The `controller.yaml` for the registers: the presets of municipalities have one of their own."""
    own = [_preset(id) / "controller.yaml" for id in ids]
    file = next((file for file in own if file.is_file()), None)
    if file is None:
        return (_shelf() / "controller.yaml").read_text(encoding="utf-8") + _confirm("controller", language)
    return file.read_text(encoding="utf-8") + _confirm("controller-of-municipality", language)


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
