"""`letters law`: the wording of an article on a day, a search, or why a case rests on what it rests on."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letters.cli.command import Command
from letters.cli.failures import DONE, UNUSABLE
from letters.cli.language import join, known, say
from letters.cli.options import Day, china_today, folder_option, json_flag, opened

if TYPE_CHECKING:
    from letters.law.matter import Matter
    from letters.law.statutes.catalogue import Catalogue
    from letters.law.statutes.search import LawAnswer, Match


@click.command("law", cls=Command, help="cmd.law.long")
@click.argument("words", nargs=-1, metavar="[QUERY]")
@click.option("--on", "--date", "on", type=Day(), metavar="DATE", help="opt.on")
@click.option("--why", type=click.Path(path_type=Path), metavar="CASE", help="opt.why")
@folder_option("--statutes", help="opt.statutes")
@json_flag
def law(words: tuple[str, ...], on: date | None, why: Path | None, statutes: tuple[Path, ...], json: bool) -> int:
    """Answer a query, explain a case, or list the laws; 2 where nothing was found."""
    if why is not None and words:
        raise click.UsageError(say("law.one"), click.get_current_context())
    if why is not None:
        _why(opened(why, on, statutes=statutes), json)
        return DONE
    from letters.law.library import law_of

    catalogue = law_of(statutes).statutes
    if not words:
        _list(catalogue, on or china_today(), json)
        return DONE
    from letters.law.statutes.search import look_up

    found = look_up(" ".join(words), on or china_today(), catalogue)
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
    from letters.law.statutes.statute import status_of

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


def _why(matter: "Matter", json: bool) -> None:
    from letters.cli.output import as_json, show
    from letters.law.why import why

    answer = why(matter)
    if json:
        show(as_json({"on": matter.on, **answer}))
        return
    from letters.cli.output import coloured, padded

    def named(article: str) -> str:
        slug = article.partition(":")[0]
        return matter.law.statutes.head(slug).short + matter.law.statutes.label(article)

    show(coloured(say("why.chosen"), "bold"))
    demand = ""
    for each in _once(answer["chosen"], "demand", "article", "strength", "reason"):
        if each["demand"] != demand:
            demand = each["demand"]
            show(f" {known(f'demand.{demand}')}")
        show(f"  {padded(named(each['article']), 46)}{known('strength.' + each['strength'])}　{each['reason']}")
    show(coloured(say("why.rejected"), "bold"))
    reasons: dict[str, list[str]] = {}
    for each in _once(answer["rejected"], "reason", "article"):
        reasons.setdefault(each["reason"], []).append(named(each["article"]))
    for reason, articles in reasons.items():
        show(f"  {join(articles)}\n    {reason}")
    show(coloured(say("why.amounts"), "bold"))
    for kind, each in answer["amounts"].items():
        rests = f"〔{named(each['article'])}〕" if each["article"] else ""
        show(f"  {padded(known(f'sum.{kind}'), 28)}{each['amount']}　{each['formula']}{rests}")
    for each in answer["problems"]:
        show(f"  [{each['code']}] {each['message']}" + (f" → {each['fix']}" if each["fix"] else ""))


def _once(rows: list[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    """Rows that differ in `keys`, by the first of them in order of appearance."""
    order = {row[keys[0]]: None for row in rows}
    unique = {tuple(row[key] for key in keys): row for row in rows}
    return [row for value in order for row in unique.values() if row[keys[0]] == value]
