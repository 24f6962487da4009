"""From a period of the tables and its first day to a date with its rule."""

from datetime import date

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.periods.counting import last_day
from letters.law.results import Due
from letters.law.statutes.statute import chinese_date
from letters.law.tables.calendar import calendar
from letters.law.tables.dated import DatedValue


def entry_on(law: Law, name: str, day: date) -> DatedValue | None:
    """The period `name` (`letters.law.tables.keys`) in force on that day, or None if the tables hold none for it."""
    return law.tables.entry(name, day) if law.tables.known(name, day) else None


def due(
    facts: Facts,
    law: Law,
    what: str,
    name: str,
    since: date,
    *,
    law_of: date | None = None,
    also: tuple[str, ...] = (),
    note: str = "",
) -> Due | None:
    """The date `what` of the period `name` that runs from `since`; None where the law of `law_of` knows no such period.

    `law_of` is the day whose law counts, `since` where left out. `also` are further articles of the rule, `note` a
    further clause.
    """
    entry = entry_on(law, name, law_of or since)
    if entry is None:
        return None
    at, sure = last_day(calendar(law.tables), entry.value, since)
    rule = entry.rule.format(since=chinese_date(since)) + (f"，{note}" if note else "")
    return Due(what, at, cited(facts, law, rule, (entry.article, *also)), entry.article, not sure, since)


def cited(facts: Facts, law: Law, rule: str, articles: tuple[str, ...]) -> str:
    """The rule with its articles in brackets: 自…起三年（民法典第一百八十八条第一款）."""
    names = "、".join(_name(facts, law, article) for article in articles if article)
    return f"{rule}（{names}）" if names else rule


def _name(facts: Facts, law: Law, article: str) -> str:
    slug = article.partition(":")[0]
    return f"{law.statutes.head(slug).short}{law.statutes.label(article)}"
