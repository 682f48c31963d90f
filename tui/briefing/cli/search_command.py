"""`briefing search`: passages of the briefings of a folder, each with its section."""

from __future__ import annotations

from collections.abc import Iterable

import click

from briefing.cli.entry import DONE, FOUND_FAULT
from briefing.cli.export import VERSION, Json
from briefing.cli.library import found_by, library_path, up_to_date
from briefing.cli.sources import named_from
from briefing.cli.writer import Part, Writer, errors, output
from briefing.document.block import Role
from briefing.library.index import Found, Passage
from briefing.library.query import parse_query
from briefing.library.query_tree import Query
from briefing.model.dates import shown_date
from briefing.model.errors import Refusal

MOST = 10_000
"""Briefings that are printed at most where no limit is stated."""


@click.command("search")
@click.argument("query")
@click.option("--in", "folder", metavar="PATH", help="The folder to search; the library if not stated.")
@click.option("--limit", type=click.IntRange(1), default=MOST, metavar="N", help="At most N briefings, the best.")
@click.option("--json", "as_json", is_flag=True, help="Print what is found as JSON.")
def command(query: str, *, folder: str | None, limit: int, as_json: bool) -> int:
    """Find passages in the briefings of a folder; all words of QUERY are needed, in any order.

    QUERY is what is typed on the screen: "a phrase", begin*, -not, OR, title:word, tag:word, any field as key:value,
    date>=2025-06, figure:troops>1000, is:unread.

    On a pipe each line is path:line, section and passage, parted by tabs. The exit status is 1 when nothing is found.
    """
    named = folder if folder is not None else library_path()
    sought = understood(query)
    with up_to_date(named) as index:
        answers = found_by(index, sought, limit)
    writer = output()
    if as_json:
        writer.data(
            {"version": VERSION, "query": query, "hits": [hit for found in answers for hit in _records(found, named)]}
        )
    elif writer.terminal:
        _print_for_reader(writer, answers, named)
    else:
        _print_for_program(writer, answers, named)
    if not answers:
        errors().line(f"briefing: nothing in {named} answers {query}")
    return DONE if answers else FOUND_FAULT


def understood(text: str) -> Query:
    """Read the query.

    Raises:
        Refusal: there is nothing to seek in it, or a mistake.
    """
    query = parse_query(text)
    for mistake in query.mistakes:
        raise Refusal(f"in the query, at character {mistake.start + 1}: {mistake.message}")
    if not query:
        raise Refusal("the query is empty; give a word to look for")
    return query


def _path(found: Found, folder: str) -> str:
    """Name a file as a person would who named the folder."""
    return named_from(folder, found.entry.path)


def _print_for_program(writer: Writer, answers: Iterable[Found], folder: str) -> None:
    """Print a line for each passage; one for the title where nothing else was found."""
    for found in answers:
        path = _path(found, folder)
        for passage in found.passages:
            writer.record((f"{path}:{passage.line or 1}", passage.section, passage.text))
        if not found.passages:
            writer.record((f"{path}:1", "", found.entry.title))


def _print_for_reader(writer: Writer, answers: Iterable[Found], folder: str) -> None:
    """Print each briefing, then its passages with the words marked."""
    for index, found in enumerate(answers):
        if index:
            writer.line()
        date = f"  {shown_date(found.entry.date)}" if found.entry.date else ""
        about = Part(f"{date}  {_path(found, folder)}", Role.DIM)
        writer.line(*_marked(found.entry.title, found.title_marks, Role.STRONG), about)
        for passage in found.passages:
            place = f"line {passage.line}" if passage.line else "front matter"
            section = f"{passage.section} \u00b7 " if passage.section else ""
            writer.line("  ", Part(f"{section}{place}", Role.DIM))
            writer.line("    ", *_marked(passage.text, passage.marks))


def _marked(text: str, marks: tuple[tuple[int, int], ...], role: str = "") -> list[Part]:
    """A text in parts, those marked that answer the query."""
    parts, done = [], 0
    for start, end in marks:
        parts += [Part(text[done:start], role), Part(text[start:end], Role.HIT)]
        done = end
    return [*parts, Part(text[done:], role)]


def _records(found: Found, folder: str) -> list[Json]:
    """The hits of one briefing as plain data: its passages, or itself where only its title answers the query."""
    about: dict[str, Json] = {"path": _path(found, folder), "title": found.entry.title, "score": f"{found.score:.3f}"}
    if not found.passages:
        return [{**about, "section": None, "line": None, "passage": None}]
    return [{**about, **_place(passage)} for passage in found.passages]


def _place(passage: Passage) -> dict[str, Json]:
    """Where a passage stands, and its words."""
    return {"section": passage.section or None, "line": passage.line or None, "passage": passage.text}
