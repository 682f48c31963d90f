"""The Textual program: the one room that knows Textual."""

from __future__ import annotations


def run(target: str | None = None, *, mouse: bool = True) -> int:
    """Read a file, a folder, standard input (`-`) or the reader's own library on the screen.

    Returns:
        The exit status: 0, 1 after a fault of the program, 128 and the number of the signal that ended it.

    Raises:
        Refusal: the target cannot be read.
    """
    from briefing.app import garbage  # noqa: PLC0415  whoever asks only for the name pays nothing

    garbage.put_off()
    from briefing.app.start import start  # noqa: PLC0415  most of what takes time is imported by it

    return start(target, mouse=mouse)
