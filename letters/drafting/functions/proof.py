"""What a piece of evidence proves, as a full sentence in the words of the complaint: time, actor, act, sum.

It claims no more than the piece can show: nothing that happened after it was captured (证据规定 19).
"""

from datetime import timedelta

from msgspec.structs import replace

from letters.case.facts.story import Entry
from letters.case.model import Evidence
from letters.drafting.context import Context
from letters.drafting.prose.forms import Clock, clock_time, long_date
from letters.drafting.prose.narrator import Narrator

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


def proves(context: Context, item: Evidence) -> str:
    """The sentence for an evidence list; the case's own words where the story does not name the piece."""
    narrator = Narrator(context.case, context.words, context.voice, Clock("paper"), context.channels, lambda *ids: "")
    clauses = [_clause(narrator, entry, item) for entry in context.case.story if item.id in entry.evidence]
    clauses += _of_clause(context, item)
    clauses += _of_deceit(context, item)
    if not any(clauses):
        own = item.proves.replace("「", "“").replace("」", "”").rstrip("。")
        clauses = [_voiced(context, own)] if own else []
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


def _of_clause(context: Context, item: Evidence) -> list[str]:
    clause = context.case.clause
    if clause is None or item.id not in clause.evidence:
        return []
    highlight = {"no": "，未作显著提示", "unknown": "，未见显著提示"}.get(clause.highlighted, "")
    return [f"{clause.where or '该页面'}载有“{clause.text}”{highlight}"]


def _of_deceit(context: Context, item: Evidence) -> list[str]:
    deceit = context.case.deceit
    if deceit is None or item.id not in deceit.evidence:
        return []
    told = any(item.id in entry.evidence for entry in context.case.story if entry.kind not in ("order", "payment"))
    if item.part == "transaction":
        return [f"{context.voice['they']}在销售时称“{deceit.statement}”"]
    return [] if told else [deceit.truth]


def _voiced(context: Context, text: str) -> str:
    """本人 as this voice says it."""
    return text.replace("本人", context.voice["owner"])


def captured(item: Evidence) -> str:
    """形成时间: the moment of capture to the minute, or the day alone."""
    if item.captured_at is None:
        return ""
    return long_date(item.captured_at.date()) + clock_time(item.captured_at, "paper")
