"""Going from change to change in a text that was read before, and from briefing to briefing on the front page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.document.block import Place
from briefing.model.counting import counted

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


def has_changes(reader: ReaderScreen) -> bool:
    """Whether there is a change to go to; while a text is not looked through yet, there may be."""
    reading = reader.desk.reading
    if reading is None:
        return False
    return reader.opening.is_at_front or reading.inspection is None or reading.since is not None


def to_change(reader: ReaderScreen, steps: int) -> None:
    """Go to the next change, or to the one before; after the last comes the first."""
    if reader.opening.is_at_front:
        reader.library.front.step(steps)
        return
    reader.desk.inspect_now()
    reading = reader.desk.reading
    if reading is None or reading.since is None:
        reader.tell("Nothing is known to have changed in it since you read it.")
    elif not reading.since.signs:
        reader.tell("None of its paragraphs is known to have changed; the facts say what did.")
    else:
        _go_to(reader, _next(reader, list(reading.since.signs), steps))


def _next(reader: ReaderScreen, changed: list[int], steps: int) -> int:
    """The offset of the change to go to: after the one that was gone to while it is in sight, else from here on."""
    viewport, lit = reader.text.viewport, reader.text.marks.change_lit
    if lit in changed and viewport.shows(Place(lit)):
        return changed[(changed.index(lit) + steps) % len(changed)]
    order = {block.offset: number for number, block in enumerate(viewport.document or ())}
    here = order[viewport.rows[0].block.offset] if viewport.rows else 0
    after = [offset for offset in changed if order[offset] >= here]
    if steps > 0:
        return after[0] if after else changed[0]
    return changed[len(changed) - len(after) - 1]


def _go_to(reader: ReaderScreen, offset: int) -> None:
    """Bring a change to the top and light its sign."""
    reader.opening.keep_place(reader.opening.here)
    reader.text.marks = replace(reader.text.marks, change_lit=offset)
    reader.desk.to_place(Place(offset))


def shown_changes(reader: ReaderScreen) -> str:
    """How many changes there are, and which one was gone to, in a few words; empty where there are none."""
    reading = reader.desk.reading
    if reading is None or reading.since is None:
        return ""
    changed, lit = list(reading.since.signs), reader.text.marks.change_lit
    if not changed:
        return "◐ changed"
    if lit in changed and reader.text.viewport.shows(Place(lit)):
        return f"◐ {changed.index(lit) + 1:,} of {len(changed):,}  c C"
    return f"◐ {counted(len(changed), 'change')}  c C"
