"""The page of results: each benchmark writes its own part, and leaves those of the others as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
_PART = re.compile(r"^(?=# )", re.MULTILINE)


def write_part(text: str) -> None:
    """Put a part, which begins with a heading of the first level, in the place of the one with the same heading."""
    heading = text.partition("\n")[0]
    kept = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    parts = [part.strip() for part in _PART.split(kept) if part.strip()]
    headings = [part.partition("\n")[0] for part in parts]
    if heading in headings:
        parts[headings.index(heading)] = text.strip()
    else:
        parts.append(text.strip())
    RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def table(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    rows = (head, ("---",) * len(head), *lines)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
