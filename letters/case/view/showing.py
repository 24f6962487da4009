"""From the case to what a letter may see of it: parties, payments and orders at one identity level."""

from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.case.model import Order, Payment, Respondent
from letters.case.view import masks
from letters.case.view.hiding import Hiding
from letters.case.view.shown import OrderView, PartyView, PaymentView, is_person


def party_view(hiding: Hiding, respondent: Respondent | None) -> PartyView | None:
    """A respondent as the level may see him; natural persons are masked in public."""
    if respondent is None:
        return None
    r = respondent
    person = r.private_person or is_person(r.name)
    name = hiding.since(1, r.name, masks.mask_name) if person else r.name
    brand = hiding.since(1, r.brand, masks.mask_name) if r.private_person else r.brand
    return PartyView(
        id=r.id, role=r.role, name=name, brand=brand, display=brand or name, self_operated=r.self_operated,
        shown=f"{brand}（{name}）" if brand and name and brand != name else name or brand,
        uscc=hiding.since(1, r.uscc), legal_representative=hiding.since(1, r.legal_representative), post=r.post,
        address=hiding.since(1, r.address), regulator=r.regulator, phone=hiding.since(1, r.phone),
        email=hiding.since(1, r.email), website=r.website, icp=r.icp, status=r.status,
        private_person=r.private_person, person=person,
    )  # fmt: skip


def payment_view(hiding: Hiding, payment: Payment, order: Order | None) -> PaymentView:
    """A payment as the level may see it."""
    p = payment
    person = is_person(p.payee)
    return PaymentView(
        id=p.id, method=p.method, amount=p.amount, paid_at=p.paid_at, transaction_id=hiding.since(1, p.transaction_id),
        merchant_order=hiding.since(1, p.merchant_order, masks.mask_order),
        same_number=bool(order and p.merchant_order and p.merchant_order == order.number),
        payee=hiding.since(1, p.payee, masks.mask_name) if person else p.payee, payee_person=person, bank=p.bank,
        card_last4=hiding.since(1, p.card_last4), paid_from=hiding.since(3, p.paid_from),
    )  # fmt: skip


def order_view(hiding: Hiding, facts: Facts, order: Order) -> OrderView:
    """An order as the level may see it, with its payments."""
    o = order
    payments = facts.told.payments_of(o)
    paid = sum((p.amount for p in payments), Decimal(0))
    promise, debtor = o.promised, facts.parties.debtor(o)
    return OrderView(
        id=o.id, number=hiding.since(1, o.number, masks.mask_order), item=hiding.free(o.item), noun=o.noun, kind=o.kind,
        quantity=o.quantity, unit_price=o.unit_price, amount=o.amount if o.amount is not None else paid,
        ordered_at=o.ordered_at, promise=hiding.free(promise.text) if promise else "",
        promised_by=promise.by if promise else None, promise_captured=bool(promise and promise.evidence),
        delivery=o.delivery, delivery_as_of=o.delivery_as_of, delivered_at=o.delivered_at,
        delivered_quantity=o.delivered_quantity, received_value=o.received_value, valid_from=o.valid_from,
        valid_until=o.valid_until, stopped_at=o.stopped_at, target_account=hiding.since(1, o.target_account),
        activated=o.activated, payments=tuple(payment_view(hiding, p, o) for p in payments),
        debtor=debtor.id if debtor else "",
    )  # fmt: skip
