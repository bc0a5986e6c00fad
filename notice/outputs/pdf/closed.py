"""The template of the PDF is one file: nothing is brought into it, from a package or from another file.

The PDF engine fetches a package that it lacks from the net, and has no option that forbids it. So a template that
could name one is refused before the engine reads it: `import`, `include`, `eval`, which runs a text as code, and
`std` as a value, from which `eval` could be taken under another name.
"""

import re
from functools import lru_cache

from notice.errors import CannotTypeset

_BRINGS_IN = re.compile(r"(?<![\w-])(?:(import|include|eval)(?![\w-])|(std)(?![\w-]|\.[a-z]))")


@lru_cache(maxsize=8)
def refuse_imports(template: str) -> None:
    """Raise `CannotTypeset`, with the line, for a template that brings something in; lines of comment are left."""
    # More characters than the engine knows end a line here: none hides code behind the sign of a comment.
    for number, line in enumerate(template.splitlines(), 1):
        found = None if line.lstrip().startswith("//") else _BRINGS_IN.search(line)
        if found:
            word = found[1] or found[2]
            raise CannotTypeset(
                f"templates/notice.typ:{number}: `{word}` has no place here. The PDF's template is one file, and no "
                "package is fetched from the net: write what it needs into the file itself."
            )
