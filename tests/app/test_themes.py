"""Every theme is legible, a change of theme repaints, and colour is never needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.palette import NO_COLOURS, SIXTEEN, TABLES, Colours, Look, Palette, colours_of, contrast
from briefing.app.themes import DARK, LIGHT, OWN
from briefing.document.block import Role
from briefing.library.settings import Settings

if TYPE_CHECKING:
    from tests.app.conftest import Sit

COLOURED = {
    name: theme
    for name, theme in BUILTIN_THEMES.items()
    if not theme.name.startswith("ansi") and name != "textual-ansi"
}
THEMES = pytest.mark.parametrize("theme", [*OWN, *COLOURED.values()], ids=lambda theme: theme.name)


def colours(theme: Theme) -> Colours:
    """The colours that the program takes from a theme."""
    return colours_of(theme.to_color_system().generate())


def behind(chosen: Colours) -> list[Color]:
    """What text may stand on."""
    return [Color.parse(one) for one in (chosen.background, chosen.raised, chosen.sunk) if one]


@THEMES
def test_text_stands_out_seven_to_one(theme: Theme) -> None:
    chosen = colours(theme)
    assert min(contrast(Color.parse(chosen.text or ""), one) for one in behind(chosen)) >= 7.0


@THEMES
def test_everything_that_says_something_stands_out(theme: Theme) -> None:
    chosen = colours(theme)
    signs = (chosen.quiet, chosen.accent, chosen.figure, chosen.good, chosen.bad)
    found = {sign: min(contrast(Color.parse(sign or ""), one) for one in behind(chosen)) for sign in signs}
    assert {sign: round(ratio, 2) for sign, ratio in found.items() if ratio < 4.5} == {}


def test_a_role_or_look_has_its_style_in_one_table() -> None:
    named = [name for table in TABLES for name in table(SIXTEEN)]
    assert len(named) == len(set(named))
    assert set(named) >= set(Look)


def painted(style: Style) -> tuple[Color, Color]:
    """The colours of letters and ground as they are painted."""
    front, ground = style.color, style.bgcolor
    assert front is not None
    assert ground is not None
    pair = Color.parse(front.name), Color.parse(ground.name)
    return pair[::-1] if style.reverse else pair


@THEMES
@pytest.mark.parametrize("under", [(), (Look.CURSOR,)], ids=["plain", "cursor"])
def test_every_role_stands_out_where_it_is_painted(theme: Theme, under: tuple[str, ...]) -> None:
    palette = Palette(colours(theme))
    ratios = {role: contrast(*painted(palette.style((*under, role)))) for role in (*Role, *Look)}
    assert {role: round(ratio, 2) for role, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_our_own_themes_are_legible_as_they_are(theme: Theme) -> None:
    """Nothing of them has to be moved towards black or white."""
    chosen = colours(theme)
    pairs = ((chosen.text, theme.foreground), (chosen.accent, theme.accent), (chosen.figure, theme.warning))
    for used, stated in pairs:
        steps = zip(Color.parse(used or "").rgb, Color.parse(stated or "").rgb, strict=True)
        assert max(abs(one - other) for one, other in steps) <= 1, "but for the rounding of Textual's colour system"


def test_contrast_is_what_the_standard_says() -> None:
    """The examples of WCAG 2.2: black on white has 21, a colour on itself 1, #777777 on white 4.48."""
    white = Color.parse("#ffffff")
    assert contrast(white, Color.parse("#000000")) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("few", [NO_COLOURS, SIXTEEN], ids=["none", "sixteen"])
def test_without_colours_the_roles_still_differ(few: Colours) -> None:
    palette = Palette(few)
    plain = palette.style(())
    for role in (
        Role.TITLE,
        Role.STRONG,
        Role.EMPHASIS,
        Role.LINK,
        Role.FIGURE,
        Role.FIGURE_LIT,
        Role.HIT,
        Role.SELECTION,
    ):
        assert palette.style((role,)) != plain
    assert palette.style((Role.FIGURE,)) != palette.style((Role.FIGURE_LIT,))


def grounds(drawn: list[list[Segment]]) -> set[str]:
    """Every colour that something is painted on."""
    styles = (one.style for row in drawn for one in row)
    return {style.bgcolor.get_truecolor().hex for style in styles if style and style.bgcolor}


async def test_another_theme_repaints_everything_and_is_remembered(sit: Sit, coast: Path, tmp_path: Path) -> None:
    dark, light = (str(theme.background).lower() for theme in OWN)
    kept = {str(one).lower() for one in (light, LIGHT.surface, LIGHT.panel)}
    async with sit(coast) as seat:
        assert dark in grounds(seat.drawn)
        seat.app.theme = LIGHT.name
        await seat.until(lambda: grounds(seat.drawn) <= kept, "everything to be light")
    saved = json.loads((tmp_path / "config" / "briefing" / "settings.json").read_text(encoding="utf-8"))
    assert saved["theme"] == LIGHT.name


async def test_the_theme_that_was_chosen_is_there_from_the_first_frame(sit: Sit, coast: Path) -> None:
    async with sit(coast, settings=Settings(theme=LIGHT.name)) as seat:
        assert seat.app.theme == LIGHT.name
        assert str(DARK.background).lower() not in grounds(seat.drawn)


async def test_a_theme_that_is_not_there_any_more_is_replaced(sit: Sit, coast: Path) -> None:
    async with sit(coast, settings=Settings(theme="no such theme")) as seat:
        assert seat.app.theme == DARK.name


@pytest.mark.parametrize("name", sorted({*BUILTIN_THEMES, DARK.name, LIGHT.name}))
async def test_the_program_starts_in_every_theme(sit: Sit, coast: Path, name: str) -> None:
    async with sit(file=coast / "bridge.md", settings=Settings(theme=name), size=(100, 24)) as seat:
        assert "A bridge is closed to trucks" in seat.text


async def test_without_colour_nothing_is_coloured(sit: Sit, coast: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit(coast) as seat:
        await seat.press("enter", "slash")
        await seat.type("ferries")
        await seat.until_shown("1 of 3")
        typing = colours_in(seat.drawn)
        await seat.press("enter", "question_mark")
        await seat.until_shown("Keys")
        helping = colours_in(seat.drawn)
        await seat.press("escape", "colon")
        await seat.until_shown("Show problems")
        assert typing | helping | colours_in(seat.drawn) <= {"default"}


def colours_in(drawn: list[list[Segment]]) -> set[str]:
    """The names of all colours that are painted."""
    styles = [one.style for row in drawn for one in row if one.style]
    return {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}
