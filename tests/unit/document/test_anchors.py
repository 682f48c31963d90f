"""The places that links can name: headings and ids, found alike at once and a little at a time."""

from __future__ import annotations

import pytest
from tests.effort import bounded

from briefing.document.anchors import Anchors, given_ids
from briefing.document.block import Place
from briefing.document.document import Document

TEXT = """\
# Über Straßen

First words. ^first

## Ways

### Ways

<a id="old-way"></a>The way back.

## With an id {#given}

- An item ^item-1

```
id="in-code" ^code
```
"""


def anchored(name: str, title: str = "") -> str | None:
    """The text of the block that a fragment names."""
    document = Document(TEXT)
    place = Anchors(document, title=title).place(name)
    return None if place is None else document.block(place.block).text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ways", "Ways"),
        ("Ways", "Ways"),
        ("über-straßen", "Über Straßen"),
        ("ÜBER STRASSEN", None),
        ("Über Straßen", "Über Straßen"),
        ("old-way", "The way back."),
        ("given", "With an id {#given}"),
        ("^first", "First words. ^first"),
        ("^item-1", "An item ^item-1"),
        ("first", None),
        ("way", None),
        ("ways-2", None),
        ("-", None),
    ],
)
def test_a_fragment_names_a_heading_or_an_id_exactly_or_nothing(name: str, text: str | None) -> None:
    assert anchored(name) == text


def test_a_heading_that_comes_again_has_a_number() -> None:
    document = Document(TEXT)
    anchors = Anchors(document)
    first, second = anchors.place("ways"), anchors.place("ways-1")
    assert first is not None
    assert second is not None
    assert (document.block(first.block).level, document.block(second.block).level) == (2, 3)


def test_the_title_stands_for_the_beginning() -> None:
    assert anchored("the-quay", "The quay") == "Über Straßen"
    assert anchored("", "The quay") == anchored("top") == "Über Straßen"


def test_an_empty_text_has_no_beginning() -> None:
    assert Anchors(Document("")).place("top") is None


def test_a_little_at_a_time_finds_the_same() -> None:
    text = "\n\n".join(f"## Heading {number}\n\n<a id='n{number}'></a> text ^b{number}" for number in range(3000))
    whole, sliced = Anchors(Document(text)), Anchors(Document(text))
    slices = 1
    while not sliced.read(0.0005):
        slices += 1
    assert slices > 3
    for name in ("heading-2999", "n2999", "^b2999", "heading-17", "n3000"):
        assert sliced.place(name) == whole.place(name)


def test_ids_at_the_edges_of_stretches_are_found_once() -> None:
    text = "x" * 60 + '<a id="edge">' + "y" * 60
    for cut in range(55, 80):
        found = [*given_ids(text, 0, cut), *given_ids(text, cut, len(text))]
        assert found == [("edge", 63)]


@pytest.mark.parametrize("sign", ['id="', "{#", " ^a", "{#a", "name='", "^"])
def test_hostile_ids_are_looked_through_in_time(sign: str) -> None:
    text = sign * 200_000
    with bounded():
        Anchors(Document(text)).place("nowhere")


def test_the_first_of_equal_ids_counts() -> None:
    document = Document("<a id='a'></a>one\n\n<a id='a'></a>two\n")
    assert Anchors(document).place("a") == Place(document.nearest(0).offset)
