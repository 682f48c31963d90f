"""What the header and the footer say of the state of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.app.bars import WIDE, Hint, Where, label_look
from briefing.app.changing import shown_changes
from briefing.app.commands.command import Command, Context, registry
from briefing.app.keys import spoken
from briefing.app.paint import Ink, ink
from briefing.app.palette import Look
from briefing.app.panes import Pane
from briefing.model.counting import counted
from briefing.model.problem import Level
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen

_CONTEXT = {Pane.LIST: Context.LIST, Pane.TEXT: Context.TEXT, Pane.FACTS: Context.FACTS}


def where(reader: ReaderScreen) -> Where:
    """Gather what the header says."""
    reading = reader.desk.reading
    library, count = reader.browsing.caption if reader.browsing else ("", "")
    in_list = reader.panes.shown == (Pane.LIST,)
    if reading is None or in_list:
        return Where(library, count)
    section = reader.desk.section
    name = " ".join(section.text.split()) if section is not None else shown_line(reading.briefing.title)
    return Where(library, count, name, f"{reader.text.viewport.progress} %", label(reader))


def label(reader: ReaderScreen) -> str:
    """The handling label of what is open; a label of our own scale has its prefix, any other is shown as written."""
    briefing = reader.desk.reading.briefing if reader.desk.reading else None
    if briefing is None:
        return ""
    tlp = shown_line(briefing.tlp or "")
    marked = f"TLP:{tlp}" if tlp in {"RED", "AMBER", "AMBER+STRICT", "GREEN", "CLEAR"} else tlp
    return " ".join(filter(None, (shown_line(briefing.classification or ""), marked)))


def footer_hints(reader: ReaderScreen) -> list[Hint]:
    """The keys of the pane with the focus, the panes that are not shown, and where all keys are listed.

    While something is laid over the text, those that it answers to.
    """
    over = link_hints(reader)
    if over:
        return over
    if reader.desk.selecting.by_keys:
        return list(_hints_while_selecting())
    pane = reader.panes.focused_pane
    context = Context.FACETS if pane is Pane.FACTS and reader.panes.is_faceted else _CONTEXT[pane]
    own, everywhere = (list(_available(reader, one)) for one in (context, Context.ANYWHERE))
    *others, back, keys = [Hint(spoken(one.keys[0]), one.label) for one in everywhere]
    hints = [Hint(spoken(one.keys[0]), one.label) for one in own]
    keys = Hint(keys.key, keys.label, stays=True)
    leave, hidden = Hint(back.key, _back_label(reader), stays=True), list(_hidden_panes(reader))
    if context is Context.LIST:
        return [*hints, *others, *hidden, leave, keys]
    if context is Context.TEXT and reader.opening.is_at_front:
        return [leave, *hidden, Hint("Enter", "read"), Hint("c", "next"), Hint("/", "find"), *others, keys]
    return [leave, *hidden, *hints, *others, keys]


def _available(reader: ReaderScreen, context: Context) -> Iterator[type[Command]]:
    """The commands of a context that have a key to show and something to do now."""
    for command in registry().values():
        if command.label and command.keys and context in command.contexts and command.available(reader):
            yield command


def _hints_while_selecting() -> Iterator[Hint]:
    """The keys that select, copy and leave."""
    moves = ("extend-left", "extend-down", "extend-up", "extend-right", "extend-by-word", "extend-back-by-word")
    yield Hint(" ".join(registry()[name].keys[0] for name in moves), "select")
    for name, does in (("copy", "copy"), ("copy-as", "copy as …"), ("escape", "leave")):
        yield Hint(spoken(registry()[name].keys[0]), does, stays=True)


def link_hints(reader: ReaderScreen) -> list[Hint]:
    """The keys of the letters or the panel over the text; none where there is neither."""
    links = reader.links
    if not reader.text.patches:
        return []
    if links.choosing.is_on:
        does, instead = ("peek", "follow instead") if links.choosing.peeks else ("follow", "peek instead")
        return [Hint("letters", does, stays=True), Hint("p", instead), Hint("Esc", "leave", stays=True)]
    if links.panel.address:
        return [Hint("Enter", "open", stays=True), Hint("y", "copy"), Hint("Esc", "close", stays=True)]
    if links.panel.target is None:
        return []
    leads = links.going.leads_to(links.panel.target)
    on = [Hint("Enter", leads, stays=True)] if leads else []
    return [*on, Hint("p", "another"), Hint("Esc", "close", stays=True)]


def _back_label(reader: ReaderScreen) -> str:
    """What going back one level leads to."""
    browsing = reader.browsing
    if browsing is None:
        return "quit"
    if reader.panes.focused_pane is Pane.LIST:
        return "all briefings" if browsing.searched or browsing.narrowed_by else "quit"
    return "list"


def _hidden_panes(reader: ReaderScreen) -> Iterator[Hint]:
    """The panes that are not shown, with what they hold."""
    shown = reader.panes.shown
    reading = reader.desk.reading
    if Pane.FACTS not in shown and reader.panes.is_faceted:
        yield Hint("3", "facets")
    elif Pane.FACTS not in shown and reading is not None and not reader.opening.is_at_front:
        figures, sections = len(reading.briefing.figures), len(reading.sections)
        held = counted(figures, "figure") if figures else counted(sections, "section") if sections else ""
        yield Hint("3", f"facts: {held}" if held else "facts")
    if Pane.TEXT not in shown and reading is not None:
        yield Hint("2", "text")
    if Pane.LIST not in shown and reader.browsing is not None:
        yield Hint("1", "library")


def footer_notes(reader: ReaderScreen) -> list[Ink]:
    """What is found, what is wrong with the file, and how it must be handled."""
    reading, finder = reader.desk.reading, reader.desk.finder
    notes: list[Ink] = []
    if reader.desk.selecting.selection and not reader.desk.selecting.by_keys:
        notes.append(ink(0, "y copies the selection", Look.ACCENT))
    if finder is not None:
        notes.append(ink(0, f"“{shown_line(finder.words)}” {finder.status}  n N", Look.ACCENT))
    if reader.browsing is not None and reader.browsing.note:
        notes.append(ink(0, reader.browsing.note, Look.QUIET))
    if changed := shown_changes(reader):
        notes.append(ink(0, changed, Look.CHANGED))
    if reading is not None and reading.problems:
        worst = any(found.level is Level.ERROR for found in reading.problems)
        count = len(reading.problems)
        words = f"! {counted(count, 'note')}" if reader.size.width >= WIDE else f"! {count}"
        notes.append(ink(0, words, Look.ERROR if worst else Look.WARNING))
    if label(reader):
        notes.append(ink(0, label(reader), label_look(label(reader))))
    return notes
