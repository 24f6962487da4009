"""Fixed Chinese forms of dates, times and sums in the registers of letters (GB/T 15835 numerals, no leading zeros)."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from letters.case.model.moment import knows_hour

CENT = Decimal("0.01")


def long_date(day: date) -> str:
    """2026年11月22日."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """11月22日."""
    return f"{day.month}月{day.day}日"


def clock_time(moment: datetime, style: str) -> str:
    """The hour: box 20:14, paper 20时14分 (a full hour 9时), spoken 晚上8点14分; nothing where it is not known."""
    if not knows_hour(moment):
        return ""
    hour, minute = moment.hour, moment.minute
    if style == "box":
        return f"{hour}:{minute:02d}"
    if style == "spoken":
        return _spoken(hour, minute)
    return f"{hour}时{minute:02d}分" if minute else f"{hour}时"


def _spoken(hour: int, minute: int) -> str:
    part = next(
        name for limit, name in ((5, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上")) if hour < limit
    )
    twelve = hour - 12 if hour > 12 else hour
    rest = "" if not minute else "半" if minute == 30 else f"{minute}分"
    return f"{part}{twelve}点{rest}"


def written_sum(amount: Decimal, style: str) -> str:
    """A sum in yuan: box 98元 (fen only when not zero), paper 98.00元. Rounded half up to the cent."""
    cents = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
    if style == "paper":
        return f"{cents}元"
    return f"{cents:f}".rstrip("0").rstrip(".") + "元" if cents != cents.to_integral() else f"{int(cents)}元"


def number(amount: Decimal) -> str:
    """Digits with two decimals and no unit."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP)}"


class Clock:
    """Prints times one after the other and leaves out what the reader already knows.

    The full date once, then without the year, and only the hour while the day is the same. `style` is box, paper,
    spoken or public (no hours: 当晚, 当日).
    """

    def __init__(self, style: str) -> None:
        self.style = style
        self._day: date | None = None
        self._year: int | None = None
        self._part = ""

    def when(self, moment: datetime, *, hour: bool = True, fresh: bool = False) -> str:
        """The time of `moment`; `fresh` starts a paragraph, where the same day reads 当日."""
        day = moment.date()
        same, self._day = day == self._day, day
        if self.style == "public":
            return self._public(moment, same, hour)
        tail = clock_time(moment, self.style) if hour else ""
        if same and self.style == "spoken" and tail[:2] == self._part:
            return tail[2:]
        self._part = tail[:2]
        if same:
            return f"当日{tail}" if fresh or not tail else tail
        return self.day(day) + tail

    def _public(self, moment: datetime, same: bool, hour: bool) -> str:
        evening = hour and knows_hour(moment) and moment.hour >= 18
        if same:
            return "当晚" if evening else "当日"
        return self.day(moment.date()) + ("晚" if evening else "")

    def day(self, day: date) -> str:
        """A date, with its year where the year is new."""
        full = long_date(day) if day.year != self._year else short_date(day)
        self._year, self._day = day.year, day
        return full

    @property
    def last_day(self) -> date | None:
        """The day that was named last."""
        return self._day

    def forget_day(self) -> None:
        """What stands between names another day: the next time is written out."""
        self._day = None
