"""A fault of the program itself, as it is told to the reader: where it was, and nothing of what is being read."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from briefing.model.text import shown_text

_INTRODUCTION = """\
briefing stopped because of a fault of its own.
Please report it with these lines; they hold nothing of what you read."""


def fault_report(fault: BaseException) -> str:
    """Say what kind of fault it was and where it was met, with its causes, the first cause first.

    The fault's own words and the values of variables are left out: they may hold the text of a briefing.
    """
    lines = [line for one in reversed(list(_chain(fault))) for line in _lines(one)]
    return shown_text("\n".join((_INTRODUCTION, *lines, "")))


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """The fault, then what led to it."""
    seen: set[int] = set()
    following: BaseException | None = fault
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _lines(fault: BaseException) -> Iterator[str]:
    """The places that a fault passed through, the last one first met, and its kind."""
    for frame in traceback.extract_tb(fault.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"    {frame.line}"
    yield type(fault).__qualname__
