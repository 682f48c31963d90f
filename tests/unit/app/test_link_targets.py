"""Where links lead: a table of what may be written, and nothing outside the folder that is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.app.links import Link, link_at, links_in
from briefing.app.reading import Reading, opened
from briefing.app.surroundings import surroundings
from briefing.app.targets import (
    AtBriefing,
    AtFigure,
    AtNote,
    AtPlace,
    AtSource,
    Dead,
    Refused,
    Surroundings,
    Target,
    resolved,
    target_of,
)
from briefing.app.web import WebAddress
from briefing.document.anchors import Anchors
from briefing.document.block import Place, Role
from briefing.document.targets import asked
from briefing.library.names import Names, names_of
from briefing.library.suffixes import MARKDOWN
from briefing.model.steps import finished

LIBRARY = Path(__file__).parents[2] / "fixtures" / "links"
QUAY, MOLE = str(LIBRARY / "one.md"), str(LIBRARY / "sub" / "two.md")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The briefing that holds the links."""
    return finished(opened(QUAY, date(2025, 7, 10)).inspecting())


@pytest.fixture(scope="module")
def around(reading: Reading) -> Surroundings:
    """What its links are resolved against, the whole library known."""
    paths = {"one.md": reading, "sub/two.md": opened(MOLE, date(2025, 7, 10))}
    names = Names(paths, [name for path, one in paths.items() for name in names_of(one.briefing, path)])
    anchors = Anchors(reading.document, reading.briefing.body_start, reading.briefing.title)
    return Surroundings(reading, anchors, QUAY, str(LIBRARY), lambda: names, lambda: True)


def place_of(reading: Reading, text: str) -> Place:
    """The place of the block with this text."""
    return next(Place(block.offset) for block in reading.document if block.text == text)


TO_BRIEFINGS = {
    "sub/two.md": AtBriefing(MOLE),
    "./sub/two.md": AtBriefing(MOLE),
    "sub/two": AtBriefing(MOLE),
    "/sub/two.md": AtBriefing(MOLE),
    "sub/%74wo.md": AtBriefing(MOLE),
    "sub/../sub/two.md": AtBriefing(MOLE),
    "sub/two.md?plain=1#far-out": AtBriefing(MOLE, "far-out"),
    "sub/two.md#far%20out": AtBriefing(MOLE, "far out"),
    "[[two]]": AtBriefing(MOLE),
    "[[Two.md]]": AtBriefing(MOLE),
    "[[sub/two]]": AtBriefing(MOLE),
    "[[the MOLE]]": AtBriefing(MOLE),
    "[[second-id]]": AtBriefing(MOLE),
    "[[pier]]": AtBriefing(MOLE),
    "[[pier#Far out]]": AtBriefing(MOLE, "Far out"),
    "[[pier#Above#Far out]]": AtBriefing(MOLE, "Far out"),
}


@pytest.mark.parametrize(("written", "leads_to"), TO_BRIEFINGS.items())
def test_another_briefing_is_found_by_path_and_by_name(around: Surroundings, written: str, leads_to: Target) -> None:
    assert resolved(asked(Role.LINK, written), around) == leads_to


@pytest.mark.parametrize("written", ["#below", "#Below", "#%62elow", "one.md#below", "[[#Below]]", "[[first#below]]"])
def test_a_heading_of_the_same_text_is_found(reading: Reading, around: Surroundings, written: str) -> None:
    assert resolved(asked(Role.LINK, written), around) == AtPlace(place_of(reading, "Below"))


@pytest.mark.parametrize("written", ["", "#", "#top", "#the-quay", "one.md"])
def test_the_beginning_of_the_text_is_found(reading: Reading, around: Surroundings, written: str) -> None:
    assert resolved(asked(Role.LINK, written), around) == AtPlace(place_of(reading, "The quay"))


DEAD = ["gone.md", "sub/gone.md", "[[No such]]", "[[old/path]]", "#nowhere", "#fig-nothing", "--help", "%00.md"]


@pytest.mark.parametrize("written", DEAD)
def test_what_is_not_there_is_dead_and_says_so(around: Surroundings, written: str) -> None:
    found = resolved(asked(Role.LINK, written), around)
    assert isinstance(found, Dead)
    assert found.reason.endswith(".")


REFUSED = [
    "../test_hints.py",
    "../../../../../../../../etc/passwd",
    "%2e%2e/%2e%2e/outside.md",
    "..%2foutside.md",
    "sub/../../outside.md",
    "/../outside.md",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "//evil.example/x",
    "C:\\x.md",
    "data:text/html,x",
]


@pytest.mark.parametrize("written", REFUSED)
def test_nothing_outside_the_folder_is_followed_and_no_other_scheme(around: Surroundings, written: str) -> None:
    found = resolved(asked(Role.LINK, written), around)
    assert isinstance(found, Refused)
    assert found.reason.endswith(".")


def test_what_looks_encoded_twice_is_decoded_once(around: Surroundings) -> None:
    assert isinstance(resolved(asked(Role.LINK, "%252e%252e/outside.md"), around), Dead)


def test_a_link_of_the_file_system_leads_no_folder_out(tmp_path: Path, reading: Reading) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (root / "way").symlink_to(outside)
    here = surroundings(reading, str(root / "one.md"), None)
    assert isinstance(resolved(asked(Role.LINK, "way/secret.md"), here), Refused)


def test_a_file_that_is_no_markdown_is_not_opened(tmp_path: Path, reading: Reading) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    here = surroundings(reading, str(tmp_path / "one.md"), None)
    assert isinstance(resolved(asked(Role.LINK, "picture.png"), here), Refused)


def test_an_address_leads_outside(around: Surroundings) -> None:
    found = resolved(asked(Role.LINK, "https://example.org/x"), around)
    assert isinstance(found, WebAddress)
    assert found.host == "example.org"


def test_marks_lead_to_notes_and_sources(reading: Reading, around: Surroundings) -> None:
    note = resolved(asked(Role.FOOTNOTE, "tide"), around)
    assert isinstance(note, AtNote)
    assert reading.document.block(note.place.block).text.startswith("The tide turns")
    assert resolved(asked(Role.FOOTNOTE, "source:voice"), around) == AtSource(1)


def test_a_note_leads_back_to_its_first_mark(reading: Reading, around: Surroundings) -> None:
    found = resolved(asked(Role.LINK, "^tide"), around)
    assert isinstance(found, AtPlace)
    block = reading.document.block(found.place.block)
    assert block.text[found.place.char :].startswith("[tide]")


def test_a_figure_is_led_to_by_its_track(around: Surroundings) -> None:
    assert resolved(asked(Role.LINK, "#fig-boats"), around) == AtFigure(0)


def test_without_a_library_an_unknown_name_is_not_called_dead(reading: Reading) -> None:
    alone = surroundings(reading, QUAY, None)
    assert isinstance(resolved(asked(Role.LINK, "[[A title somewhere]]"), alone), Refused)
    assert resolved(asked(Role.LINK, "[[ONE]]"), alone) == AtPlace(place_of(reading, "The quay"))


@pytest.mark.parametrize("suffix", MARKDOWN)
def test_beside_a_single_file_briefings_are_known_by_their_names(tmp_path: Path, reading: Reading, suffix: str) -> None:
    (tmp_path / f"two{suffix}").write_text("Text.\n", encoding="utf-8")
    alone = surroundings(reading, str(tmp_path / "one.md"), None)
    found = resolved(asked(Role.LINK, "[[two]]"), alone)
    assert isinstance(found, AtBriefing)
    assert found.path == str(tmp_path / f"two{suffix}")


def test_what_came_over_a_pipe_has_no_folder(reading: Reading) -> None:
    piped = surroundings(reading, None, None)
    assert isinstance(resolved(asked(Role.LINK, "sub/two.md"), piped), Refused)
    assert isinstance(resolved(asked(Role.LINK, "[[two]]"), piped), Refused)
    assert isinstance(resolved(asked(Role.LINK, "#below"), piped), AtPlace)


def block_links(reading: Reading, beginning: str) -> list[Link]:
    """The links of the block that begins so."""
    block = next(one for one in reading.document if one.text.startswith(beginning))
    return links_in(block, reading.ordered_anchors)


def test_links_marks_and_passages_of_a_block_are_found_in_reading_order(reading: Reading) -> None:
    found = [(one.role, one.target) for one in block_links(reading, "A note")]
    assert found == [
        (Role.FOOTNOTE, "tide"),
        (Role.FOOTNOTE, "source:office"),
        (Role.FOOTNOTE, "source:voice"),
        (Role.FIGURE, ""),
        (Role.FIGURE, ""),
    ]


def test_words_that_a_link_ties_to_a_figure_are_its_passage(reading: Reading, around: Surroundings) -> None:
    dozen = block_links(reading, "A note")[-1]
    assert dozen.passage is not None
    assert dozen.passage[1].text == "a dozen"
    assert target_of(dozen, around) == AtFigure(*dozen.passage)


def test_a_passage_leads_to_its_figure(reading: Reading, around: Surroundings) -> None:
    passage = block_links(reading, "A note")[-2]
    assert target_of(passage, around) == AtFigure(*reading.ordered_anchors[0])


def test_a_link_holds_its_words_and_no_more(reading: Reading) -> None:
    links = block_links(reading, "By path")
    first = links[0]
    assert link_at(links, first.start) == first
    assert link_at(links, Place(first.range.block, first.range.end)) is None
