"""The quick reader of plain YAML gives the very tree that the composer gives, or none."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format import yaml_plain
from briefing.format.node import Mapping
from briefing.format.stretch import Stretch
from briefing.format.yaml_plain import plain_mapping
from briefing.format.yaml_tree import Composer

ROOT = Path(__file__).parents[3]
FILES = sorted([*(ROOT / "briefings").glob("*.md"), *(ROOT / "tests").rglob("*.md"), *(ROOT / "docs").rglob("*.md")])


def is_plain(text: str) -> bool:
    """Whether a text is plain; if so, the composer gives the same tree and has nothing to say of it."""
    stretch = Stretch.of(text, 2)
    plain = plain_mapping(stretch)
    if plain is None:
        return False
    composer = Composer()
    assert plain == composer.compose(stretch)
    assert composer.problems == []
    return True


def blocks(path: Path) -> list[str]:
    """What stands between lines of dashes anywhere in a file, the front matter first."""
    return path.read_text(encoding="utf-8", errors="replace").split("---\n")[1:]


PLAIN = {
    "fields": "title: A title\ndate: 2025-07-08\nurl: https://a.org/?q=1#b\nn: -5\n",
    "times as keys": "14:32: first\n2024-10?: second\n",
    "nothing": "a:\nb: ~\nc: null\nd: ''\ne: \"\"\n",
    "nothing at the end": "a:\n  b:\n    - c:\n",
    "quotation marks": "a: \"b: c # d\"\nb: 'e \\ f'\n\"q: r\": s\n's': t\n",
    "a list": "a:\n  - b\n  - c d\n",
    "a list below its key": "a:\n- b\n- c\nd: e\n",
    "items with nothing": "a:\n-\n- b\n-\nc: d\n",
    "items with keys": "a:\n  - b: c\n    d: e\n  -   f:\n      g: h\n",
    "a list in an item": "a:\n  - b:\n    - c\n    d:\n      - e\n  -\n    - f\n",
    "mappings": "a:\n  b:\n    c: d\n  e: f\ng: h\n",
    "a mapping that is indented": "  a: b\n  c: d\n",
    "brackets": "a: [b, 'c, d', \"e\", -1, https://x.org/y]\nb: [ c , d ]\nc: []\nd: [ ]\n",
    "braces": "a: {b: c, d: 'e: f', g: ~}\nb: { c: d }\nc: {}\n",
    "braces in a list": "a:\n  - {b: c}\n  - [d]\n",
    "blank lines and comments": "# first\n\na: b\n  # inside\n\n   \nc:\n# between\n  - d\n",
    "spaces at ends": "a: b  \nc: 'd' \ne: [f]  \ng: |-  \n  h  \n",
    "other scripts": "título: Übermut\n题目: 国家 👍\na: b\xa0c\n",
    "a block": "a: |\n  one\n\n    two: #\n  - three\n\nb: |-\n  four\nc:\n  - |\n    five\n",
    "a folded block": "a: >\n  one\n  two\n\n\n  three\nb: >-\n  four\n",
    "Hugo": 'title: "A post"\ndate: 2024-01-02T15:04:05+01:00\ndraft: false\ntags: [a, b]\ncover:\n  image: /a.png\n',
    "Jekyll": "layout: post\ntitle: It's here\ncategories:\n- x\n- y\npermalink: /:year/:title/\n",
    "Obsidian": 'aliases:\n  - One\ntags:\n  - a/b\nrelated: "[[Note]]"\ncreated: 2024-01-02 10:00\n',
    "Quarto": "title: T\nauthor:\n  - name: A B\n    orcid: 0000-0001\nformat:\n  html:\n    toc: true\n",
    "no line end": "a: b",
}


@pytest.mark.parametrize("name", PLAIN)
def test_what_people_write_is_plain(name: str) -> None:
    assert is_plain(PLAIN[name])


ODD = {
    "nothing at all": "",
    "comments alone": "# a\n",
    "a list": "- a\n",
    "a text": "a\n",
    "a tab": "a:\tb\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: &b c\nd: *b\n",
    "a tag": "a: !b c\n",
    "a comment behind a value": "a: b # c\n",
    "an escape": 'a: "b\\n"\n',
    "a doubled apostrophe": "a: 'it''s'\n",
    "a value on two lines": "a: b\n  c\n",
    "a quotation on two lines": 'a: "b\n  c"\n',
    "brackets on two lines": "a: [b,\n  c]\n",
    "brackets in brackets": "a: [b, [c]]\n",
    "a link": "a: [[b]]\n",
    "a place to fill": "a: {{ b }}\n",
    "a colon in a value": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "no space": "a:b\n",
    "a question mark": "? a\n: b\n",
    "a key twice": "a: b\na: c\n",
    "a key twice in braces": "a: {b: c, b: d}\n",
    "two documents": "a: b\n--- \nc: d\n",
    "the end of a document": "a: b\n... a: b\n",
    "a directive": "%YAML 1.1\n",
    "a margin of its own": "a: b\n  c: d\n",
    "a margin between": "a:\n    b: c\n  d: e\n",
    "an item under a value": "a: b\n- c\n",
    "an item among keys": "a:\n  b: c\n  - d\n",
    "a block with a margin": "a: |2\n    b\n",
    "a block that keeps": "a: |+\n  b\n\n",
    "a block of nothing": "a: |\nb: c\n",
    "an amount": "a: >5\n",
    "a folded block with a margin": "a: >\n  b\n    c\n",
    "a block and blanks": "a: |\n  b\n \n  # c\n",
    "a line end of another kind": "a: b\x85c\n",
    "a mark of the order of bytes": "a: \ufeff\n",
    "half a character": "a: \ud800\n",
    "a long key": "a" * 1_025 + ": b\n",
    "a long text": "a: b\n" + "# c\n" * 5_000,
    "deep": "".join(" " * depth + "a:\n" for depth in range(33)),
}


@pytest.mark.parametrize("name", ODD)
def test_what_needs_the_parser_is_left_to_it(name: str) -> None:
    assert plain_mapping(Stretch.of(ODD[name], 2)) is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_read_otherwise(path: Path) -> None:
    for text in blocks(path):
        is_plain(text)


@pytest.mark.parametrize("path", sorted((ROOT / "briefings").glob("*.md")), ids=lambda path: path.stem)
def test_every_briefing_that_ships_is_plain(path: Path) -> None:
    assert is_plain(blocks(path)[0])


SIGNS = " \n-:#[]{},'\"|>&*!%@?~ab1é漢"
SCRAPS = (
    "a: |b: |c:\n|- |-\n|\n|  |    |x|k: v\n|[a, b]|{a: b}|'x'|\"y z\"|# c\n| #|~|null|-1|14:32|?|--- |... |{{ x }}|"
    "[[n]]|http://a/b|>\n|>-\n|\\|\t|\ufeff|é: |key : v\n|\"q\": |'q':\n|[]|{}|,|%|<<: |👍|\u2028|\xa0"
).split("|")
SOUP = st.lists(st.sampled_from([*SCRAPS, "|\n", "|-\n"]), max_size=12).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.text(SIGNS, max_size=24) | SOUP | st.text(SIGNS, max_size=12).map("a: {}\n".format))
def test_no_text_of_signs_is_read_otherwise(text: str) -> None:
    is_plain(text)


WHOLE = [*PLAIN.values(), *(blocks(path)[0][:900] for path in FILES[:8] if blocks(path))]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(WHOLE), st.floats(0, 1), st.sampled_from(["", *SIGNS, *SCRAPS]), st.booleans())
def test_no_slip_of_the_pen_is_read_otherwise(text: str, share: float, slip: str, over: bool) -> None:
    at = round(share * len(text))
    is_plain(text[:at] + slip + text[at + over :])


TEXTS = st.sampled_from(["b", "two words", "'a: b'", '"c # d"', "-1", "~", "2025-07", "x:y", "", "it's", "é 漢"])
KEYS = st.sampled_from(["a", "b c", "14:32", "'q r'", '"s"', "é", "null"])
SHORT = TEXTS | st.sampled_from(["[]", "[b, 'c']", "{}", '{d: e, f: "g"}', "|\n@  g\n\n@  h\n", ">-\n@  i\n@  j"])
TREES = st.recursive(
    SHORT,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=10,
)


def written(tree: str | list[object] | dict[str, object], margin: str, step: str, *, loose: bool) -> list[str]:
    """Write a tree down in one of the styles that people have, line by line."""
    lines: list[str] = []
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        head = f"{margin}{key}:" if isinstance(tree, dict) else f"{margin}-"
        if isinstance(value, str):
            lines.append(f"{head} {value}".rstrip(" ").replace("@", f"{margin}{step}"))
            continue
        assert isinstance(value, dict | list)
        if isinstance(tree, list) and isinstance(value, dict):
            below = written(value, margin + "  ", step, loose=loose)
            lines += [f"{head} {below[0].lstrip(' ')}", *below[1:]]
            continue
        deeper = margin if loose and isinstance(value, list) and isinstance(tree, dict) else margin + step
        lines += [head, *written(value, deeper, step, loose=loose)]
    return lines


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4), st.sampled_from([" ", "  ", "    "]), st.booleans())
def test_a_tree_in_the_styles_that_people_have_is_plain(tree: dict[str, object], step: str, loose: bool) -> None:
    assert is_plain("\n".join(written(tree, "", step, loose=loose)) + "\n")


@pytest.mark.parametrize("text", [*SIGNS, "a: ", ": ", "- ", "a:", "-1", "' ", "a, ", "[a, ", "{a: ", "a: b, "])
def test_a_long_line_is_read_in_time(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_plain, "MAX_EVENTS", 1_000_000)
    long = text * (200_000 // len(text))
    began = time.process_time()
    for before in ("", "a: ", "a: [", "a: {", "- ", "a: |\n ", "a: {b: "):
        plain_mapping(Stretch(before + long, 2, ()))
        plain_mapping(Stretch(before + long + "]}\n", 2, ()))
    assert time.process_time() - began < 1.5


def test_a_tree_has_the_places_of_its_lines_in_the_file() -> None:
    tree = plain_mapping(Stretch.of("a:\n  - b: c\n", 7))
    assert isinstance(tree, Mapping)
    assert (tree.at.line, tree.at.column) == (7, 1)
    assert "Position(line=8, column=8)" in repr(tree)


READS = """
import sys
from briefing.format.front import front_matter
print(front_matter("---\\ntitle: A\\n---\\n").kind, "yaml" in sys.modules)
print(front_matter("---\\ntitle: &a A\\n---\\n").kind, "yaml" in sys.modules)
"""


def test_the_parser_is_imported_only_where_it_is_needed() -> None:
    done = subprocess.run([sys.executable, "-c", READS], capture_output=True, check=True, encoding="utf-8", timeout=60)
    assert done.stdout.split() == ["yaml", "False", "yaml", "True"]
