"""What a kind of briefing should hold beyond what every one must: asked for by name, and never more than a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing.model.briefing import Briefing
from briefing.model.counting import counted
from briefing.model.problem import Problem, problem
from briefing.review.material import Material

_FEWEST, _MOST = 2, 5
"""Takeaways of a sitrep."""

Wish = tuple[str, Callable[[Briefing], str | None]]
"""A field, and what says of a briefing that the field is not as it should be; None where it is."""


def _takeaways(briefing: Briefing) -> str | None:
    """Count the takeaways."""
    count = len(briefing.takeaways)
    if _FEWEST <= count <= _MOST:
        return None
    found = counted(count, "item") if count else "none"
    return f"{found}; a sitrep has {_FEWEST}\u2013{_MOST}"


def _figures(briefing: Briefing) -> str | None:
    """Look for a figure."""
    return None if briefing.figures else "none; a sitrep has at least 1"


def _image(briefing: Briefing) -> str | None:
    """Look for an image that is told in words."""
    if briefing.image is None:
        return "none; a sitrep has one, with alt"
    return None if briefing.image.alt else "no alt; a sitrep tells its image in words"


def _period(briefing: Briefing) -> str | None:
    """Look for the time that is covered."""
    return None if briefing.period else "none; a sitrep says which days it covers, as 2024-06-17/2024-06-20"


PROFILES: Mapping[str, tuple[Wish, ...]] = {
    "sitrep": (("takeaways", _takeaways), ("figures", _figures), ("image", _image), ("period", _period)),
}
"""What each profile wishes for. A sitrep is what OCHA's Digital Situation Reports are made of, with its period."""


def wishes(material: Material) -> Iterator[Problem]:
    """Say what a briefing lacks of the profile that is asked for."""
    for field, unmet in PROFILES.get(material.wanted.profile or "", ()):
        message = unmet(material.briefing)
        if message:
            yield problem("profile", message, field=field, at=material.place(field))
