"""A case as one channel may see it: what the channel must not know is masked or empty (identity levels L0 to L3).

Templates get nothing else, so no template can leak by mistake. Levels: 0 public, 1 account and last digits, 2 name
and phone, 3 everything a signed paper needs.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from msgspec import Struct

from letters.case import masks
from letters.case.dates import age_on
from letters.case.facts import Facts
from letters.case.model import Evidence, Filing, Order, Payment, Respondent
from letters.case.story import Entry, story

_PLAIN = (bool, int, Decimal, date, type(None), frozenset)
_QUESTIONS = frozenset({"has", "wants", "defends", "signs", "filed"})
_WORDS = frozenset({"main_ground"})
_ORGANISATION = re.compile(r"公司|企业|中心|商行|工作室|店|厂|社|部|院|银行|集团|[A-Za-z（(＊*]")


def is_person(name: str) -> bool:
    """Whether a payee's name looks like a natural person's: two to four characters and no word of a firm."""
    return 2 <= len(name) <= 4 and not _ORGANISATION.search(name)


class MeView(Struct, frozen=True):
    """The complainant; empty strings where the level hides or the case does not say."""

    name: str = ""
    phone: str = ""
    phone_last4: str = ""
    account: str = ""
    id_number: str = ""
    address: str = ""
    residence: str = ""
    email: str = ""
    sex: str = ""
    birth: date | None = None
    age: int | None = None
    ethnicity: str = ""
    occupation: str = ""
    employer: str = ""
    relation: str = ""
    unit: str = ""
    powers: str = ""
    special_powers: tuple[str, ...] = ()
    until: date | None = None


class PartyView(Struct, frozen=True):
    """A respondent. `shown` is the brand with the licence name behind it, `display` the shortest right name."""

    id: str
    role: str
    name: str = ""
    brand: str = ""
    display: str = ""
    shown: str = ""
    self_operated: bool = False
    uscc: str = ""
    legal_representative: str = ""
    post: str = ""
    address: str = ""
    regulator: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    icp: str = ""
    status: str = "active"
    private_person: bool = False
    person: bool = False


class PaymentView(Struct, frozen=True):
    """A payment; `same_number` tells that the merchant's number is the order's."""

    id: str
    method: str
    amount: Decimal
    paid_at: datetime | None
    transaction_id: str
    merchant_order: str
    same_number: bool
    payee: str
    payee_person: bool
    bank: str
    card_last4: str
    paid_from: str


class OrderView(Struct, frozen=True):
    """A claimed order with its payments."""

    id: str
    number: str
    item: str
    noun: str
    kind: str
    quantity: int
    unit_price: Decimal | None
    amount: Decimal
    ordered_at: datetime | None
    promise: str
    promised_by: datetime | None
    promise_captured: bool
    delivery: str
    delivery_as_of: datetime | None
    delivered_at: datetime | None
    delivered_quantity: int | None
    received_value: Decimal | None
    valid_from: date | None
    valid_until: date | None
    stopped_at: datetime | None
    target_account: str
    activated: str
    payments: tuple[PaymentView, ...]
    debtor: str


class CaseView:
    """A case on a day, as level `level` may see it; `towards` is the respondent the letter is about or to.

    With `own`, only what was bought from `towards`: a letter to one of several sellers does not tell the other's orders.
    """

    def __init__(self, facts: Facts, level: int, towards: Respondent | None = None, *, own: bool = False) -> None:
        self._facts = facts
        self._own = own
        self.level = level
        self.on = facts.on
        self.public = level == 0
        self._towards = towards or facts.opponent

    def __getattr__(self, name: str) -> Any:
        """Answers that name nobody pass: numbers, dates, yes and no, and questions in fixed words."""
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._facts, name)
        if isinstance(value, _PLAIN) or name in _QUESTIONS or name in _WORDS:
            return value
        raise AttributeError(f"{name} 不能在模板中使用")

    # -- hiding ---------------------------------------------------------------------------------

    @cached_property
    def _hidden(self) -> tuple[tuple[str, str], ...]:
        """What free text may not show at this level, longest first, with what stands instead."""
        case, me = self._facts.case, self._facts.case.complainant
        people = [me, *(p for p in (me.guardian, me.agent) if p)]
        pairs: list[tuple[str, str]] = []
        if self.level < 3:
            pairs += [(p.id_number, "（证件号码略）") for p in people]
            pairs += [(a, "（住址略）") for p in people for a in (getattr(p, "address", ""), getattr(p, "residence", ""))]
            pairs += [(p.transaction_id, p.transaction_id) for p in case.payments]
        if self.level < 2:
            pairs += [(p.phone, masks.mask_phone(p.phone)) for p in people] + [(p.name, "本人") for p in people]
            pairs += [(me.email, masks.mask_email(me.email))]
            if me.account:
                pairs += [(me.account.phone, masks.mask_phone(me.account.phone))]
        if self.level < 1:
            pairs += [(o.number, masks.mask_order(o.number)) for o in case.orders]
            pairs += [(o.target_account, "（账号略）") for o in case.orders]
            pairs += [(p.transaction_id, "（单号略）") for p in case.payments]
            pairs += [(p.merchant_order, masks.mask_order(p.merchant_order)) for p in case.payments]
            pairs += [(r.serial, "（单号略）") for r in case.refunds]
            pairs += [(f.number, "（编号略）") for f in case.filings]
            pairs += [(r.name, masks.mask_name(r.name)) for r in case.respondents if r.private_person or is_person(r.name)]
            pairs += [(p.payee, masks.mask_name(p.payee)) for p in case.payments if is_person(p.payee)]
            if me.account:
                pairs += [(me.account.name, "（账号略）")]
        found = {text: mask for text, mask in pairs if len(text) > 1 and text != mask}
        return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def _free(self, text: str) -> str:
        for secret, mask in self._hidden:
            if secret in text:
                text = text.replace(secret, mask)
        return text

    def _from(self, level: int, text: str, mask: Callable[[str], str] | None = None) -> str:
        """`text` from `level` on; below it the mask, or nothing."""
        if self.level >= level or not text:
            return text
        return mask(text) if mask else ""

    # -- people ---------------------------------------------------------------------------------

    @cached_property
    def me(self) -> MeView:
        me, account = self._facts.case.complainant, self._facts.case.complainant.account
        birth = self._facts.birth if self.level >= 3 else None
        phone = me.phone or (account.phone if account else "")
        return MeView(
            name=self._from(2, me.name), phone=self._from(2, me.phone), phone_last4=self._from(1, phone[-4:]),
            account=self._from(1, account.name if account else ""), id_number=self._from(3, me.id_number),
            address=self._from(3, me.address), residence=self._from(3, me.residence or me.address),
            email=self._from(2, me.email), sex=_sex(me.id_number) if self.level >= 3 else "", birth=birth,
            age=age_on(birth, self.on) if birth else None, ethnicity=self._from(3, me.ethnicity),
            occupation=self._from(3, me.occupation), employer=self._from(3, me.employer),
        )  # fmt: skip

    @cached_property
    def guardian(self) -> MeView | None:
        """The minor's guardian (法定代理人), or None."""
        who = self._facts.case.complainant.guardian
        if who is None:
            return None
        return MeView(
            name=self._from(2, who.name), phone=self._from(2, who.phone), id_number=self._from(3, who.id_number),
            address=self._from(3, who.address), relation=who.relation,
            sex=_sex(who.id_number) if self.level >= 3 else "",
        )  # fmt: skip

    @cached_property
    def agent(self) -> MeView | None:
        who = self._facts.case.complainant.agent
        if who is None:
            return None
        return MeView(
            name=self._from(2, who.name), phone=self._from(2, who.phone), id_number=self._from(3, who.id_number),
            relation=who.relation, unit=who.unit, powers=who.powers, special_powers=who.special_powers, until=who.until,
        )  # fmt: skip

    def _party(self, respondent: Respondent | None) -> PartyView | None:
        if respondent is None:
            return None
        r = respondent
        person = r.private_person or is_person(r.name)
        name = self._from(1, r.name, masks.mask_name) if person else r.name
        brand = self._from(1, r.brand, masks.mask_name) if r.private_person else r.brand
        return PartyView(
            id=r.id, role=r.role, name=name, brand=brand, display=brand or name, self_operated=r.self_operated,
            shown=f"{brand}（{name}）" if brand and name and brand != name else name or brand,
            uscc=self._from(1, r.uscc), legal_representative=self._from(1, r.legal_representative), post=r.post,
            address=self._from(1, r.address), regulator=r.regulator, phone=self._from(1, r.phone),
            email=self._from(1, r.email), website=r.website, icp=r.icp, status=r.status,
            private_person=r.private_person, person=person,
        )  # fmt: skip

    @cached_property
    def other(self) -> PartyView | None:
        """The respondent the letter is to or about."""
        return self._party(self._towards)

    @cached_property
    def seller_is_third(self) -> bool:
        """Whether the letter is to or about a platform on which another sold: then 销售者 is not the other side."""
        towards, platform = self._towards, self._facts.platform
        return towards is not None and platform is not None and towards.id == platform.id and not self._facts.self_operated

    @cached_property
    def opponents(self) -> tuple[PartyView, ...]:
        return tuple(p for r in self._facts.opponents if (p := self._party(r)) is not None)

    @cached_property
    def seller(self) -> PartyView | None:
        return self._party(self._facts.seller)

    @cached_property
    def platform(self) -> PartyView | None:
        return self._party(self._facts.platform)

    @cached_property
    def provider(self) -> PartyView | None:
        return self._party(self._facts.provider)

    def party(self, identity: str) -> PartyView | None:
        """The respondent with that id."""
        return self._party(self._facts.respondent(identity))

    @cached_property
    def parties(self) -> tuple[PartyView, ...]:
        return tuple(p for r in self._facts.case.respondents if (p := self._party(r)) is not None)

    # -- what was bought and paid ---------------------------------------------------------------

    def _payment(self, payment: Payment, order: Order | None) -> PaymentView:
        p = payment
        person = is_person(p.payee)
        return PaymentView(
            id=p.id, method=p.method, amount=p.amount, paid_at=p.paid_at, transaction_id=self._from(1, p.transaction_id),
            merchant_order=self._from(1, p.merchant_order, masks.mask_order),
            same_number=bool(order and p.merchant_order and p.merchant_order == order.number),
            payee=self._from(1, p.payee, masks.mask_name) if person else p.payee, payee_person=person, bank=p.bank,
            card_last4=self._from(1, p.card_last4), paid_from=self._from(3, p.paid_from),
        )  # fmt: skip

    def _order(self, order: Order) -> OrderView:
        o, facts = order, self._facts
        payments = facts.payments_of(o)
        paid = sum((p.amount for p in payments), Decimal(0))
        promise, debtor = o.promised, facts.debtor(o)
        return OrderView(
            id=o.id, number=self._from(1, o.number, masks.mask_order), item=self._free(o.item), noun=o.noun, kind=o.kind,
            quantity=o.quantity, unit_price=o.unit_price, amount=o.amount if o.amount is not None else paid,
            ordered_at=o.ordered_at, promise=self._free(promise.text) if promise else "",
            promised_by=promise.by if promise else None, promise_captured=bool(promise and promise.evidence),
            delivery=o.delivery, delivery_as_of=o.delivery_as_of, delivered_at=o.delivered_at,
            delivered_quantity=o.delivered_quantity, received_value=o.received_value, valid_from=o.valid_from,
            valid_until=o.valid_until, stopped_at=o.stopped_at, target_account=self._from(1, o.target_account),
            activated=o.activated, payments=tuple(self._payment(p, o) for p in payments),
            debtor=debtor.id if debtor else "",
        )  # fmt: skip

    @cached_property
    def orders(self) -> tuple[OrderView, ...]:
        """The claimed orders."""
        return tuple(self._order(order) for order in self._facts.claimed_orders if self._concerns(order.id))

    def _concerns(self, order_id: str) -> bool:
        """Whether an order, or what belongs to none, is told in this letter."""
        order = next((o for o in self._facts.case.orders if o.id == order_id), None)
        if not self._own or order is None or self._towards is None:
            return True
        debtor = self._facts.debtor(order)
        return debtor is None or debtor.id == self._towards.id

    @cached_property
    def order(self) -> OrderView | None:
        return self.orders[0] if self.orders else None

    @cached_property
    def payments(self) -> tuple[PaymentView, ...]:
        """The claimed payments."""
        orders = {o.id: o for o in self._facts.case.orders}
        return tuple(self._payment(p, orders.get(p.order)) for p in self._facts.claimed_payments if self._concerns(p.order))

    @cached_property
    def other_payments(self) -> tuple[PaymentView, ...]:
        """Payments beside the claimed orders, such as a fee paid to a swindler."""
        return tuple(self._payment(p, None) for p in self._facts.other_payments)

    # -- what happened --------------------------------------------------------------------------

    @cached_property
    def story(self) -> tuple[Entry, ...]:
        """What happened, in order of time (`letters.case.story`), with free text as this level may show it."""
        from msgspec.structs import replace

        return tuple(
            replace(
                entry, did=self._free(entry.did), quote=self._free(entry.quote), number=self._from(1, entry.number),
                asked=self._free(entry.asked),
            )
            for entry in story(self._facts) if self._concerns(entry.order_id)
        )

    def order_of(self, entry: Entry) -> OrderView | None:
        """The claimed order an `order` or `payment` entry belongs to."""
        return next((o for o in self.orders if o.id == entry.order_id), None)

    def payments_of(self, entry: Entry) -> tuple[PaymentView, ...]:
        """The payments that a `payment` or `payments` entry tells of."""
        return tuple(p for p in self.payments if p.id in entry.payment_ids)

    @cached_property
    def filings(self) -> tuple[Filing, ...]:
        """What was sent where, oldest first."""
        from msgspec.structs import replace

        return tuple(
            replace(f, number=self._from(1, f.number), outcome=self._free(f.outcome), quote=self._free(f.quote), asked=self._free(f.asked))
            for f in self._facts.filings
        )

    def filing(self, *channels: str, status: tuple[str, ...] = ()) -> Filing | None:
        """The last filing on `channels`, of one of `status` where given."""
        found = [f for f in self.filings if f.channel in channels and (not status or f.status in status)]
        return found[-1] if found else None

    @cached_property
    def clause(self) -> Any:
        """The clause the other side relies on: text, where, highlighted, noticed, evidence; or None."""
        from msgspec.structs import replace

        clause = self._facts.case.dispute.clause
        return replace(clause, text=self._free(clause.text), where=self._free(clause.where)) if clause else None

    @cached_property
    def deceit(self) -> Any:
        """What was said at the sale and was false: statement, said_at, truth, evidence; or None."""
        from msgspec.structs import replace

        deceit = self._facts.case.dispute.deceit
        return replace(deceit, statement=self._free(deceit.statement), truth=self._free(deceit.truth)) if deceit else None

    @cached_property
    def defences(self) -> tuple[str, ...]:
        return self._facts.case.dispute.defences

    @cached_property
    def fraud_signs(self) -> tuple[str, ...]:
        return self._facts.case.dispute.fraud_signs

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        return self._facts.case.dispute.grounds

    @cached_property
    def found_at(self) -> datetime | None:
        return self._facts.case.dispute.found_at

    @cached_property
    def closure(self) -> Any:
        return self._facts.case.dispute.closure

    @cached_property
    def approved_refunds(self) -> tuple[Any, ...]:
        """Refunds agreed to and not arrived: amount, approved_at, serial (from level 1), via."""
        from msgspec.structs import replace

        return tuple(replace(r, serial=self._from(1, r.serial)) for r in self._facts.approved)

    # -- evidence, wishes -----------------------------------------------------------------------

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The evidence by id; titles and what it proves as this level may show them."""
        from msgspec.structs import replace

        return {
            e.id: replace(e, title=self._free(e.title), proves=self._free(e.proves), file="")
            for e in self._facts.case.evidence
        }

    @cached_property
    def preferences(self) -> Any:
        return self._facts.case.preferences

    @cached_property
    def demands(self) -> tuple[Any, ...]:
        from msgspec.structs import replace

        return tuple(replace(d, basis=self._free(d.basis)) for d in self._facts.case.demands)

    @cached_property
    def says_true(self) -> bool:
        """The user confirmed that the account is true, by the letter's day."""
        return _confirmed(self._facts.case.statements.true_account, self.on)

    @cached_property
    def says_no_parallel(self) -> bool:
        """Confirmed, and not contradicted by the filings: no other body has the dispute (办法 16(1)(2))."""
        from letters.case.kinds import COURTS, MEDIATORS

        clear = not any(f.channel in MEDIATORS | COURTS and f.status not in ("withdrawn", "refused") for f in self._facts.filings)
        return clear and _confirmed(self._facts.case.statements.no_parallel_proceedings, self.on)

    @cached_property
    def says_no_other_debts(self) -> bool:
        return _confirmed(self._facts.case.statements.no_other_debts, self.on)


def _confirmed(stated: date | None, on: date) -> bool:
    return stated is not None and stated <= on


def _sex(id_number: str) -> str:
    """The 17th digit is odd for men (GB 11643)."""
    return ("男" if int(id_number[16]) % 2 else "女") if len(id_number) == 18 and id_number[16].isdigit() else ""
