"""The libraries that searching is measured with: real paragraphs found on the machine, under front matter made up.

The same machine gives the same libraries each time. They are kept in the user's cache folder between two runs.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from documents import FIRST
from peers import cache_folder

PLACES = (Path(sys.base_prefix), Path("/usr/share/doc"), Path("/usr/lib"), Path("/usr/local/lib"))
"""Where installed packages have their documentation."""
ENDINGS = {".md", ".rst", ".markdown"}
NAMES = {"METADATA"}
"""What Python packages call the file that holds their description."""
LONGEST, SHORTEST = 200_000, 500
"""Bytes of a file that is taken."""
PEOPLE = "Sofia Rodriguez|Amélie Çağlar|Jan Novák|王小明|Duty desk|Olena Kovalenko".split("|")
TOPICS = "ukraine sudan cyber energy health climate trade".split()
UNITS = "troops trucks people shells beds".split()
NEWEST = "newest.md"
"""The briefing that stands first in each library; its title begins with `documents.FIRST`."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_BLANK = re.compile(r"\n\s*\n")


class Shelf(NamedTuple):
    """A library on the disk."""

    folder: Path
    briefings: int
    size: int
    """Bytes of all files."""


class _Found(NamedTuple):
    """What briefings are made of."""

    texts: list[list[str]]
    """The paragraphs of each text."""
    words: list[str]


def shelf(briefings: int) -> Shelf:
    """Give the library of so many briefings, made unless it is there."""
    folder = cache_folder() / f"library-{briefings}"
    done = folder.with_suffix(".size")
    if not done.exists():
        done.write_text(str(_make(folder, briefings)), encoding="utf-8")
    return Shelf(folder, briefings, int(done.read_text(encoding="utf-8")))


def _make(folder: Path, briefings: int) -> int:
    """Write the briefings, and give how many bytes they have."""
    found = _found()
    chance = random.Random(briefings)  # noqa: S311  what is wanted is the same text each time
    size = 0
    for number in range(briefings):
        path = folder / f"{number // 100:04}" / f"b{number}.md" if number else folder / NEWEST
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(_briefing(chance, found, number).encode())
    return size


def _found() -> _Found:
    """Read the documentation of installed packages."""
    texts = []
    for path in _paths():
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        paragraphs = [part for part in _BLANK.split(text) if 20 < len(part) < 4000 and not part.startswith("---")]
        if paragraphs:
            texts.append(paragraphs)
    if not texts:
        sys.exit("library: no documentation of installed packages was found to make libraries of")
    return _Found(texts, [word for text in texts[::7] for part in text for word in _WORD.findall(part)])


def _paths() -> list[Path]:
    """The files that hold documentation, the same ones each time."""
    own = str(cache_folder())
    found = []
    for place in PLACES:
        for folder, below, names in os.walk(place):
            below[:] = sorted(name for name in below if os.path.join(folder, name) != own)  # noqa: PTH118  as walked
            paths = (Path(folder, name) for name in names if name in NAMES or Path(name).suffix in ENDINGS)
            found += [path for path in paths if path.is_file() and SHORTEST < path.stat().st_size < LONGEST]
    return sorted(found)


def _briefing(chance: random.Random, found: _Found, number: int) -> str:
    """One briefing; the first is newer than all others."""
    title = _words(chance, found, 6) if number else f"{FIRST} {_words(chance, found, 3)}"
    body: list[str] = []
    wanted = chance.lognormvariate(8.3, 0.8)
    while wanted > 0:
        text = chance.choice(found.texts)
        start = chance.randrange(len(text))
        taken = text[start : start + chance.randrange(1, 5)]
        body += taken
        wanted -= sum(map(len, taken))
    return "\n".join(_front_matter(chance, found, number, title)) + f"\n\n# {title}\n\n" + "\n\n".join(body) + "\n"


def _front_matter(chance: random.Random, found: _Found, number: int, title: str) -> Iterator[str]:
    """The lines of a front matter, as an analyst would fill it."""
    year, month, day = (2025, 12, 31) if not number else (chance.randint(2015, 2024), *_day(chance))
    yield "---"
    yield f'title: "{title}"'
    yield f"date: {year}-{month:02}-{day:02}"
    yield f"byline: {{name: {chance.choice(PEOPLE)}, role: Analyst}}"
    yield f"topics: [{chance.choice(TOPICS)}, {chance.choice(TOPICS)}]"
    yield f"summary: {_words(chance, found, 14)}"
    yield "takeaways:"
    yield from (f"  - {_words(chance, found, 10)}" for _ in range(2))
    yield "figures:"
    yield f"  - value: over {chance.randint(1, 90)},000"
    yield f"    unit: {chance.choice(UNITS)}"
    yield f"    label: {_words(chance, found, 2)}"
    yield f"    as_of: {year}-{month:02}"
    yield "    source: ocha"
    yield f"    track: {chance.choice(TOPICS)}-{chance.choice(UNITS)}"
    yield f"  - about {chance.randint(1, 900)} trucks: waiting"
    yield "sources:"
    yield f"  - {{id: ocha, name: OCHA, url: https://example.org/{number}, grade: B2}}"
    yield f"status: {chance.choice(('draft', 'final'))}"
    yield f"priority: {chance.randint(1, 9)}"
    yield "---"


def _day(chance: random.Random) -> tuple[int, int]:
    """A month, and a day that every month has."""
    return chance.randint(1, 12), chance.randint(1, 28)


def _words(chance: random.Random, found: _Found, count: int) -> str:
    """Words of the texts, in no order."""
    return " ".join(chance.choices(found.words, k=count))
