"""The package's own data files: YAML that needs no places and no findings, read fast.

The events of the parser are put together here, in half the time of PyYAML's nodes and constructors.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def tree(file: Traversable) -> dict[str, Any]:
    """The mapping that a data file holds, with text at its leaves; {} for an empty file."""
    import yaml  # only where data are needed

    events = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(file.read_text(encoding="utf-8"))

    anchors: dict[str, Any] = {}

    def node(event: yaml.Event) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.AliasEvent):
            return anchors[str(event.anchor)]
        if isinstance(event, yaml.MappingStartEvent):
            found: dict[str, Any] = {}
            if event.anchor:
                anchors[event.anchor] = found
            while not isinstance(key := events.get_event(), yaml.MappingEndEvent):
                found[key.value] = node(events.get_event())
            return found
        items = []
        while not isinstance(item := events.get_event(), yaml.SequenceEndEvent):
            items.append(node(item))
        return items

    while not isinstance(event := events.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.MappingStartEvent):
            return dict(node(event))
    return {}


def tree_of_folder(folder: Traversable) -> dict[str, Any]:
    """The mappings of all YAML files of a folder, in the order of their names, as one."""
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return {key: value for file in files for key, value in tree(file).items()}


def locale(language: str) -> Traversable:
    """The folder of all words of a language.

    `notice/`, `messages/`, `presets/`, `keys.yaml`, and what rules look for in words: `patterns.yaml`, `traits.yaml`,
    `cues.yaml`.
    """
    return files("notice") / "locales" / language
