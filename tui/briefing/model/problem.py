"""A fault in a file, as a value that travels with the briefing."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.record import record


class Level(StrEnum):
    """How much a problem matters to who reads or sends the briefing."""

    ERROR = "error"
    """The value cannot be used."""
    WARNING = "warning"
    """The value is used, but it says something its author may not mean."""
    INFO = "info"
    """Worth knowing."""


CODES: dict[str, Level] = {
    "fm-yaml": Level.ERROR,
    "fm-colon": Level.ERROR,
    "fm-gt": Level.ERROR,
    "fm-tab": Level.ERROR,
    "fm-unclosed": Level.WARNING,
    "fm-dup": Level.WARNING,
    "fm-nospace": Level.WARNING,
    "fm-control": Level.WARNING,
    "fm-comment": Level.WARNING,
    "fm-size": Level.ERROR,
    "key-near": Level.INFO,
    "type-list": Level.ERROR,
    "date-ambiguous": Level.ERROR,
    "date-invalid": Level.ERROR,
    "date-order": Level.WARNING,
    "date-zone": Level.WARNING,
    "fig-none": Level.WARNING,
    "fig-comma": Level.WARNING,
    "fig-m": Level.WARNING,
    "fig-range": Level.ERROR,
    "fig-list": Level.ERROR,
    "fig-label": Level.WARNING,
    "fig-unit": Level.WARNING,
    "fig-change": Level.WARNING,
    "fig-asof": Level.INFO,
    "fig-future": Level.WARNING,
    "quote-missing": Level.ERROR,
    "quote-many": Level.WARNING,
    "quote-number": Level.WARNING,
    "quote-qualifier": Level.INFO,
    "quote-case": Level.INFO,
    "take-number": Level.INFO,
    "take-term": Level.WARNING,
    "src-unknown": Level.WARNING,
    "src-unused": Level.INFO,
    "src-dup": Level.ERROR,
    "grade-bad": Level.ERROR,
    "tlp-bad": Level.ERROR,
    "tlp-white": Level.INFO,
    "status-unknown": Level.INFO,
    "est-mixed": Level.WARNING,
    "est-rows": Level.WARNING,
    "est-unknown": Level.ERROR,
    "img-alt": Level.WARNING,
    "link-dead": Level.WARNING,
    "note-missing": Level.WARNING,
    "byline-name": Level.ERROR,
    "byline-orcid": Level.WARNING,
    "byline-affiliation": Level.INFO,
    "id-form": Level.ERROR,
    "lang-tag": Level.WARNING,
    "period-order": Level.ERROR,
    "conf-prob": Level.ERROR,
    "profile": Level.WARNING,
    "rel-dead": Level.WARNING,
    "enc-bytes": Level.ERROR,
    "enc-binary": Level.ERROR,
    "file-large": Level.WARNING,
    "chrome": Level.INFO,
    "text-hidden": Level.WARNING,
    "number-loose": Level.INFO,
}
"""Every code a problem may have, with its level: the table of the format's description, section 7."""


@record
class Position:
    """A place in the file as an editor counts it: both numbers start at 1, columns in code points."""

    line: int
    column: int = 1


_BEGINNING = Position(1)


@record
class Problem:
    """One thing found wrong in a file, with its place and what to write instead."""

    level: Level
    code: str
    field: str
    """The field as the author would name it, `figures[0].value`; empty where no field is concerned."""
    line: int
    column: int
    message: str
    """What was found and what to write, without the field and the place."""


def problem(code: str, message: str, *, field: str = "", at: Position = _BEGINNING) -> Problem:
    """Make the problem of this code, of the whole file where no place is given; its level is the code's."""
    return Problem(CODES[code], code, field, at.line, at.column, message)
