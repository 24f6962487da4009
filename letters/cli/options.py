"""Arguments that several commands share."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from letters.cli.language import LANGUAGE, say

if TYPE_CHECKING:
    from letters.law.matter import Matter

F = TypeVar("F", bound=Callable[..., Any])

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MOMENT = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?")
#: Letters are of our time; laws are looked up back to the first of them.
FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2199, 12, 31)


class Day(click.ParamType[date]):
    """A date such as 2026-11-22."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        return _day(str(value).strip()) or self.fail(say("usage.date", value=value), param, ctx)


class Moment(click.ParamType[datetime]):
    """A time such as 2026-11-22T09:30, in China's time; of a date alone only the day is known."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        from letters.case.model.moment import SHANGHAI, WholeDay

        match = _MOMENT.fullmatch(str(value).strip())
        day = _day(match[1]) if match else None
        if match is None or day is None:
            self.fail(say("usage.moment", value=value), param, ctx)
        if match[2] is None:
            return WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
        try:
            clock = time(int(match[2]), int(match[3]), int(match[4] or 0))
        except ValueError:
            self.fail(say("usage.moment", value=value), param, ctx)
        return datetime.combine(day, clock, SHANGHAI)


class Amount(click.ParamType[Decimal]):
    """Yuan with at most two decimals."""

    name = "AMOUNT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        if not _AMOUNT.fullmatch(str(value).strip()):
            self.fail(say("usage.amount", value=value), param, ctx)
        return Decimal(str(value).strip())


def _day(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def china_today() -> date:
    """The day in China."""
    from letters.case.model.moment import today as in_china

    return in_china()


def folder_option(*names: str, **settings: Any) -> Callable[[F], F]:
    """An option that takes existing folders and may be repeated."""
    return click.option(*names, type=_Folder(), multiple=True, metavar="DIR", **settings)


class _Folder(click.ParamType[Path]):
    name = "DIR"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if not path.is_dir():
            self.fail(say("usage.no-folder", value=value), param, ctx)
        return path


def case_argument(required: bool = True) -> Callable[[F], F]:
    """The case file."""
    return click.argument("case", type=click.Path(path_type=Path), metavar="CASE", required=required)


def on_date(function: F) -> F:
    """`--date`, which is "today" wherever today matters."""
    return click.option("--date", "on", type=Day(), metavar="DATE", help="opt.date")(function)


def own_folders(function: F) -> F:
    """`--templates` and `--statutes`: the user's own, before ours."""
    function = folder_option("--statutes", help="opt.statutes")(function)
    return folder_option("--templates", help="opt.templates")(function)


def json_flag(function: F) -> F:
    """`--json`."""
    return click.option("--json", "json", is_flag=True, help="opt.json")(function)


def opened(case: Path, on: date | None, templates: tuple[Path, ...] = (), statutes: tuple[Path, ...] = ()) -> "Matter":
    """The case of a file, read by the law on the day. Raises LettersError for one that cannot be used."""
    from letters.api import open_case
    from letters.case.file.problems import LANGUAGE as case_language

    case_language.set(LANGUAGE.get())
    return open_case(case, on or china_today(), templates=templates, statutes=statutes)
