"""Times of a case: always with a zone, and known to the minute or only to the day."""

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

#: China has kept UTC+8 the year round since 1991; a fixed offset needs no zone data on the machine.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


class WholeDay(datetime):
    """A moment of which only the day is known; its clock reads 00:00 and is never printed."""


class WholeMonth(WholeDay):
    """A moment of which only the month is known; it reads as the first of the month, whose day is never printed."""

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def today() -> date:
    """The day in China, where periods run."""
    return datetime.now(SHANGHAI).date()


def knows_hour(moment: datetime) -> bool:
    """Whether the hour of `moment` was given, and may be printed."""
    return not isinstance(moment, WholeDay)
