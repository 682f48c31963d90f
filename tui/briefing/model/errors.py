"""What the program cannot do, said in a sentence for the person who asked for it."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818  it is not an error of the program: it declines, and says why
    """Something cannot be read or done; its text is one line that says what, and what to do next."""
