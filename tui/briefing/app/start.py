"""Starting: what is opened, in which program, on which terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.app.program import BriefingApp
from briefing.app.reading import Reading, opened, opened_text
from briefing.app.terminal import ended_by_signals, forget_terminal, has_hung_up, keys_from_terminal
from briefing.format.source import load_stream
from briefing.library.clock import today
from briefing.library.settings import load_settings

STANDARD_INPUT = "-"


def start(target: str | None, *, mouse: bool) -> int:
    """Open the target on the screen and return the exit status.

    Raises:
        Refusal: the target cannot be read.
    """
    loaded = load_settings()
    day = today()
    reading: Reading | None = None
    root: Path | None = None
    if target == STANDARD_INPUT:
        reading = opened_text(load_stream(sys.stdin.buffer), "standard input", day)
        keys_from_terminal()
    elif target is not None and not Path(target).is_dir():
        reading = opened(target, day)
    else:
        from briefing.library.where import library  # noqa: PLC0415  a single file needs no library

        root = Path(target) if target is not None else library(loaded.settings).path
    file = target if reading is not None and target != STANDARD_INPUT else None
    app = BriefingApp(loaded.settings, day, reading=reading, file=file, root=root)
    app.first_words = loaded.problem
    with ended_by_signals(app.end):
        app.run(mouse=mouse)
        if has_hung_up():
            forget_terminal()
    return app.finish()
