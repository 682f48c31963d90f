"""`briefing new`: a file to begin a briefing with."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.entry import DONE
from briefing.cli.writer import output
from briefing.document.outline import slug
from briefing.format.template import template
from briefing.library.clock import today
from briefing.model.errors import Refusal

_LONGEST_NAME = 80
"""Characters of a file's name that are taken from the title."""


@click.command("new")
@click.argument("title")
@click.option(
    "--in", "folder", metavar="PATH", default=".", help="The folder that it is put into; this one if not stated."
)
@click.option("--full", is_flag=True, help="Write every field, not only those of a short briefing.")
def command(title: str, *, folder: str, full: bool) -> int:
    """Write a briefing to begin with, called after its TITLE, and print its path; a file that is there stays.

    Each field has a remark that says what to write. Fields that are left empty count as absent.

    Example: briefing new 'Bridge at Orle closed to trucks'
    """
    if not title.strip():
        raise Refusal("the title is empty; give a title in quotation marks")
    path = Path(folder, f"{_name(title)}.md")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template(title, today(), full=full))
    except FileExistsError:
        raise Refusal(f"{path}: is there already; nothing was written") from None
    except OSError as fault:
        raise Refusal(f"{path}: cannot be written: {fault.strerror or fault}") from None
    output().line(str(path))
    return DONE


def _name(title: str) -> str:
    """A file name made of a title: its words, parted by hyphens."""
    words = [word for word in slug(" ".join(title.split()))[:_LONGEST_NAME].split("-") if word]
    return "-".join(words) or "briefing"
