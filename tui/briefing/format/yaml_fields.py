"""The fields of YAML front matter that the parser is needed for: read whole, or as far as faults allow."""

from __future__ import annotations

from dataclasses import field

from briefing.format.node import Mapping, Scalar
from briefing.format.stretch import Stretch
from briefing.format.tree import placed
from briefing.format.wording import missing_space
from briefing.format.yaml_events import Unparsed
from briefing.format.yaml_notes import NO_SPACE
from briefing.format.yaml_tree import Composer, Unbounded
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record


@record
class Fields:
    """What was read between the dashes; no mapping where it is not front matter."""

    mapping: Mapping | None
    problems: tuple[Problem, ...] = ()
    unread: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, stretch: Stretch) -> Fields:
        """Read the lines between the dashes."""
        try:
            return cls._whole(stretch)
        except Unbounded as bound:
            message = f"{bound}; it is shown as text"
            return cls(None, (problem("fm-size", message, field="front matter", at=Position(stretch.line)),))

    @classmethod
    def _whole(cls, stretch: Stretch) -> Fields:
        """Read a block that has no faults, or save what can be saved of it."""
        composer = Composer()
        try:
            root = composer.compose(stretch)
        except Unparsed:
            from briefing.format.yaml_salvage import salvage  # noqa: PLC0415  few files have faults

            saved = salvage(stretch)
            if saved is None:
                return cls(None)
            mapping = Mapping(tuple(saved.entries), Position(stretch.line))
            return cls(mapping, placed(saved.problems, mapping), saved.unread)
        if isinstance(root, Mapping):
            return cls(root, placed(composer.problems, root))
        if isinstance(root, Scalar) and NO_SPACE.match(root.text):
            return cls(None, (problem("fm-nospace", missing_space(root.text), field="front matter", at=root.at),))
        return cls(None)
