"""From a period of the tables and its first day to a date with its rule."""

from datetime import date
from typing import TYPE_CHECKING

from letters.law.basis import Due
from letters.law.periods.calendar import calendar
from letters.law.periods.counting import last_day
from letters.law.statute import chinese_date
from letters.law.tables import Entry

if TYPE_CHECKING:
    from letters.law.dossier import Dossier


def entry_on(dossier: "Dossier", key: str, day: date) -> Entry | None:
    """The period `periods.<key>` in force on that day, or None if the tables hold none for it."""
    name = f"periods.{key}"
    return dossier.tables.entry(name, day) if dossier.tables.known(name, day) else None


def due(
    dossier: "Dossier", what: str, key: str, since: date, *, law_of: date | None = None, also: tuple[str, ...] = (), note: str = ""
) -> Due | None:
    """The date `what` of the period `key` that runs from `since`; None where the law of `law_of` knows no such period.

    `law_of` is the day whose law counts, `since` where left out. `also` are further articles of the rule, `note` a
    further clause.
    """
    entry = entry_on(dossier, key, law_of or since)
    if entry is None:
        return None
    at, sure = last_day(calendar(dossier.tables), entry.value, since)
    rule = entry.rule.format(since=chinese_date(since)) + (f"，{note}" if note else "")
    return Due(what, at, cited(dossier, rule, (entry.article, *also)), entry.article, not sure, since)


def cited(dossier: "Dossier", rule: str, articles: tuple[str, ...]) -> str:
    """The rule with its articles in brackets: 自…起三年（民法典第一百八十八条第一款）."""
    names = "、".join(_name(dossier, article) for article in articles if article)
    return f"{rule}（{names}）" if names else rule


def _name(dossier: "Dossier", article: str) -> str:
    slug = article.partition(":")[0]
    return f"{dossier.catalogue.head(slug).short}{dossier.catalogue.label(article)}"
