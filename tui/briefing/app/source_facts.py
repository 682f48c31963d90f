"""The ledger of sources: who says what, with which grade, and what rests on each of them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.app.fact_lines import INDENT, Draw, prose, stated_lines
from briefing.app.grading import grade_words
from briefing.app.paint import fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line
from briefing.model.briefing import Briefing, Source
from briefing.model.dates import shown_date
from briefing.model.figure import Figure
from briefing.model.text import shown_line
from briefing.review.resting import only_source


def resting_on(briefing: Briefing, source: Source) -> list[str]:
    """Give what the front matter rests on a source, each in a line: figures, takeaways, dates."""
    cited = {source.id, source.name} - {None}
    resting = [shown_line(_named(one)) for one in briefing.figures if cited & set(one.sources)]
    resting += [shown_line(one.text) for one in briefing.takeaways if cited & set(one.sources)]
    dated = (one for one in briefing.dates if cited & set(one.sources))
    return [*resting, *(f"{shown_date(one.date)}: {shown_line(one.label)}" for one in dated)]


def _named(figure: Figure) -> str:
    """A figure in a line: the amount in its author's words and what it counts."""
    return " ".join(filter(None, (figure.phrase, figure.label)))


def sole_source(briefing: Briefing) -> str:
    """Say that all figures rest on one source, where they do."""
    names = {source.id: source.name for source in briefing.sources if source.id}
    alone = only_source([[names.get(cited, cited) for cited in one.sources] for one in briefing.figures])
    return f"All {len(briefing.figures)} figures rest on one source: {alone}." if alone else ""


def source_lines(briefing: Briefing, source: Source) -> Draw:
    """Draw a source: its name and grade; when it is lit, the grade in words, all else, and what rests on it."""
    grade = source.grade.signs if source.grade else "–"

    def lines(width: int, lit: bool) -> list[Line]:
        """The row of the source, and its card when it is lit."""
        sign = [ink(1, "▸", Look.ACCENT)] if lit else []
        name = fitted(INDENT, shown_line(source.name), width - INDENT - 5, Look.PLAIN)
        drawn = [Line((*sign, name, right(width - 1, grade, Look.QUIET)))]
        return [*drawn, *_card(source, resting_on(briefing, source), width)] if lit else drawn

    return lines


def _card(source: Source, resting: list[str], width: int) -> Iterator[Line]:
    """All that is said of a source; its name again where it is too long for one row."""
    if len(shown_line(source.name)) > width - INDENT - 5:
        yield from prose(source.name, width, Look.PLAIN)
    yield from prose(grade_words(source.grade), width, Look.PLAIN)
    said = {
        "descriptor": source.descriptor,
        "basis": source.basis,
        "author": source.author,
        "publisher": source.publisher,
        "type": source.type,
        "date": shown_date(source.date) if source.date else "undated",
        "accessed": shown_date(source.accessed) if source.accessed else None,
        "note": source.note,
        "link": source.url,
        "archived": source.archived,
    }
    yield from stated_lines(said, width)
    yield from prose(f"on it rest {len(resting)}:" if resting else "nothing rests on it", width, Look.QUIET)
    for text in resting:
        rows = list(prose(text, width, Look.PLAIN, indent=INDENT + 2))
        yield Line((ink(INDENT, "•", Look.ACCENT), *rows[0].inks))
        yield from rows[1:]
