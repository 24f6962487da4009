"""From the case to what a letter may see of it: people, parties, payments and orders at one identity level."""

from datetime import date
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.case.model import Agent, Complainant, Guardian, Order, Payment, Respondent
from letters.case.model.dates import age_on
from letters.case.model.persons import natural, paid_person
from letters.case.view.hiding import Hiding
from letters.case.view.shown import MeView, OrderView, PartyView, PaymentView


def me_view(hiding: Hiding, me: Complainant, birth: date | None, on: date) -> MeView:
    """The complainant as the level may see him."""
    account = me.account
    phone = me.phone or (account.phone if account else "")
    return hiding.view(
        me, MeView, phone_last4=phone[-4:], account=account.name if account else "", residence=me.residence or me.address,
        sex=_sex(me.id_number), birth=birth, age=age_on(birth, on) if birth else None,
    )  # fmt: skip


def helper_view(hiding: Hiding, who: Guardian | Agent | None) -> MeView | None:
    """Who acts for the complainant, as the level may see him; or None."""
    return hiding.view(who, MeView, sex=_sex(who.id_number)) if who else None


def party_view(hiding: Hiding, respondent: Respondent | None) -> PartyView | None:
    """A respondent as the level may see him; natural persons are masked in public."""
    if respondent is None:
        return None
    name, brand = hiding.value(respondent, "name"), hiding.value(respondent, "brand")
    return hiding.view(
        respondent, PartyView, display=brand or name, person=natural(respondent, hiding.case),
        shown=f"{brand}（{name}）" if brand and name and brand != name else name or brand,
    )  # fmt: skip


def payment_view(hiding: Hiding, payment: Payment, order: Order | None) -> PaymentView:
    """A payment as the level may see it."""
    number = payment.merchant_order
    return hiding.view(
        payment, PaymentView, payee_person=paid_person(payment), same_number=bool(order and number and number == order.number)
    )  # fmt: skip


def order_view(hiding: Hiding, facts: Facts, order: Order) -> OrderView:
    """An order as the level may see it, with its payments."""
    payments = facts.told.payments_of(order)
    paid = sum((p.amount for p in payments), Decimal(0))
    promise, debtor = order.promised, facts.parties.debtor(order)
    return hiding.view(
        order, OrderView, amount=order.amount if order.amount is not None else paid,
        promise=promise.text if promise else "", promised_by=promise.by if promise else None,
        promise_captured=bool(promise and promise.evidence), debtor=debtor.id if debtor else "",
        payments=tuple(payment_view(hiding, p, order) for p in payments),
    )  # fmt: skip


def _sex(id_number: str) -> str:
    """The 17th digit is odd for men (GB 11643)."""
    return ("男" if int(id_number[16]) % 2 else "女") if len(id_number) == 18 and id_number[16].isdigit() else ""
