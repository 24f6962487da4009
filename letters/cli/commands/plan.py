"""`letters plan`: what to do today, what to wait for, where next, what not to do, and the dates that run."""

from datetime import date
from pathlib import Path

import click

from letters.cli.command import Command
from letters.cli.language import say
from letters.cli.options import case_argument, json_flag, on_date, opened, own_folders


@click.command("plan", cls=Command, help="cmd.plan.long", no_args_is_help=True)
@case_argument()
@on_date
@click.option("--ics", type=click.Path(path_type=Path), metavar="FILE", help="opt.ics")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="opt.html")
@click.option("--force", is_flag=True, help="opt.force-file")
@json_flag
@own_folders
def plan(
    case: Path,
    on: date | None,
    ics: Path | None,
    html: Path | None,
    force: bool,
    json: bool,
    templates: tuple[Path, ...],
    statutes: tuple[Path, ...],
) -> None:
    """Print the plan, and write it as calendar or page where asked."""
    from letters.api import channels_of
    from letters.api import plan as make
    from letters.cli.output import as_json, complain, show

    matter = opened(case, on, templates, statutes)
    made = make(matter, templates=templates)
    files: dict[Path, bytes] = {}
    if ics is not None:
        from letters.plan.ics import to_ics

        files[ics] = to_ics(made, matter)
    if html is not None:
        from letters.plan.picture import plan_html

        files[html] = plan_html(made, matter, channels_of(templates)).encode()
    if files:
        from letters.cli.saving import write_all

        write_all(files, force=force)
        for path in files:
            complain(say("draft.written", path=path))
    if json:
        show(as_json(made.data()))
        return
    from letters.plan.as_text import plan_text

    show(plan_text(made))
