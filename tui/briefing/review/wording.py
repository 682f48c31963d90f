"""Short texts with roles, put together from fields of the front matter and from words of the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.document.block import Role, Span
from briefing.document.inline import rendered
from briefing.document.references import References
from briefing.model.record import record
from briefing.model.text import shown_line


@record
class Words:
    """A text and what its parts are. All of it has passed the character policy."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __add__(self, other: Words) -> Words:
        """Put other words after these."""
        shift = len(self.text)
        moved = (replace(span, start=span.start + shift, end=span.end + shift) for span in other.spans)
        return Words(self.text + other.text, (*self.spans, *moved))

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.text.strip())


def plain(text: str, role: Role | None = None) -> Words:
    """Words that stand as they are written, such as a name."""
    return _in_role(Words(shown_line(text)), role)


_LONGEST_MARKED_UP = 8192
"""Characters beyond which a field is shown as it is written."""


def marked_up(text: str, role: Role | None = None) -> Words:
    """Words in which emphasis, code and links are rendered; everything else stands as it is written."""
    if len(text) > _LONGEST_MARKED_UP:
        return plain(text, role)
    lines = (line.strip() for line in text.split("\n"))
    return _in_role(Words(*rendered("\n".join(lines), References())), role)


def joined(parts: Iterable[Words], between: str) -> Words:
    """Words parted by others of the program's own; parts that are empty are passed over."""
    texts: list[str] = []
    spans: list[Span] = []
    length = 0
    for part in filter(None, parts):
        length += len(between) if texts else 0
        spans += (replace(span, start=span.start + length, end=span.end + length) for span in part.spans)
        texts.append(part.text)
        length += len(part.text)
    return Words(between.join(texts), tuple(spans))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a field, which blank lines part."""
    found: list[str] = []
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            lines.append(line)
        elif lines:
            found.append("\n".join(lines))
            lines = []
    return found


def _in_role(words: Words, role: Role | None) -> Words:
    """The same words, all of them in a role around those they have."""
    if role is None or not words.text:
        return words
    return Words(words.text, (Span(0, len(words.text), role), *words.spans))
