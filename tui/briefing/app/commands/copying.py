"""Copying from the briefing that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context

if TYPE_CHECKING:
    from briefing.app.citation import Form, Passage
    from briefing.app.screens.reader import ReaderScreen


class Copy(Command):
    """Copy the selection; without one, the address in the panel, or the passage of the lit figure with its citation."""

    contexts = (Context.ANYWHERE,)
    keys = ("y",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether there is anything to copy."""
        has_words = reader.desk.selecting.selection is not None or reader.desk.lit is not None
        return has_words or (bool(reader.text.patches) and reader.links.panel.address is not None)

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.citation import QUOTATION, TEXT  # noqa: PLC0415  not needed to read

        address = reader.links.panel.address
        if address is not None:
            from briefing.app.clipboard import copy  # noqa: PLC0415  the same

            how = await copy(reader.app, address.asked)
            reader.app.notify(f"The address, {len(address.asked):,} characters, copied {how}.", markup=False)
            return
        passage = _passage(reader)
        if passage is not None:
            await _copy(reader, passage, TEXT if reader.desk.selecting.selection else QUOTATION)


class CopyAs(Command):
    """Choose how to copy: as text, as Markdown, as a quotation with its citation, or only the path.

    What is copied is the selection, else the passage of the lit figure, else the paragraph you are reading.
    """

    contexts = (Context.ANYWHERE,)
    keys = ("Y",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether anything is open."""
        return _passage(reader) is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.citation import FORMS  # noqa: PLC0415  not needed to read
        from briefing.app.screens.choice import Choice, ChoiceScreen  # noqa: PLC0415  the same

        passage = _passage(reader)
        if passage is None:
            return
        forms = [form for form in FORMS if form.fits(passage)]

        async def chosen(index: int | None) -> None:
            """Copy in the form that was chosen, if one was."""
            if index is not None:
                await _copy(reader, passage, forms[index])

        choices = [Choice(form.key, form.name) for form in forms]
        reader.app.push_screen(ChoiceScreen(f"Copy {passage.name} as", choices), chosen)


def _passage(reader: ReaderScreen) -> Passage | None:
    """What there is to copy: what is selected, else the passage that is lit, else the block that is being read."""
    from briefing.app.citation import Passage, passage_of, whole_block  # noqa: PLC0415  not needed to read

    reading, block = reader.desk.reading, reader.text.viewport.reading
    if reading is None or block is None:
        return None
    selection, lit = reader.desk.selecting.selection, reader.desk.lit
    if selection is not None:
        name = "the selection"
    elif lit is not None:
        name, selection = "the lit passage", passage_of(reading, lit)
    else:
        name, selection = "what you are reading", whole_block(reading, block)
    if selection.is_empty:
        return None
    return Passage(name, reading, selection, reader.opening.file, reader.opening.today)


async def _copy(reader: ReaderScreen, passage: Passage, form: Form) -> None:
    """Copy, and say what was copied and how."""
    from briefing.app.clipboard import copy  # noqa: PLC0415  not needed to read

    text = form.make(passage)
    how = await copy(reader.app, text)
    name = f"{passage.name[0].upper()}{passage.name[1:]}"
    reader.app.notify(f"{name} as {form.name}, {len(text):,} characters, copied {how}.", markup=False)
