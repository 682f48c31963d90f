"""All commands, by importing the modules that declare them; their order is the order of the help page."""

from briefing.app.commands import (
    copying,
    facts,
    figures,
    file,
    finding,
    lens,
    library,
    links,
    moving,
    news,
    panes,
    program,
    selecting,
    tables,
    text,
    typing,
)

__all__ = [
    "copying",
    "facts",
    "figures",
    "file",
    "finding",
    "lens",
    "library",
    "links",
    "moving",
    "news",
    "panes",
    "program",
    "selecting",
    "tables",
    "text",
    "typing",
]
