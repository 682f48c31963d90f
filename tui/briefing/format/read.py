"""A file to a briefing: its bytes, its encoding, its front matter, its fields, and all that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing.format.encoding import NotText, decode, with_line_ends
from briefing.format.fields import FieldsRead, read_fields
from briefing.format.front import FrontMatter, front_matter
from briefing.format.matter import in_units
from briefing.format.source import Loaded, load
from briefing.model.briefing import Briefing, Plain, TitleOrigin
from briefing.model.problem import Problem, problem
from briefing.model.text import shown_line


def read(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> Briefing:
    """Read a file.

    Raises:
        Refusal: it cannot be read, or is no text.
    """
    return parse(load(path), os.fsdecode(path))


def parse(source: str | bytes | Loaded, path: str) -> Briefing:
    """Read a briefing from its text, its bytes, or what was loaded of a file; the path is only a name.

    Raises:
        NotText: the bytes are no text. Nothing that is inside a text raises.
    """
    text, problems = _text(source, path)
    front = front_matter(text)
    fields = read_fields(front.mapping, path=path)
    values: dict[str, Any] = {**fields.values}
    values["title"], values["title_origin"] = _title(fields, text, front.body_start, path)
    return Briefing(
        path=path,
        text=text,
        body_start=front.body_start,
        body_line=front.body_line,
        **values,
        other=_with_unread(fields.other, front),
        problems=tuple(sorted((*problems, *front.problems, *fields.problems), key=lambda it: (it.line, it.column))),
        positions=fields.positions,
        keys=fields.keys,
    )


def _text(source: str | bytes | Loaded, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a source, and what was wrong with its bytes."""
    if isinstance(source, str):
        return with_line_ends(source.removeprefix("\ufeff")), ()
    loaded = source if isinstance(source, Loaded) else Loaded(source, len(source), truncated=False)
    try:
        decoded = decode(loaded.data, truncated=loaded.truncated)
    except NotText as found:
        raise NotText(found.reason, shown_line(path)) from found
    if not loaded.truncated:
        return decoded.text, decoded.problems
    kept = in_units(len(loaded.data))
    size = f"more than {kept}" if loaded.size is None else in_units(loaded.size)
    return decoded.text, (*decoded.problems, problem("file-large", f"{size}; the first {kept} are shown"))


def _title(fields: FieldsRead, text: str, body_start: int, path: str) -> tuple[str, TitleOrigin]:
    """Give the title: of the front matter, else the first heading, else a name, else the file's without extension."""
    if stated := fields.values.get("title"):
        return str(stated), "front matter"
    from briefing.document.outline import first_heading  # noqa: PLC0415  most files do not wait for it

    if heading := first_heading(text, body_start):
        return heading, "heading"
    if fields.name:
        return fields.name, "front matter"
    return Path(path).stem, "file name"


def _with_unread(other: Mapping[str, Plain], front: FrontMatter) -> Mapping[str, Plain]:
    """Add the fields that could not be read, as they were written: nothing in the file is hidden."""
    return MappingProxyType({**front.unread, **other}) if front.unread else other
