"""The value at a place: the innermost one that contains it, found quickly in a file of many values."""

from collections.abc import Callable
from pathlib import Path

import pytest
from growth import LINEAR, growth

from notice.check.places import PlaceIndex
from notice.findings import Span
from notice.yamlreader import read

PACKAGE = Path(__file__).parents[2] / "notice"
FILES = sorted([*PACKAGE.glob("starter/content/**/*.yaml"), *PACKAGE.glob("presets/**/*.yaml")])


def ends(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    return (span.line, span.column), (span.end_line, span.end_column)


def holds(outer: Span | None, inner: Span) -> bool:
    return outer is not None and ends(outer)[0] <= ends(inner)[0] and ends(inner)[1] <= ends(outer)[1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_the_longest_path_whose_value_or_key_holds_a_place_is_found(file: Path) -> None:
    text = file.read_bytes()
    places = read(text, "x.yaml").places
    index = PlaceIndex(places)
    asked = [span for place in places.values() for span in (place.key, place.value) if span]
    asked += [Span("x.yaml", line, 1, line, 2) for line in range(1, text.count(b"\n") + 3)]
    for span in asked:
        held = [path for path, place in places.items() if holds(place.value, span) or holds(place.key, span)]
        found = index.path_at(span)
        assert len(found) == max(map(len, held), default=0)
        assert found in held or found == ()


def test_the_time_for_a_place_does_not_grow_with_the_file() -> None:
    def search(size: int) -> Callable[[], object]:
        places = read(b"- x\n" * size, "x.yaml").places

        def every_place() -> None:
            index = PlaceIndex(places)
            for line in range(1, size + 1):
                assert index.path_at(Span("x.yaml", line, 3, line, 4)) == (str(line - 1),)

        return every_place

    assert growth(search, 600) < LINEAR
