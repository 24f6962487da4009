"""Small words of templates: times, sums, the deadline, section numbers, what things are called."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from letters.case.model.moment import WholeDay, knows_hour
from letters.case.view.shown import OrderView
from letters.drafting.prose import forms
from letters.law.statutes.numerals import to_chinese

if TYPE_CHECKING:
    from letters.drafting.session import Session


def when(session: "Session", moment: datetime | date, hour: bool = True, fresh: bool = False) -> str:
    """A time in the style of the voice, without what was just said."""
    if not isinstance(moment, datetime):
        moment = WholeDay(moment.year, moment.month, moment.day)
    return session.clock.when(moment, hour=hour, fresh=fresh)


def hour(session: "Session", moment: datetime) -> str:
    return forms.clock_time(moment, session.voice["style"])


def as_of(session: "Session") -> str:
    """截至信件日期，as this voice says it."""
    if session.clock.style not in ("box", "public", "spoken") or not session.voice["now"]:
        session.clock.forget_day()
    return session.voice["now"] or f"截至{forms.long_date(session.matter.on)}"


def forget_day(session: "Session") -> None:
    """What stands between names another day: the next time is written out."""
    session.clock.forget_day()


def money(session: "Session", amount: Decimal) -> str:
    return forms.money(amount, session.voice["money"])


def capitals(session: "Session", amount: Decimal) -> str:
    """人民币玖拾捌元整."""
    from letters.drafting.prose.capitals import capitals

    return capitals(amount)


def sum_of(session: "Session", kind: str) -> Decimal:
    """The amount of a kind, zero where there is none."""
    found = session.matter.sums.get(kind)
    return found.amount if found else Decimal(0)


def deadline(session: "Session") -> str:
    """The date and hour that the letter sets: 2026年11月29日24时前."""
    session.deadline_said = True
    limit = session.matter.reply_deadline
    clock = (
        f"{forms.clock_time(limit, 'paper')}"
        if knows_hour(limit)
        else "24时"
        if session.voice["style"] != "spoken"
        else "24点"
    )
    return f"{forms.long_date(limit.date())}{clock}前"


def deadline_day(session: "Session") -> date:
    session.deadline_said = True
    return session.matter.reply_deadline.date()


def days_given(session: "Session") -> int:
    """How many days the other side has, counted from the letter's date."""
    session.deadline_said = True
    return (session.matter.reply_deadline.date() - session.matter.on).days


def dues(session: "Session", what: str) -> date | None:
    return next((d.at for d in session.matter.dues if d.what == what), None)


def section(session: "Session") -> str:
    """一, 二, 三: the next section number."""
    session._sections = [session._sections[0] + 1, 0]
    return to_chinese(session._sections[0])


def subsection(session: "Session") -> str:
    session._sections[1] += 1
    return to_chinese(session._sections[1])


def ordinal(session: "Session", index: int) -> str:
    """一, 十一: the number in Chinese, 1 to 9999."""
    return to_chinese(index)


def method(session: "Session", identity: str) -> str:
    return str(session.words["methods"].get(identity, identity))


def form_of(session: "Session", identity: str) -> str:
    return str(session.words["forms"].get(identity, identity))


def order_noun(session: "Session", order: OrderView) -> str:
    return order.noun or str(session.words["goods"][order.kind]["noun"])


def small_claims(session: "Session") -> Any:
    return session.matter.small_claims


def cause(session: "Session") -> str:
    """案由 by the kind of goods and the date of filing."""
    from letters.law.reasoning.cause import cause_of_action

    return cause_of_action(session.matter.facts, session.matter.law)


def members(session: "Session") -> list[dict[str, Any]]:
    """The persons of a joint complaint, the first being the case's own: view, sums."""
    return [{"case": d.view(session.channel.level), "sums": d.sums} for d in (session.matter, *session.matter.members)]


NAMES: dict[str, Callable[..., Any]] = {
    "when": when,
    "hour": hour,
    "as_of": as_of,
    "forget_day": forget_day,
    "money": money,
    "capitals": capitals,
    "sum_of": sum_of,
    "deadline": deadline,
    "deadline_day": deadline_day,
    "days_given": days_given,
    "dues": dues,
    "section": section,
    "subsection": subsection,
    "ordinal": ordinal,
    "method": method,
    "form_of": form_of,
    "order_noun": order_noun,
    "small_claims": small_claims,
    "cause": cause,
    "members": members,
}
