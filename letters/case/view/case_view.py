"""A case as one channel may see it: what the channel must not know is masked or empty (identity levels L0 to L3).

Templates get nothing else, so no template can leak by mistake. Levels: 0 public, 1 account and last digits, 2 name
and phone, 3 everything a signed paper needs.
"""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from letters.case.facts.facts import Facts, answer
from letters.case.facts.story import Entry, story
from letters.case.model import Evidence, Filing, Respondent
from letters.case.model.dates import age_on
from letters.case.view.hiding import Hiding
from letters.case.view.showing import order_view, party_view, payment_view
from letters.case.view.shown import MeView, OrderView, PartyView, PaymentView

_PLAIN = (bool, int, Decimal, date, type(None), frozenset)
_QUESTIONS = frozenset({"has", "wants", "defends", "signs", "filed"})
_WORDS = frozenset({"main_ground"})


class CaseView:
    """A case on a day, as level `level` may see it; `towards` is the respondent the letter is about or to.

    With `own`, only what was bought from `towards`: a letter to one of several sellers does not tell the other's orders.
    With `method`, only what was paid in that way: a payment firm knows its own transactions.
    """

    def __init__(
        self, facts: Facts, level: int, towards: Respondent | None = None, *, own: bool = False, method: str = ""
    ) -> None:
        self._facts = facts
        self._own = own
        self._method = method
        self.level = level
        self.on = facts.on
        self.public = level == 0
        self._towards = towards or facts.parties.opponent
        self._hiding = Hiding(facts.case, level)
        self._known_parties: dict[str, PartyView | None] = {}

    def __getattr__(self, name: str) -> Any:
        """Answers that name nobody pass: numbers, dates, yes and no, and questions in fixed words."""
        if name.startswith("_"):
            raise AttributeError(name)
        value = answer(self._facts, name)
        if isinstance(value, _PLAIN) or name in _QUESTIONS or name in _WORDS:
            return value
        raise AttributeError(f"{name} 不能在模板中使用")

    # -- people ---------------------------------------------------------------------------------

    @cached_property
    def me(self) -> MeView:
        me, account = self._facts.case.complainant, self._facts.case.complainant.account
        birth = self._facts.parties.birth if self.level >= 3 else None
        phone = me.phone or (account.phone if account else "")
        return MeView(
            name=self._hiding.since(2, me.name), phone=self._hiding.since(2, me.phone), phone_last4=self._hiding.since(1, phone[-4:]),
            account=self._hiding.since(1, account.name if account else ""), id_number=self._hiding.since(3, me.id_number),
            address=self._hiding.since(3, me.address), residence=self._hiding.since(3, me.residence or me.address),
            email=self._hiding.since(2, me.email), sex=_sex(me.id_number) if self.level >= 3 else "", birth=birth,
            age=age_on(birth, self.on) if birth else None, ethnicity=self._hiding.since(3, me.ethnicity),
            occupation=self._hiding.since(3, me.occupation), employer=self._hiding.since(3, me.employer),
        )  # fmt: skip

    @cached_property
    def guardian(self) -> MeView | None:
        """The minor's guardian (法定代理人), or None."""
        who = self._facts.case.complainant.guardian
        if who is None:
            return None
        return MeView(
            name=self._hiding.since(2, who.name), phone=self._hiding.since(2, who.phone), id_number=self._hiding.since(3, who.id_number),
            address=self._hiding.since(3, who.address), relation=who.relation,
            sex=_sex(who.id_number) if self.level >= 3 else "",
        )  # fmt: skip

    @cached_property
    def agent(self) -> MeView | None:
        who = self._facts.case.complainant.agent
        if who is None:
            return None
        return MeView(
            name=self._hiding.since(2, who.name), phone=self._hiding.since(2, who.phone), id_number=self._hiding.since(3, who.id_number),
            relation=who.relation, unit=who.unit, powers=who.powers, special_powers=who.special_powers, until=who.until,
        )  # fmt: skip

    @cached_property
    def other(self) -> PartyView | None:
        """The respondent the letter is to or about."""
        return party_view(self._hiding, self._towards)

    @cached_property
    def seller_is_third(self) -> bool:
        """Whether the letter is to or about a platform on which another sold: then 销售者 is not the other side."""
        towards, platform = self._towards, self._facts.parties.platform
        return (
            towards is not None
            and platform is not None
            and towards.id == platform.id
            and not self._facts.parties.self_operated
        )

    @cached_property
    def opponents(self) -> tuple[PartyView, ...]:
        return tuple(p for r in self._facts.parties.opponents if (p := party_view(self._hiding, r)) is not None)

    @cached_property
    def seller(self) -> PartyView | None:
        return party_view(self._hiding, self._facts.parties.seller)

    @cached_property
    def platform(self) -> PartyView | None:
        return party_view(self._hiding, self._facts.parties.platform)

    @cached_property
    def provider(self) -> PartyView | None:
        return party_view(self._hiding, self._facts.parties.provider)

    def party(self, identity: str) -> PartyView | None:
        """The respondent with that id."""
        if identity not in self._known_parties:
            self._known_parties[identity] = party_view(self._hiding, self._facts.parties.respondent(identity))
        return self._known_parties[identity]

    @cached_property
    def parties(self) -> tuple[PartyView, ...]:
        return tuple(p for r in self._facts.case.respondents if (p := party_view(self._hiding, r)) is not None)

    # -- what was bought and paid ---------------------------------------------------------------

    @cached_property
    def orders(self) -> tuple[OrderView, ...]:
        """The claimed orders."""
        return tuple(
            order_view(self._hiding, self._facts, order)
            for order in self._facts.told.claimed_orders
            if self._concerns(order.id)
        )

    def _concerns(self, order_id: str) -> bool:
        """Whether an order, or what belongs to none, is told in this letter."""
        order = next((o for o in self._facts.case.orders if o.id == order_id), None)
        if not self._own or order is None or self._towards is None:
            return True
        debtor = self._facts.parties.debtor(order)
        return debtor is None or debtor.id == self._towards.id

    @cached_property
    def order(self) -> OrderView | None:
        return self.orders[0] if self.orders else None

    @cached_property
    def payments(self) -> tuple[PaymentView, ...]:
        """The claimed payments."""
        orders = {o.id: o for o in self._facts.case.orders}
        return tuple(
            payment_view(self._hiding, p, orders.get(p.order))
            for p in self._facts.told.claimed_payments
            if self._concerns(p.order) and self._method in ("", p.method)
        )

    @cached_property
    def other_payments(self) -> tuple[PaymentView, ...]:
        """Payments beside the claimed orders, such as a fee paid to a swindler."""
        return tuple(payment_view(self._hiding, p, None) for p in self._facts.told.other_payments)

    # -- what happened --------------------------------------------------------------------------

    @cached_property
    def story(self) -> tuple[Entry, ...]:
        """What happened, in order of time (`letters.case.facts.story`), with free text as this level may show it."""
        from msgspec.structs import replace

        return tuple(
            replace(
                entry,
                did=self._hiding.free(entry.did),
                quote=self._hiding.free(entry.quote),
                number=self._hiding.since(1, entry.number),
                asked=self._hiding.free(entry.asked),
            )
            for entry in story(self._facts, self._method)
            if self._concerns(entry.order_id)
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
            replace(
                f,
                number=self._hiding.since(1, f.number),
                outcome=self._hiding.free(f.outcome),
                quote=self._hiding.free(f.quote),
                asked=self._hiding.free(f.asked),
            )
            for f in self._facts.told.filings
        )

    def filing(self, *words: str, status: Collection[str] = (), to: str = "") -> Filing | None:
        """The last filing on the channels that the words mean (an id, a body, a procedure), of one of `status` where given.

        With `to`, of channels with that addressee only.
        """
        means = self._facts.channels.means
        found = [f for f in self.filings if means(f.channel, words, to) and (not status or f.status in status)]
        return found[-1] if found else None

    @cached_property
    def clause(self) -> Any:
        """The clause the other side relies on: text, where, highlighted, noticed, evidence; or None."""
        from msgspec.structs import replace

        clause = self._facts.case.dispute.clause
        return (
            replace(clause, text=self._hiding.free(clause.text), where=self._hiding.free(clause.where))
            if clause
            else None
        )

    @cached_property
    def deceit(self) -> Any:
        """What was said at the sale and was false: statement, said_at, truth, evidence; or None."""
        from msgspec.structs import replace

        deceit = self._facts.case.dispute.deceit
        return (
            replace(deceit, statement=self._hiding.free(deceit.statement), truth=self._hiding.free(deceit.truth))
            if deceit
            else None
        )

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

        return tuple(replace(r, serial=self._hiding.since(1, r.serial)) for r in self._facts.dealings.approved)

    # -- evidence, wishes -----------------------------------------------------------------------

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The evidence by id; titles and what it proves as this level may show them."""
        from msgspec.structs import replace

        return {
            e.id: replace(e, title=self._hiding.free(e.title), proves=self._hiding.free(e.proves), file="")
            for e in self._facts.case.evidence
        }

    @cached_property
    def preferences(self) -> Any:
        return self._facts.case.preferences

    @cached_property
    def demands(self) -> tuple[Any, ...]:
        from msgspec.structs import replace

        return tuple(replace(d, basis=self._hiding.free(d.basis)) for d in self._facts.case.demands)

    @cached_property
    def says_true(self) -> bool:
        """The user confirmed that the account is true, by the letter's day."""
        return _confirmed(self._facts.case.statements.true_account, self.on)

    @cached_property
    def alone_on(self) -> date | None:
        """The day for which the user confirmed that no other body has the dispute; never later than that is claimed."""
        return self._facts.case.statements.no_parallel_proceedings

    @cached_property
    def says_no_parallel(self) -> bool:
        """Confirmed, and not contradicted by the filings: no other body has the dispute (办法 16(1)(2))."""
        clear = all(f.status in ("withdrawn", "refused") for f in self._facts.told.exclusive)
        return clear and _confirmed(self._facts.case.statements.no_parallel_proceedings, self.on)

    @cached_property
    def says_no_other_debts(self) -> bool:
        return _confirmed(self._facts.case.statements.no_other_debts, self.on)


def _confirmed(stated: date | None, on: date) -> bool:
    return stated is not None and stated <= on


def _sex(id_number: str) -> str:
    """The 17th digit is odd for men (GB 11643)."""
    return ("男" if int(id_number[16]) % 2 else "女") if len(id_number) == 18 and id_number[16].isdigit() else ""
