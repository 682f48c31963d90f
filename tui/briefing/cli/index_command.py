"""`briefing index`: the state of a library's search index, or a new one in its place."""

from __future__ import annotations

import click

from briefing.cli.entry import DONE
from briefing.cli.export import VERSION, Json
from briefing.cli.library import library_path, up_to_date
from briefing.cli.sources import is_folder
from briefing.cli.table import Column, print_table
from briefing.cli.writer import errors, output
from briefing.document.block import Role
from briefing.library.folders import cache_folder
from briefing.library.index_state import IndexState, forget_index, index_state
from briefing.model.counting import counted
from briefing.model.errors import Refusal


@click.command("index")
@click.argument("path", required=False)
@click.option("--rebuild", is_flag=True, help="Make the index anew; it holds nothing that is not in the files.")
@click.option("--json", "as_json", is_flag=True, help="Print the state as JSON.")
def command(path: str | None, *, rebuild: bool, as_json: bool) -> int:
    """Show the state of the search index of a folder: where it is, how much it has, its size, when it was written.

    The index is kept in the cache folder and follows the files by itself. Without PATH, that of the library is shown.
    """
    named = path if path is not None else library_path()
    if not is_folder(named):
        raise Refusal(f"{named}: is not a folder")
    if rebuild:
        forget_index(named, cache_folder())
        with up_to_date(named) as index:
            count = len(index.listing())
        if not as_json:
            output().line(f"{counted(count, 'briefing')} indexed")
            return DONE
    state = index_state(named, cache_folder())
    if state.problem:
        errors().line(f"briefing: {state.problem}")
    if as_json:
        output().data({"version": VERSION, "library": named, **_record(state)})
    else:
        print_table(output(), (Column(Role.DIM), Column()), [("library", named), *_rows(state)])
    return DONE


def _rows(state: IndexState) -> list[tuple[str, str]]:
    """The state as lines: what is told, and what it is."""
    waiting = state.briefings - state.indexed
    said = f", {waiting:,} to be read at the next start or search" if waiting else ", all of them"
    written = state.written.astimezone().strftime("%Y-%m-%d %H:%M:%S") if state.written else "never"
    return [
        ("index", str(state.path)),
        ("briefings", f"{state.briefings:,}"),
        ("indexed", f"{state.indexed:,}{said if state.briefings else ''}"),
        ("size", f"{state.size / 1e6:,.1f} MB"),
        ("written", written),
    ]


def _record(state: IndexState) -> dict[str, Json]:
    """The state as plain data."""
    return {
        "index": str(state.path),
        "briefings": state.briefings,
        "indexed": state.indexed,
        "size": state.size,
        "written": state.written.isoformat(timespec="seconds") if state.written else None,
    }
