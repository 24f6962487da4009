"""`letters law`: the wording of an article on a day, a search, or why a case rests on what it rests on."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letters.cli.command import Command
from letters.cli.errors import DONE, UNUSABLE
from letters.cli.language import join, say
from letters.cli.options import Day, folder, json_flag, opened, today

if TYPE_CHECKING:
    from letters.law.catalogue import Catalogue
    from letters.law.dossier import Dossier
    from letters.law.search import LawAnswer, Match


@click.command("law", cls=Command, help="cmd.law.long")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option("--on", "--date", "on", type=Day(), metavar="DATE", help="opt.on")
@click.option("--why", type=click.Path(path_type=Path), metavar="CASE", help="opt.why")
@folder("--statutes", help="opt.statutes")
@json_flag
def law(words: tuple[str, ...], on: date | None, why: Path | None, statutes: tuple[Path, ...], json: bool) -> int:
    """Answer a query, explain a case, or list the laws; 2 where nothing was found."""
    if why is not None and words:
        raise click.UsageError(say("law.one"), click.get_current_context())
    if why is not None:
        _why(opened(why, on, statutes=statutes), json)
        return DONE
    from letters.law.dossier import shared_catalogue

    catalogue = shared_catalogue(tuple(statutes))
    if not words:
        _list(catalogue, on or today(), json)
        return DONE
    from letters.law.search import answer

    found = answer(" ".join(words), on or today(), catalogue)
    _answer(found, json)
    return UNUSABLE if found.kind == "none" else DONE


def _answer(found: "LawAnswer", json: bool) -> None:
    from letters.cli.output import as_json, complain, show

    if json:
        from letters.cli.shapes import answer_shape

        show(as_json(answer_shape(found)))
        return
    if found.kind == "law" and found.law:
        card = found.law
        show("\n".join([card.title, card.issuer, *card.versions, card.status.message, card.source.official]))
        show("\n".join(f"  {match.label}　{match.heading}" for match in found.matches))
    for match in found.matches if found.kind != "law" else ():
        show(_article(match, found.kind == "search") + "\n")
    say_to = complain if found.kind == "none" else show
    for note in found.notes:
        say_to(note)
    if found.suggestions:
        say_to(say("law.try", words=join(found.suggestions)))


def _article(match: "Match", brief: bool) -> str:
    from letters.cli.output import coloured

    head = coloured(f"{match.law}{match.label}　{match.heading}", "bold") + f"　{match.ref}"
    if brief:
        return f"{head}\n  {match.snippet}" + ("" if match.status.in_force else f"\n  {match.status.message}")
    return "\n".join([head, *(f"  {line}" for line in match.text.splitlines()), f"  {say('law.plain')}{match.plain}"])


def _list(catalogue: "Catalogue", on: date, json: bool) -> None:
    from letters.cli.output import as_json, padded, show
    from letters.law.statute import status_of

    heads = [(catalogue.head(slug), status_of(catalogue.head(slug), on)) for slug in catalogue.slugs]
    if json:
        show(
            as_json(
                {
                    "on": on,
                    "laws": [
                        {
                            "id": head.slug,
                            "title": head.title,
                            "short": head.short,
                            "in_force": status.in_force,
                            "message": status.message,
                        }
                        for head, status in heads
                    ],
                }
            )
        )
        return
    for head, status in heads:
        show(padded(head.slug, 36) + padded(head.short, 44) + ("" if status.in_force else status.message))


def _why(dossier: "Dossier", json: bool) -> None:
    from letters.cli.output import as_json, show
    from letters.cli.shapes import why_shape

    shape = why_shape(dossier)
    if json:
        show(as_json(shape))
        return
    from letters.cli.output import coloured, padded

    show(coloured(say("why.chosen"), "bold"))
    for each in shape["chosen"]:
        words = f"{each['law']}{each['label']}"
        strength = say(f"strength.{each['strength']}")
        show(f"  {padded(words, 44)}{padded(each['demand'], 14)}{strength}\n    {each['reason']}")
    show(coloured(say("why.rejected"), "bold"))
    for each in shape["rejected"]:
        show(f"  {padded(each['article'], 30)}{each['reason']}")
    show(coloured(say("why.amounts"), "bold"))
    for kind, each in shape["amounts"].items():
        rests = f"〔{each['article']}〕" if each["article"] else ""
        show(f"  {padded(kind, 22)}{each['amount']:.2f}　{each['formula']}{rests}")
