"""The language of a run: the one given on the command line, else the environment's, else the site's, else English.

Where no site states one, the locale's goes before English. The language is known before the options are parsed, so
that what is wrong with an option is said in it.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from pathlib import Path

from notice.cli.places import site_above
from notice.files import Unopened, read_file
from notice.languages import LANGUAGES

OPTION, VARIABLE = "--language", "NOTICE_LANGUAGE"
"""The option and the variable of the environment that name the language."""

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of the environment that name the language of messages, the strongest first: POSIX."""

SITE, LARGEST = "content/site.yaml", 1 << 20
"""The file that names the site's own language, and its largest size here, in bytes."""


@dataclass(frozen=True)
class Speech:
    """The language of the run with the `arguments`, found when it is first asked for."""

    arguments: tuple[str, ...]

    @cached_property
    def language(self) -> str:
        """The code of one of the package's languages."""
        wanted = (_given(self.arguments), os.environ.get(VARIABLE), _of_site(self.arguments), _of_locale())
        return next((code for code in wanted if code in LANGUAGES), "en")


_SPEECH: ContextVar[Speech | None] = ContextVar("speech", default=None)


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Let `spoken` give the language of the run with these arguments."""
    token = _SPEECH.set(Speech(tuple(arguments)))
    try:
        yield
    finally:
        _SPEECH.reset(token)


def spoken() -> str:
    """The language of the run; English outside of one."""
    speech = _SPEECH.get()
    return speech.language if speech else "en"


def _given(arguments: Sequence[str]) -> str | None:
    """The value of the last `--language`, wherever it is."""
    before = list(takewhile(lambda one: one != "--", arguments))
    values = [value for name, value in pairwise(["", *before]) if name == OPTION or value.startswith(f"{OPTION}=")]
    return values[-1].removeprefix(f"{OPTION}=") if values else None


def _of_locale() -> str | None:
    """The language of the locale: `fi` for `fi_FI.UTF-8`, None for `C`."""
    stated = next(filter(None, map(os.environ.get, LOCALE)), "")
    return re.split("[_.@-]", stated.casefold())[0] or None


def _of_site(arguments: Sequence[str]) -> str | None:
    """The `findings-language` of the site that an argument names, else of the site around the working folder."""
    values = (one.partition("=")[2] if one.startswith("-") else one for one in arguments)
    named = (site_above(Path(one)) for one in values if one)
    site = next(filter(None, named), None) or site_above(Path())
    if site is None:
        return None
    # pydantic and the reader of YAML with its places take longer than all the rest of a command that fails.
    try:
        import yaml
    except (AttributeError, ImportError):  # an interrupt left the module half loaded
        return None
    try:
        tree = yaml.load(read_file(site, SITE, LARGEST), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (OSError, Unopened, yaml.YAMLError, ValueError, RecursionError):
        return None
    stated = tree.get("findings-language") if isinstance(tree, dict) else None
    return stated if isinstance(stated, str) else None
