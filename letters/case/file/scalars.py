"""From the text of one value to the value: money, times, days, whole numbers, yes and no."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from letters.case.model.moment import SHANGHAI, WholeDay, WholeMonth

#: Years that a case may speak of.
FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONEY = re.compile(r"([0-9]{1,12})(\.[0-9]{1,2})?")
_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:(?:[Tt]| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6}))?)?(?: *(Z|z|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_LOOSE_DAY = re.compile(r"([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?(.*)", re.DOTALL)
_LOOSE_TIME = re.compile(r"[\sTt]*([0-9]{1,2})[:时点：]([0-9]{2})(?:[:分：]([0-9]{2})秒?)?分?")
_TRUTH = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "是"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "否"), False),
}


class Unfit(ValueError):
    """A text that is no value of its sort; `code` is a message id, `right` the form that was probably meant."""

    def __init__(self, code: str, *, right: str = "", **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.right = right
        self.details = details


def truth(text: str) -> bool:
    """true, yes, on, 是 and their opposites."""
    if text not in _TRUTH:
        raise Unfit("not-truth")
    return _TRUTH[text]


def whole(text: str) -> int:
    """A whole number in plain digits, at most 18 of them."""
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise Unfit("not-whole")
    return int(text)


def money(text: str) -> Decimal:
    """Yuan: not negative, below 10^12, at most two decimals, digits only; the decimals are kept as written."""
    if _MONEY.fullmatch(text):
        return Decimal(text)
    bare = re.sub(r"[\s,，¥￥元圆]|RMB|CNY|人民币", "", text)
    if re.fullmatch(r"[-−－][0-9.]+", bare):
        raise Unfit("money-negative")
    if re.fullmatch(r"[0-9]+\.[0-9]{3,}", bare):
        raise Unfit("money-decimals")
    if re.fullmatch(r"[0-9]{13,}(\.[0-9]*)?", bare):
        raise Unfit("money-large")
    raise Unfit("money-form", right=bare if _MONEY.fullmatch(bare) else "")


def day(text: str) -> date:
    """A date alone, YYYY-MM-DD, from 1990 to 2100."""
    match = _MOMENT.fullmatch(text)
    if match is None or match[4] is not None:
        raise Unfit("not-day", right=_meant(text)[:10])
    return _real_day(match[1], match[2], match[3])


def moment(text: str) -> datetime:
    """ISO 8601 with or without seconds and offset, Asia/Shanghai unless said; a date alone is a WholeDay.

    24:00 is the midnight that ends the day (ISO 8601-1, 5.3.1.3).
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise Unfit("not-moment", right=_meant(text))
    when = _real_day(match[1], match[2], match[3])
    if match[4] is None:
        return WholeDay(when.year, when.month, when.day, tzinfo=SHANGHAI)
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    ends_day = hour == 24 and minute == second == int(match[7] or 0) == 0
    try:
        clock = datetime(
            when.year,
            when.month,
            when.day,
            0 if ends_day else hour,
            minute,
            second,
            int((match[7] or "0").ljust(6, "0")),
        )
        at = clock.replace(tzinfo=_zone(match[8])) + timedelta(days=int(ends_day))
    except ValueError:
        raise Unfit("no-such-time") from None
    return at.astimezone(SHANGHAI)


def month_or_moment(text: str) -> datetime:
    """A moment, or a month alone (2026-02) as a WholeMonth."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})", text)
    if match is None:
        return moment(text)
    first = _real_day(match[1], match[2], "1")
    return WholeMonth(first.year, first.month, 1, tzinfo=SHANGHAI)


def _zone(offset: str | None) -> timezone:
    if offset is None:
        return SHANGHAI
    if offset in "Zz":
        return UTC
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return timezone(-ahead if offset[0] == "-" else ahead)


def _real_day(year: str, month: str, day_: str) -> date:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise Unfit("year", first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(int(year), int(month), int(day_))
    except ValueError:
        raise Unfit("no-such-day") from None


def _meant(text: str) -> str:
    """The ISO form of a date written in another way (2026/11/1, 2026年11月1日 20:14), or ""."""
    found = _LOOSE_DAY.fullmatch(text.strip())
    if found is None:
        return ""
    try:
        when = date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""
    clock = _LOOSE_TIME.fullmatch(found[4].strip())
    return f"{when}T{int(clock[1]):02}:{clock[2]}:{clock[3] or '00'}" if clock else when
