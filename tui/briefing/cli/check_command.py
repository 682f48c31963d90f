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
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def command(
    paths: tuple[str, ...], *, strict: bool, profile: str | None, coverage: bool, form: str, as_json: bool
) -> int:
    """Say what is wrong with briefings, files or whole folders of them.

    A line of the output is path:line:column: level: field: text [code]; at a terminal the line of the file follows,
    with a mark at the place. The exit status is 1 where there are errors, 2 where something cannot be read, else 0.

    Example: briefing check --strict --profile sitrep reports/
    """
    if as_json and form not in ("text", "json"):
        raise Refusal(f"--json and --format {form} exclude each other")
    report: Report = REPORTS["json" if as_json else form](output())
    weighs = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    is_faulty = is_unread = False
    for found in findings(paths, Wanted(coverage, profile)):
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
