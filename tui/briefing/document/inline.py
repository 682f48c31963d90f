"""The inside of a paragraph, heading or cell: its plain text as rendered, and what its parts mean.

CommonMark 0.31.2, chapter 6, with the additions of GitHub and Obsidian that the reader knows. One pass from left to
right; every search that may fail is remembered, so that the time stays linear on hostile text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from briefing.document import asides, html
from briefing.document.addresses import address_start, mail_address, web_address
from briefing.document.block import Role, Span
from briefing.document.emphasis import Delimiter, delimiter, pair
from briefing.document.entities import ESCAPABLE, REFERENCE, character_reference
from briefing.document.links import LABEL, MAX_LABEL, inline_target, normalized
from briefing.document.references import References
from briefing.model.text import shown_text

_SPECIAL = re.compile(r"[\\`*\[\]<&\n~_!={%]")
_SPECIAL_OR_ADDRESS = re.compile(r"[\\`*\[\]<&\n~_!={%@:.]")
_TICKS = re.compile("`+")
_SPACES = re.compile("  +")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_MAIL_AUTOLINK = re.compile(
    r"<([\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>",
    re.ASCII,
)


@cache
def _wide_break() -> re.Pattern[str]:
    """A line end between two Chinese or Japanese characters."""
    wide = "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uff60]"
    return re.compile(f"(?<={wide})\n(?={wide})")


class _Bracket:
    """A `[` or `![` that may begin a link or an image.

    Args:
        part: which part of the text it is.
        after: where its text begins in the source.
        image: whether it is `![`.
        delimiters: how many runs stood before it.
        spans: how many spans were known before it.
    """

    __slots__ = ("active", "after", "delimiters", "image", "nested", "part", "spans")

    def __init__(self, part: int, after: int, *, image: bool, delimiters: int, spans: int) -> None:
        self.part = part
        self.after = after
        self.image = image
        self.delimiters = delimiters
        self.spans = spans
        self.active = True
        self.nested = False
        """Whether another bracket was opened inside it."""


def rendered(source: str, references: References) -> tuple[str, tuple[Span, ...]]:
    r"""The plain text of inline Markdown and its spans, outer before inner.

    Args:
        source: lines without the spaces at their beginnings and ends; `\n` between them.
        references: the definitions that links and footnotes may refer to.
    """
    if "\n" in source:
        source = _joined(source)
    special = _SPECIAL
    if "@" in source or "://" in source or "www." in source or "WWW." in source:
        special = _SPECIAL_OR_ADDRESS
    if special.search(source) is None and "  " not in source:
        return visible(source), ()
    return _Inline(source, references, special).render()


def _joined(source: str) -> str:
    """Lines as one where all their ends are soft; not where an end may tell one HTML tag or target from another."""
    if "  \n" in source or "\\\n" in source or "<" in source:
        return source
    if not source.isascii():
        source = _wide_break().sub("", source)
    return source.replace(" \n", " ").replace("\n", " ")


def visible(text: str) -> str:
    """A text of one line as it may be shown."""
    if text.isascii() and text.isprintable():
        return text
    return shown_text(text).replace("\t", " ")


class _Inline:
    """One run over an inline text.

    The text grows as a list of parts. What an opening sign means is known only when it is closed, so it is a part of
    its own that is emptied then; spans count parts until the end.
    """

    def __init__(self, source: str, references: References, special: re.Pattern[str]) -> None:
        self.source = source
        self.references = references
        self.parts: list[str] = []
        self.spans: list[tuple[int, int, Role, str | None]] = []
        self._special = special
        self._delimiters: list[Delimiter] = []
        self._numbered = 0
        self._brackets: list[_Bracket] = []
        self._tags: list[tuple[str, int, str]] = []
        self._absent: set[str] = set()
        self._ticks: dict[int, list[int]] | None = None

    def render(self) -> tuple[str, tuple[Span, ...]]:
        """Read the source and put the text together."""
        source, search = self.source, self._special.search
        position = sought = 0  # where text not yet added begins, and where to look on
        while found := search(source, sought):
            start = found.start()
            handler = _HANDLERS[source[start]]
            end = handler(self, position, start)
            if end is None:
                sought = start + 1
            else:
                position = sought = end
        self.text(source[position:])
        pair(self._delimiters, 0, self._mark)
        for _, part, tag in self._tags:
            self.parts[part] = tag
            self.spans.append((part, part + 1, Role.HTML, None))
        return self._assembled()

    def _assembled(self) -> tuple[str, tuple[Span, ...]]:
        """The parts as one text, the spans in its characters."""
        parts = self.parts
        text = "".join(parts)
        if not (text.isascii() and text.isprintable()) and visible(text) != text:
            parts = [part if part == "\n" else visible(part) for part in parts]
            text = "".join(parts)
        if not self.spans:
            return text, ()
        places = [0, *accumulate(map(len, parts))]
        spans = [
            Span(places[first], places[last], role, target)
            for first, last, role, target in reversed(self.spans)
            if places[first] < places[last]
        ]
        spans.sort(key=lambda span: (span.start, -span.end))
        return text, tuple(spans)

    def text(self, text: str) -> None:
        """Add literal text."""
        if text:
            self.parts.append(_SPACES.sub(" ", text) if "  " in text else text)

    def add(self, text: str, role: Role | None = None, target: str | None = None) -> None:
        """Add a part as it stands, with a role."""
        if role is not None:
            self.spans.append((len(self.parts), len(self.parts) + 1, role, target))
        self.parts.append(text)

    def find_end(self, sign: str, start: int) -> int:
        """Where a sign next stands, or -1; that it does not come again is remembered."""
        if sign in self._absent:
            return -1
        found = self.source.find(sign, start)
        if found < 0:
            self._absent.add(sign)
        return found

    def line_end(self, position: int, start: int) -> int:
        """A soft line end is a space, none between Chinese or Japanese characters; a hard one ends the line."""
        before = self.source[position:start]
        kept = before.rstrip(" ")
        self.text(kept)
        if len(before) - len(kept) >= 2:
            self.parts.append("\n")
        elif not _wide_break().match(self.source, start):
            self.parts.append(" ")
        return start + 1

    def escape(self, position: int, start: int) -> int | None:
        """A backslash before punctuation or a line end."""
        escaped = self.source[start + 1 : start + 2]
        if escaped == "\n":
            self.text(self.source[position:start])
            self.parts.append("\n")
            return start + 2
        if escaped not in ESCAPABLE:
            return None
        self.text(self.source[position:start])
        self.parts.append(escaped)
        return start + 2

    def reference(self, position: int, start: int) -> int | None:
        """A character reference."""
        found = REFERENCE.match(self.source, start)
        if found is None:
            return None
        self.text(self.source[position:start])
        self.parts.append(character_reference(found).replace("\n", " "))
        return found.end()

    def code(self, position: int, start: int) -> int:
        """A code span, or backticks that begin none."""
        opening = _TICKS.match(self.source, start)
        assert opening is not None  # the sign that was found is a backtick
        self.text(self.source[position:start])
        after = opening.end()
        closing = self._closing_ticks(after - start, after)
        if closing < 0:
            self.parts.append(opening.group())
            return after
        content = self.source[after:closing].replace("\n", " ")
        if content[:1] == content[-1:] == " " and content.strip(" "):
            content = content[1:-1]
        self.add(content, Role.CODE)
        return closing + after - start

    def _closing_ticks(self, length: int, start: int) -> int:
        """Where the next run of so many backticks begins, or -1."""
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(_TICKS.finditer(self.source))):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        runs = self._ticks.get(length, [])
        while runs and runs[-1] < start:
            runs.pop()
        return runs[-1] if runs else -1

    def run(self, position: int, start: int) -> int | None:
        """A run of `*`, `_`, `~` or `=`."""
        source, end = self.source, start + 1
        sign, size = source[start], len(source)
        while end < size and source[end] == sign:
            end += 1
        made = delimiter(source, start, end, self._numbered)
        if made is None:
            return None if end - start == 1 else self._literal(position, end)
        self.text(source[position:start])
        made.part = len(self.parts)
        self._delimiters.append(made)
        self._numbered += 1
        self.parts.append(source[start:end])
        return end

    def _literal(self, position: int, end: int) -> int:
        """Signs that mean nothing."""
        self.text(self.source[position:end])
        return end

    def _mark(self, opener: Delimiter, closer: Delimiter, used: int, role: Role) -> None:
        """Take the signs of a pair out of the text and give what is between them its role."""
        self.parts[opener.part] = opener.sign * (opener.count - used)
        self.parts[closer.part] = closer.sign * (closer.count - used)
        self.spans.append((opener.part + 1, closer.part, role, None))

    def open_bracket(self, position: int, start: int) -> int | None:
        """`[` or `![`: a wikilink, a reference to a note or source, or what may become a link."""
        image = self.source[start] == "!"
        if image and not self.source.startswith("[", start + 1):
            return None
        self.text(self.source[position:start])
        after = start + 1 + image
        end = asides.wikilink(self, after - 1, image=image)
        if end is None and not image:
            end = asides.note(self, start)
        if end is not None:
            return end
        if self._brackets:
            self._brackets[-1].nested = True
        self._brackets.append(
            _Bracket(len(self.parts), after, image=image, delimiters=len(self._delimiters), spans=len(self.spans))
        )
        self.parts.append(self.source[start:after])
        return after

    def close_bracket(self, position: int, start: int) -> int | None:
        """`]`: the end of a link's or an image's text, if a target follows or its label is defined."""
        if not self._brackets:
            return None
        self.text(self.source[position:start])
        bracket = self._brackets.pop()
        found = self._target(bracket, start) if bracket.active else None
        if found is None:
            self.parts.append("]")
            return start + 1
        target, end = found
        pair(self._delimiters, bracket.delimiters, self._mark)
        inside = self.spans[bracket.spans :]  # an image has plain words, a link no links
        self.spans[bracket.spans :] = [] if bracket.image else [span for span in inside if span[2] is not Role.LINK]
        self.parts[bracket.part] = ""
        self.spans.append((bracket.part + 1, len(self.parts), Role.IMAGE if bracket.image else Role.LINK, target))
        if not bracket.image:
            for outer in self._brackets:
                outer.active = outer.active and outer.image
        return end

    def _target(self, bracket: _Bracket, start: int) -> tuple[str, int] | None:
        """Where the link leads whose text ends with the `]` at `start`, and where all of it ends."""
        inline = inline_target(self.source, start + 1)
        if inline:
            return inline[0], inline[2]
        label = LABEL.match(self.source, start + 1) if self.source.startswith("[", start + 1) else None
        if label and len(label.group()) > 2:
            name, end = label.group(1), label.end()
        elif bracket.nested or start - bracket.after > MAX_LABEL:
            return None
        else:
            name, end = self.source[bracket.after : start], label.end() if label else start + 1
        target = self.references.link(normalized(name)) if name.strip() else None
        return None if target is None else (target, end)

    def angle(self, position: int, start: int) -> int | None:
        """`<`: an address or HTML."""
        found = _AUTOLINK.match(self.source, start) or _MAIL_AUTOLINK.match(self.source, start)
        if found:
            self.text(self.source[position:start])
            address = found.group(1)
            self.add(address, Role.LINK, address if found.re is _AUTOLINK else f"mailto:{address}")
            return found.end()
        return self._tag(position, start) or self._declaration(position, start)

    def _tag(self, position: int, start: int) -> int | None:
        """An HTML tag: one that a reader knows gives its content a role, any other is shown as it is written."""
        found = html.TAG.match(self.source, start)
        if found is None:
            return None
        self.text(self.source[position:start])
        asides.tag(self, self._tags, found.group().replace("\n", " "))
        return found.end()

    def _declaration(self, position: int, start: int) -> int | None:
        """Comments are hidden; instructions, declarations and character data are shown as they are written."""
        for beginning, ending in html.DECLARATIONS:
            if not self.source.startswith(beginning, start):
                continue
            if beginning == "<!" and not self.source[start + 2 : start + 3].isalpha():
                return None
            after = start + len(beginning)
            end = self.find_end(ending, after) + len(ending) if ending else after
            if end < after:
                return None
            self.text(self.source[position:start])
            if not beginning.startswith("<!--"):
                self.add(self.source[start:end].replace("\n", " "), Role.HTML)
            return end
        return None

    def web(self, position: int, at: int) -> int | None:
        """A bare web address, at the `:` or the `.` after its beginning."""
        start = address_start(self.source, position, at)
        end = None if start is None else web_address(self.source, start, in_brackets=bool(self._brackets))
        if start is None or end is None:
            return None
        self.text(self.source[position:start])
        address = self.source[start:end]
        self.add(address, Role.LINK, address if "://" in address[:8] else f"http://{address}")
        return end

    def mail(self, position: int, start: int) -> int | None:
        """A bare mail address."""
        found = mail_address(self.source, position, start)
        if found is None:
            return None
        first, end = found
        self.text(self.source[position:first])
        address = self.source[first:end]
        self.add(address, Role.LINK, address if address.lower().startswith("mailto:") else f"mailto:{address}")
        return end

    def hidden(self, position: int, start: int) -> int | None:
        """`%%`: a comment of Obsidian's, when it begins a word and ends."""
        if not self.source.startswith("%%", start):
            return None
        end = asides.comment_end(self, start)
        if end is not None:
            self.text(self.source[position:start])
        return end

    def template(self, position: int, start: int) -> int | None:
        """`{{ … }}` and `{% … %}`: what another tool would fill in, shown as written."""
        end = asides.template_end(self, start)
        if end is not None:
            self.text(self.source[position:start])
            self.add(self.source[start:end].replace("\n", " "), Role.DIM)
        return end


_Handler = Callable[[_Inline, int, int], int | None]

_HANDLERS: dict[str, _Handler] = {
    "\n": _Inline.line_end,
    "\\": _Inline.escape,
    "&": _Inline.reference,
    "`": _Inline.code,
    "!": _Inline.open_bracket,
    "[": _Inline.open_bracket,
    "]": _Inline.close_bracket,
    "<": _Inline.angle,
    "{": _Inline.template,
    "%": _Inline.hidden,
    "@": _Inline.mail,
    **dict.fromkeys("*_~=", _Inline.run),
    **dict.fromkeys(":.", _Inline.web),
}
