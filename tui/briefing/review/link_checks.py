"""Whether links to other briefings and files lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.block import Role
from briefing.document.targets import ToAddress, ToFile, ToName, asked, links_of
from briefing.format.wording import clipped
from briefing.model.problem import Position, Problem, problem
from briefing.review.material import Material, Neighbours

_FIELDS = ("supersedes", "superseded_by", "related")
"""The fields that name other briefings."""


def dead_references(material: Material) -> Iterator[Problem]:
    """Find links of the text that lead to no briefing and no file; each target is said once."""
    around = material.wanted.neighbours
    if around is None:
        return
    said: set[str] = set()
    for block in material.blocks.values():
        for span in links_of(block):
            if span.role is not Role.LINK or span.target is None or span.target in said:
                continue
            said.add(span.target)
            match asked(span.role, span.target):
                case ToName(name) if not around.has_name(name):
                    yield problem("link-dead", f"[[{clipped(name)}]] matches no briefing here", at=Position(block.line))
                case ToFile(path) if not around.has_file(path):
                    yield problem("link-dead", f'there is no file "{clipped(path)}"', at=Position(block.line))


def dead_relations(material: Material) -> Iterator[Problem]:
    """Find fields that name a briefing which there is not."""
    around = material.wanted.neighbours
    if around is None:
        return
    for name in _FIELDS:
        links: tuple[str, ...] = getattr(material.briefing, name)
        for index, link in enumerate(links):
            if not _is_known(link, around):
                field = f"{name}[{index}]" if len(links) > 1 else name
                yield problem(
                    "rel-dead",
                    f'"{clipped(link)}" matches no briefing in this folder',
                    field=field,
                    at=material.place(field),
                )


def _is_known(link: str, around: Neighbours) -> bool:
    """Whether a path, an id or a `[[name]]` leads somewhere; an address of the web is not looked at."""
    match asked(Role.LINK, link.strip()):
        case ToAddress():
            return True
        case ToName(name):
            return around.has_name(name)
        case ToFile(path):
            return around.has_name(path) or around.has_file(path)
    return True
