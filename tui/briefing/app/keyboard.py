"""The driver that draws on the terminal and reads its keys, made to outlive bytes that are no keys."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

PAUSE = 0.1
"""Seconds between two looks whether the program has ended, or an escape has stayed alone."""
MOST = 4096
"""Bytes that are read at once."""
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a pasted text (XTerm Control Sequences, bracketed paste mode)."""


class KeyboardDriver(LinuxDriver):
    """Textual's driver for terminals, but for two things that Textual's own fails on.

    A byte that is not UTF-8 is read as U+FFFD, instead of ending the program: such bytes come from terminals in
    another encoding, and from old mouse reports in columns beyond the 95th. An escape within a pasted text is left
    out, since Textual takes what follows it for keys: a text that somebody pastes must not run commands.
    """

    def run_input_thread(self) -> None:
        """Read what is typed and post it as events, until the program ends."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        pastes = Pastes()
        while not self.exit_event.is_set():
            if select((self.fileno,), (), (), PAUSE)[0]:
                text = pastes.without_escapes(decode(os.read(self.fileno, MOST)))
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)


class Pastes:
    """Follows what is typed through the pastes in it."""

    def __init__(self) -> None:
        """Begin outside a paste."""
        self._inside = False
        self._tail = ""
        """What may be the beginning of the next mark; within a paste it has not been given yet."""

    def without_escapes(self, typed: str) -> str:
        """Give what was typed without the escapes in pasted texts; keys are never held back."""
        given = 0 if self._inside else len(self._tail)
        rest, self._tail = self._tail + typed, ""
        parts: list[str] = []
        while rest:
            mark = PASTED if self._inside else PASTE
            text, found, rest = rest.partition(mark)
            if not found:
                self._tail = text[_certain(text, mark) :]
            if self._inside:
                text = text.removesuffix(self._tail).replace("\x1b", "")
            parts += (text, found)
            self._inside ^= bool(found)
        return "".join(parts)[given:]


def _certain(text: str, mark: str) -> int:
    """How much of a text stands before what may be the beginning of a mark."""
    return next((len(text) - size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), len(text))
