"""`briefing check`: what is wrong with briefings, each with its place and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from briefing.cli.entry import DONE, FOUND_FAULT, REFUSED
from briefing.cli.export import VERSION, Json, plain
from briefing.cli.sources import Unread, read_all
from briefing.cli.writer import Part, Writer, errors, output
from briefing.document.block import Role
from briefing.model.briefing import Briefing
from briefing.model.problem import Level, Problem
from briefing.review.inspect import every_problem, inspect
from briefing.review.page import text_of


@dataclass(slots=True)
class _Tally:
    """What was found so far, in all files."""

    found_errors: bool = False
    unread: list[Unread] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The exit status: what cannot be read weighs more than what is wrong with the rest."""
        if self.unread:
            return REFUSED
        return FOUND_FAULT if self.found_errors else DONE


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
def command(paths: tuple[str, ...], *, as_json: bool) -> int:
    """Say what is wrong with briefings, files or whole folders of them.

    A line of the output is path:line:column: level: field: text [code]. The exit status is 1 where there are errors,
    2 where something cannot be read, else 0.
    """
    writer, tally = output(), _Tally()
    records: list[Json] = []
    for path in paths:
        for read in read_all(path):
            if isinstance(read, Unread):
                tally.unread.append(read)
                errors().line(f"briefing: {read.reason}")
                continue
            for problem in _problems(read):
                tally.found_errors |= problem.level is Level.ERROR
                if as_json:
                    records.append({"path": read.path, **_record(problem)})
                else:
                    _print(writer, read.path, problem)
    if as_json:
        unread: list[Json] = [{"path": one.path, "reason": one.reason} for one in tally.unread]
        writer.data({"version": VERSION, "problems": records, "unread": unread})
    return tally.status


def _problems(briefing: Briefing) -> tuple[Problem, ...]:
    """All problems of a briefing, those that need its text among them."""
    return every_problem(briefing, inspect(briefing, text_of(briefing)))


def _record(problem: Problem) -> dict[str, Json]:
    """A problem as plain data."""
    record = plain(problem)
    if not isinstance(record, dict):
        raise TypeError("a problem is written as an object")
    return record


def _print(writer: Writer, path: str, problem: Problem) -> None:
    """Print a problem on one line."""
    where = f"{path}:{problem.line}:{problem.column}: "
    field = f"{problem.field}: " if problem.field else ""
    writer.line(
        where, Part(problem.level, problem.level), f": {field}{problem.message} ", Part(f"[{problem.code}]", Role.DIM)
    )
