"""The program: themes, the guard, and how it begins and ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from textual.app import App
from textual.command import Provider
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme

from briefing.app.fault import fault_report
from briefing.app.guard import Colourless, Guard
from briefing.app.keyboard import KeyboardDriver
from briefing.app.palette import NO_COLOURS, SIXTEEN, Palette, colours_of
from briefing.app.reading import Reading
from briefing.app.screens.reader import ReaderScreen
from briefing.app.terminal import end_without_terminal, resume_after_any_stop
from briefing.app.themes import DARK, OWN
from briefing.library.settings import Settings, remember


def _palette_commands() -> type[Provider]:
    """Give the palette its provider when it is first opened."""
    from briefing.app.palette_commands import BriefingCommands  # noqa: PLC0415  not needed to read a briefing

    return BriefingCommands


_THEMES = {theme.name: theme for theme in (*OWN, *BUILTIN_THEMES.values())}


class BriefingApp(App[None]):
    """The Textual program around the reader's screen: a library, a single file, or both."""

    TITLE = "briefing"
    COMMANDS = {_palette_commands}  # noqa: RUF012  Textual reads the set, nobody changes it
    CSS = """
    Toast { background: $panel; color: $foreground; }
    CommandPalette { background: $background 40%; }
    CommandPalette > Vertical { max-width: 96; margin-top: 2; }
    CommandPalette #--input { background: $panel; border: none; padding: 1 1; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette #--results { background: $surface; border: none; }
    """

    def __init__(
        self,
        settings: Settings,
        today: date,
        *,
        reading: Reading | None = None,
        file: str | None = None,
        root: Path | None = None,
    ) -> None:
        """Make the program.

        Args:
            settings: what the reader chose.
            today: the day that ages count from.
            reading: a briefing to open at once.
            file: the file it came from; None where it came over a pipe.
            root: the library's folder.
        """
        self._guard = Guard()
        # Known before Textual reads its style sheet: with a theme that is chosen later it would be read twice.
        self.set_reactive(BriefingApp.theme, settings.theme if settings.theme in _THEMES else DARK.name)
        super().__init__(driver_class=KeyboardDriver)
        self.settings = settings
        self.today = today
        self.first_words: str | None = None
        self._first = (reading, file)
        self._root = root
        self._fault: str | None = None
        if self.no_color:
            self.ansi_color = True
        self.palette = self._make_palette()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The themes to choose from: our own first."""
        return _THEMES

    def get_default_screen(self) -> ReaderScreen:
        """The reader's screen."""
        return ReaderScreen(self.settings, self.today, root=self._root, reading=self._first[0], file=self._first[1])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every line passes Textual's filters, then the guard, which nothing comes after.

        Where no colour is wanted none is sent; Textual's own filter would send shades of grey.
        """
        plain = (Colourless(),) if self.no_color else ()
        return [*super().get_line_filters(), *plain, self._guard]

    def on_mount(self) -> None:
        """Begin to follow the theme, and what becomes of the terminal."""
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        self.app_resume_signal.subscribe(self, self._draw_again)
        if not self.is_headless:
            end_without_terminal(self.end)
            resume_after_any_stop(self._take_terminal)
        if self.first_words:
            self.notify(self.first_words, markup=False, severity="warning")

    def end(self, status: int) -> None:
        """End in good order, with this exit status."""
        self.exit(return_code=status)

    def finish(self) -> int:
        """Say what went wrong, if anything did, and give the exit status."""
        if self._fault is not None:
            sys.stderr.write(self._fault)
            return 1
        return self.return_code or 0

    def _take_terminal(self) -> None:
        """Draw on the terminal and read its keys as before, after something else had it meanwhile."""
        if self._driver is not None:
            self._driver.suspend_application_mode()
            self._driver.resume_application_mode()
            self._draw_again(self)

    def _draw_again(self, _: App[None]) -> None:
        """Draw the whole screen, since something else may stand on the terminal."""
        self.refresh(layout=True)

    def _make_palette(self) -> Palette:
        """The palette of the theme, as far as the terminal has colours."""
        if self.no_color:
            return Palette(NO_COLOURS)
        if self.native_ansi_color or self.console.color_system == "standard":
            return Palette(SIXTEEN)
        return Palette(colours_of(self.current_theme.to_color_system().generate()))

    def _theme_changed(self, theme: Theme) -> None:
        """Repaint in the colours of another theme, and remember it."""
        self.palette = self._make_palette()
        self.screen.refresh(repaint=True)
        problem = remember(theme=theme.name)
        if problem:
            self.notify(problem, markup=False, severity="warning")

    def _handle_exception(self, error: Exception) -> None:
        """Keep where a fault of the program was met; Textual would print the values of variables as well."""
        if self._fault is None:
            self._fault = fault_report(sys.exc_info()[1] or error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End after a fault of the program, which is told when the terminal is the shell's again."""
        self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """End after a fault that Textual would print by itself, such as one of the thread that reads the keys."""
        if self._fault is None:
            self._fault = fault_report(RuntimeError())
        self._close_messages_no_wait()

    def action_help_quit(self) -> None:
        """Name the keys that leave, for a hand that tried the one of other programs."""
        self.notify("q goes back one level, Q leaves.", markup=False)
