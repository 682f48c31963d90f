"""The finder lights the next hit at once, however long the text, and counts all of them in reading order."""

from __future__ import annotations

import pytest

from briefing.app.finding import Finder
from briefing.app.seeking import seek_words
from briefing.document.block import Block, Place, Range
from briefing.document.document import Document

TEXT = "\n\n".join(
    f"Paragraph {number} speaks{' of a bridge' if number % 100 == 50 else ''}." for number in range(5000)
)


class Sought:
    """Seeks words, and keeps which blocks it was asked about."""

    def __init__(self, words: str) -> None:
        self._seek = seek_words(words)
        self.blocks: list[int] = []

    def __call__(self, block: Block) -> list[Range]:
        self.blocks.append(block.offset)
        return list(self._seek(block))


def place_of(words: str) -> Place:
    return Place(TEXT.index(words))


async def found(finder: Finder, origin: Place | None) -> None:
    async for _ in finder.search(origin):
        pass


async def test_the_next_hit_is_lit_before_what_stands_above_is_looked_at() -> None:
    sought = Sought("bridge")
    finder = Finder(Document(TEXT), "bridge", sought)
    origin = place_of("Paragraph 4321")
    search = finder.search(origin)
    while finder.lit is None:
        await anext(search)
    assert finder.lit.block == place_of("Paragraph 4350").block
    assert min(sought.blocks) >= origin.block
    assert finder.status == "looking …"


@pytest.mark.parametrize(
    ("origin", "status"), [(None, "1 of 50"), ("Paragraph 4321", "44 of 50"), ("Paragraph 4960", "1 of 50")]
)
async def test_hits_are_counted_from_the_beginning_and_lit_from_the_reader(origin: str | None, status: str) -> None:
    finder = Finder(Document(TEXT), "bridge", seek_words("bridge"))
    await found(finder, place_of(origin) if origin else None)
    assert finder.status == status
    assert [hit.block for hit in finder.hits] == sorted(hit.block for hit in finder.hits)


async def test_a_hit_before_the_place_in_its_block_is_not_the_next_one() -> None:
    finder = Finder(Document("word and word"), "word", seek_words("word"))
    await found(finder, Place(0, 5))
    assert finder.status == "2 of 2"


@pytest.mark.parametrize(("steps", "status"), [((1,), "45 of 50"), ((-1, -1), "42 of 50"), ((1,) * 7, "1 of 50")])
async def test_steps_made_while_it_counts_are_made(steps: tuple[int, ...], status: str) -> None:
    finder = Finder(Document(TEXT), "bridge", seek_words("bridge"))
    search = finder.search(place_of("Paragraph 4321"))
    await anext(search)
    while finder.lit is None:
        await anext(search)
    for step in steps:
        finder.step(step)
    async for _ in search:
        pass
    assert finder.status == status


async def test_what_is_not_there_is_said_to_be_so_in_the_end() -> None:
    finder = Finder(Document(TEXT), "tunnel", seek_words("tunnel"))
    assert finder.status == "looking …"
    await found(finder, place_of("Paragraph 4321"))
    assert (finder.status, finder.lit) == ("not in this text", None)
    finder.step(1)
    assert finder.lit is None
