"""`letters check`: what is missing, wrong or dangerous, and which channels are ready."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters.cli.command import Command
from letters.cli.failures import DONE, NOT_READY
from letters.cli.language import join, say
from letters.cli.options import case_argument, json_flag, on_date, opened, own_folders

if TYPE_CHECKING:
    from letters.law.matter import Matter
    from letters.review import Finding, Outlook, Readiness


@click.command("check", cls=Command, help="cmd.check.long", no_args_is_help=True)
@case_argument()
@click.option("-c", "--channel", "wanted", multiple=True, metavar="CHANNEL", help="opt.check.channel")
@on_date
@json_flag
@own_folders
def check(
    case: Path,
    wanted: tuple[str, ...],
    on: date | None,
    json: bool,
    templates: tuple[Path, ...],
    statutes: tuple[Path, ...],
) -> int:
    """Print the findings; 1 where something blocks the case or a channel that was asked for."""
    from letters.api import channels_of, review
    from letters.review import outlook, readiness, ready

    matter = opened(case, on, templates, statutes)
    known = channels_of(templates)
    if wanted:
        drafted = {name: _of_channel(matter, name, templates) for name in dict.fromkeys(wanted)}
        findings = [finding for each in drafted.values() for finding in each]
        states = {name: readiness(each) for name, each in drafted.items()}
        blocked = any(not state.ready for state in states.values())
    else:
        findings = list(review(matter, templates=templates))
        states = ready(matter, known)
        blocked = any(finding.level == "block" for finding in findings)
    prospect = None if wanted else outlook(matter, tuple(findings))
    _print(case, _placed(case, findings, statutes), states, prospect, json)
    return NOT_READY if blocked else DONE


def _of_channel(matter: "Matter", name: str, templates: tuple[Path, ...]) -> "tuple[Finding, ...]":
    """The findings of a channel, of its letter too where one can be drafted; a follow-up leaves the channel shut for anything new."""
    from letters.api import draft_letters, review

    outcome = draft_letters(matter, [name], templates=templates)
    found = outcome.letters[0].findings if outcome.letters else outcome.refused[0].findings
    return tuple(dict.fromkeys((*found, *review(matter, name, templates=templates))))


def _placed(case: Path, findings: "list[Finding]", statutes: tuple[Path, ...]) -> "tuple[Finding, ...]":
    from letters.case.file.read import load_with_places
    from letters.cli.findings import in_language
    from letters.review import placed

    found = placed(findings, load_with_places(case, statutes).lines) if findings else ()
    return tuple(in_language(finding) for finding in found)


def _print(
    case: Path,
    findings: "tuple[Finding, ...]",
    states: "Mapping[str, Readiness]",
    prospect: "Outlook | None",
    json: bool,
) -> None:
    from letters.cli.findings import by_level, finding_lines
    from letters.cli.output import as_json, coloured, padded, show

    if json:
        channels = {name: {"ready": state.ready, "blocked_by": state.blocked_by} for name, state in states.items()}
        show(as_json({"findings": findings, "channels": channels, **({"outlook": prospect} if prospect else {})}))
        return
    for finding in by_level(findings):
        show(finding_lines(finding, case.name))
    if not findings:
        show(say("check.none"))
    show(coloured(say("check.channels"), "bold"))
    for name, state in states.items():
        show(
            "  "
            + padded(name, 26)
            + (say("check.ready") if state.ready else say("check.blocked", codes=join(state.blocked_by)))
        )
    if prospect is None:
        return
    for key, lines in (("strong", prospect.strong), ("weak", prospect.weak), ("stronger", prospect.stronger)):
        if lines:
            show(coloured(say(f"check.{key}"), "bold"))
            for line in lines:
                show(f"  · {line}")
    if prospect.effort:
        show(coloured(say("check.effort"), "bold"))
        show(f"  {prospect.effort}")
