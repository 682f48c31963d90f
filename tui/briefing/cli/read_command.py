"""`briefing [PATH]`: the options for reading."""

from __future__ import annotations

import click

from briefing.cli.read import read


@click.command("read")
@click.argument("path", required=False)
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def command(path: str | None, *, no_mouse: bool) -> int:
    """Read a briefing or a library on the screen."""
    return read(path, mouse=not no_mouse)
