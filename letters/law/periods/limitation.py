"""The limitation of actions: three years, afresh from each interruption, twenty at the most (民法典 188, 194, 195).

What interrupts: a demand that arrived, the debtor's promise, a suit, a request to a body that may settle the dispute, a
police report (诉讼时效规定 8, 10, 12 to 14).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.model import Filing
from letters.law.library import Law
from letters.law.periods.counting import add_months, last_day, roll_civil
from letters.law.periods.due import cited, entry_on
from letters.law.results import Due
from letters.law.statutes.statute import chinese_date
from letters.law.tables import keys
from letters.law.tables.calendar import Calendar, calendar

if TYPE_CHECKING:
    from collections.abc import Mapping


#: What a filing was, and on which provisions it interrupts, by the head that its channel names.
_HEADS = {"suit": "向法院提出", "claim": "向有权处理的组织投诉", "report": "向公安机关报案"}


class Interruption(Struct, frozen=True, order=True):
    """A day from which the period runs afresh, why, and by which articles; `revives` for a promise after the end (192(2))."""

    at: date
    why: str
    articles: Sequence[str] = ()
    revives: bool = False


def limitation(facts: Facts, law: Law) -> Iterator[Due]:
    """The last day for a suit. Not on the buyer's own mistake: there is no claim to bar."""
    entry = entry_on(law, keys.LIMITATION, facts.on)
    if entry is None or facts.told.main.claim == "favour":
        return
    days = calendar(law.tables)
    start, last = facts.dealings.knew_on, None
    end, sure = last_day(days, entry.value, start)
    for found in sorted(interruptions(facts, law)):
        if found.at >= start and (found.at <= end or found.revives):
            start, last = found.at, found
            end, sure = last_day(days, entry.value, start)
    articles: tuple[str, ...] = (entry.article, entry.value["start"])
    rule = f"自知道权益受到侵害之日{chinese_date(start)}起三年"
    if last is not None:
        rule, articles = (
            f"{last.why}，诉讼时效中断，自{chinese_date(start)}起重新计算三年",
            (entry.article, *last.articles),
        )
    longest = entry_on(law, keys.LONGEST_PROTECTION, facts.on)
    if longest is not None and (cap := last_day(days, longest.value, facts.dealings.fact_date))[0] < end:
        (end, sure), articles = cap, (longest.article,)
        rule = longest.rule.format(since=chinese_date(facts.dealings.fact_date))
    yield Due("limitation", end, cited(facts, law, rule, articles), entry.article, not sure, start)


def interruptions(facts: Facts, law: Law) -> Iterator[Interruption]:
    """What interrupted the limitation until the letter's day."""
    why = law.tables.value(keys.INTERRUPTIONS, facts.on)
    ids = {r.id for r in facts.case.respondents}
    for event in facts.told.events:
        day = event.at.date()
        if event.kind in ("request", "notice") and event.by in ("complainant", "guardian"):
            yield Interruption(day, f"{chinese_date(day)}提出履行请求", why["demand"])
        elif event.kind in ("approval", "promise") and event.by in ids and day >= facts.dealings.knew_on:
            yield Interruption(day, f"{chinese_date(day)}对方同意履行", why["promise"], True)
    for refund in facts.case.refunds:
        for moment in (refund.approved_at, refund.arrived_at):
            if moment is not None and moment <= facts.end_of_day:
                day = moment.date()
                yield Interruption(day, f"{chinese_date(day)}对方同意退款", why["promise"], True)
    for filing in facts.told.filings:
        channel = facts.told.channel_of(filing)
        yield from _filing(filing, channel.interrupts if channel else "none", why)


def _filing(filing: Filing, head: str, why: "Mapping[str, Sequence[str]]") -> Iterator[Interruption]:
    sent, end = filing.at.date(), filing.closed_at or filing.answered_at
    if head == "demand":
        arrived = filing.served_at.date() if filing.served_at else sent
        yield Interruption(arrived, f"{chinese_date(arrived)}提出履行请求", why["demand"])
    elif head in _HEADS:
        yield from _proceeding(sent, end.date() if end else None, _HEADS[head], why[head])


def _proceeding(sent: date, end: date | None, what: str, articles: Sequence[str]) -> Iterator[Interruption]:
    """From the request, and again from the end of the proceeding; while it is pending the earlier day is the safe one."""
    yield Interruption(sent, f"{chinese_date(sent)}{what}", articles)
    if end is not None and end > sent:
        yield Interruption(end, f"{what}的程序于{chinese_date(end)}终结", articles)


def suspended(
    days: Calendar, period: "Mapping[str, Any]", tail_months: int, since: date, obstacles: Sequence[tuple[date, date]]
) -> date:
    """The end of a period that runs from `since`, with obstacles of the last six months (民法典 194).

    Each obstacle is its first and its last day. One that lies in the last `tail_months` months puts the end so many
    months after it ceased.
    """
    end, _ = last_day(days, period, since)
    for first, last in sorted(obstacles):
        if first <= end and last >= add_months(end, -tail_months):
            end = max(end, roll_civil(days, add_months(last, tail_months))[0])
    return end
