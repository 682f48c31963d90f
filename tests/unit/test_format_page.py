"""The page for authors, `docs/format.md`, says what the program does."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.format.dates import stated_date
from briefing.format.numbers import quantity
from briefing.format.read import parse
from briefing.model.briefing import Briefing
from briefing.model.dates import shown_date
from briefing.model.problem import CODES
from briefing.model.quantity import Interval
from briefing.review.inspect import every_problem, inspect
from briefing.review.page import text_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the tables under a heading, without the heads."""
    section = re.split(r"^#+ ", PAGE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for i, row in enumerate(cells) if "---" not in row[0] and "---" not in (cells[i + 1 :] or [[""]])[0][0]]


def names(cell: str) -> set[str]:
    """The names in a cell."""
    return set(re.findall(r"`([^`]+)`", cell.split(";", maxsplit=1)[0]))


def test_every_field_is_described_with_all_its_other_names() -> None:
    described = {name: names(row[2]) for row in rows("The fields") for name in names(row[0])}
    declared = {it.name: set(it.metadata["aliases"]) for it in fields(Briefing) if "kind" in it.metadata}
    assert described == declared


def test_the_codes_described_are_those_that_the_program_says_with_their_levels() -> None:
    described = {row[0].strip("`"): row[1] for row in rows("What check says")}
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tui").rglob("*.py") if path.name != "problem.py"
    )
    said = {code for code in CODES if f'"{code}"' in source}
    assert described == {code: CODES[code] for code in said}


@pytest.mark.parametrize("row", rows("Dates"), ids=lambda row: row[0])
def test_dates_are_shown_as_the_page_says(row: list[str]) -> None:
    stated = stated_date(row[1].strip("`"))
    assert shown_date(stated) == row[2]


ALLOWED = {
    "just that number": ("{}", None),
    "anything greater": ("{} 30", Interval(Decimal(30), None, low_open=True)),
    "that number or more": ("{} 30", Interval(Decimal(30), None)),
    "that number or less": ("{} 30", Interval(None, Decimal(30))),
    "anything less": ("{} 30", Interval(None, Decimal(30), high_open=True)),
    "that number, marked as approximate": ("{} 30", Interval(Decimal(30), Decimal(30), approximate=True)),
    "from the one to the other": ("{}", None),
    "from 13 to 17": ("{}", Interval(Decimal(13), Decimal(17))),
}
"""What the page says that words allow, and how they are tried."""


@pytest.mark.parametrize("row", rows("Number phrases"), ids=lambda row: row[1])
def test_number_phrases_allow_what_the_page_says(row: list[str]) -> None:
    phrase, allowed = ALLOWED[row[1]]
    for words in re.findall(r"`([^`]+)`", row[0]):
        found = quantity("30+" if words == "+" else phrase.format(words))
        assert found is not None, words
        assert found.interval is not None, words
        assert allowed is None or found.interval == allowed, words


def test_the_first_example_is_a_briefing_without_fault() -> None:
    example = PAGE.split("```markdown\n", 1)[1].split("```\n", 1)[0]
    briefing = parse(example, "bridge.md")
    assert len(briefing.figures) == 2
    assert every_problem(briefing, inspect(briefing, text_of(briefing))) == ()


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL), ids=lambda text: text[:20])
def test_every_example_of_a_field_is_understood(example: str) -> None:
    """Each way to write a field is tried alone: a key may stand only once in a file."""
    for one in re.split(r"^(?=[a-z])", example, flags=re.MULTILINE):
        if one.strip():
            front = one if one[0] != "q" else f"figures:\n- {{value: 400, unit: trucks, label: waiting}}\n{one}"
            briefing = parse(f"---\ndate: 2024-07-08\n{front}---\n\nThe text.\n", "example.md")
            assert [it for it in briefing.problems if it.code not in {"fig-asof", "src-unknown", "take-term"}] == []
