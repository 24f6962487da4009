"""What a piece of evidence proves, as a full sentence in the words of the complaint: time, actor, act, sum.

It claims no more than the piece can show: nothing that happened after it was captured (证据规定 19).
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from msgspec.structs import replace

from letters.case.facts.story import Entry
from letters.case.model import Evidence
from letters.drafting.functions import saying
from letters.drafting.prose.forms import Clock, clock_time, long_date
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.markup import Marked

if TYPE_CHECKING:
    from letters.drafting.session import Session

#: What an order tells, by what the piece of evidence shows.
_ORDER_PARTS = {
    "order-number": ("place", "number"),
    "amount": ("price",),
    "promise": ("promise",),
    "account": ("target",),
}
_PAYMENT_PARTS = {"payee": ("to",), "order-number": ("merchant",)}
#: Without one of these a piece does not prove an order or a payment, even if the event names it.
_OF_A_DEAL = frozenset({"order-number", "amount", "payee", "promise"})
#: A capture shows what its own minute brought.
_SLACK = timedelta(minutes=1)


def proves(session: "Session", item: Evidence) -> str:
    """The sentence for an evidence list; the case's own words where the story does not name the piece."""
    narrator = Narrator(session.case, session.words, session.voice, Clock("paper"), session.channels, lambda *ids: "")
    clauses = [_clause(narrator, entry, item) for entry in session.case.story if item.id in entry.evidence]
    clauses += _of_clause(session, item)
    clauses += _of_deceit(session, item)
    if not any(clauses):
        own = item.proves.replace("「", "“").replace("」", "”").rstrip("。")
        clauses = [_voiced(session, own)] if own else []
    return "；".join(dict.fromkeys(c for c in clauses if c))


def _clause(narrator: Narrator, entry: Entry, item: Evidence) -> str:
    """What the piece shows of an entry; empty for what came after it, or is not seen on it."""
    narrator.forget_subject()
    later = item.captured_at is not None and entry.at > item.captured_at + _SLACK
    if entry.kind == "order" and entry.order_id:
        return _of_order(narrator, entry, item, later)
    if later or (entry.kind == "discovery" and item.proves and entry.evidence[0] != item.id):
        return ""
    if narrator.paid(entry):
        parts = [part for shows in item.shows for part in _PAYMENT_PARTS.get(shows, ())]
        return narrator.payment(entry, show=parts) if _OF_A_DEAL & set(item.shows) or not item.proves else ""
    return narrator.clause(replace(entry, evidence=()))


def _of_order(narrator: Narrator, entry: Entry, item: Evidence, later: bool) -> str:
    order = narrator.case.order_of(entry)
    if (
        order
        and order.promise
        and "promise" in item.shows
        and (later or not {"order-number", "amount"} & set(item.shows))
    ):
        return f"商品页面载明“{order.promise}”"
    if later or (item.proves and not _OF_A_DEAL & set(item.shows)):
        return ""
    parts = [part for shows in item.shows for part in _ORDER_PARTS.get(shows, ())]
    return narrator.order(entry, show=parts or ("place", "number", "price"))


def _of_clause(session: "Session", item: Evidence) -> list[str]:
    clause = session.case.clause
    if clause is None or item.id not in clause.evidence:
        return []
    highlight = {"no": "，未作显著提示", "unknown": "，未见显著提示"}.get(clause.highlighted, "")
    return [f"{clause.where or '该页面'}载有“{clause.text}”{highlight}"]


def _of_deceit(session: "Session", item: Evidence) -> list[str]:
    deceit = session.case.deceit
    if deceit is None or item.id not in deceit.evidence:
        return []
    told = any(item.id in entry.evidence for entry in session.case.story if entry.kind not in ("order", "payment"))
    if item.part == "transaction":
        return [f"{session.voice['they']}在销售时称“{deceit.statement}”"]
    return [] if told else [deceit.truth]


def _voiced(session: "Session", text: str) -> str:
    """本人 as this voice says it."""
    return text.replace("本人", session.voice["owner"])


def told(session: "Session", *kinds: str) -> Markup:
    """What was said between the parties, of the named kinds, for a cell of a form: without evidence, from the full date on."""
    narrator = Narrator(session.case, session.words, session.voice, Clock("paper"), session.channels, lambda *ids: "")
    known = session.channels
    entries = [
        e for e in narrator.entries(*kinds) if not (e.channel in known and known[e.channel].answers == "institution")
    ]
    return Marked(session.safe("".join(narrator.days(entries))))


def captured(item: Evidence) -> str:
    """形成时间: the moment of capture to the minute, or the day alone."""
    if item.captured_at is None:
        return ""
    return long_date(item.captured_at.date()) + clock_time(item.captured_at, "paper")


def bills(session: "Session") -> list[dict[str, str]]:
    """Many payments one by one, for an annex: time, method, amount, number. Empty where the letter tells each anyway."""
    payments = sorted(
        (p for p in session.case.payments if p.paid_at), key=lambda p: p.paid_at.isoformat() if p.paid_at else ""
    )
    if len(payments) <= 3:
        return []
    return [
        {
            "time": long_date(p.paid_at.date()) + clock_time(p.paid_at, "paper") if p.paid_at else "",
            "method": saying.method(session, p.method), "amount": saying.money(session, p.amount), "number": p.transaction_id,
        }
        for p in payments
    ]  # fmt: skip


NAMES: dict[str, Callable[..., Any]] = {"bills": bills, "told": told}
