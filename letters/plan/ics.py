"""The dates of a plan as an iCalendar file (RFC 5545): all-day events with alarms, whose ids stay the same on re-import."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from letters.law.periods.due_labels import label_of
from letters.plan.days import last_date
from letters.plan.steps import Plan

if TYPE_CHECKING:
    from letters.law.matter import Matter

#: Nine o'clock on the day before, and for rights that end, thirty days before.
EVE = timedelta(hours=-15)
MONTH_BEFORE = timedelta(days=-30)


class CalendarEntry(Struct, frozen=True):
    """A day in the calendar. `key` is what it is, the same at every run of the plan."""

    key: str
    day: date
    title: str
    text: str
    alarms: tuple[timedelta, ...] = (EVE,)


def to_ics(plan: Plan, matter: "Matter") -> bytes:
    """The plan's dates from its day on. The same case, day and law give the same bytes; a later plan updates the events.

    Nothing in it names the complainant; the case's own title stands in the description.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//letters//plan//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", matter.case.title or "维权日程")
    stamp = datetime.combine(plan.on, time(), UTC)
    case_id, seen = _case_id(matter), Counter[str]()
    for entry in entries(plan):
        seen[entry.key] += 1
        event = Event()
        event.add("uid", _uid(case_id, entry.key, seen[entry.key]))
        event.add("dtstamp", stamp)
        event.add("sequence", (plan.on - date(2000, 1, 1)).days)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", "\n".join(filter(None, (matter.case.title, entry.text))))
        event.add("transp", "TRANSPARENT")
        for trigger in entry.alarms:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", trigger)
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def entries(plan: Plan) -> Iterator[CalendarEntry]:
    """The days of the plan that are not past: periods first, then answers that are waited for.

    The regulator's decision on a complaint that is not filed yet is left out.
    """
    told: set[tuple[date, str]] = set()
    for due in plan.due:
        if due.at < plan.on or (due.what == "regulator-decision" and due.since == plan.on):
            continue
        if due.what in ("regulator-decision", "mediation-end"):
            told |= {(due.at, waiting.channel) for waiting in plan.waiting}
        text = "。".join(
            filter(None, (due.rule, label_of(due).advice, "节假日安排尚未公布，日期暂定" if due.provisional else ""))
        )
        yield CalendarEntry(
            due.what, due.at, label_of(due).end, text, (EVE, MONTH_BEFORE) if label_of(due).right else (EVE,)
        )
    for waiting in plan.waiting:
        day = last_date(waiting.until)
        if waiting.over or (day, waiting.channel) in told:
            continue
        number = f"编号{waiting.number}。" if waiting.number else ""
        yield CalendarEntry(
            f"wait:{waiting.channel}", day, f"{waiting.name}：等待答复的最后一日", f"{number}{waiting.rule}"
        )


def _case_id(matter: "Matter") -> str:
    """What stays the same while a case file grows: who complains, the first order, payment and respondent."""
    case = matter.case
    orders = [o.number or o.id for o in case.orders[:1]]
    payments = [p.transaction_id or p.id for p in case.payments[:1]]
    return "\n".join((case.complainant.name, case.respondents[0].id, *orders, *payments))


def _uid(case_id: str, key: str, count: int) -> str:
    return sha256(f"{case_id}\n{key}\n{count}".encode()).hexdigest()[:32] + "@letters.invalid"
