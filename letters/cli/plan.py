"""`letters plan`: what to do today, what to wait for, where next, what not to do, and the dates that run."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters.cli.command import Command
from letters.cli.language import join, say
from letters.cli.options import case_argument, json_flag, on_date, opened, own_folders

if TYPE_CHECKING:
    from letters.plan.plan import Plan


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
    from letters.api import plan as make
    from letters.cli.output import as_json, complain, show

    dossier = opened(case, on, templates, statutes)
    made = make(dossier, templates=templates)
    files: dict[Path, bytes] = {}
    if ics is not None:
        from letters.plan.calendar import to_ics

        files[ics] = to_ics(dossier, made)
    if html is not None:
        from letters.plan.picture import to_html

        files[html] = to_html(dossier, made)
    if files:
        from letters.cli.files import write_all

        write_all(files, force=force)
        for path in files:
            complain(say("draft.written", path=path))
    show(as_json(made.data()) if json else _text(made))


def _text(plan: "Plan") -> str:
    from letters.cli.output import coloured, padded

    def section(key: str, lines: list[str]) -> list[str]:
        return [coloured(say(key), "bold"), *(lines or [f"  {say('plan.nothing')}"])]

    def named(channel: str, name: str) -> str:
        return f"  {padded(name, 30)} {padded(channel, 24)}"

    lines = [f"  {note}" for note in plan.notes]
    for step in plan.today:
        if step is plan.today[0]:
            lines.append(coloured(say("plan.today"), "bold"))
        lines.append(f"{named(step.channel, step.name)} {step.why}" + _mode(step.mode, step.number))
        if step.wait is not None:
            lines.append("      " + say("plan.until", until=_day(step.wait.until)) + f"　{step.wait.rule}")
        if step.then:
            lines.append("      " + say("plan.then", channels=join(step.then)))
    if not plan.today:
        lines += section("plan.today", [])
    waiting = [
        f"{named(w.channel, w.name)} {say('plan.until', until=_day(w.until))}"
        + (say("plan.provisional") if w.provisional else "")
        + (say("plan.over") if w.over else "")
        + f"　{w.rule}"
        for w in plan.waiting
    ]
    lines += section("plan.waiting", waiting)
    lines += section("plan.next", [f"{named(later.channel, later.name)} {later.after}" for later in plan.next])
    lines += section("plan.not-now", [f"  {padded(name, 26)} {why}" for name, why in plan.not_now.items()])
    dates = [
        f"  {each.at.isoformat()} {padded(_what(each.what), 24)} {each.rule}"
        + (say("plan.provisional") if each.provisional else "")
        for each in plan.due
    ]
    return "\n".join(lines + section("plan.due", dates))


def _mode(mode: str, number: str) -> str:
    from letters.cli.wording import TEXTS

    key = f"mode.{mode}"
    return "" if mode == "new" or key not in TEXTS else say(key, number=number or "-")


def _what(what: str) -> str:
    from letters.cli.wording import TEXTS

    return say(f"due.{what}") if f"due.{what}" in TEXTS else what


def _day(at: datetime) -> str:
    from letters.plan.plan import moment

    return moment(at).replace("T", " ")[:16]
