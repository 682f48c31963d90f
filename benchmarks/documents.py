"""The documents that views are measured with: the same ones each time, of any size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

FIRST = "WORDS-TO-SEE"
"""Stands in the first paragraph."""
LAST = "WORDS-AT-THE-END"
"""Stands in the last paragraph."""
NEEDLE = "needleword"
"""What is looked for: it stands in three places, the first a quarter of the way down."""
BESIDE = "BESIDE-THE-NEEDLE"
"""Stands beside each of them."""
SIZES = {"5 KB": 5_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
"""The documents by name, with the bytes that each has at least."""

FRONT_MATTER = f"""---
title: A page to measure with
byline: Somebody
date: 2025-07-08
takeaways:
  - One thing.
  - Another thing.
figures:
  - value: over 30,000
    unit: troops
    label: expected
    quote: over 30,000
---

Some words of a paragraph that begins with {FIRST}, *stressed* here and **strong** there.

"""
_LATIN = """they were seen by the river when morning came and none of them had slept although the road was quiet
for hours supply of shells rose again last month while reserves in the north stayed where they had been""".split()
_OTHER = """річка військо вранці дорога міста πόλεμος ποταμός δρόμος κρίση café naïve façade Übung größer señal
情報 部隊 河川 準備 状況 報告 市街 道路""".split()
_SHARE_OTHER = 0.2
"""The part of the words that are not in ASCII; they are shorter than the rest, a tenth of the text."""


def write_document(path: Path, size: int) -> None:
    """Write the document of this many bytes, unless it is there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(size), encoding="utf-8")


def document(size: int) -> str:
    """A document of about this many bytes: sections of prose, lists, tables, code, quotes and links."""
    chance = random.Random(size)  # noqa: S311  what is wanted is the same text each time
    parts, length, hits = [FRONT_MATTER], len(FRONT_MATTER), 0
    for part in _parts(chance):
        parts.append(part)
        length += len(part.encode())
        if hits < 3 and length > (hits + 1) * size / 4:
            hits += 1
            parts.append(f"Here is the {NEEDLE} of this text, {BESIDE}.\n\n")
        if length >= size:
            break
    return "".join(parts) + f"The text ends here, {LAST}.\n"


def _parts(chance: random.Random) -> Iterator[str]:
    """Blocks without end, a section every ten or so."""
    kinds: tuple[Callable[[random.Random], str], ...] = (
        _prose,
        _prose,
        _prose,
        _bullets,
        _table,
        _code,
        _quote,
        _steps,
    )
    number = 0
    while True:
        number += 1
        yield f"{'#' * chance.randint(2, 4)} Section {number} {_words(chance, 4)}\n\n"
        for _ in range(chance.randint(6, 12)):
            yield chance.choice(kinds)(chance) + "\n\n"


def _words(chance: random.Random, count: int) -> str:
    """Words of prose."""
    return " ".join(chance.choice(_OTHER if chance.random() < _SHARE_OTHER else _LATIN) for _ in range(count))


def _sentence(chance: random.Random) -> str:
    """A sentence, some of it stressed, linked or code."""
    words = _words(chance, chance.randint(6, 18)).split()
    at = chance.randrange(len(words))
    words[at] = chance.choice(("*{}*", "**{}**", "`{}`", "[{}](https://example.org/page)", "{}", "{}")).format(
        words[at]
    )
    return " ".join(words).capitalize() + "."


def _prose(chance: random.Random) -> str:
    """A paragraph, broken into lines as an editor would."""
    text = " ".join(_sentence(chance) for _ in range(chance.randint(2, 6)))
    return "\n".join(text[start : start + 400] for start in range(0, len(text), 400))


def _bullets(chance: random.Random) -> str:
    """A list, some of it nested."""
    return "\n".join(f"{chance.choice(('', '', '  '))}- {_sentence(chance)}" for _ in range(chance.randint(3, 8)))


def _steps(chance: random.Random) -> str:
    """A numbered list."""
    return "\n".join(f"{number}. {_sentence(chance)}" for number in range(1, chance.randint(4, 7)))


def _table(chance: random.Random) -> str:
    """A table of three columns, one of numbers."""
    rows = [f"| {_words(chance, 2)} | {chance.randint(1, 99_999):,} | {_words(chance, 3)} |" for _ in range(6)]
    return "\n".join(["| what | count | more |", "|---|---:|---|", *rows])


def _code(chance: random.Random) -> str:
    """A fenced block."""
    lines = [f"    value_{number} = measure({chance.randint(1, 999)})  # {_words(chance, 3)}" for number in range(6)]
    return "\n".join(["```python", "def report():", *lines, "```"])


def _quote(chance: random.Random) -> str:
    """A quotation of two paragraphs."""
    return f"> {_sentence(chance)}\n>\n> {_sentence(chance)}"
