"""Read YAML safely: scalars stay text, each value has its position, and no bytes raise an exception."""

from notice.yamlreader.reader import Place, Reading, Tree, read
from notice.yamlreader.source import NAMES

__all__ = ["NAMES", "Place", "Reading", "Tree", "read"]
