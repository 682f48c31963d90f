"""`briefing list`: one line for each briefing of a folder."""

from __future__ import annotations

from collections.abc import Sequence

import click

from briefing.cli.entry import DONE
from briefing.cli.export import VERSION, Json, plain
from briefing.cli.library import library_path
from briefing.cli.sources import Unread, is_folder, read_all
from briefing.cli.table import Column, print_table
from briefing.cli.writer import errors, output
from briefing.document.block import Role
from briefing.library.entry import Entry, entry, sorted_entries
from briefing.model.dates import shown_date
from briefing.model.errors import Refusal

_COLUMNS = (
    Column(Role.DIM, widest=24),
    Column(Role.STRONG, widest=48),
    Column(widest=24),
    Column(Role.DIM, right=True),
    Column(Role.DIM),
)
"""Date, title, byline, number of figures, path."""


@click.command("list")
@click.argument("path", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(path: str | None, *, as_json: bool) -> int:
    """List the briefings of a folder, the newest first: date, title, byline, number of figures, path.

    Columns are aligned on a terminal and parted by tabs elsewhere. Without PATH, the library is listed.
    """
    named = path if path is not None else library_path()
    entries, paths = _entries(named)
    writer = output()
    if as_json:
        writer.data({"version": VERSION, "briefings": [_record(line, paths[line.path]) for line in entries]})
    elif entries:
        print_table(writer, _COLUMNS, [_row(line, paths[line.path]) for line in entries])
    if not entries:
        errors().line(f"briefing: there are no briefings in {named}; a briefing is a file that ends in .md")
    return DONE


def _entries(named: str) -> tuple[Sequence[Entry], dict[str, str]]:
    """The lines of the list, and their paths as a person would name them, by the absolute ones.

    Raises:
        Refusal: a single file was named, and it cannot be read.
    """
    entries: list[Entry] = []
    paths: dict[str, str] = {}
    for read in read_all(named):
        if isinstance(read, Unread):
            if not is_folder(named):
                raise Refusal(read.reason)
            errors().line(f"briefing: {read.reason}")
        else:
            line = entry(read, named)
            entries.append(line)
            paths[line.path] = read.path
    return sorted_entries(entries), paths


def _row(line: Entry, path: str) -> tuple[str, ...]:
    """The columns of one line."""
    date = shown_date(line.date) if line.date else "undated"
    return date, line.title, ", ".join(line.byline), str(line.figures), path


def _record(line: Entry, path: str) -> dict[str, Json]:
    """One line as plain data."""
    return {
        "path": path,
        "title": line.title,
        "date": plain(line.date),
        "byline": plain(line.byline),
        "figures": line.figures,
    }
