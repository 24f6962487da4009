"""A case as one channel may see it: what the channel must not know is masked or empty (identity levels L0 to L3).

Templates get nothing else, so no template can leak by mistake. Who may see what stands at the fields of the model
(`letters.case.model.visibility`) and nowhere else; what has no label is not seen.
"""

from collections.abc import Collection
from datetime import date, datetime
from functools import cached_property
from typing import Any

from letters.case.facts.facts import ANSWERS, Facts
from letters.case.facts.story import Entry, story
from letters.case.model import Clause, Closure, Deceit, Demand, Evidence, Filing, Preferences, Refund, Respondent
from letters.case.model.visibility import NEVER
from letters.case.view.hiding import Hiding
from letters.case.view.showing import helper_view, me_view, order_view, party_view, payment_view
from letters.case.view.shown import MeView, OrderView, PartyView, PaymentView


class Unseen(AttributeError):
    """An answer that exists and that the level may not see."""


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
        """The answers of the facts whose level allows it (`letters.case.facts.facts.ANSWERS`)."""
        known = ANSWERS.get(name)
        if known is None:
            raise AttributeError(name)
        if known.level > self.level:
            where = "文书" if known.level >= NEVER else f"身份级别{self.level}的文书"
            raise Unseen(f"case.{name} 不能在{where}中使用")
        return getattr(getattr(self._facts, known.theme), name)

    # -- people ---------------------------------------------------------------------------------

    @cached_property
    def me(self) -> MeView:
        return me_view(self._hiding, self._facts.case.complainant, self._facts.parties.birth, self.on)

    @cached_property
    def guardian(self) -> MeView | None:
        """The minor's guardian (法定代理人), or None."""
        return helper_view(self._hiding, self._facts.case.complainant.guardian)

    @cached_property
    def agent(self) -> MeView | None:
        return helper_view(self._hiding, self._facts.case.complainant.agent)

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
        told = (entry for entry in story(self._facts, self._method) if self._concerns(entry.order_id))
        return tuple(self._hiding.seen(entry) for entry in told)

    def order_of(self, entry: Entry) -> OrderView | None:
        """The claimed order an `order` or `payment` entry belongs to."""
        return next((o for o in self.orders if o.id == entry.order_id), None)

    def payments_of(self, entry: Entry) -> tuple[PaymentView, ...]:
        """The payments that a `payment` or `payments` entry tells of."""
        return tuple(p for p in self.payments if p.id in entry.payment_ids)

    @cached_property
    def filings(self) -> tuple[Filing, ...]:
        """What was sent where, oldest first."""
        return tuple(self._hiding.seen(filing) for filing in self._facts.told.filings)

    def filing(self, *words: str, status: Collection[str] = (), to: str = "") -> Filing | None:
        """The last filing on the channels that the words mean (an id, a body, a procedure), of one of `status` where given.

        With `to`, of channels with that addressee only.
        """
        means = self._facts.channels.means
        found = [f for f in self.filings if means(f.channel, words, to) and (not status or f.status in status)]
        return found[-1] if found else None

    @cached_property
    def clause(self) -> Clause | None:
        """The clause the other side relies on: text, where, highlighted, noticed, evidence; or None."""
        clause = self._facts.case.dispute.clause
        return self._hiding.seen(clause) if clause else None

    @cached_property
    def deceit(self) -> Deceit | None:
        """What was said at the sale and was false: statement, said_at, truth, evidence; or None."""
        deceit = self._facts.case.dispute.deceit
        return self._hiding.seen(deceit) if deceit else None

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
    def closure(self) -> Closure | None:
        closure = self._facts.case.dispute.closure
        return self._hiding.seen(closure) if closure else None

    @cached_property
    def approved_refunds(self) -> tuple[Refund, ...]:
        """Refunds agreed to and not arrived: amount, approved_at, serial (from level 1), via."""
        return tuple(self._hiding.seen(refund) for refund in self._facts.dealings.approved)

    # -- evidence, wishes -----------------------------------------------------------------------

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The evidence by id; titles and what it proves as this level may show them."""
        return {each.id: self._hiding.seen(each) for each in self._facts.case.evidence}

    @cached_property
    def preferences(self) -> Preferences:
        return self._hiding.seen(self._facts.case.preferences)

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        return tuple(self._hiding.seen(demand) for demand in self._facts.case.demands)

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
