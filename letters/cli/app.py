"""The command line: which commands there are, and how one is run."""

import gc
import sys
from collections.abc import Sequence

import click

from letters.cli.command import Commands
from letters.cli.failures import guarded
from letters.cli.language import LANGUAGE, language_of

_MODULES = {
    "draft": "letters.cli.commands.draft:draft",
    "check": "letters.cli.commands.check:check",
    "plan": "letters.cli.commands.plan:plan",
    "record": "letters.cli.commands.record:record",
    "law": "letters.cli.commands.law:law",
    "channels": "letters.cli.commands.channels:channels",
    "lint": "letters.cli.commands.lint:lint",
    "schema": "letters.cli.commands.schema:schema",
    "reference-doc": "letters.cli.commands.reference:reference_doc",
}


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        from letters import __version__

        click.echo(f"letters {__version__}")
        context.exit()


GROUP = Commands(
    "letters",
    _MODULES,
    help="cmd.letters",
    no_args_is_help=True,
    params=[
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="opt.version"
        )
    ],
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. `arguments` are those after the program's name."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    LANGUAGE.set(language_of(given))

    def call() -> object:
        with GROUP.make_context("letters", list(given)) as context:
            return GROUP.invoke(context)

    code = guarded(call, lambda: "--debug" in given)
    if arguments is None:
        # the process ends here: Python need not look through all that is left
        gc.freeze()
    return code
