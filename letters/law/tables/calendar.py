"""Which days are worked and which are public holidays: the State Council's yearly notice, else the law's own days.

Sources in this order: `y<year>` in statutes/tables/holidays.yaml (the user's first), the package chinese_calendar, and for
a year whose notice is not out the days fixed by 全国年节及纪念日放假办法 2 and 6, which makes a date provisional.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from msgspec import Struct

from letters.law.tables import keys
from letters.law.tables.dated import BadTable, Tables

_DAY = timedelta(days=1)


class DayKind(Struct, frozen=True):
    """`workday` counts make-up workdays; `holiday` is a public holiday, not a plain weekend; `published` that it is sure."""

    workday: bool
    holiday: bool
    published: bool


class Calendar:
    """The working days of China by the tables given."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._days: dict[date, DayKind] = {}
        self._years: dict[int, Mapping[str, frozenset[date]] | None] = {}

    def kind(self, day: date) -> DayKind:
        """What kind of day it is."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = self._look(day)
        return found

    def published(self, year: int) -> bool:
        """Whether the notice of that year is known here."""
        return self.kind(date(year, 7, 1)).published

    def _look(self, day: date) -> DayKind:
        weekend = day.weekday() >= 5
        stated = self._stated(day.year)
        if stated is not None:
            holiday = day in stated["free"]
            return DayKind(day in stated["work"] or not weekend and not holiday, holiday, True)
        from chinese_calendar import get_holiday_detail

        try:
            free, name = get_holiday_detail(day)
        except NotImplementedError:
            holiday = day in self._fixed(day)
            return DayKind(not weekend and not holiday, holiday, False)
        return DayKind(not free, bool(free and name), True)

    def _stated(self, year: int) -> Mapping[str, frozenset[date]] | None:
        if year not in self._years:
            entries = self._tables.history(f"holidays.y{year}")
            self._years[year] = _notice(entries[-1].value) if entries else None
        return self._years[year]

    def _fixed(self, day: date) -> frozenset[date]:
        entry = self._tables.entry(keys.FIXED_HOLIDAYS, day)
        moving = self._tables.entry(keys.LUNAR_HOLIDAYS, day)
        return _fixed_days(day.year, (*entry.value, *(dict(moving.value).get(str(day.year)) or ())))


def _notice(value: Any) -> Mapping[str, frozenset[date]]:
    if not isinstance(value, Mapping) or not value or set(value) - {"free", "work"}:
        raise BadTable(
            "放假安排应当写 free（放假的日子）和 work（调休上班的日子）",
            fix="参照 statutes/tables/holidays.yaml 中的样子",
        )
    try:
        return {key: frozenset(map(date.fromisoformat, value.get(key) or ())) for key in ("free", "work")}
    except (TypeError, ValueError) as error:
        raise BadTable(f"放假安排里有一天不是日期：{error}", fix="日期写成 2027-01-01") from None


@cache
def _fixed_days(year: int, days: tuple[str, ...]) -> frozenset[date]:
    """The fixed days of a year; one that falls on a weekend is made up on the next weekday (放假办法 6)."""
    off = {date(year, int(month), int(day)) for month, _, day in (text.partition("-") for text in days)}
    for fixed in sorted(off):
        if fixed.weekday() >= 5:
            free = fixed
            while free in off or free.weekday() >= 5:
                free += _DAY
            off.add(free)
    return frozenset(off)


@cache
def calendar(tables: Tables) -> Calendar:
    """One calendar for one set of tables."""
    return Calendar(tables)
