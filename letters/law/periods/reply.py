"""The date that the letters set: so many natural days from the letter's date, the first not counted, never moved on."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from letters.case.moment import SHANGHAI, WholeDay, knows_hour
from letters.law.basis import Due
from letters.law.periods.due import cited
from letters.law.statute import chinese_date

if TYPE_CHECKING:
    from letters.law.dossier import Dossier


def reply_deadline(dossier: "Dossier") -> datetime:
    """The last moment for an answer; a `WholeDay` means 24:00 of that day, and so is read 00:00 of the next."""
    wish = dossier.case.preferences
    if wish.reply_by is not None:
        by = wish.reply_by
        if knows_hour(by) and by.timetz().replace(tzinfo=None) == time(0):
            return _whole(by.date() - timedelta(days=1))
        return by
    days = wish.reply_days or dossier.tables.value("waits.reply_days", dossier.on)
    return _whole(dossier.on + timedelta(days=days))


def reply(dossier: "Dossier") -> Iterator[Due]:
    """The writer's own deadline."""
    at = dossier.reply_deadline
    wish = dossier.case.preferences
    if wish.reply_by is not None:
        yield Due("reply-deadline", at.date(), "信件写明的答复期限", "", False, dossier.on)
        return
    days = wish.reply_days or dossier.tables.value("waits.reply_days", dossier.on)
    rule = f"信件所定的答复期限：自{chinese_date(dossier.on)}起{days}日，当日不计入，写信人自定的期限遇休息日不顺延"
    article = "minfadian:201(1)"
    yield Due("reply-deadline", at.date(), cited(dossier, rule, (article,)), article, False, dossier.on)


def _whole(day: date) -> WholeDay:
    return WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
