"""The types of the tree that the walk makes of a page: plain values that can be written as JSON."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"

# Kind, attributes, content; the docstring of `walk` says which there are.
Block: TypeAlias = "tuple[str, dict[str, Json], Json]"

# For every cell of every body row of one table: whether it heads its row.
RowHeaders: TypeAlias = "tuple[tuple[bool, ...], ...]"
