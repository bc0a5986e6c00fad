"""The one safe reader of YAML: scalars stay text, each value knows where it stands, no bytes make it fail."""

from notice.yaml.faults import NAMES
from notice.yaml.reader import Place, Reading, Tree, read

__all__ = ["NAMES", "Place", "Reading", "Tree", "read"]
