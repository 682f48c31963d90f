"""Finding words in the rendered text: one definition of a match for counting, jumping and painting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document.block import Block, Range


def pattern(query: str) -> re.Pattern[str]:
    """The pattern of a plain text: case counts only when the query has a capital; any white space matches any other."""
    words = r"\s+".join(re.escape(word) for word in query.split())
    flags = re.NOFLAG if any(character.isupper() for character in query) else re.IGNORECASE
    return re.compile(words, flags)


def hits_in(block: Block, sought: re.Pattern[str]) -> Iterator[Range]:
    """The places of the pattern in one block, in order; a match does not cross from one table cell into the next."""
    if block.table is None:
        found = sought.finditer(block.text)
        yield from (Range(block.offset, hit.start(), hit.end()) for hit in found if hit.end() > hit.start())
        return
    for row in block.table.rows:
        for cell in row:
            for hit in sought.finditer(block.text, cell.start, cell.end):
                if hit.end() > hit.start():
                    yield Range(block.offset, hit.start(), hit.end())
