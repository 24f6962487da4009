"""`letters record`: what was sent where, what came back, what money arrived, written into the case file."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import click

from letters.cli.command import Command
from letters.cli.language import LANGUAGE, say
from letters.cli.options import Amount, Day, Moment, case_argument, china_today, json_flag, own_folders

STATUSES = ("open", "accepted", "answered", "refused", "settled", "terminated", "withdrawn")


@click.command("record", cls=Command, help="cmd.record.long", no_args_is_help=True)
@case_argument()
@click.option("-c", "--channel", required=True, metavar="CHANNEL", help="opt.record.channel")
@click.option("--number", default="", metavar="N", help="opt.record.number")
@click.option("--at", type=Moment(), metavar="TIME", help="opt.record.at")
@click.option("--outcome", default="", metavar="TEXT", help="opt.record.outcome")
@click.option("--status", type=click.Choice(STATUSES), help="opt.record.status")
@click.option("--settled", type=Amount(), metavar="AMOUNT", help="opt.record.settled")
@click.option("--served", type=Moment(), metavar="TIME", help="opt.record.served")
@click.option("--promised", type=Moment(), metavar="TIME", help="opt.record.promised")
@click.option("--date", "on", type=Day(), metavar="DATE", help="opt.record.date")
@own_folders
@json_flag
def record(
    case: Path,
    channel: str,
    number: str,
    at: datetime | None,
    outcome: str,
    status: str | None,
    settled: Decimal | None,
    served: datetime | None,
    promised: datetime | None,
    on: date | None,
    templates: tuple[Path, ...],
    statutes: tuple[Path, ...],
    json: bool,
) -> None:
    """Write it down, and say what follows."""
    from letters.api import channels_of
    from letters.case.file.problems import LANGUAGE as case_language
    from letters.cli.output import as_json, show
    from letters.plan.recording import record as write_down

    case_language.set(LANGUAGE.get())
    result = write_down(
        case,
        channel,
        number,
        at,
        outcome,
        status or "",
        settled,
        on or china_today(),
        served_at=served,
        promised_by=promised,
        channels=channels_of(templates),
        statutes=statutes,
    )
    if json:
        show(as_json(result))
        return
    show(say("record.done", path=case, place=result.place, backup=result.backup))
    for note in result.notes:
        show(note)
    for each in result.withdraw:
        show(say("record.withdraw", name=each.name, number=each.number or "-", path=case, channel=each.channel))
