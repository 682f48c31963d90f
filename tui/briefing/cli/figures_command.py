"""`briefing figures`: the key figures of a library, a row each, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import click

from briefing.cli.entry import DONE, FOUND_FAULT
from briefing.cli.export import VERSION, Json
from briefing.cli.figure_choice import chosen
from briefing.cli.figure_output import csv_rows, difference_record, print_differences, print_rows, row_record
from briefing.cli.library import found_by, library_path, up_to_date
from briefing.cli.search_command import MOST, understood
from briefing.cli.sources import is_folder, named_from, read_briefing
from briefing.cli.writer import Writer, errors, output
from briefing.library.query_tree import Query
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal
from briefing.model.figure import Figure
from briefing.review.differ import differences
from briefing.review.figure_rows import FigureRow, figure_rows, in_order
from briefing.review.inspect import inspect
from briefing.review.page import text_of


@click.command("figures")
@click.argument("query", required=False)
@click.option("--in", "folder", metavar="PATH", help="The folder, or one briefing; the library if not stated.")
@click.option("--track", metavar="T", help="Only the figures of this track.")
@click.option("--differ", is_flag=True, help="Only where briefings differ, the two sides of it together.")
@click.option("--json", "as_json", is_flag=True, help="Print all that is known, as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet (RFC 4180).")
def command(
    query: str | None, *, folder: str | None, track: str | None, differ: bool, as_json: bool, as_csv: bool
) -> int:
    """List the key figures of the briefings that answer QUERY, or of all, by track and date.

    Where QUERY names figures, as figure:troops>1000, only those are listed. Two briefings differ when their amounts of
    one track, for one time, exclude each other. The exit status is 1 when nothing is found.

    Example: briefing figures figure:troops --csv
    """
    if as_json and as_csv:
        raise Refusal("--json and --csv exclude each other")
    if as_csv and differ:
        raise Refusal("--differ gives pairs, which a table of figures cannot hold; use --json")
    named = folder if folder is not None else library_path()
    rows = in_order(_rows(named, understood(query) if query else Query(""), track))
    found: Iterable[object] = differences(rows) if differ else rows
    form = _as_csv if as_csv else _as_json if as_json else _as_text
    form(output(), rows, differ)
    if not found:
        what = "no briefings differ" if differ else "no figures"
        errors().line(f"briefing: {what} in {named}" + (f" among what answers {query}" if query else ""))
    return DONE if found else FOUND_FAULT


def _rows(named: str, query: Query, track: str | None) -> Iterator[FigureRow]:
    """The rows of the figures that are asked for."""
    is_asked = chosen(query.tree)
    for path, briefing in _briefings(named, query):
        if any(_wanted(figure, is_asked, track) for figure in briefing.figures):
            for row in figure_rows(briefing, inspect(briefing, text_of(briefing)), path):
                if _wanted(row.figure, is_asked, track):
                    yield row


def _wanted(figure: Figure, is_asked: Callable[[Figure], bool], track: str | None) -> bool:
    """Whether a figure is asked for."""
    return (track is None or figure.track == track) and is_asked(figure)


def _briefings(named: str, query: Query) -> Iterator[tuple[str, Briefing]]:
    """Read the briefings that are asked for, each with its name; what cannot be read is said and left out."""
    if not is_folder(named):
        if query:
            raise Refusal(f"{named}: is not a folder, and only a folder can be searched")
        yield named, read_briefing(named)
        return
    with up_to_date(named) as index:
        entries = [found.entry for found in found_by(index, query, MOST)] if query else index.entries()
    for entry in entries:
        if entry.refusal:
            errors().line(f"briefing: {entry.refusal}")
        elif entry.figures:
            try:
                yield named_from(named, entry.path), read_briefing(entry.path)
            except Refusal as refusal:  # it went away, or changed into something else, since it was listed
                errors().line(f"briefing: {refusal}")


def _as_text(writer: Writer, rows: list[FigureRow], differ: bool) -> None:
    """Print lines."""
    if differ:
        print_differences(writer, differences(rows))
    elif rows:
        print_rows(writer, rows)


def _as_json(writer: Writer, rows: list[FigureRow], differ: bool) -> None:
    """Print one object."""
    name = "differences" if differ else "figures"
    records: list[Json] = (
        [difference_record(one) for one in differences(rows)] if differ else [row_record(row) for row in rows]
    )
    writer.data({"version": VERSION, name: records})


def _as_csv(writer: Writer, rows: list[FigureRow], differ: bool) -> None:  # noqa: ARG001  the shape of all forms
    """Print a table with a head."""
    writer.csv(csv_rows(rows))
