"""Links and images. CommonMark 0.31.2, sections 6.3 and 6.4 and its appendix "A parsing strategy"."""

from __future__ import annotations

from briefing.document import asides
from briefing.document.block import Role
from briefing.document.links import LABEL, MAX_LABEL, inline_target, normalized
from briefing.document.writer import Bracket, Writer


def opening(writer: Writer, position: int, start: int) -> int | None:
    """`[` or `![`: a wikilink, a reference to a note or source, or what may become a link."""
    source = writer.source
    image = source[start] == "!"
    if image and not source.startswith("[", start + 1):
        return None
    writer.text(source[position:start])
    after = start + 1 + image
    end = asides.wikilink(writer, after - 1, image=image)
    if end is None and not image:
        end = asides.note(writer, start)
    if end is not None:
        return end
    if writer.brackets:
        writer.brackets[-1].nested = True
    runs, spans = len(writer.delimiters), len(writer.spans)
    writer.brackets.append(Bracket(len(writer.parts), after, image=image, delimiters=runs, spans=spans))
    writer.parts.append(source[start:after])
    return after


def closing(writer: Writer, position: int, start: int) -> int | None:
    """`]`: the end of a link's or an image's text, if a target follows or its label is defined."""
    if not writer.brackets:
        return None
    writer.text(writer.source[position:start])
    bracket = writer.brackets.pop()
    outer = len(writer.brackets)
    may_begin = bracket.image or outer >= writer.without_links
    writer.without_links = min(writer.without_links, outer)
    found = _target(writer, bracket, start) if may_begin else None
    if found is None:
        writer.parts.append("]")
        return start + 1
    target, end = found
    writer.pair_from(bracket.delimiters)
    inside = writer.spans[bracket.spans :]  # an image has plain words, a link no links
    writer.spans[bracket.spans :] = [] if bracket.image else [span for span in inside if span[2] is not Role.LINK]
    writer.parts[bracket.part] = ""
    role = Role.IMAGE if bracket.image else Role.LINK
    writer.spans.append((bracket.part + 1, len(writer.parts), role, target))
    if not bracket.image:
        writer.without_links = outer
    return end


def _target(writer: Writer, bracket: Bracket, start: int) -> tuple[str, int] | None:
    """Where the link leads whose text ends with the `]` at `start`, and where all of it ends."""
    source = writer.source
    inline = inline_target(source, start + 1)
    if inline:
        return inline[0], inline[2]
    label = LABEL.match(source, start + 1) if source.startswith("[", start + 1) else None
    if label and len(label.group()) > 2:
        name, end = label.group(1), label.end()
    elif bracket.nested or start - bracket.after > MAX_LABEL:
        return None
    else:
        name, end = source[bracket.after : start], label.end() if label else start + 1
    target = writer.references.link(normalized(name)) if name.strip() else None
    return None if target is None else (target, end)
