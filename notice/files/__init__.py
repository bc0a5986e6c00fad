"""The files of a site: opened, listed and written only inside its folder.

A site may come from somebody else, as a pull request does. So nothing that its files name is opened unless it is a
regular file whose resolved path lies in the site's folder and whose size is within the limit; a symbolic link that
stays inside is followed.
"""

from notice.files.opening import (
    TooLarge,
    Unopened,
    check_file,
    is_inside,
    is_reserved,
    printable,
    read_file,
    read_given,
)
from notice.files.walking import FolderEntry, walk
from notice.files.writing import create_file, replace_file, write_given, write_together

SOURCE_FOLDERS = ("content", "templates")
"""The folders of a site that hold what its owner wrote."""

LARGEST_TEMPLATE = 4 << 20
"""The largest file of `templates/` that is read, in bytes: room for a font of the owner's."""

LARGEST_BASELINE = 16 << 20
"""The largest baseline that is read, in bytes."""

__all__ = [
    "LARGEST_BASELINE",
    "LARGEST_TEMPLATE",
    "SOURCE_FOLDERS",
    "FolderEntry",
    "TooLarge",
    "Unopened",
    "check_file",
    "create_file",
    "is_inside",
    "is_reserved",
    "printable",
    "read_file",
    "read_given",
    "replace_file",
    "walk",
    "write_given",
    "write_together",
]
