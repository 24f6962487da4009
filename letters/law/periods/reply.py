"""The date that the letters set: so many natural days from the letter's date, the first not counted, never moved on."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from letters.case.facts.facts import Facts
from letters.case.model.moment import SHANGHAI, WholeDay, knows_hour
from letters.law.library import Law
from letters.law.periods.due import cited, entry_on
from letters.law.results import Due
from letters.law.statutes.statute import chinese_date
from letters.law.tables import keys


def reply_deadline(facts: Facts, law: Law) -> datetime:
    """The last moment for an answer; a `WholeDay` means 24:00 of that day, and so is read 00:00 of the next."""
    wish = facts.case.preferences
    if wish.reply_by is not None:
        by = wish.reply_by
        if knows_hour(by) and by.timetz().replace(tzinfo=None) == time(0):
            return _whole(by.date() - timedelta(days=1))
        return by
    days = wish.reply_days or law.tables.value(keys.REPLY_DAYS, facts.on)
    return _whole(facts.on + timedelta(days=days))


def reply(facts: Facts, law: Law, at: datetime) -> Iterator[Due]:
    """The writer's own deadline, whose last moment is `at`."""
    wish = facts.case.preferences
    if wish.reply_by is not None:
        yield Due("reply-deadline", at.date(), "信件写明的答复期限", "", False, facts.on)
        return
    days = wish.reply_days or law.tables.value(keys.REPLY_DAYS, facts.on)
    rule = f"信件所定的答复期限：自{chinese_date(facts.on)}起{days}日，当日不计入，写信人自定的期限遇休息日不顺延"
    counting = entry_on(law, keys.FIRST_DAY, facts.on)
    article = counting.article if counting else ""
    yield Due("reply-deadline", at.date(), cited(facts, law, rule, (article,)), article, False, facts.on)


def _whole(day: date) -> WholeDay:
    return WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
