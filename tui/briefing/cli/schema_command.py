"""`briefing schema`: the JSON Schema of the front matter, for editors."""

from __future__ import annotations

import click

from briefing.cli.entry import DONE
from briefing.cli.writer import output


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of the front matter, with which an editor completes and checks it.

    Example: briefing schema > briefing.schema.json
    """
    from briefing.format.schema import schema  # noqa: PLC0415  the help needs none of it

    output().data(schema())
    return DONE
