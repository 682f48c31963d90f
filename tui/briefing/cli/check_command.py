"""`briefing check`: what is wrong with briefings, each with its place and what to write instead."""

from __future__ import annotations

import click

from briefing.cli.entry import DONE, FOUND_FAULT, REFUSED
from briefing.cli.findings import findings
from briefing.cli.reports import REPORTS, Report
from briefing.cli.sources import Unread
from briefing.cli.writer import errors, output
from briefing.model.errors import Refusal
from briefing.model.problem import Level
from briefing.review.material import Wanted
from briefing.review.profile_checks import PROFILES


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--strict", is_flag=True, help="Let warnings count as errors for the exit status.")
@click.option("--profile", type=click.Choice(list(PROFILES)), help="Also say what this kind of briefing lacks.")
@click.option("--coverage", is_flag=True, help="Also name the numbers of the text that are in no figure.")
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text", help="The form of the output.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--fix", "is_fix", is_flag=True, help="Show as a diff what can be put right with certainty.")
@click.option("--write", is_flag=True, help="With --fix: also write it into the files.")
def command(
    paths: tuple[str, ...], *, strict: bool, profile: str | None, coverage: bool, form: str, is_fix: bool, write: bool
) -> int:
    """Say what is wrong with briefings, files or whole folders of them.

    A line of the output is path:line:column: level: field: text [code]; at a terminal the line of the file follows,
    with a mark at the place. The exit status is 1 where there are errors, 2 where something cannot be read, else 0.

    With --fix nothing is checked: dates in words become ISO dates, the label WHITE becomes CLEAR, and values that need
    quotation marks get them. The diff is all that happens, until --write is added.

    Example: briefing check --strict --profile sitrep reports/
    """
    if is_fix:
        from briefing.cli.fix import fix  # noqa: PLC0415  a check changes nothing

        return fix(paths, output(), write=write)
    if write:
        raise Refusal("--write goes with --fix")
    return _check(paths, Wanted(coverage, profile), REPORTS[form](output()), strict=strict)


def _check(paths: tuple[str, ...], wanted: Wanted, report: Report, *, strict: bool) -> int:
    """Report what is found, and give the exit status: what cannot be read weighs more than what is wrong elsewhere."""
    weighs = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    is_faulty = is_unread = False
    for found in findings(paths, wanted):
        if isinstance(found, Unread):
            is_unread = True
            errors().line(f"briefing: {found.reason}")
            report.miss(found)
        else:
            is_faulty |= found.problem.level in weighs
            report.add(found)
    report.end()
    if is_unread:
        return REFUSED
    return FOUND_FAULT if is_faulty else DONE
