"""A briefing to begin with: its front matter with a remark beside each field, and nothing made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from briefing.model.text import shown_line

_SHORT = ("byline", "date", "as_of", "takeaways", "figures", "sources", "topics")
"""The fields of a short briefing, behind its title."""

REMARKS: Mapping[str, str] = {
    "subtitle": "one line below the title",
    "byline": "who wrote it: a name, or {name, role, organization, bio}",
    "publisher": "a name, or {name, url}",
    "date": "of publication",
    "updated": "of the last change that matters",
    "as_of": "date of the state described; holds for every figure that has none of its own",
    "period": "what it covers: 2024-06-17/2024-06-20",
    "next": "when the next one is due",
    "expires": "after which it should not be relied on",
    "series": "name of a series",
    "number": "which one of it this is",
    "id": "a name for links: letters, digits, . _ -",
    "type": "news, briefing, sitrep, flash, assessment, analysis, incident or bulletin",
    "status": "draft, usable, withheld, canceled, corrected, superseded or final",
    "language": "en, pt-BR; decides how numbers are read",
    "tlp": "RED, AMBER+STRICT, AMBER, GREEN or CLEAR; without it there is no banner",
    "classification": "shown as you write it",
    "embargo": "2024-07-08T18:00+02:00, with the zone",
    "estimative": "icd203, phia or ipcc: whose words of likelihood are used",
    "confidence": "high, moderate or low, or {level, basis}",
    "summary": "the whole matter for those who read no further",
    "takeaways": "a list of the few sentences to leave with",
    "figures": "a list: `- over 400 trucks: waiting`, or {value, unit, label, as_of, source, track, quote}",
    "dates": "a list of dates that matter: `- 2024-07-08: the bridge is closed`",
    "sources": "a list of names, or of {id, name, url, date, grade}",
    "topics": "[roads, rivers]",
    "places": "a list of names, or of {name, code}",
    "location": "the dateline",
    "image": "{src, alt, caption, credit}",
    "corrections": "a list of texts, or of {date, text}",
    "related": 'a path, an id, or "[[name]]"',
    "supersedes": "the same: what this one takes the place of",
    "superseded_by": "the same: what takes its place",
    "url": "address of the original",
    "based_on": "what the text was taken from",
    "license": "a name, or {name, url}",
}
"""What to write in each field but the title, in the order in which they are written."""


def template(title: str, day: date, *, full: bool = False) -> str:
    """Write a briefing without text.

    Args:
        title: one line.
        day: its date.
        full: whether every field is there, else those of a short one.
    """
    lines = ["---", f"title: {_scalar(title)}"]
    for name in REMARKS if full else _SHORT:
        stated = day.isoformat() if name in ("date", "as_of") else ""
        lines.append(f"{f'{name}: {stated}':<20} # {REMARKS[name]}")
    return "\n".join([*lines, "---", "", ""])


def _scalar(text: str) -> str:
    """A text as a value of YAML, in double quotes: in these nothing has a meaning but the quote and the backslash."""
    escaped = shown_line(text).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
