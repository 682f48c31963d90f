"""Roles to styles: the one table that decides how anything looks, for every theme and for none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from briefing.document.block import Role
from briefing.model.record import record


class Look(StrEnum):
    """How parts of the program's own furniture look; texts of a briefing have roles instead."""

    PLAIN = "plain"
    QUIET = "quiet"
    CAPTION = "caption-look"
    """The heading of a group in a pane."""
    LIT = "lit"
    """What leads in a pane that has the focus."""
    ACCENT = "accent"
    """What can be acted on."""
    STRONG = "strong-look"
    QUANTITY = "quantity"
    QUANTITY_LIT = "quantity-lit"
    NEW = "new"
    CHANGED = "changed"
    WARNING = "warning"
    ERROR = "error"
    HINT = "hint"
    """A letter to choose by."""
    CURSOR = "cursor"
    """The row under the cursor."""


@record
class Colours:
    """The few colours everything is made of; a missing one is the terminal's own."""

    text: str | None
    quiet: str | None
    accent: str | None
    figure: str | None
    good: str | None
    bad: str | None
    background: str | None
    raised: str | None
    """Behind the row under the cursor."""
    sunk: str | None
    """Behind code."""


NO_COLOURS = Colours(None, None, None, None, None, None, None, None, None)
SIXTEEN = Colours(None, None, "cyan", "yellow", "green", "red", None, None, None)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """The relative luminance, 0 to 1 (WCAG 2.2)."""
    channels = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def legible(colour: Color, background: Color, least: float) -> Color:
    """The colour, moved towards white or black until it has this contrast with the background."""
    goal = Color(255, 255, 255) if _luminance(background) < 0.2 else Color(0, 0, 0)
    for step in range(21):
        moved = colour.blend(goal, step / 20)
        if contrast(moved, background) >= least:
            return moved
    return goal


TEXT_CONTRAST = 7.0
"""Least contrast of body text with its background (WCAG 2.2, 1.4.6)."""
SIGN_CONTRAST = 4.5
"""Least contrast of everything else that carries meaning (WCAG 2.2, 1.4.3)."""


def colours_of(variables: Mapping[str, str]) -> Colours:
    """Choose colours from a theme's variables; none falls under the least contrast on either background."""

    def colour(name: str) -> Color:
        """The colour of a variable."""
        return Color.parse(variables[name])

    background, raised, sunk = colour("background"), colour("panel"), colour("surface")
    hardest = min(raised, background, sunk, key=lambda one: contrast(one, colour("foreground")))

    def sign(name: str) -> str:
        """The colour of a variable, legible on each background."""
        return legible(colour(name), hardest, SIGN_CONTRAST).hex

    text = legible(colour("foreground"), hardest, TEXT_CONTRAST)
    quiet = legible(text.blend(background, 0.42), hardest, SIGN_CONTRAST)
    return Colours(
        text=text.hex,
        quiet=quiet.hex,
        accent=sign("accent"),
        figure=sign("warning"),
        good=sign("success"),
        bad=sign("error"),
        background=background.hex,
        raised=raised.hex,
        sunk=sunk.hex,
    )


def _bold(c: Colours) -> Style:
    """What leads: titles, headings, amounts."""
    return Style(bold=True, color=c.text)


def _quiet(c: Colours) -> Style:
    """What stands back; dim where there is no colour for it."""
    return Style(color=c.quiet, dim=c.quiet is None or None)


def _turned(c: Colours, colour: str | None, *, bold: bool | None = None) -> Style:
    """What stands out of its row at once: the background is written on the colour."""
    return Style(color=colour, bgcolor=c.background, reverse=True, underline=False, bold=bold)


def _of_blocks(c: Colours) -> dict[str, Style]:
    """How whole blocks look, and what is drawn beside them."""
    bold, quiet = _bold(c), _quiet(c)
    return {
        **dict.fromkeys((Role.HEADING_1, Role.HEADING_2, Role.HEADING_3), bold),
        **dict.fromkeys((Role.HEADING_4, Role.HEADING_5, Role.HEADING_6), bold + quiet),
        Role.TITLE: bold,
        Role.SUBTITLE: Style(color=c.text),
        Role.BYLINE: quiet,
        Role.NAME: Style(color=c.text, dim=False),
        Role.BANNER: Style(bold=True, color=c.figure),
        Role.ALERT: Style(bold=True, color=c.accent),
        Role.MARKER: Style(color=c.accent),
        Role.RULE: quiet,
        Role.TABLE_HEAD: bold,
        Role.TABLE_LINE: quiet,
        Role.IMAGE: quiet + Style(italic=True),
        Role.CAPTION: quiet,
        Role.HTML: quiet,
        Role.NOTICE: quiet + Style(italic=True),
        Role.DIM: quiet,
    }


def _of_words(c: Colours) -> dict[str, Style]:
    """How words look that their author marked, and code."""
    return {
        Role.STRONG: _bold(c),
        Role.EMPHASIS: Style(italic=True),
        Role.STRIKE: Style(strike=True),
        Role.HIGHLIGHT: Style(bold=True, color=c.figure),
        Role.CODE: Style(bgcolor=c.sunk, bold=c.sunk is None or None),
        Role.CODE_BLOCK: Style(bgcolor=c.sunk),
        Role.CODE_COMMENT: _quiet(c) + Style(italic=True),
        Role.CODE_KEYWORD: Style(bold=True),
        Role.CODE_STRING: Style(color=c.good),
        Role.KEY: Style(bold=True, bgcolor=c.sunk),
        Role.LINK: Style(color=c.accent, underline=True),
        Role.DEAD_LINK: _quiet(c) + Style(underline=True, strike=True),
        Role.FOOTNOTE: Style(color=c.accent),
    }


def _of_marks(c: Colours) -> dict[str, Style]:
    """How words look that the program marks: figures, terms, hits, what is selected."""
    return {
        Role.FIGURE: Style(underline=True),
        Role.TERM: Style(underline=True, italic=True),
        Role.FIGURE_LIT: _turned(c, c.figure),
        Role.LINK_LIT: _turned(c, c.accent),
        Role.HIT: _turned(c, c.accent),
        Role.HIT_LIT: _turned(c, c.good, bold=True),
        Role.SELECTION: _turned(c, c.text),
        Role.CARET: Style(
            color=c.accent, bgcolor=c.background, reverse=c.accent is not None, underline=True, bold=True
        ),
    }


def _of_furniture(c: Colours) -> dict[str, Style]:
    """How the panes, bars and lists around the text look."""
    bold, quiet = _bold(c), _quiet(c)
    return {
        Look.PLAIN: Style(color=c.text),
        Look.QUIET: quiet,
        Look.CAPTION: quiet,
        Look.LIT: bold,
        Look.ACCENT: Style(color=c.accent, bold=c.accent is None or None),
        Look.STRONG: bold,
        Look.QUANTITY: bold,
        Look.QUANTITY_LIT: Style(color=c.figure, bold=True),
        Look.NEW: Style(color=c.good),
        Look.CHANGED: Style(color=c.figure),
        Look.WARNING: Style(color=c.figure, bold=True),
        Look.ERROR: Style(color=c.bad, bold=True),
        Look.HINT: _turned(c, c.good, bold=True),
        Look.CURSOR: Style(bgcolor=c.raised),
    }


TABLES = (_of_blocks, _of_words, _of_marks, _of_furniture)
"""What looks how, each role and look in one of them."""


class Palette:
    """Styles for combinations of roles in one theme."""

    def __init__(self, colours: Colours) -> None:
        """Make the styles of these colours."""
        self.colours = colours
        self.base = Style(color=colours.text, bgcolor=colours.background)
        self._single = {name: style for table in TABLES for name, style in table(colours).items()}
        self._combined: dict[tuple[str, ...], Style] = {(): self.base}

    def style(self, roles: tuple[str, ...]) -> Style:
        """The style of these roles, the outermost first."""
        style = self._combined.get(roles)
        if style is None:
            style = self.base
            for role in roles:
                style += self._single.get(role, Style.null())
            self._combined[roles] = style
        return style


def palette_of(widget: Widget) -> Palette:
    """The palette of the program that a widget belongs to."""
    palette = getattr(widget.app, "palette", None)
    if not isinstance(palette, Palette):
        message = f"{type(widget).__name__} needs a program with a palette"
        raise TypeError(message)
    return palette
