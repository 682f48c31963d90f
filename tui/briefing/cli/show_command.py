"""`briefing show`: a briefing printed as it stands on the screen, or as plain data."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence

import click

from briefing.cli.entry import DONE
from briefing.cli.sources import is_folder, read_briefing
from briefing.cli.writer import output
from briefing.document.block import Role
from briefing.document.document import Document
from briefing.document.layout import lay_out
from briefing.document.runs import runs
from briefing.library.clock import today
from briefing.model.briefing import Briefing
from briefing.model.errors import Refusal
from briefing.review.page import page

MEASURE = 76
"""The widest line of prose where no width is asked for, in columns."""

_NARROWEST, _WIDEST = 10, 1000

Mark = tuple[int, int, Role]


@click.command("show")
@click.argument("path")
@click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    metavar="N",
    help="Columns of a line; at most 76 unless stated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all that is known of it, as JSON.")
def command(path: str, *, width: int | None, as_json: bool) -> int:
    """Print a briefing; - is standard input."""
    if is_folder(path):
        raise Refusal(f"{path}: is a folder; name a file, or use briefing list")
    briefing = read_briefing(path)
    document = page(briefing, today())
    if as_json:
        _print_data(briefing, document)
    else:
        _print_rows(briefing, document, width or min(MEASURE, shutil.get_terminal_size().columns))
    return DONE


def _print_data(briefing: Briefing, document: Document) -> None:
    """Print what the front matter says and what follows from it."""
    from briefing.cli.export import briefing_data  # noqa: PLC0415  rows need none of it
    from briefing.review.inspect import inspect  # noqa: PLC0415  rows need none of it

    output().data(briefing_data(briefing, inspect(briefing, document), document.sections()))


def _print_rows(briefing: Briefing, document: Document, width: int) -> None:
    """Print the rows of the screen, one after the other."""
    writer = output()
    marks = _passages(briefing, document) if writer.colour else {}
    for index, block in enumerate(document):
        rows = lay_out(block, width)
        for row in rows if index else rows[block.gap :]:
            writer.row(runs(block, row, marks.get(block.offset, ())), row.role)


def _passages(briefing: Briefing, document: Document) -> Mapping[int, Sequence[Mark]]:
    """The passages of figures by the offset of their block, to be marked where marks can be seen."""
    marks: dict[int, list[Mark]] = {}
    if briefing.figures:
        from briefing.review.inspect import inspect  # noqa: PLC0415  only where marks can be seen

        for anchors in inspect(briefing, document).anchors:
            for anchor in anchors:
                marks.setdefault(anchor.block, []).append((anchor.start, anchor.end, Role.FIGURE))
    return marks
