"""An entry or an item is inserted into any layout: the old bytes stay, and the file says what it said and one thing more."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.yamlreader import Tree, read
from notice.yamlreader.growth import NoPlace
from notice.yamlreader.insertion import with_entry, with_item
from notice.yamlreader.notation import entry, in_brackets, scalar

NEW: Tree = {"role": "unknown", "named": "A, Oy: x"}
FLOW = '{role: unknown, named: "A, Oy: x"}'

ENTRIES = [
    ("r:\n  a: {x: 1}  # c\n\nz: 1\n", f"r:\n  a: {{x: 1}}  # c\n  k: {FLOW}\n\nz: 1\n"),
    ("r: {a: {x: 1}, b: 2}\n", f"r: {{a: {{x: 1}}, b: 2, k: {FLOW}}}\n"),
    ("r: {a: {x: 1}, b: }\n", f"r: {{a: {{x: 1}}, b: , k: {FLOW}}}\n"),
    ("r: unknown # c\nz: 2", f"r: # c\n  k: {FLOW}\nz: 2"),
    ("z: {r: unknown}\nr: ~", f"z: {{r: unknown}}\nr:\n  k: {FLOW}"),
    ("r:\r\n    a:\r\n        b: 1", f"r:\r\n    a:\r\n        b: 1\r\n    k: {FLOW}"),
    ("# only a comment\n", f"# only a comment\nr:\n  k: {FLOW}\n"),
    ("# only a comment", f"# only a comment\nr:\n  k: {FLOW}"),
    ("", f"r:\n  k: {FLOW}\n"),
    ("\ufeffz: 1\r\n", f"\ufeffz: 1\r\nr:\r\n  k: {FLOW}\r\n"),
    ("a: 1\n\nr: {\n  b: 2,  # x\n}\n", f"a: 1\n\nr: {{\n  b: 2,  # x\n  k: {FLOW},\n}}\n"),
    ("r: {\n  a: 1,\n  b: 2\n}\n", f"r: {{\n  a: 1,\n  b: 2,\n  k: {FLOW}\n}}\n"),
    ("a: 1\n\nb:\n    c: 2\n", f"a: 1\n\nb:\n    c: 2\n\nr:\n    k: {FLOW}\n"),
    ("r: # none known\nz: 1\n", f"r: # none known\n  k: {FLOW}\nz: 1\n"),
    ("r: {}\n", f"r: {{k: {FLOW}}}\n"),
    ("r: {k: unknown}", f"r: {{k: {FLOW}}}"),
    ("r:\n  k: # later\n  b: 1", f"r:\n  k: {FLOW} # later\n  b: 1"),
    ("{a: 1}\n", f"{{a: 1, r: {{k: {FLOW}}}}}\n"),
    ("r:\n  a: |\n    long\n    text\n\n  # more\nz: 1\n", f"r:\n  a: |\n    long\n    text\n  k: {FLOW}\n\n  # more\nz: 1\n"),
    ("r:\n  - a\n", None),
    ("r: none\n", None),
    ("r: posti\n", None),
    ("r: {k: {x: 1}}\n", None),
    ("r: &x\n  a: 1\nq: *x\n", None),
    ("r: &x {a: 1}\nq: *x\n", None),
    ("a: &x {a: 1}\nr: *x\n", None),
    ("r:\n  a: 1\n  a: 2\n", None),
    ("r: [\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ENTRIES)
def test_an_entry_has_the_layout_of_its_neighbours(before: str, after: str | None) -> None:
    if after is None:
        with pytest.raises(NoPlace):
            with_entry(before.encode(), "f", ("r",), "k", NEW)
    else:
        assert with_entry(before.encode(), "f", ("r",), "k", NEW).decode() == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("r: none", "none"),
        ("r: posti", "shape"),
        ("r: {k: {x: 1}}", "stated"),
        ("a: &x {a: 1}\nr: *x", "shared"),
        ("r: [", "unreadable"),
    ],
)
def test_the_reason_is_named(text: str, reason: str) -> None:
    with pytest.raises(NoPlace) as refused:
        with_entry(text.encode(), "f", ("r",), "k", NEW)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("r: [a]\n", "r: [a, k]\n"),
        ("r: []", "r: [k]"),
        ("r:\n- a\n- b # x\nz: 1", "r:\n- a\n- b # x\n- k\nz: 1"),
        ("r:\r\n  -   a", "r:\r\n  -   a\r\n  -   k"),
        ("r: a # c", "r: [a, k] # c"),
        ("r: unknown", "r: [k, unknown]"),
        ("r: [a, unknown]", "r: [a, unknown, k]"),
        ("r:\n", "r: [k]\n"),
        ("z: 1\n", "z: 1\nr: [k]\n"),
        ("r: [a,\n  b]\n", "r: [a,\n  b, k]\n"),
        ("r: [\n  a,\n  b\n]\n", "r: [\n  a,\n  b,\n  k\n]\n"),
        ("r: none\n", None),
        ("r: {a: 1}\n", None),
        ("r: [a, k]", None),
        ("r: k", None),
        ("a: &x [a]\nr: *x", None),
    ],
)
def test_an_item_has_the_layout_of_its_neighbours(before: str, after: str | None) -> None:
    if after is None:
        with pytest.raises(NoPlace):
            with_item(before.encode(), "f", ("r",), "k")
    else:
        assert with_item(before.encode(), "f", ("r",), "k").decode() == after


def test_a_key_of_the_root_is_behind_those_that_go_before_it() -> None:
    after = with_entry(b"people: [x]\n\nconfirm:\n  a: b\n", "f", ("r",), "k", NEW, order=("people", "r", "confirm"))
    assert after.decode() == f"people: [x]\n\nr:\n  k: {FLOW}\n\nconfirm:\n  a: b\n"


def test_a_long_mapping_has_a_line_for_each_key() -> None:
    value: Tree = dict.fromkeys(("a", "b", "c"), "x" * 40)
    assert len(with_entry(b"", "f", ("r",), "k", value).splitlines()) == 5
    assert with_entry(b"", "f", ("r",), "k", {"a": "b"}, flow=False) == b"r:\n  k:\n    a: b\n"


NAME = st.from_regex(r"[a-j][a-z0-9-]{0,6}", fullmatch=True)
WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)  # fmt: skip
COMMENT = st.sampled_from(["", "", " # note", "  # [a, {b: c"])
VALUE: st.SearchStrategy[Tree] = st.one_of(
    WORD.filter(lambda text: text not in ("", "none", "unknown")),
    st.none(),
    st.just("unknown"),
    st.lists(NAME, max_size=3),
    st.dictionaries(NAME, NAME, max_size=3),
)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, dict[str, Tree]]:
    """A file whose `r` is a mapping in some layout, between other keys; and what it says."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    step = draw(st.sampled_from(["  ", "    ", " "]))
    things: dict[str, Tree] = dict(draw(st.dictionaries(NAME, VALUE, max_size=4)))
    kind = draw(st.sampled_from(["flow", "flow-lines", "block", "absent", "empty", "unknown", "null"]))
    lines = [*draw(st.lists(st.sampled_from(["# first", ""]), max_size=2)), f"first: 1{draw(COMMENT)}", ""]
    tree: dict[str, Tree] = {"first": "1"}
    if kind == "block" and things:
        lines.append(f"r:{draw(COMMENT)}")
        for name, value in things.items():
            lines += [f"{line}{draw(COMMENT)}" for line in entry([name], value, step, step, flow=draw(st.booleans()))]
            lines += draw(st.lists(st.sampled_from([f"{step}# between", ""]), max_size=1))
        tree["r"] = things
    elif kind == "flow-lines" and things:
        inner = [f"{step}{scalar(name)}: {in_brackets(value)}" for name, value in things.items()]
        lines += ["r: {", *(f"{line}," for line in inner[:-1]), inner[-1] + draw(st.sampled_from(["", ","])), "}"]
        tree["r"] = things
    elif kind == "flow":
        lines.append(f"r: {in_brackets(things)}{draw(COMMENT)}")
        tree["r"] = things
    elif kind != "absent":
        written = {"empty": "", "unknown": " unknown", "null": " ~"}.get(kind, "")
        lines.append(f"r:{written}{draw(COMMENT)}")
        tree["r"] = "unknown" if kind == "unknown" else None
    if draw(st.booleans()):
        lines += draw(st.sampled_from([["", "last: [a, b]"], ["last: x", "# end"]]))
    text = end.join(lines) + draw(st.sampled_from(["", end, end + end]))
    read_tree = read(text.encode(), "f").tree
    assert isinstance(read_tree, dict)
    return draw(st.sampled_from(["", "\ufeff"])) + text, read_tree


NEW_VALUE: st.SearchStrategy[Tree] = st.one_of(st.none(), WORD.filter(bool), st.dictionaries(NAME, VALUE, max_size=4))


@given(layouts(), NEW_VALUE, st.booleans())
def test_any_layout_keeps_its_bytes_and_says_one_thing_more(
    drawn: tuple[str, dict[str, Tree]], value: Tree, flow: bool
) -> None:
    text, tree = drawn
    body = text.encode()
    after = with_entry(body, "f", ("r",), "new", value, flow=flow)
    stated = tree.get("r")
    grown = read(after, "f")
    old = stated if isinstance(stated, dict) else {}
    expected = in_brackets({**tree, "r": {**old, "new": value}})
    assert isinstance(grown.tree, dict) and isinstance(grown.tree["r"], dict) and not grown.findings
    assert list(grown.tree["r"]) == [*old, "new"]
    assert read(expected.encode(), "f").tree == read(in_brackets(grown.tree).encode(), "f").tree
    assert is_one_block(body, after, stated)


@given(layouts())
def test_any_list_keeps_its_bytes_and_has_one_item_more(drawn: tuple[str, dict[str, Tree]]) -> None:
    text, tree = drawn
    stated = tree.get("r")
    for key, value in (stated if isinstance(stated, dict) else {}).items():
        if isinstance(value, dict):
            with pytest.raises(NoPlace):
                with_item(text.encode(), "f", ("r", key), "new")
            continue
        after = read(with_item(text.encode(), "f", ("r", key), "new"), "f").tree
        assert isinstance(after, dict) and isinstance(after["r"], dict)
        items = after["r"][key]
        assert isinstance(items, list)
        old = value if isinstance(value, list) else [] if value is None else [value]
        assert items == (["new", "unknown"] if value == "unknown" else [*old, "new"])
        assert {name: one for name, one in after["r"].items() if name != key} == {
            name: one for name, one in (stated if isinstance(stated, dict) else {}).items() if name != key
        }


def is_one_block(before: bytes, after: bytes, stated: Tree) -> bool:
    """Whether the new bytes are one stretch; where `unknown` or `~` was, that is the only thing that is gone."""
    start = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    end = len(before) - start
    while end and not after.endswith(before[len(before) - end :]):
        end -= 1
    gone = before[start : len(before) - end]
    if isinstance(stated, dict):
        return gone == b""
    return gone.strip() in (b"", b"unknown", b"~") or gone.split(b"#")[0].strip() in (b"unknown", b"~")


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_written_so_that_it_is_read_as_it_is(text: str) -> None:
    try:
        written = scalar(text)
    except ValueError:
        assert not text.isprintable() or not text.strip()
        return
    wanted = unicodedata.normalize("NFC", text)
    tree = read(f"a: {written}\nb: {{{written}: [{written}]}}\n".encode(), "f").tree
    assert tree == {"a": wanted, "b": {wanted: [wanted]}}


@given(st.binary(max_size=60), st.sampled_from([("r",), ("r", "k")]))
def test_no_bytes_give_anything_but_a_refusal(body: bytes, path: tuple[str, ...]) -> None:
    try:
        after = with_entry(body, "f", path, "new", {"a": "b"})
    except NoPlace:
        return
    assert not read(after, "f").findings
