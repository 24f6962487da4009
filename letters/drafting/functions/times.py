"""Times in templates: when something was, and by when the letter wants an answer."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from letters.case.model.moment import WholeDay, knows_hour
from letters.drafting.context import Context
from letters.drafting.prose import forms


def when(context: Context, moment: datetime | date, hour: bool = True, fresh: bool = False) -> str:
    """A time in the style of the voice, without what was just said."""
    if not isinstance(moment, datetime):
        moment = WholeDay(moment.year, moment.month, moment.day)
    return context.clock.when(moment, hour=hour, fresh=fresh)


def hour(context: Context, moment: datetime) -> str:
    return forms.clock_time(moment, context.voice["style"])


def as_of(context: Context) -> str:
    """截至信件日期，as this voice says it."""
    if context.clock.style not in ("box", "public", "spoken") or not context.voice["now"]:
        context.clock.forget_day()
    return context.voice["now"] or f"截至{forms.long_date(context.matter.on)}"


def forget_day(context: Context) -> None:
    """What stands between names another day: the next time is written out."""
    context.clock.forget_day()


def deadline(context: Context) -> str:
    """The date and hour that the letter sets: 2026年11月29日24时前."""
    limit = _limit(context)
    clock = "24点" if context.voice["style"] == "spoken" else "24时"
    return f"{forms.long_date(limit.date())}{forms.clock_time(limit, 'paper') if knows_hour(limit) else clock}前"


def deadline_day(context: Context) -> date:
    return _limit(context).date()


def days_given(context: Context) -> int:
    """How many days the other side has, counted from the letter's date."""
    return (_limit(context).date() - context.matter.on).days


def _limit(context: Context) -> datetime:
    context.deadline_said = True
    return context.matter.reply_deadline


def last_day_of(context: Context, what: str) -> date | None:
    """The last day of a period that runs, by its code."""
    return next((d.at for d in context.matter.dues if d.what == what), None)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "when": when,
    "hour": hour,
    "as_of": as_of,
    "forget_day": forget_day,
    "deadline": deadline,
    "deadline_day": deadline_day,
    "days_given": days_given,
    "dues": last_day_of,
}
