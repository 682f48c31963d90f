"""What can be put right in front matter with certainty: dates as EDTF, an old name of a label, missing quotation marks.

A fix changes a few characters of one line and nothing else, so that comments, order and layout stay as they are. One
is only made where it is seen to be right: read again, the file says the same and has fewer faults.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from briefing.format.dates import stated_date
from briefing.format.read import parse
from briefing.format.wording import quoted
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem
from briefing.model.record import record

_MOST = 100
"""Values of one file that are tried with quotation marks."""
_UNQUOTED = frozenset(("fm-colon", "fm-gt", "fm-yaml"))
"""Faults that quotation marks may mend."""
_FIELD = pattern(r"(?P<before>[ \t]*+(?:-[ \t]++)*+(?:[^\s:#'\"\[{&*!|>@`%-][^:]*+:[ \t]++)?+)(?P<value>\S.*)")
_STANDS_ALONE = pattern(r"\s*(?:$|[\]},:]|#|['\"]\s*(?:$|[\]},:]|\s#))")
"""What may follow a value."""
_OLD_LABEL = pattern(r"['\"]?\s*(?:TLP:\s*)?(?P<label>WHITE)\b", re.IGNORECASE)


@record
class Edit:
    """A few characters of one line, and what they become."""

    line: int
    """From 1."""
    start: int
    """Characters before them."""
    old: str
    new: str


def fixed(text: str, path: str) -> str:
    r"""Give a file with all fixes made.

    Args:
        text: the whole of it, with `\n` for line ends.
        path: its name.
    """
    briefing = parse(text, path)
    tried: set[Edit] = set()
    while len(tried) < _MOST and (mended := _mended(briefing, tried)):
        briefing = mended
    for edits in (tuple(_dates(briefing)), tuple(_labels(briefing))):
        changed = parse(_with(briefing.text, edits), path) if edits else briefing
        if _says_no_less(changed, briefing) and _same_dates(changed, briefing):
            briefing = changed
    return briefing.text


def _mended(briefing: Briefing, tried: set[Edit]) -> Briefing | None:
    """Read the file again with one more value in quotation marks, where that mends a fault; None where nothing does."""
    lines = briefing.text.split("\n", briefing.body_line)
    for fault in briefing.problems:
        edit = (
            _in_quotes(lines[fault.line - 1], fault) if fault.code in _UNQUOTED and fault.line <= len(lines) else None
        )
        if edit and edit not in tried:
            tried.add(edit)
            changed = parse(_with(briefing.text, (edit,)), briefing.path)
            if len(changed.problems) < len(briefing.problems) and _says_no_less(changed, briefing):
                return changed
    return None


def _in_quotes(line: str, fault: Problem) -> Edit | None:
    """Put the value of a line in quotation marks; None where it may have some, or where a remark may follow it."""
    found = _FIELD.fullmatch(line.rstrip())
    if found is None or not found["before"].strip():
        return None
    value = found["value"]
    if value[0] in "'\"[{|&*!#" or " #" in value or "\t#" in value:
        return None
    plain = '"' not in value and "\\" not in value
    return Edit(fault.line, len(found["before"]), value, f'"{value}"' if plain else quoted(value))


def _dates(briefing: Briefing) -> Iterator[Edit]:
    """Write dates that stand in other words as EDTF, the extended format of ISO 8601-2."""
    lines = briefing.text.split("\n", briefing.body_line)
    for field, stated in _stated(briefing):
        at = briefing.positions.get(field)
        if at is None or not stated.edtf or stated.edtf == stated.text or "\n" in stated.text:
            continue
        if stated_date(stated.text).edtf == stated.edtf and at.line <= len(lines):
            yield from _replaced(lines[at.line - 1], at, stated.text, stated.edtf)


def _replaced(line: str, at: Position, old: str, new: str) -> Iterator[Edit]:
    """Replace a value at its place, with quotation marks around it or without."""
    start = at.column - 1
    start += line[start : start + 1] in ("'", '"')
    if line.startswith(old, start) and _STANDS_ALONE.match(line, start + len(old)):
        yield Edit(at.line, start, old, new)


def _stated(briefing: Briefing) -> Iterator[tuple[str, StatedDate]]:
    """All dates of a briefing with their fields."""
    for field in dataclasses.fields(briefing):
        if "kind" in field.metadata:
            yield from _dates_in(field.name, getattr(briefing, field.name))


def _dates_in(field: str, value: object) -> Iterator[tuple[str, StatedDate]]:
    """The dates in a value of the model with their fields."""
    if isinstance(value, StatedDate):
        yield field, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _dates_in(f"{field}[{index}]", item)
    elif dataclasses.is_dataclass(value):
        for inner in dataclasses.fields(value):
            yield from _dates_in(f"{field}.{inner.name}", getattr(value, inner.name))


def _labels(briefing: Briefing) -> Iterator[Edit]:
    """Write the label `CLEAR` by the name that it has in the Traffic Light Protocol 2.0."""
    lines = briefing.text.split("\n", briefing.body_line)
    for found in briefing.problems:
        if found.code == "tlp-white" and found.line <= len(lines):
            label = _OLD_LABEL.match(lines[found.line - 1], found.column - 1)
            if label:
                new = "clear" if label["label"].islower() else "CLEAR"
                yield Edit(found.line, label.start("label"), label["label"], new)


def _with(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with these edits made."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: (one.line, one.start), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.new + line[edit.start + len(edit.old) :]
    return "\n".join(lines)


def _says_no_less(changed: Briefing, before: Briefing) -> bool:
    """Whether a changed file has no fault that it did not have, and still has every field."""
    faults = {(found.code, found.line) for found in before.problems}
    if not all((found.code, found.line) in faults for found in changed.problems):
        return False
    names = [field.name for field in dataclasses.fields(before) if "kind" in field.metadata]
    return all(getattr(changed, name) for name in names if getattr(before, name))


def _same_dates(changed: Briefing, before: Briefing) -> bool:
    """Whether both state the same dates."""
    return [(field, one.edtf) for field, one in _stated(changed)] == [
        (field, one.edtf) for field, one in _stated(before)
    ]
