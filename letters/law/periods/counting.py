"""How periods are counted: the first day does not count, months end on the same date, a last day off moves on.

民法典 200 to 204 and 民诉法 85 move past weekends and public holidays (make-up workdays are workdays); 办法 45 past public
holidays alone.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from letters.law.tables.calendar import Calendar

_DAY = timedelta(days=1)
_LONGEST_MONTH = 31


def add_months(day: date, months: int) -> date:
    """The same date so many months on, or the last day of a month without it (民法典 202)."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for last in range(min(day.day, _LONGEST_MONTH), 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def add_years(day: date, years: int) -> date:
    """The same date so many years on; 29 February becomes the 28th (民法典 202)."""
    return add_months(day, 12 * years)


def add_workdays(calendar: Calendar, day: date, count: int) -> tuple[date, bool]:
    """The `count`th working day after `day`, and whether all calendars on the way are published."""
    sure = True
    while count > 0:
        day += _DAY
        kind = calendar.kind(day)
        sure = sure and kind.published
        count -= kind.workday
    return day, sure


def roll_civil(calendar: Calendar, day: date) -> tuple[date, bool]:
    """The day itself or, if it is a day off, the first working day after (民法典 203, 民诉法 85), and whether that is sure."""
    sure = calendar.kind(day).published
    while not calendar.kind(day).workday:
        day += _DAY
        sure = sure and calendar.kind(day).published
    return day, sure


def roll_holidays(calendar: Calendar, day: date) -> tuple[date, bool]:
    """The day itself or, if it is a public holiday, the first day after the holiday, be it a weekend (办法 45)."""
    sure = calendar.kind(day).published
    while calendar.kind(day).holiday:
        day += _DAY
        sure = sure and calendar.kind(day).published
    return day, sure


def unrolled(period: Mapping[str, Any], since: date) -> date:
    """The last day of a period in natural days, months or years, before any moving on."""
    length, unit = int(period["length"]), period["unit"]
    if unit == "days":
        return since + length * _DAY
    return add_months(since, length) if unit == "months" else add_years(since, length)


def last_day(calendar: Calendar, period: Mapping[str, Any], since: date) -> tuple[date, bool]:
    """The last day of a period of the tables that runs from `since`, and whether it is sure.

    `period` holds length, unit (days, workdays, months, years) and roll (civil, holidays, none).
    """
    if period["unit"] == "workdays":
        return add_workdays(calendar, since, int(period["length"]))
    day = unrolled(period, since)
    roll = period.get("roll", "none")
    if roll == "civil":
        return roll_civil(calendar, day)
    return roll_holidays(calendar, day) if roll == "holidays" else (day, True)
