"""The driver that draws on the terminal and reads its keys, made to outlive bytes that are no text."""

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


class KeyboardDriver(LinuxDriver):
    """Textual's driver for terminals, but that a byte which is not UTF-8 is read as U+FFFD.

    Textual's own fails on it and ends the program. Such bytes come from terminals in another encoding, and from old
    mouse reports in columns beyond the 95th.
    """

    def run_input_thread(self) -> None:
        """Read what is typed and post it as events, until the program ends."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select((self.fileno,), (), (), PAUSE)[0]:
                text = decode(os.read(self.fileno, MOST))
                for event in parser.feed(text) if text else ():
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
