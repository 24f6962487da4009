"""The command line: which commands there are, and how one is run."""

import gc
import sys
from collections.abc import Sequence

import click

from letters.cli.command import Commands
from letters.cli.errors import guarded
from letters.cli.language import LANGUAGE, language_of

_MODULES = {
    "draft": "letters.cli.draft:draft",
    "check": "letters.cli.check:check",
    "plan": "letters.cli.plan:plan",
    "record": "letters.cli.record:record",
    "law": "letters.cli.law:law",
    "channels": "letters.cli.channels:channels",
    "lint": "letters.cli.lint:lint",
    "schema": "letters.cli.schema:schema",
    "reference-doc": "letters.cli.reference:reference_doc",
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
