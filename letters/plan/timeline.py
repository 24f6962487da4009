"""What stands on the time line of a case: events, filings and answers, today, what is waited for, what ends when."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from letters.case.facts.story import Entry, story
from letters.case.model.moment import knows_hour
from letters.channels.known_channels import Channels
from letters.channels.known_channels import channels as our_channels
from letters.law.periods.due_labels import label_of
from letters.plan.days import last_date
from letters.plan.steps import Plan

if TYPE_CHECKING:
    from letters.law.matter import Matter

Kind = Literal["event", "filing", "answer", "today", "wait", "due", "end"]
LONGEST = 64
_KINDS = {
    "order": "下单",
    "payment": "付款",
    "payments": "付款",
    "refusal": "被拒绝",
    "approval": "同意退款",
    "discovery": "发现问题",
}


class Mark(Struct, frozen=True):
    """One point of the line: its day, the hour where known, what it is, a title and a line of text."""

    day: date
    hour: str
    kind: Kind
    title: str
    text: str = ""


def marks(plan: Plan, matter: "Matter", channels: Channels | None = None) -> tuple[Mark, ...]:
    """All points in order of time; on one day what happened comes before today, and today before what is to come."""
    known = channels if channels is not None else our_channels()
    found = [*_past(matter, known), _today(plan), *_ahead(plan)]
    rank = {"event": 0, "filing": 0, "answer": 0, "today": 1, "wait": 2, "due": 2, "end": 2}
    return tuple(sorted(found, key=lambda mark: (mark.day, rank[mark.kind], mark.hour)))


def _past(matter: "Matter", channels: Channels) -> Iterator[Mark]:
    for entry in story(matter.facts):
        hour = f"{entry.at:%H:%M}" if knows_hour(entry.at) else ""
        title, text = _words(matter, entry, channels)
        kind: Kind = "filing" if entry.kind == "filing" else "answer" if entry.kind == "answer" else "event"
        yield Mark(entry.at.date(), hour, kind, title, _short(text))


def _words(matter: "Matter", entry: Entry, channels: Channels) -> tuple[str, str]:
    facts = matter.facts
    if entry.kind == "order" and entry.order_id:
        order = next(o for o in facts.case.orders if o.id == entry.order_id)
        return "下单", order.item
    if entry.payment_ids:
        paid = [p for p in facts.case.payments if p.id in entry.payment_ids]
        count = f"{len(paid)}笔，" if len(paid) > 1 else ""
        return "付款", f"{count}共{sum(p.amount for p in paid)}元"
    if entry.kind == "filing":
        name = channels[entry.channel].name if entry.channel in channels else entry.channel
        return name, entry.number
    if entry.kind == "answer":
        name = channels[entry.channel].name if entry.channel in channels else entry.channel
        return f"{name}：答复", entry.did or entry.quote
    return _KINDS.get(entry.kind, ""), entry.did + (f"“{entry.quote}”" if entry.quote else "")


def _today(plan: Plan) -> Mark:
    todo = "、".join(step.name for step in plan.today)
    return Mark(plan.on, "", "today", "今天", todo or "没有要提交的文书")


def _ahead(plan: Plan) -> Iterator[Mark]:
    for waiting in plan.waiting:
        day = last_date(waiting.until)
        title = f"{waiting.name}：{'答复期限已过' if waiting.over else '等待答复'}"
        yield Mark(day, "", "wait", title, waiting.rule)
    told = {last_date(waiting.until) for waiting in plan.waiting}
    for due in plan.due:
        hypothetical = due.what == "regulator-decision" and (due.since == plan.on or due.at in told)
        if not hypothetical:
            name = label_of(due).end + ("（暂定）" if due.provisional else "")
            yield Mark(due.at, "", "end" if label_of(due).right else "due", name, label_of(due).advice)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
