"""Takeaways: the few sentences that a reader should leave with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.format import node
from briefing.format.judgement import read_level, read_likelihood
from briefing.format.node import Node, Scalar
from briefing.format.quotes import read_quotes
from briefing.format.reading import Here, Reading, listed, text_of
from briefing.model.briefing import Takeaway

TAKEAWAY: Mapping[str, Sequence[str]] = {
    "text": ("takeaway", "point", "message", "judgment", "judgement", "title"),
    "quote": ("quotes",),
    "figures": ("figure",),
    "sources": ("source",),
    "likelihood": ("probability",),
    "confidence": (),
}
"""Keys of a takeaway with their aliases, the more telling first."""
_BULLET = r"[-*•–][ \t]+"


def read_takeaways(value: Node, here: Here, reading: Reading) -> tuple[Takeaway, ...] | None:
    """Read the takeaways: a list, or one text whose lines are its items."""
    return reading.each(_items(value, here), here, _takeaway) or None


def _items(value: Node, here: Here) -> Iterator[tuple[Here, Node]]:
    """Give the items of a list, or of a text that is written as one."""
    if not isinstance(value, Scalar):
        yield from listed(value, here)
        return
    items: list[str] = []
    for line in value.text.splitlines():
        text = line.strip()
        bullet = re.match(_BULLET, text)
        if bullet or not items:
            items.append(text[bullet.end() :] if bullet else text)
        elif text:
            items[-1] = f"{items[-1]} {text}".strip()
    for index, item in enumerate(filter(None, items)):
        yield here.item(index), Scalar(item, value.at)


def _takeaway(value: Node, here: Here, reading: Reading) -> Takeaway | None:
    """Read one takeaway."""
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return Takeaway(text) if text else None
    if len(value.entries) == 1 and (sentence := _sentence(value)):
        return Takeaway(sentence)
    taken = reading.parts(value, here, TAKEAWAY)
    text = reading.text(*taken.of("text"))
    if text is None:
        reading.keep(here, value)
        return None
    return Takeaway(
        text,
        read_quotes(*taken.of("quote"), reading),
        reading.texts(*taken.of("figures")),
        reading.texts(*taken.of("sources")),
        read_likelihood(*taken.of("likelihood"), reading),
        read_level(*taken.of("confidence"), reading),
    )


def _sentence(value: node.Mapping) -> str | None:
    """Give back a sentence with a colon, which YAML took for a key with its value."""
    entry = value.entries[0]
    rest = text_of(entry.value)
    return f"{entry.key.text}: {rest}" if rest and " " in entry.key.text.strip() else None
