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
    if statutes:
        yield from _statutes(statutes, on, only)
    else:
        yield from _templates(folder, on, only)


def _root(folder: Path, names: tuple[str, ...]) -> Path | None:
    """The statutes folder that `folder` is or belongs to."""
    if any((folder / name).is_dir() for name in names):
        return folder
    return folder.parent if folder.name in names else None


def _statutes(folder: Path, on: date, only: Path | None) -> "Iterator[Problem]":
    from letters.lint.statutes import lint_statutes

    for problem in lint_statutes(folder, on):
        if only is None or Path(problem.path.partition("：")[0].partition(":")[0]).name == only.name:
            yield problem


def _templates(folder: Path, on: date, only: Path | None) -> "Iterator[Problem]":
    from letters.errors import LettersError
    from letters.lint.templates import lint_templates

    if not any(folder.rglob("*.md")):
        raise LettersError(say("lint.nothing"), where=folder)
    yield from lint_templates(folder, on, only)
