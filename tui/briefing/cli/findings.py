"""What `briefing check` finds: the problems of each file that can be read, and what cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.cli.neighbours import Around, Folder
from briefing.cli.read import STANDARD_INPUT
from briefing.cli.sources import Unread, is_folder, read_all
from briefing.model.briefing import Briefing
from briefing.model.problem import Problem
from briefing.model.record import record
from briefing.review.inspect import every_problem, inspect
from briefing.review.material import Wanted
from briefing.review.page import text_of


@record
class Finding:
    """A problem, with the file that it is in."""

    path: str
    problem: Problem
    source: str
    """The line of the file on which it is, without its end; empty where the file has no such line."""


def findings(paths: Iterable[str], wanted: Wanted) -> Iterator[Finding | Unread]:
    """Check files, and whole folders of them, one after the other."""
    for path in paths:
        folder = _folder(path)
        for read in read_all(path):
            if isinstance(read, Unread):
                yield read
            else:
                around = Around(folder, read.path) if folder else None
                yield from _of_one(read, replace(wanted, neighbours=around))


def _folder(path: str) -> Folder | None:
    """The folder in which links are looked up: the one that is named, else that of the file; a stream has none."""
    if path == STANDARD_INPUT:
        return None
    return Folder(path if is_folder(path) else os.path.dirname(path) or ".")  # noqa: PTH120  a path as text


def _of_one(briefing: Briefing, wanted: Wanted) -> Iterator[Finding]:
    """All problems of a briefing, those that need its text among them."""
    lines: list[str] | None = None
    for problem in every_problem(briefing, inspect(briefing, text_of(briefing), wanted)):
        lines = lines if lines is not None else briefing.text.split("\n")
        source = lines[problem.line - 1] if problem.line <= len(lines) else ""
        yield Finding(briefing.path, problem, source)
