"""The command ``reconcile``: arguments in, results on standard output, messages on standard error.

Exit status: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not run.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from reconcile import __version__
from reconcile.commands import COMMANDS, COULD_NOT_RUN, FOUND_NOTHING, INTERRUPTED
from reconcile.errors import ConfigurationError, ReconcileError

#: objects made before the youngest are looked through for garbage, twice those that the parser
#: and two articles make; how often the older ones
_SELDOM: Final = (1_000_000, 20, 100)
_ASKS_FOR_HELP: Final = "reconcile.help"


def main() -> None:
    """Run the command with the arguments of this process, and exit.

    The parser is a great many objects that live as long as the process: to look through them
    for garbage again and again takes a tenth of the time, so that is done seldom. Nor are they
    taken down one by one at the end: once all is written, the process ends at once. Each article
    is read on a processor of its own, so that the products of matrices need not be shared out.
    """
    gc.set_threshold(*_SELDOM)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)
    os._exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status."""
    try:
        status = commands.main(list(arguments), prog_name="reconcile", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except ReconcileError as error:
        click.echo(f"reconcile: {error}", err=True)
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return COULD_NOT_RUN
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("reconcile: this is a defect of reconcile; please report it.", err=True)
        return COULD_NOT_RUN
    return status if isinstance(status, int) else FOUND_NOTHING


def _forget_output() -> None:
    """Keep the interpreter from writing to a closed pipe as it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Commands(click.Group):
    """The commands by name; a command's module is imported when the command is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ASKS_FOR_HELP] = not {"-h", "--help"}.isdisjoint(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; options that are not given are those of the nearest pyproject.toml.

        Help is given even where that file is wrong.
        """
        try:
            ctx.default_map = self._configured(ctx)
        except ConfigurationError:
            if not ctx.meta[_ASKS_FOR_HELP]:
                raise
        return super().invoke(ctx)

    def _configured(self, ctx: click.Context) -> dict[str, dict[str, Any]] | None:
        from reconcile.commands.configuration import defaults_of, find_configuration

        configuration = find_configuration(Path.cwd())
        if configuration is None:
            return None
        known = {name: self.get_command(ctx, name) for name in COMMANDS}
        listed = {name: command for name, command in known.items() if command is not None}
        return defaults_of(configuration, listed)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"reconcile.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Options can stand in [tool.reconcile] of pyproject.toml; the command line wins.",
)
@click.version_option(__version__, prog_name="reconcile")
def commands() -> None:
    """Read news articles on one story and say where they agree, differ or conflict."""
