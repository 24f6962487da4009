"""How long to wait for an answer on a channel: what was promised, else the channel's own waits (its front matter).

A wait names a period of `statutes/tables/periods.yaml`, or a number of hours, days, workdays or months of its own. The
first day is not counted (民法典 201); customary waits in days do not roll over days off.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from letters.case.model import Filing
from letters.case.model.moment import SHANGHAI, WholeDay
from letters.channels.front_matter import WaitRule
from letters.channels.profile import Channel
from letters.law.tables import keys

if TYPE_CHECKING:
    from letters.law.matter import Matter


class Wait(Struct, frozen=True):
    """An answer is due by `until`; a WholeDay means 24:00 of that day. `law` tells a legal period from a custom."""

    channel: str
    until: datetime
    rule: str
    law: bool = False
    provisional: bool = False

    @property
    def end(self) -> datetime:
        """The first moment after the wait."""
        return self.until + timedelta(days=1) if isinstance(self.until, WholeDay) else self.until


def wait(matter: "Matter", channel: Channel, filing: Filing) -> Wait | None:
    """The wait that runs for a filing, or None where the channel names none.

    A date the other side promised comes first; then what runs from acceptance, where it was accepted; then what runs from the filing.
    """
    accepted = filing.accepted_at or (filing.answered_at or filing.at if filing.status == "accepted" else None)
    if filing.promised_by is not None and accepted is None:
        return Wait(channel.id, filing.promised_by, "对方承诺的答复时间")
    for start, name in ((accepted, "accepted"), (filing.at, "filed")):
        entry = next((w for w in channel.waits if w.start == name), None)
        if start is not None and entry is not None:
            return _counted(matter, channel, start, entry)
    return None


def lapsed(matter: "Matter", channel: Channel, filing: Filing) -> bool:
    """Whether the wait for a filing is over by the end of the letter's day."""
    found = wait(matter, channel, filing)
    return found is not None and found.end <= matter.facts.end_of_day


def expected(matter: "Matter", channel: Channel, start: datetime) -> Wait | None:
    """The wait that would run for something sent at `start`."""
    entry = next((w for w in channel.waits if w.start == "filed"), None)
    return _counted(matter, channel, start, entry) if entry is not None else None


def _counted(matter: "Matter", channel: Channel, start: datetime, entry: WaitRule) -> Wait | None:
    rule, law = entry.rule, entry.kind == "law"
    if entry.hours:
        return Wait(channel.id, start + timedelta(hours=entry.hours), rule, law)
    if entry.period:
        from letters.law.periods.due import due

        found = due(matter.facts, matter.law, channel.id, f"periods.{entry.period}", start.date())
        return Wait(channel.id, whole_day(found.at), found.rule, law, found.provisional) if found else None
    from letters.law.periods.counting import last_day
    from letters.law.tables.calendar import calendar

    unit = entry.unit
    length: int | str = getattr(entry, unit)
    if length == "reply_days":
        set_by = matter.case.preferences.reply_by
        if set_by is not None and set_by > start:
            return Wait(channel.id, set_by, rule, law)
        length = matter.case.preferences.reply_days or matter.law.tables.value(keys.REPLY_DAYS, matter.on)
    day, sure = last_day(calendar(matter.law.tables), {"length": length, "unit": unit}, start.date())
    return Wait(channel.id, whole_day(day), rule, law, not sure)


def whole_day(day: date) -> WholeDay:
    """The day as a moment of which the hour is not known."""
    return WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
