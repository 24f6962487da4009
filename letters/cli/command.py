"""Click commands whose help is in the language of the user, and a group that imports a command when it is called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from letters.cli.language import LANGUAGE, known, say


def _speak(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value:
        LANGUAGE.set(value)


def _common() -> list[click.Parameter]:
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            help="opt.lang",
            callback=_speak,
            expose_value=False,
            is_eager=True,
        ),
        click.Option(["--debug"], is_flag=True, help="opt.debug", expose_value=False),
    ]


class _Spoken(click.Command):
    """Help by wording key: `help` and the options' `help` are looked up when they are shown."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        help_option = self.get_help_option(ctx)
        return [*self.params, *([help_option] if help_option else [])]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "opt.help"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=say("help.usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            for line in known(self.help or "").splitlines():
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record and isinstance(parameter, click.Option):
                rows.append((record[0], known(parameter.help or "")))
        with formatter.section(say("help.options")):
            formatter.write_dl(rows)


class Command(_Spoken):
    """A sub-command; `--lang` and `--debug` may stand behind it too."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params.extend(_common())


class Commands(_Spoken, click.Group):
    """Sub-commands by name: each is the function of that name in the module named, imported when called."""

    def __init__(self, name: str, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(name, **settings)
        self.modules = modules
        self.params.extend(_common())

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        module, _, name = self.modules[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in self.modules:
            from difflib import get_close_matches

            near = next(iter(get_close_matches(name, self.modules, n=1)), "")
            said = say("usage.no-command", name=name) + (say("usage.near", near=near) if near else "")
            raise click.UsageError(said, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"cmd.{name}")) for name in self.modules])
