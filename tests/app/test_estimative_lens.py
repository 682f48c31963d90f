"""Words of likelihood underlined by the declared standard, and their range peeked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app.lens import seek_terms
from briefing.document.document import Document
from briefing.model.vocabulary import SCALES

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

TEXT = """\
# Outlook

It is very likely that the road is cut. The bridge is unlikely to hold.

> They said it was likely.

`likely` in a village, remote as it is.
"""


def briefing(folder: Path, declared: str) -> Path:
    """A briefing that declares a standard, or none."""
    path = folder / "outlook.md"
    said = f"estimative: {declared}\n" if declared else ""
    path.write_text(f"---\ntitle: Outlook\n{said}---\n{TEXT}", encoding="utf-8")
    return path


async def look(seat: Seat) -> None:
    """Switch the lens on or off from the palette."""
    await seat.press(":")
    await seat.until(lambda: len(seat.app.screen_stack) > 1, "the palette")
    await seat.type("estimative lens")
    await seat.until_shown("Underline the words of likelihood")
    await seat.press("down", "enter")
    await seat.until(lambda: len(seat.app.screen_stack) == 1, "the palette to close")


def underlined(seat: Seat) -> list[str]:
    """The words that are underlined and slanted."""
    return [
        part.text for row in seat.drawn for part in row if part.style and part.style.underline and part.style.italic
    ]


async def test_terms_of_the_declared_standard_are_underlined_from_the_palette_and_no_others(
    sit: Sit, tmp_path: Path
) -> None:
    async with sit(file=briefing(tmp_path, "icd203")) as seat:
        assert underlined(seat) == []
        await look(seat)
        assert underlined(seat) == ["very likely", "unlikely"]
        await look(seat)
        assert underlined(seat) == []


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("icd203", "ICD 203: very likely, 80–95%"),
        ("ipcc", "IPCC: very likely, > 90%"),
    ],
)
async def test_the_range_is_shown_in_the_words_of_the_standard_when_a_term_is_peeked_at(
    sit: Sit, tmp_path: Path, declared: str, told: str
) -> None:
    async with sit(file=briefing(tmp_path, declared)) as seat:
        await look(seat)
        assert told not in seat.text
        await seat.press("p", "a")
        await seat.until_shown(told)


async def test_phia_names_the_term_alone(sit: Sit, tmp_path: Path) -> None:
    async with sit(file=briefing(tmp_path, "phia")) as seat:
        await look(seat)
        await seat.press("p", "a")
        await seat.until_shown("A term of PHIA; its range is not given.")
        assert "%" not in seat.pane("text")


async def test_without_a_declared_standard_there_is_no_lens(sit: Sit, tmp_path: Path) -> None:
    async with sit(file=briefing(tmp_path, "")) as seat:
        await seat.reader.action_command("estimative-lens")
        assert seat.reader.text.marks.terms is None


def test_code_and_the_words_of_others_are_passed_over() -> None:
    document = Document(TEXT)
    seek = seek_terms(SCALES["icd203"])
    found = [block.text[words.start : words.end] for block in document for words in seek(block)]
    assert found == ["very likely", "unlikely"]
