"""The headings around a place, found without knowing all of the document."""

from __future__ import annotations

from time import perf_counter

from briefing.document.block import Block
from briefing.document.document import Document

_SCAN = 0.002
"""Seconds for which the text is cut further at a time."""


def heading_at(document: Document, offset: int) -> Block | None:
    """The heading of the section that an offset stands in.

    None above the first one; and where what stands before the offset is not parsed as far back as that heading.

    Raises:
        KeyError: there is no block at all.
    """
    chunk, _ = document.locate(offset)
    headings = document.headings(chunk)
    while headings is not None:
        found = next((one for one in reversed(headings) if one.offset <= offset), None)
        if found is not None or chunk == 0:
            return found
        chunk -= 1
        headings = document.headings(chunk)
    return None


def heading_after(document: Document, offset: int, seconds: float) -> Block | None:
    """The first heading after an offset, looked for in about so long at most; None where there is none so far.

    Raises:
        KeyError: there is no block at all.
    """
    deadline = perf_counter() + seconds
    chunk, _ = document.locate(offset)
    while perf_counter() < deadline:
        if chunk < document.chunk_count:
            document.blocks(chunk)
            found = next((one for one in document.headings(chunk) or () if one.offset > offset), None)
            if found is not None:
                return found
            chunk += 1
        elif document.scan(_SCAN) and chunk >= document.chunk_count:
            return None
    return None


def heading_before(document: Document, offset: int, seconds: float) -> Block | None:
    """The last heading before an offset, looked for in about so long at most; None where there is none so far.

    Raises:
        KeyError: there is no block at all.
    """
    deadline = perf_counter() + seconds
    chunk, _ = document.locate(offset)
    while chunk >= 0 and perf_counter() < deadline:
        document.blocks(chunk)
        found = next((one for one in reversed(document.headings(chunk) or ()) if one.offset < offset), None)
        if found is not None:
            return found
        chunk -= 1
    return None


def has_headings(document: Document) -> bool:
    """Whether there is a heading in what is parsed."""
    return any(document.headings(chunk) for chunk in range(document.chunk_count))
