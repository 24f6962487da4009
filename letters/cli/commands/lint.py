"""`letters lint`: laws, grounds, tables and templates read with a critical eye."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters.cli.command import Command
from letters.cli.failures import DONE, NOT_READY
from letters.cli.language import say
from letters.cli.options import Day, china_today, folder_option, json_flag

if TYPE_CHECKING:
    from letters.law.results import Problem


@click.command("lint", cls=Command, help="cmd.lint.long")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--on", "--date", "on", type=Day(), metavar="DATE", help="opt.on")
@folder_option("--statutes", help="opt.statutes")
@json_flag
def lint(paths: tuple[Path, ...], on: date | None, statutes: tuple[Path, ...], json: bool) -> int:
    """Print every problem; 1 where there is one."""
    from letters.cli.output import as_json, show
    from letters.data.folders import statutes_dir, templates_dir

    problems = [
        p
        for path in (*paths, *statutes) or (statutes_dir(), templates_dir())
        for p in _problems(path, on or china_today())
    ]
    if json:
        show(as_json({"problems": problems}))
    else:
        for problem in problems:
            show(
                f"[{problem.code}] {problem.path}：{problem.message}" + (f"\n  → {problem.fix}" if problem.fix else "")
            )
        show(say("lint.count", count=len(problems)) if problems else say("lint.clean"))
    return NOT_READY if problems else DONE


def _problems(path: Path, on: date) -> "Iterator[Problem]":
    from letters.errors import LettersError

    if not path.exists():
        raise LettersError(say("lint.no-path"), where=path)
    folder, only = (path, None) if path.is_dir() else (path.parent, path)
    statutes = _root(folder, ("laws", "grounds", "tables"))
    found = _statutes(statutes, on) if statutes else _templates(folder)
    for problem in found:
        if only is None or Path(problem.path.partition("：")[0].partition(":")[0]).name == only.name:
            yield problem


def _root(folder: Path, names: tuple[str, ...]) -> Path | None:
    """The statutes folder that `folder` is or belongs to."""
    if any((folder / name).is_dir() for name in names):
        return folder
    return folder.parent if folder.name in names else None


def _statutes(folder: Path, on: date) -> "Iterator[Problem]":
    from letters.lint.statutes import lint_statutes

    yield from lint_statutes(folder, on)


def _templates(folder: Path) -> "Iterator[Problem]":
    """Front matter and bodies that cannot be read or compiled."""
    from letters.channels.known_channels import LOCALE, channels
    from letters.drafting.template.environment import templates_in
    from letters.errors import LettersError
    from letters.law.results import Problem
    from letters.writers.registry import format_named

    inner = folder / LOCALE if (folder / LOCALE).is_dir() else folder
    ids = sorted(path.stem for path in inner.glob("*.md") if path.stem != "base" and not path.stem.startswith("_"))
    if not ids:
        raise LettersError(say("lint.nothing"), where=folder)
    known = channels((inner.resolve(),))
    templates = templates_in(known.folders)
    for identity in ids:
        try:
            profile = known[identity]
            format_named(profile.format, where=profile.path)
            templates.template(identity)
        except LettersError as error:
            yield Problem("template", error.where or str(inner / f"{identity}.md"), error.message, error.fix)
