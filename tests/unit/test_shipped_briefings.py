"""The briefings that ship: they pass every check, and what `welcome` says of them and of itself is true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from briefing.document.block import Block, BlockKind, Role
from briefing.document.document import Document
from briefing.format.read import read
from briefing.model.briefing import Briefing
from briefing.model.figure import Figure
from briefing.review.inspect import Inspection, every_problem, inspect
from briefing.review.page import text_of

FOLDER = Path(__file__).parents[2] / "briefings"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
RETOLD = ("north-korean-troops", "shells-and-missiles", "the-exchange", "zapad-2025")
"""Those that retell one article."""
EXERCISES = [name for name in NAMES if name.startswith("exercise-")]

every_briefing = pytest.mark.parametrize("name", NAMES)


@cache
def shipped(name: str) -> Briefing:
    """Read one of them."""
    return read(FOLDER / f"{name}.md")


@cache
def text(name: str) -> Document:
    """Its text, without what stands above and below it."""
    return text_of(shipped(name))


@cache
def inspected(name: str) -> Inspection:
    """Lay it beside its text."""
    return inspect(shipped(name), text(name))


@every_briefing
def test_check_finds_nothing_but_figures_that_are_honestly_undated(name: str) -> None:
    briefing = shipped(name)
    found = every_problem(briefing, inspected(name))
    undated = [it.field for it in found if it.code == "fig-asof"]
    assert [it for it in found if it.code != "fig-asof"] == []
    assert not undated or name in RETOLD


@every_briefing
def test_every_quote_stands_in_the_text_exactly_once(name: str) -> None:
    for figure, anchors in zip(shipped(name).figures, inspected(name).anchors, strict=True):
        quoted = Counter(anchor.quote for anchor in anchors if anchor.quote is not None)
        assert figure.quotes, f"{figure.text} {figure.label} has no quote"
        assert quoted == Counter(range(len(figure.quotes))), f"{figure.text} {figure.label}"


@every_briefing
def test_every_field_is_one_that_the_format_has(name: str) -> None:
    known_extras = {"welcome": {"house rule"}, "exercise-gateway-outage": {"severity"}}
    assert set(shipped(name).other) == known_extras.get(name, set())


@every_briefing
def test_every_amount_is_read_but_the_one_that_is_a_word(name: str) -> None:
    assert [figure.text for figure in shipped(name).figures if figure.value is None and figure.text != "dozens"] == []


@every_briefing
def test_every_briefing_is_named_by_its_links(name: str) -> None:
    briefing = shipped(name)
    linked = (*briefing.related, *briefing.supersedes, *briefing.superseded_by)
    written = re.findall(r"(?<!`)\[\[([^\]|#]+)", briefing.body)
    for target in (*(link.strip("[]").removesuffix(".md") for link in linked), *written):
        assert target in NAMES


@every_briefing
def test_every_picture_is_there_and_is_told_in_words(name: str) -> None:
    image = shipped(name).image
    in_text = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", shipped(name).body)
    for words, path in (*in_text, *([(image.alt, image.src)] if image else [])):
        assert words
        assert path is None or (FOLDER / path).is_file()


def test_together_they_use_every_field_of_the_format() -> None:
    declared = {field.name for field in fields(Briefing) if "kind" in field.metadata}
    used = {name for name in declared for stem in NAMES if getattr(shipped(stem), name)}
    assert declared - used == set()


def test_together_they_use_everything_that_a_figure_can_say() -> None:
    used = {
        field.name for field in fields(Figure) for name in NAMES for it in shipped(name).figures
        if getattr(it, field.name)
    }  # fmt: skip
    assert {field.name for field in fields(Figure)} - used == set()


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_says_that_it_is_one_wherever_it_is_met(name: str) -> None:
    briefing = shipped(name)
    assert briefing.title.startswith("Exercise: ")
    assert briefing.classification == "EXERCISE"
    assert "exercise" in briefing.topics
    assert "exercise" in briefing.body.strip()[:60]


@pytest.mark.parametrize("name", RETOLD)
def test_what_is_retold_keeps_its_author_and_its_doubt(name: str) -> None:
    briefing = shipped(name)
    assert [(person.name, person.role) for person in briefing.byline] == [("Sofia Rodriguez", "Journalist")]
    assert briefing.byline[0].bio
    assert briefing.date is not None
    assert briefing.date.uncertain
    assert all(figure.as_of.uncertain for figure in briefing.figures if figure.as_of)
    assert not any(source.grade for source in briefing.sources)


def test_what_is_counted_twice_is_said_in_the_same_words() -> None:
    for track, figures in tracks().items():
        if track.startswith("exercise-tesk"):
            continue  # A level or a count that changes from day to day.
        said = {(it.value, it.unit, it.label, it.as_of, it.status, it.sources) for _, it in figures}
        assert len(said) == 1, track


def test_welcome_counts_the_library_right() -> None:
    stated = welcome_figures()
    assert stated["ship with the program"] == len(NAMES)
    assert stated["in all of them"] == sum(len(shipped(name).figures) for name in NAMES)
    shared = [track for track, found in tracks().items() if len({name for name, _ in found}) > 1]
    assert stated["count the same thing in more than one briefing"] == len(shared)


def test_welcome_counts_itself_right() -> None:
    stated = welcome_figures()
    blocks = list(text("welcome"))
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    assert stated["on this page"] == len(headings) == len(text("welcome").sections())
    heron = sum(block.text.lower().count("heron") for block in blocks)
    assert stated["the word heron on this page"] == heron
    words = sum(len(block.text.split()) for block in blocks)
    assert stated["to read"] - 100 < words < stated["to read"]


def test_welcome_teaches_as_many_keys_as_it_says() -> None:
    table = next(block for block in text("welcome") if block.table and "Key" in block.text[:3])
    keys = [table.text[span.start : span.end] for span in table.spans if span.role in {Role.CODE, Role.KEY}]
    assert len(keys) == len(set(keys)) == welcome_figures()["taught on this page"]


def test_welcome_lists_every_briefing_with_its_figures_and_sources() -> None:
    rows = re.findall(r"^\| \[\[([\w-]+)\]\] \| (\d+) \| (\d+) \|$", shipped("welcome").body, re.MULTILINE)
    assert sorted(rows) == [(name, str(len(shipped(name).figures)), str(len(shipped(name).sources))) for name in NAMES]


WRITTEN: dict[str, Callable[[str], bool]] = {
    "headings of two levels": lambda body: "\n## " in body and "\n### " in body,
    "a list in a list": lambda body: "\n  - " in body,
    "a numbered list": lambda body: "\n1. " in body,
    "a task that is done": lambda body: "- [x] " in body,
    "a task that is open": lambda body: "- [ ] " in body,
    "a quotation in a quotation": lambda body: "\n> > " in body,
    "the five boxes of GitHub": lambda body: holds_boxes(body, "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"),
    "boxes of a briefing": lambda body: holds_boxes(body, "ASSESSMENT", "ASSUMPTION", "GAP"),
    "code with its language": lambda body: "\n```yaml\n" in body,
    "a table with numbers": lambda body: "|---:|" in body,
    "a table with a centred column": lambda body: "|:---:|" in body,
    "a footnote": lambda body: "[^aside]" in body and "\n[^aside]: " in body,
    "a source": lambda body: "[^annotation]" in body,
    "a link to another briefing": lambda body: "[[zapad-2025|" in body,
    "a link to a heading": lambda body: "](#key-figures)" in body,
    "a link to the web": lambda body: "](https://" in body,
    "the passage of a figure": lambda body: "](#fig-" in body,
    "an image": lambda body: "\n![" in body,
    "a highlight": lambda body: "==" in body,
    "struck out words": lambda body: "~~" in body,
    "a portion mark": lambda body: "\n(U) " in body,
    "a rule": lambda body: "\n---\n" in body,
    "Chinese": lambda body: bool(re.search("[\u4e00-\u9fff]", body)),
    "Japanese": lambda body: bool(re.search("[\u3040-\u30ff]", body)),
    "Arabic": lambda body: bool(re.search("[\u0600-\u06ff]", body)),
    "Hebrew": lambda body: bool(re.search("[\u0590-\u05ff]", body)),
}


@pytest.mark.parametrize("element", WRITTEN)
def test_welcome_shows_what_a_text_can_hold(element: str) -> None:
    assert WRITTEN[element](shipped("welcome").body)


@every_briefing
def test_what_is_written_is_rendered_and_no_sign_of_it_is_left(name: str) -> None:
    for block in text(name):
        prose = "".join(prose_of(block))
        assert not re.search(r"\*\*|==|~~|\[\[|\]\]|\[!|\[\^|\[[ x]\]", prose), prose


def prose_of(block: Block) -> Iterator[str]:
    """The characters of a block's text that are not code."""
    if block.kind is BlockKind.CODE:
        return
    literal = [span for span in block.spans if span.role in {Role.CODE, Role.KEY, Role.MARKER, Role.FOOTNOTE}]
    for place, character in enumerate(block.text):
        if not any(span.start <= place < span.end for span in literal):
            yield character


def holds_boxes(body: str, *words: str) -> bool:
    """Whether a text has a box of each of these words."""
    return all(f"\n> [!{word}]\n" in body for word in words)


def welcome_figures() -> dict[str, int]:
    """The amounts that `welcome` states, by their labels."""
    stated = {}
    for figure in shipped("welcome").figures:
        assert figure.label is not None
        assert figure.value is not None
        amount = figure.value.low if figure.value.low is not None else figure.value.high
        assert amount is not None
        stated[figure.label] = int(amount)
    return stated


def tracks() -> dict[str, list[tuple[str, Figure]]]:
    """The figures of the library by their tracks, each with the name of its briefing."""
    found: dict[str, list[tuple[str, Figure]]] = {}
    for name in NAMES:
        for figure in shipped(name).figures:
            if figure.track:
                found.setdefault(figure.track, []).append((name, figure))
    return found
