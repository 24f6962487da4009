"""`letters draft`: the letters of one case, on the terminal, as files, or as JSON."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letters.cli.choice import Choice
from letters.cli.command import Command
from letters.cli.failures import DONE, NOT_READY
from letters.cli.findings import tell_findings, tell_refused
from letters.cli.language import join, say
from letters.cli.options import case_argument, on_date, opened, own_folders
from letters.cli.output import as_json, complain, show
from letters.cli.saving import write_all
from letters.errors import LettersError
from letters.writers.registry import FORMATS

# Imported when called: letters.api and what knows it. `letters draft --help` needs neither the case model nor Jinja2.
if TYPE_CHECKING:
    from letters.api import Drafted, Outcome
    from letters.law.matter import Matter

#: What programs read; no format of a writer.
JSON = "json"


@click.command("draft", cls=Command, help="cmd.draft.long", no_args_is_help=True)
@case_argument()
@click.option("-c", "--channel", "channels", multiple=True, metavar="CHANNEL", help="opt.channel")
@click.option("--all", "every", is_flag=True, help="opt.all")
@click.option("--next", "following", is_flag=True, help="opt.next")
@click.option(
    "-t",
    "--format",
    "formats",
    type=click.Choice([*(each.name for each in FORMATS), JSON]),
    multiple=True,
    help="opt.format",
)
@click.option("--json", "json", is_flag=True, help="opt.json")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="opt.output")
@click.option("--to", default="", metavar="ID", help="opt.to")
@click.option("--reference-doc", "reference", type=click.Path(path_type=Path), metavar="FILE", help="opt.reference")
@click.option("--with-files", is_flag=True, help="opt.with-files")
@click.option("--skip-broken", is_flag=True, help="opt.skip-broken")
@click.option("--force", is_flag=True, help="opt.force")
@on_date
@own_folders
def draft(
    case: Path, on: date | None, json: bool, statutes: tuple[Path, ...], formats: tuple[str, ...], **settings: Any
) -> int:
    """Draft the letters and put them where they were asked for; 1 if what was asked for is not ready."""
    choice = Choice(formats=(*dict.fromkeys((*formats, *([JSON] if json else []))),), **settings)
    _agree(choice)
    matter = opened(case, on, choice.templates, statutes)
    _known_respondent(matter, choice.to)
    if choice.with_files:
        from letters.cli.evidence_book import deliver_book

        deliver_book(matter, choice, case)
        return DONE
    channels = _channels(matter, choice)
    if not channels:
        complain(say("draft.nothing-today"))
        return NOT_READY

    outcome = _drafted(matter, channels, choice)
    if JSON in choice.formats:
        _print_json(outcome, choice)
    elif outcome.letters:
        from letters.cli.deliver import deliver

        deliver(outcome, choice, case)
    if JSON not in choice.formats:
        tell_findings(outcome.letters)
    tell_refused(outcome.refused)
    if not outcome.letters:
        return NOT_READY
    return NOT_READY if outcome.refused and choice.channels else DONE


def _agree(choice: Choice) -> None:
    ways = sum(map(bool, (choice.channels, choice.every, choice.following)))
    if ways != 1:
        raise click.UsageError(say("draft.which" if ways == 0 else "draft.one-way"), click.get_current_context())
    if JSON in choice.formats and len(choice.formats) > 1:
        raise click.UsageError(say("draft.json-alone"), click.get_current_context())

    if choice.with_files or choice.skip_broken:
        from letters.api import channels_of

        binding = [channel.id for channel in channels_of(choice.templates).that(binds=True)]
        if not choice.with_files or len(choice.channels) != 1 or choice.channels[0] not in binding:
            raise click.UsageError(say("book.alone", channels=" / ".join(binding)), click.get_current_context())


def _known_respondent(matter: "Matter", identity: str) -> None:
    known = [respondent.id for respondent in matter.case.respondents]
    if identity and identity not in known:
        raise LettersError(say("draft.no-respondent", name=identity), fix=say("draft.respondents", names=join(known)))


def _channels(matter: "Matter", choice: Choice) -> tuple[str, ...]:
    if choice.channels:
        return tuple(dict.fromkeys(choice.channels))
    if choice.every:
        from letters.api import channels_of

        return channels_of(choice.templates).ids()
    from letters.api import plan

    return tuple(dict.fromkeys(step.channel for step in plan(matter, templates=choice.templates).today))


def _drafted(matter: "Matter", channels: tuple[str, ...], choice: Choice) -> "Outcome":
    """The letters; where many were asked for at once, a template that cannot be used stops only its own channel."""
    from letters.api import Outcome, Refused, draft_letters

    letters: list[Drafted] = []
    refused: list[Refused] = []
    # leave to pass a gate is given channel by channel, never for all at once
    force = choice.force and bool(choice.channels)
    for channel in channels:
        try:
            made = draft_letters(matter, [channel], force=force, to=choice.to, templates=choice.templates)
        except LettersError as error:
            if choice.channels:
                raise
            refused.append(Refused(channel, ("template",), str(error)))
        else:
            letters += made.letters
            refused += made.refused
    return Outcome(tuple(letters), tuple(refused))


def _print_json(outcome: "Outcome", choice: Choice) -> None:
    from letters.cli.shapes import outcome_shape

    text = as_json(outcome_shape(outcome))
    if choice.output is None:
        show(text)
        return
    write_all({choice.output: (text + "\n").encode()}, force=choice.force)
