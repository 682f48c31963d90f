"""Whether the sources of a briefing are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document.block import Block
from briefing.model.briefing import Briefing
from briefing.model.problem import Problem, problem
from briefing.review.material import Material

REFERENCE = "source:"
"""What the target of a reference to a source begins with; its id follows."""


def unused(material: Material) -> Iterator[Problem]:
    """Find sources with an id that no field and no place of the text cites."""
    cited = {*_cited_in_fields(material.briefing), *_cited_in_text(material.blocks.values())}
    for index, source in enumerate(material.briefing.sources):
        if source.id and source.id not in cited and source.name not in cited:
            at = material.place(f"sources[{index}]")
            yield problem("src-unused", f'"{source.id}" is cited by nothing', field=f"sources[{index}]", at=at)


def _cited_in_fields(briefing: Briefing) -> Iterator[str]:
    """The sources that figures, takeaways and dates name."""
    for figure in briefing.figures:
        yield from figure.sources
        for observation in (*([figure.previous] if figure.previous else []), *figure.series):
            yield from observation.sources
    for takeaway in briefing.takeaways:
        yield from takeaway.sources
    for stated in briefing.dates:
        yield from stated.sources


def _cited_in_text(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids of sources that the text refers to."""
    for block in blocks:
        for span in block.spans:
            if span.target and span.target.startswith(REFERENCE):
                yield span.target.removeprefix(REFERENCE)
