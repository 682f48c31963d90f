"""Numbers whose comma YAML took for its own: `[1,500]` is a list of two, `{a: 11,000}` is `a: 11` and an empty key."""

from __future__ import annotations

import re

from briefing.format import node
from briefing.format.keys import is_absent
from briefing.format.node import Entry, Node, Scalar
from briefing.format.reading import Here, Reading, text_of
from briefing.format.wording import clipped
from briefing.model.pattern import pattern

_THOUSANDS = pattern("[0-9]{3}")
_HEAD = r"(?:^|[^0-9,])[0-9]{1,3}(?:,[0-9]{3}){0,10}$"
_LONGEST_NUMBER = 50
_COUNTED = ("no", "one", "two", "three", "four")


def number_text(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read the text of an amount; a list of digits is put together again, reported, and compared with nothing."""
    if not isinstance(value, node.Sequence):
        return reading.text(value, here)
    texts = [text_of(item) or "" for item in value.items]
    if len(texts) < 2 or not all(text.replace(".", "", 1).isdecimal() for text in texts):
        return reading.text(value, here)
    written = ",".join(texts)
    count = _COUNTED[len(texts)] if len(texts) < len(_COUNTED) else str(len(texts))
    reading.fault("fig-list", f"[{clipped(written)}] is a list of {count} numbers; remove the brackets", here, value)
    reading.cut.add(value.at)
    return written


def rejoined(mapping: node.Mapping, here: Here, reading: Reading) -> node.Mapping:
    """Put numbers in braces together again, each reported; a mapping without any is given back as it is.

    Of two keys `000` only the first is kept, so where one number was cut, any other of up to three digits may have lost
    its end: these are reported and left out, for what they say is not known.
    """
    entries: list[Entry] = []
    for entry in mapping:
        is_end = bool(entries) and is_absent(entry.value) and _THOUSANDS.fullmatch(entry.key.text)
        before = text_of(entries[-1].value) if is_end else None
        if before and _is_head(before):
            entries[-1] = _whole(entries[-1], f"{before},{entry.key.text}", here, reading)
        else:
            entries.append(entry)
    if len(entries) == len(mapping.entries):
        return mapping
    return node.Mapping(tuple(entry for entry in entries if not _lost_its_end(entry, here, reading)), mapping.at)


def _is_head(text: str) -> bool:
    """Whether a text ends with a number that three more digits behind a comma would continue."""
    return bool(re.search(_HEAD, text[-_LONGEST_NUMBER:]))


def _whole(entry: Entry, whole: str, here: Here, reading: Reading) -> Entry:
    """Give an entry with its number put together again."""
    message = f'{clipped(whole)} in braces is cut at the comma; write "{clipped(whole)}" in quotes'
    reading.fault("fig-list", message, here.key(entry.key.text), entry.value)
    reading.cut.add(entry.value.at)
    return Entry(entry.key, Scalar(whole, entry.value.at, quoted=True))


def _lost_its_end(entry: Entry, here: Here, reading: Reading) -> bool:
    """Whether a number beside one that was cut may be cut as well; it is then kept among the other fields."""
    text = text_of(entry.value) or ""
    if not text.isdecimal() or len(text) > 3:
        return False
    message = f"{text} may be cut at a comma, as the number beside it is; write it in quotes"
    reading.fault("fig-list", message, here.key(entry.key.text), entry.value)
    reading.keep(here.key(entry.key.text), entry.value)
    return True
