"""Days and hours of a plan as one says them."""

from datetime import date, datetime, timedelta

from letters.case.model.moment import WholeDay
from letters.law.statutes.statute import chinese_date

_DAYS = "一二三四五六日"


def last_date(until: datetime) -> date:
    """The last day on which `until` has not passed; midnight belongs to the day before."""
    if isinstance(until, WholeDay):
        return until.date()
    return (until - timedelta(microseconds=1)).date()


def spoken_day(day: date) -> str:
    """2026年11月29日（星期日）."""
    return f"{chinese_date(day)}（星期{_DAYS[day.weekday()]}）"


def spoken_moment(until: datetime) -> str:
    """A day with 24时, or a day and an hour."""
    if isinstance(until, WholeDay) or (until.hour, until.minute) in ((0, 0), (23, 59)):
        return f"{spoken_day(last_date(until))}24时"
    return f"{spoken_day(until.date())}{until:%H:%M}"
