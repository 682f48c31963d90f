"""`briefing list`: one line for each briefing of a folder."""

from __future__ import annotations

import click

from briefing.cli.entry import DONE, FOUND_FAULT
from briefing.cli.export import VERSION, Json, plain
from briefing.cli.library import found_by, library_path, up_to_date
from briefing.cli.search_command import MOST, understood
from briefing.cli.sources import is_folder, named_from, read_briefing
from briefing.cli.table import Column, print_table
from briefing.cli.writer import errors, output
from briefing.document.block import Role
from briefing.library.entry import Entry, entry, sorted_entries
from briefing.library.query_tree import Query
from briefing.model.dates import shown_date
from briefing.model.errors import Refusal
from briefing.model.record import record

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
@click.option("--query", "-q", metavar="QUERY", help="Only what answers QUERY, which is as for search.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N briefings, the newest.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(path: str | None, *, query: str | None, limit: int | None, as_json: bool) -> int:
    """List the briefings of a folder, the newest first: date, title, byline, number of figures, path.

    Columns are aligned on a terminal and parted by tabs elsewhere. Without PATH, the library is listed. With a query
    the exit status is 1 when nothing answers it.
    """
    sought = understood(query) if query is not None else None
    named = path if path is not None else library_path()
    if is_folder(named):
        found = _of_folder(named, sought)[:limit]
    elif sought:
        raise Refusal(f"{named}: is not a folder, and only a folder can be searched")
    else:
        found = [_Listed(named, entry(read_briefing(named), named))]
    writer = output()
    if as_json:
        writer.data({"version": VERSION, "briefings": [_record(one) for one in found]})
    elif found:
        print_table(writer, _COLUMNS, [_row(one) for one in found])
    if found:
        return DONE
    if sought:
        errors().line(f"briefing: nothing in {named} answers {query}")
        return FOUND_FAULT
    errors().line(f"briefing: there are no briefings in {named}; a briefing is a file that ends in .md")
    return DONE


@record
class _Listed:
    """A line of the list."""

    path: str
    """As a person would name it who named the folder."""
    entry: Entry


def _of_folder(folder: str, query: Query | None) -> list[_Listed]:
    """The briefings of a folder, or those that answer a query, the newest first; what cannot be read is said."""
    with up_to_date(folder) as index:
        entries = [found.entry for found in found_by(index, query, MOST)] if query else index.entries()
    entries = [*sorted_entries(entries)]
    for refusal in (one.refusal for one in entries if one.refusal):
        errors().line(f"briefing: {refusal}")
    return [_Listed(named_from(folder, one.path), one) for one in entries if not one.refusal]


def _row(one: _Listed) -> tuple[str, ...]:
    """The columns of one line."""
    line = one.entry
    date = shown_date(line.date) if line.date else "undated"
    return date, line.title, ", ".join(line.byline), str(line.figures), one.path


def _record(one: _Listed) -> dict[str, Json]:
    """One line as plain data."""
    line = one.entry
    return {
        "path": one.path,
        "title": line.title,
        "date": plain(line.date),
        "byline": plain(line.byline),
        "figures": line.figures,
    }
