"""All commands, by importing the modules that declare them; their order is the order of the help page."""

from briefing.app.commands import facts, file, finding, library, moving, panes, program, text, typing

__all__ = ["facts", "file", "finding", "library", "moving", "panes", "program", "text", "typing"]
