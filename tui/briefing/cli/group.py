"""The commands with their options and help; each command's module is imported when it runs."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

import briefing
from briefing.cli.entry import COMMANDS, REFUSED
from briefing.model.errors import Refusal

_READ = "read"
"""The command that is meant when none is named; it is not shown in the help."""

_HELP = """Read YAML-annotated Markdown briefings in the terminal.

PATH is a briefing, or a folder of them, or - for standard input. Without PATH the library opens: the folder that
$BRIEFING_LIBRARY names, else the configured one, else the briefings that ship with the program. A file or folder
called like a command is named with its folder: ./list.
"""


class _Group(click.Group):
    """Commands that are imported when they are needed, and one that is meant when none is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  the base class's shape
        """Name the commands in the order of their table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  the base class's shape
        """Import a command."""
        if cmd_name not in COMMANDS and cmd_name != _READ:
            return None
        command = import_module(f"briefing.cli.{cmd_name}_command").command
        if not isinstance(command, click.Command):
            raise TypeError(f"briefing.cli.{cmd_name}_command has no command")
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if not args or (args[0] not in COMMANDS and args[0] not in own):
            args = [_READ, *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  the base class's shape
        """List the commands from their table, importing none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options for reading, then the rest."""
        reading = self.get_command(ctx, _READ)
        params = [*(reading.get_params(ctx) if reading else []), *self.get_params(ctx)]
        options = (param.get_help_record(ctx) for param in params if isinstance(param, click.Option))
        with formatter.section("Options"):
            formatter.write_dl(list(dict(filter(None, options)).items()))
        self.format_commands(ctx, formatter)


def _print_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:  # noqa: ARG001  the shape click asks for
    """Print the version and end."""
    if wanted:
        click.echo(f"briefing {briefing.__version__}")
        ctx.exit()


group = _Group(
    "briefing",
    help=_HELP,
    no_args_is_help=False,
    subcommand_metavar="[PATH | COMMAND ...]",
    options_metavar="[OPTIONS]",
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_print_version,
            help="Print the version.",
        )
    ],
)


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit status.

    Raises:
        Refusal: when the arguments are not understood, with the command's usage.
    """
    try:
        with group.make_context("briefing", list(arguments)) as context:
            status = group.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        raise Refusal(_usage(error)) from None
    return status if isinstance(status, int) else REFUSED


def _usage(error: click.UsageError) -> str:
    """Say in one line what was not understood, and how to learn more."""
    path = error.ctx.command_path if error.ctx else "briefing"
    path = path.removesuffix(f" {_READ}")
    message = error.format_message().rstrip(".")
    return f"{message}. See: {path} --help"
