"""Template look-up: the site's own, file by file, then the package's."""

import importlib.resources
import traceback
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from notice.errors import CannotRun, TemplateFault, by_system
from notice.files import LARGEST_TEMPLATE, Unopened, read_file
from notice.messages import refusal
from notice.outputs.drawings.flow import flow_drawing
from notice.outputs.drawings.timeline import timeline_drawing
from notice.prose import is_safe_link, prose

FOLDER = "templates"

# The errors of a site's own template besides Jinja's: its expressions run as code.
_OWN_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
# The errors of a template that includes itself or makes a text too long; their messages do not say so.
_ENDLESS = (RecursionError, MemoryError, OverflowError)


def environment(site_templates: Path | None) -> jinja2.Environment:
    """The Jinja environment of every page: text is escaped, an unknown name is an error.

    Templates are read once, so an environment is made for one build. A site's own templates run in a sandbox; the
    package's alone need none, which halves the time.
    """

    def load(name: str) -> tuple[str, str, None]:
        return template_text(name, site_templates), _shown(name), None

    kind = ImmutableSandboxedEnvironment if site_templates else jinja2.Environment
    made = kind(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["prose"] = prose
    made.filters["flow"] = lambda section: Markup(flow_drawing(section))
    made.filters["timeline"] = lambda section: Markup(timeline_drawing(section))
    made.tests["safe_link"] = is_safe_link
    return made


def template_text(name: str, site_templates: Path | None) -> str:
    """The text of a template by its name, as `style.css` or `sections/sources.html`.

    Raises `CannotRun` when neither the site nor the package has it, or the site's is not UTF-8.
    """
    try:
        return template_bytes(name, site_templates).decode("utf-8")
    except UnicodeDecodeError as error:
        raise TemplateFault("not-utf-8", _shown(name)) from error


def template_bytes(name: str, site_templates: Path | None) -> bytes:
    """A file of the templates by its name, as `favicon.svg`; raises `CannotRun` where there is none."""
    parts = name.split("/")
    if ".." in parts or "" in parts or "\\" in name:
        raise CannotRun("template.name", name=name)
    if site_templates is not None and (own := _own_template(name, site_templates)) is not None:
        return own
    file = _package().joinpath(*parts)
    if not file.is_file():
        raise CannotRun("template.missing", file=_shown(name))
    return file.read_bytes()


def _own_template(name: str, site_templates: Path) -> bytes | None:
    """The site's own template; None where it has none of the name."""
    try:
        return read_file(site_templates.parent, f"{site_templates.name}/{name}", LARGEST_TEMPLATE)
    except FileNotFoundError:
        return None
    except Unopened as refused:
        raise CannotRun("unopened-help", what=refusal(refused), help=refusal(refused, "help")) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=_shown(name), why=by_system(error)) from error


def template_names() -> tuple[str, ...]:
    """The names of all templates that a site can have of its own; fonts are none."""
    return tuple(sorted(_names(_package(), "")))


def _names(folder: Traversable, path: str) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "fonts":
            yield from _names(entry, f"{path}{entry.name}/")
        elif entry.is_file():
            yield path + entry.name


def render(environment: jinja2.Environment, name: str, values: Mapping[str, object]) -> str:
    """Render a template with values.

    Raises `CannotRun`, with file and line, for a faulty template.
    """
    try:
        return environment.get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault("template.fault", _shown(error.name or name), error.lineno, why=error.message) from error
    except _ENDLESS as error:
        raise TemplateFault("template.endless", *_place(error, name)) from error
    except (jinja2.TemplateError, *_OWN_FAULTS) as error:
        raise TemplateFault("template.fault", *_place(error, name), why=error) from error


def _package() -> Traversable:
    """The folder of the package's templates: below `notice` in a wheel, beside it in a checkout."""
    package = importlib.resources.files("notice")
    inside = package / FOLDER
    return inside if inside.is_dir() else Path(str(package)).parent / FOLDER


def _shown(name: str) -> str:
    return f"{FOLDER}/{name}"


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost template and its line, 0 for none; Jinja writes both into the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.startswith(f"{FOLDER}/")]
    return (found[-1].filename, found[-1].lineno or 0) if found else (_shown(name), 0)
