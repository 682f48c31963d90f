"""`briefing check --fix`: what is certain is put right, shown as a diff, and written only when that is asked for."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from briefing.cli.entry import DONE, REFUSED
from briefing.cli.read import STANDARD_INPUT
from briefing.cli.sources import Unread, read_all
from briefing.cli.writer import Part, Writer, errors
from briefing.document.block import Role
from briefing.format.source import load
from briefing.library.durable import replace_file
from briefing.model.counting import counted
from briefing.model.errors import Refusal
from briefing.model.pattern import pattern
from briefing.model.record import record
from briefing.review.fixes import fixed

_LINE_END = pattern("(\r\n|\r|\n)")
_MARK = "\ufeff"


@record
class Fix:
    """A file, as it is and as it would be."""

    path: str
    before: str
    """With `\\n` for line ends."""
    after: str


def fix(paths: Sequence[str], writer: Writer, *, write: bool) -> int:
    """Show what can be put right in files, and write it where that is wanted; give the exit status.

    Raises:
        Refusal: the standard input cannot be written to.
    """
    if write and STANDARD_INPUT in paths:
        raise Refusal("standard input cannot be written to; name a file")
    changed = unread = 0
    for found in _fixes(paths):
        if isinstance(found, Unread):
            unread += 1
            errors().line(f"briefing: {found.reason}")
        elif found.after != found.before:
            changed += 1
            _print_diff(writer, found)
            if write:
                _write(found)
    files = counted(changed, "file")
    if changed:
        errors().line(f"briefing: {files} changed" if write else f"briefing: {files} to change; --write does it")
    return REFUSED if unread else DONE


def _fixes(paths: Sequence[str]) -> Iterator[Fix | Unread]:
    """Read files, and whole folders of them, and put right what is certain."""
    for path in paths:
        for read in read_all(path):
            yield read if isinstance(read, Unread) else Fix(read.path, read.text, fixed(read.text, read.path))


def _print_diff(writer: Writer, found: Fix) -> None:
    """Print a unified diff; what was changed stands in the lines up to the last that differ."""
    before, after = found.before.split("\n"), found.after.split("\n")
    last = max(index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)
    end = last + 4
    diff = unified_diff(before[:end], after[:end], found.path, found.path, lineterm="")
    for line in diff:
        role = Role.STRONG if line[:1] in "+-" and line[:3] not in ("+++", "---") else Role.DIM
        writer.line(Part(line, role))


def _write(found: Fix) -> None:
    """Give the file its new lines; its line ends, its mark and its mode stay.

    Raises:
        Refusal: it is no UTF-8, has been changed meanwhile, or cannot be written.
    """
    path = Path(found.path).resolve()
    loaded = load(path)
    try:
        text = loaded.data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(f"{found.path}: is not UTF-8; it was left as it is") from None
    mark = _MARK if text.startswith(_MARK) else ""
    parts = _LINE_END.split(text.removeprefix(_MARK))
    if loaded.truncated or "\n".join(parts[::2]) != found.before:
        raise Refusal(f"{found.path}: has been changed meanwhile; it was left as it is")
    parts[::2] = found.after.split("\n")
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        replace_file(path, (mark + "".join(parts)).encode("utf-8"), mode)
    except OSError as fault:
        raise Refusal(f"{found.path}: cannot be written: {fault.strerror or fault}") from None
