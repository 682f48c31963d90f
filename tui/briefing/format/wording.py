"""How the messages about front matter quote the file, and how they write what to write instead."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.problem import Problem
from briefing.model.text import shown_line

_EXCERPT = 60


def clipped(text: str) -> str:
    """Shorten an excerpt, and show its characters as the screen would."""
    seen = shown_line(text)
    return seen if len(seen) <= _EXCERPT else seen[: _EXCERPT - 1].rstrip() + "…"


def missing_space(text: str) -> str:
    """Say that a line was meant as a field and is none."""
    return f'"{clipped(text)}" has no space after the colon, so it is not a field'


def read_as_block(value: str) -> str:
    """Say that a number with a sign before it begins a block of text in YAML."""
    words = ""
    if value[0] == ">":
        words = f", or {'at least' if value[1:2] == '=' else 'over'} {clipped(value.lstrip('>= '))}"
    return f"YAML reads {value[0]} as a block. Write {advice(value)} in quotes{words}"


def unread(fault: Problem, key: str) -> Problem:
    """Say of a fault that the field with it is not read."""
    return replace(fault, field=clipped(key), message=f"{fault.message}; the field is shown as written")


def advice(value: str) -> str:
    """Write a value in quotation marks, shortened, as an example of what to write."""
    text = clipped(unquoted(value))
    return f'"{text}"' if '"' not in text and "\\" not in text else quoted(text)


def quoted(value: str) -> str:
    """Put a text in quotation marks in which nothing has a meaning but the mark itself (YAML 1.1, single quotes)."""
    return "'" + value.replace("'", "''") + "'"


def unquoted(value: str) -> str:
    """Take off one pair of quotation marks around the whole."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
