"""What holds for any front matter: nothing raises, nothing is lost, and what was written is what is read."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.format.front import front_matter
from briefing.format.matter import FrontMatter
from briefing.format.node import Mapping as Tree
from briefing.format.node import Node, Scalar
from briefing.format.read import parse
from briefing.format.tree import scalars
from briefing.model.text import shown_line

SIGNS = "--- ... +++ ``` ```toml title: date: a b: c : ? - # > | ' \" [ ] { } [[ ]] {{ }} , & * ! !!x % @ ` ~ null = <<"
OTHERS = '&a *a \\ \\x \x1b \x00 \x85 \u2028 \ufeff \ud800 \U000f001b é 字 👍 2025 >5 30,000 [[Note]] {"a":'
SCRAPS = st.sampled_from(["\t", *SIGNS.split(" "), *OTHERS.split(" ")])
SOUP = st.lists(
    st.one_of(SCRAPS, st.just("\n"), st.just("\n"), st.just(" "), st.just("  "), st.text(max_size=5)), max_size=40
).map("".join)
OPENINGS = st.sampled_from(["---\n", "+++\n", "{\n", "```toml\n", "% ", "Title: ", "---\ntitle: x\n", "\n---\n", ""])
CLOSINGS = st.sampled_from(["\n---\n", "\n...\n", "\n+++\n", "\n}\n", "\n```\n", "\n\n", ""])

KEYS = st.text(string.ascii_letters + " é_-.", min_size=1, max_size=12).map(str.strip).filter(bool)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=30)
"""Texts without the characters that are line ends in YAML 1.1, and no longer in 1.2."""
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
    ),
    min_size=1,
    max_size=6,
)


def data_of(node: Node) -> Any:
    """The texts of a tree, as lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Tree):
        return {entry.key.text: data_of(entry.value) for entry in node}
    return [data_of(item) for item in node.items]


def read(text: str) -> FrontMatter:
    """Read front matter, and hold what must hold for any."""
    front = front_matter(text)
    assert 0 <= front.body_start <= len(text)
    assert front.body_line == text.count("\n", 0, front.body_start) + 1
    assert (front.mapping is None) == (front.kind == "none") == (front.body_start == 0 and front.body_line == 1)
    lines = text.split("\n")
    for found in front.problems:
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        assert shown_line(found.message) == found.message
        assert shown_line(found.field) == found.field
    for _, scalar in scalars(front.mapping) if front.mapping else ():
        assert 1 <= scalar.at.line <= max(front.body_line, 1)
    return front


@settings(max_examples=100, deadline=None)
@given(OPENINGS, SOUP, CLOSINGS, SOUP)
@example("---\n", "a: \ud800\U000f0000\U00100000\x00", "\n---\n", "")
@example("---\n", '"', "\n---\n", "")
@example("---\n", "a: |\n\t\n \t", "\n---\n", "")
@example("+++\n", "a = [\n1,\n]\n[b", "\n+++\n", "")
def test_any_text_is_read_without_raising_and_nothing_of_it_is_lost(
    opening: str, head: str, closing: str, body: str
) -> None:
    text = opening + head + closing + body
    front = read(text)
    if front.kind in ("yaml", "toml") and front.mapping is not None:
        between = text[: front.body_start]
        kept = "".join(scalar.text for _, scalar in scalars(front.mapping)) + "".join(front.unread.values())
        said = "".join(found.message for found in front.problems)
        for word in re.findall("[^\\W\\d_]{4,}", without_comments(between)):
            assert word in kept or word in said or word in ("null", "Null", "NULL", "toml", "title"), (word, between)


def without_comments(text: str) -> str:
    """What is left of a text when everything that may be a comment is taken away."""
    return re.sub("#[^\n]*", "", text)


@settings(max_examples=50, deadline=None)
@given(OPENINGS, SOUP, CLOSINGS, SOUP)
def test_a_briefing_is_made_of_any_text(opening: str, head: str, closing: str, body: str) -> None:
    text = opening + head + closing + body
    briefing = parse(text, "dir/2025-07-08-name.tar.md")
    assert briefing.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert briefing.text.endswith(briefing.body)
    assert briefing.title
    places = [(found.line, found.column) for found in briefing.problems]
    assert places == sorted(places)


@settings(max_examples=50, deadline=None)
@given(DATA)
def test_yaml_as_a_library_writes_it_is_read_as_it_was_meant(data: Mapping[str, Any]) -> None:
    front = read(f"---\n{yaml.safe_dump(data, allow_unicode=True, width=60)}---\n")
    assert front.mapping is not None
    assert data_of(front.mapping) == data
    assert not {found.code for found in front.problems} - {"fm-control", "text-hidden", "fm-comment", "fm-nospace"}


@settings(max_examples=50, deadline=None)
@given(DATA)
def test_json_as_a_library_writes_it_is_read_as_it_was_meant(data: Mapping[str, Any]) -> None:
    front = read(json.dumps(data, indent="\t") + "\nbody")
    assert (front.kind, front.mapping and data_of(front.mapping)) == ("json", data)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(KEYS.filter(lambda key: key.isascii()), TEXTS | st.lists(TEXTS, max_size=3), min_size=1, max_size=6)
)
def test_toml_is_read_as_it_was_meant(data: Mapping[str, Any]) -> None:
    lines = "".join(
        f"{json.dumps(key)} = {json.dumps(value).replace(chr(0x7F), chr(92) + 'u007F')}\n"
        for key, value in data.items()
    )
    front = read(f"+++\n{as_toml(lines)}+++\nbody")
    assert (front.kind, front.mapping and data_of(front.mapping)) == ("toml", data)


def as_toml(text: str) -> str:
    """Write pairs of JSON's surrogate escapes as the one escape that TOML has for them."""
    return re.sub(
        r"\\u(d[89ab]..)\\u(d[c-f]..)",
        lambda found: f"\\U{ord(bytes.fromhex(found[1] + found[2]).decode('utf-16-be')):08x}",
        text,
    )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["  ", "- ", "\t"]),
            st.sampled_from(["a: b", "a: b: c", '"x" y', "[", "> 5", "@x", "plain", "k:"]),
        ),
        max_size=12,
    )
)
def test_a_broken_field_leaves_the_fields_around_it_whole(lines: list[tuple[str, str]]) -> None:
    broken = "".join(f"{indent}{text}\n" for indent, text in lines)
    front = read(f"---\ntitle: First\nbroken:\n{broken}date: 2025-07-08\nlast: [1, 2]\n---\nbody")
    assert front.mapping is not None
    kept = data_of(front.mapping)
    assert (kept["title"], kept["date"], kept["last"]) == ("First", "2025-07-08", ["1", "2"])


@settings(max_examples=100, deadline=None)
@given(TEXTS.filter(lambda text: "\n" not in text and "\r" not in text))
def test_a_field_of_one_line_is_read_whatever_it_holds(text: str) -> None:
    front = read(f"---\ntitle: {text}\ndate: 2025\n---\n")
    assert front.mapping is not None
    assert [entry.key.text for entry in front.mapping][-1] == "date"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\u2028", "\ufffe", "\ud800", "\U000f0000"], ids=ascii)
def test_characters_that_yaml_refuses_are_read_all_the_same(character: str) -> None:
    front = read(f"---\ntitle: a{character}b\nlist:\n- {character}\n---\n")
    assert front.mapping is not None
    assert data_of(front.mapping) == {"title": f"a{character}b", "list": [character]}
