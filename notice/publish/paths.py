"""Which paths an artifact may have inside the site."""

import unicodedata


def claim(path: str, names: dict[str, str]) -> None:
    """Take the file name `path` and the folders on its way, or raise `ValueError`.

    `names` holds what is taken: the name as a file system blind to case compares it -> the name as it is
    spelled, a folder's with a slash at its end. The new names are added to it.
    """
    fault = _fault(path)
    if fault:
        raise ValueError(f"The artifact path {path!r} {fault}.")
    for folder in (path[: at + 1] for at, character in enumerate(path) if character == "/"):
        known = names.setdefault(_compared(folder), folder)
        if known != folder:
            raise ValueError(f"The artifact path {path!r} collides with {known!r}.")
    if _compared(path) in names:
        raise ValueError(f"The artifact path {path!r} collides with {names[_compared(path)]!r}.")
    names[_compared(path)] = path


def _compared(name: str) -> str:
    """The name as macOS and Windows compare it: without case, each accented letter spelled one way."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold()).removesuffix("/")


def _fault(path: str) -> str | None:
    """What makes `path` unfit on some system, or None."""
    if not path.isprintable():
        return "holds a character that cannot be printed"
    if "\\" in path or ":" in path:
        return "holds a backslash or a colon"
    parts = path.split("/")
    if "" in parts:
        return "is absolute or has an empty part"
    if "." in parts or ".." in parts:
        return "holds a step (. or ..) instead of a name"
    return None
