"""The story of a case in order of time: orders and payments from their own fields, the rest from events and filings.

One thing is told once: an event that repeats an order, a payment, a filing or its answer is joined with it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.model import Event, Filing, Order, Payment
from letters.case.model.fields import same

#: More payments than this are told as one sum.
FEW_PAYMENTS = 3
_ASKS = frozenset({"request", "filing", "notice", "contact"})
_ANSWERS = frozenset({"reply", "refusal", "approval", "promise-missed"})
_SAME_TIME = timedelta(minutes=1)


class Entry(Struct, frozen=True):
    """One thing that happened. `kind` is an event kind, or `payments` for many, `filing`, `answer`.

    `by` is complainant, guardian, other, institution or a respondent's id. `did` has no subject.
    Of a filing, `asked` is what it asked for and `served_at` when it arrived.
    """

    at: Annotated[datetime, same(Event, "at")]
    by: Annotated[str, same(Event, "by")]
    kind: Annotated[str, same(Event, "kind")]
    did: Annotated[str, same(Event, "did")] = ""
    quote: Annotated[str, same(Event, "quote")] = ""
    evidence: Annotated[tuple[str, ...], same(Event, "evidence")] = ()
    channel: Annotated[str, same(Event, "channel")] = ""
    number: Annotated[str, same(Filing, "number")] = ""
    order_id: Annotated[str, same(Order, "id")] = ""
    payment_ids: Annotated[tuple[str, ...], same(Payment, "id")] = ()
    status: Annotated[str, same(Filing, "status")] = ""
    until: Annotated[datetime | None, same(Payment, "paid_at")] = None
    asked: Annotated[str, same(Filing, "asked")] = ""
    served_at: Annotated[datetime | None, same(Filing, "served_at")] = None


def _near(a: datetime | None, b: datetime | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= _SAME_TIME


def _orders(facts: Facts, used: set[int]) -> Iterator[Entry]:
    for order in facts.told.claimed_orders:
        evidence: dict[str, None] = {}
        for index, event in enumerate(facts.told.events):
            if event.kind == "order" and _near(event.at, order.ordered_at):
                used.add(index)
                evidence.update(dict.fromkeys(event.evidence))
        if not evidence:
            evidence.update(dict.fromkeys(_captured(facts, "order-number")))
        if order.promised:
            evidence = {**dict.fromkeys(order.promised.evidence), **evidence}
        at = order.ordered_at or min((p.paid_at for p in facts.told.payments_of(order) if p.paid_at), default=None)
        if at is not None and at <= facts.end_of_day:
            yield Entry(at, "complainant", "order", evidence=tuple(evidence), order_id=order.id)


def _payment_evidence(facts: Facts, payments: tuple[Payment, ...], used: set[int]) -> tuple[str, ...]:
    evidence: dict[str, None] = {}
    for index, event in enumerate(facts.told.events):
        if event.kind == "payment" and any(_near(event.at, p.paid_at) for p in payments):
            used.add(index)
            evidence.update(dict.fromkeys(event.evidence))
    return tuple(evidence) or _captured(facts, "payee")


def _captured(facts: Facts, what: str) -> tuple[str, ...]:
    """Captures of the deal that show `what` and that no event names; with several orders nobody can tell whose they are."""
    if len(facts.case.orders) != 1:
        return ()
    named = {identity for event in facts.case.events for identity in event.evidence}
    return tuple(e.id for e in facts.case.evidence if e.part == "transaction" and what in e.shows and e.id not in named)


def _payments(facts: Facts, used: set[int], method: str) -> Iterator[Entry]:
    groups = [(order.id, facts.told.payments_of(order)) for order in facts.told.claimed_orders]
    if not facts.case.orders:
        groups = [("", facts.told.claimed_payments)]
    for order_id, payments in groups:
        _payment_evidence(facts, tuple(p for p in payments if method not in ("", p.method)), used)
        dated = tuple(p for p in payments if p.paid_at and p.paid_at <= facts.end_of_day and method in ("", p.method))
        if len(dated) > FEW_PAYMENTS:
            ordered = sorted(p.paid_at for p in dated if p.paid_at)
            proof = _payment_evidence(facts, dated, used)
            ids = tuple(p.id for p in dated)
            yield Entry(
                ordered[0],
                "complainant",
                "payments",
                evidence=proof,
                order_id=order_id,
                payment_ids=ids,
                until=ordered[-1],
            )
            continue
        for payment in dated:
            assert payment.paid_at is not None
            proof = _payment_evidence(facts, (payment,), used)
            yield Entry(
                payment.paid_at, "complainant", "payment", evidence=proof, order_id=order_id, payment_ids=(payment.id,)
            )


def _event_at(facts: Facts, at: datetime | None, kinds: frozenset[str]) -> int | None:
    return next((i for i, e in enumerate(facts.told.events) if e.kind in kinds and _near(e.at, at)), None)


def _filings(facts: Facts, used: set[int]) -> Iterator[Entry]:
    for filing in facts.told.filings:
        asked = _event_at(facts, filing.at, _ASKS)
        event = facts.told.events[asked] if asked is not None else None
        if asked is not None:
            used.add(asked)
        evidence = tuple(dict.fromkeys((*(event.evidence if event else ()), *filing.evidence)))
        yield Entry(
            filing.at, "complainant", "filing", did=event.did if event else "", evidence=evidence,
            channel=filing.channel, number=filing.number, status=filing.status, asked=filing.asked, served_at=filing.served_at,
        )  # fmt: skip
        if filing.answered_at is None or filing.answered_at > facts.end_of_day:
            continue
        replied = _event_at(facts, filing.answered_at, _ANSWERS)
        if replied is not None:
            used.add(replied)
            reply = facts.told.events[replied]
            yield Entry(
                reply.at, reply.by, reply.kind, did=reply.did, quote=reply.quote, evidence=reply.evidence,
                channel=filing.channel, number=filing.number, status=filing.status,
            )  # fmt: skip
        elif filing.outcome or filing.quote:
            by = "platform" if filing in facts.told.requests else "institution"
            yield Entry(
                filing.answered_at, by, "answer", did=filing.outcome, quote=filing.quote, evidence=filing.evidence,
                channel=filing.channel, number=filing.number, status=filing.status,
            )  # fmt: skip


def _refunds(facts: Facts) -> Iterator[Entry]:
    """What came back, from the refunds' own fields; a day on which an event tells of a refund is left to it."""
    told = {event.at.date() for event in facts.told.events if event.kind == "refund"}
    claimed = {payment.id: payment.order for payment in facts.told.claimed_payments}
    for refund in facts.case.refunds:
        at = refund.arrived_at
        if (
            at is None
            or at > facts.end_of_day
            or at.date() in told
            or (refund.payment and refund.payment not in claimed)
        ):
            continue
        order = next(
            (o for o in facts.told.claimed_orders if o.id == claimed.get(refund.payment)), facts.told.main_order
        )
        payer = facts.parties.debtor(order) if order else facts.parties.opponent
        yield Entry(
            at,
            payer.id if payer else "other",
            "refund",
            did=f"{'退入平台余额' if refund.via == 'balance' else '退回'}{refund.amount:.2f}元",
            number=refund.serial,
        )


def _printable(event: Event) -> bool:
    """A remark that nothing proves and that no desk needs is kept out of letters."""
    return bool(event.evidence or event.quote) or event.kind not in ("contact", "other")


def story(facts: Facts, method: str = "") -> tuple[Entry, ...]:
    """The entries up to the letter's day, in order of time; at one time the order comes before the payment.

    With `method`, of the payments those made in that way.
    """
    used: set[int] = set()
    entries = [*_orders(facts, used), *_payments(facts, used, method), *_filings(facts, used), *_refunds(facts)]
    for index, event in enumerate(facts.told.events):
        if index not in used and _printable(event):
            entries.append(Entry(event.at, event.by, event.kind, event.did, event.quote, event.evidence, event.channel))
    rank = {"order": 0, "payment": 1, "payments": 1}
    return tuple(sorted(entries, key=lambda e: (e.at, rank.get(e.kind, 2))))
