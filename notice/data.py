"""Read the package's data files: a fast YAML loader without positions and findings.

It composes the parser's events, in half the time of PyYAML's nodes and constructors.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def tree(file: Traversable) -> dict[str, Any]:
    """The mapping in a data file, with text at its leaves; {} for an empty file."""
    import yaml  # here: only where data are needed

    events = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(file.read_text(encoding="utf-8"))

    anchors: dict[str, Any] = {}

    def node(event: yaml.Event) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.AliasEvent):
            return anchors[str(event.anchor)]
        if isinstance(event, yaml.MappingStartEvent):
            mapping: dict[str, Any] = {}
            if event.anchor:
                anchors[event.anchor] = mapping
            while not isinstance(key := events.get_event(), yaml.MappingEndEvent):
                mapping[key.value] = node(events.get_event())
            return mapping
        items = []
        while not isinstance(item := events.get_event(), yaml.SequenceEndEvent):
            items.append(node(item))
        return items

    while not isinstance(event := events.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.MappingStartEvent):
            return dict(node(event))
    return {}


def tree_of_folder(folder: Traversable) -> dict[str, Any]:
    """The merged mappings of all YAML files of a folder, in the order of their names."""
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return {key: value for file in files for key, value in tree(file).items()}


def locale(language: str) -> Traversable:
    """The folder of all texts of a language.

    `notice/`, `messages/`, `presets/`, `keys.yaml`, and what rules look for in words: `patterns.yaml`, `traits.yaml`,
    `cues.yaml`, `natures.yaml`.
    """
    return files("notice") / "locales" / language
