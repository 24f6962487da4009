"""One event as one clause: order, payment, filing, answer, refusal, each by its own pattern."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from letters.case.facts.story import Entry
from letters.case.view.shown import OrderView
from letters.channels.profile import Channel
from letters.drafting.prose import place as where
from letters.drafting.prose.actors import Actors
from letters.drafting.prose.forms import written_sum
from letters.drafting.prose.patterns import fill, proved, same_words

BY_GUARDIAN = re.compile(r"^由(?:法定代理人|监护人)")
PARTY = re.compile(r"被投诉人|被投诉方|被申请人")
_AGAIN = re.compile(r"(?<=为由)(?:拒绝|不予退款)|^拒绝(?=退款|$)")
#: A refund told from its own fields: the sum is written as the voice writes sums.
_BACK = re.compile(r"^(退回|退入平台余额)(\d+\.\d\d)元$")
_STAFF = re.compile(r"^(?:平台客服|商家客服|官方客服|客服|平台|商家|店铺|商户)(?=[以称拒维不同请未答要])")
_PREDICATE = re.compile(r"^(?:以.+为由|称|拒绝|不予|同意|维持|要求|表示|告知|通知)")


class Clauses(Actors):
    """Clauses of one voice, without a full stop."""

    def _dealt(self, entry: Entry) -> bool:
        """An order or its payments; renewals were ordered by nobody."""
        ordered = entry.kind == "order" and bool(entry.order_id) and not self.case.renewal
        return ordered or self.paid(entry)

    @classmethod
    def paid(cls, entry: Entry) -> bool:
        """Whether the entry tells payments from their own fields."""
        return entry.kind == "payments" or cls._bare_payment(entry)

    @staticmethod
    def _bare_payment(entry: Entry) -> bool:
        return entry.kind == "payment" and bool(entry.payment_ids)

    def clause(self, entry: Entry, *, fresh: bool = False) -> str:
        """One entry as a clause with its time, without a full stop."""
        did, by = entry.did, entry.by
        if self.case.minor and (BY_GUARDIAN.match(did) or (entry.kind == "filing" and self.case.guardian)):
            did, by = BY_GUARDIAN.sub("", did), "guardian"
        values = {"time": self.clock.when(entry.at, fresh=fresh), "quote": entry.quote}
        pattern = self.words["clauses"]["quoted"]
        if entry.kind == "filing":
            values["filed"] = self._filed(entry, did) + (f"，要求{entry.asked}" if entry.asked and not did else "")
            pattern = self.words["clauses"]["filing"]
        elif entry.kind == "answer":
            return proved(self._answer(entry, did, values), self.ex(entry.evidence))
        elif entry.kind == "payment" and not did:
            return self.payment(entry, fresh=fresh)
        elif not did:
            pattern = self.words["clauses"]["said_only"]
        elif entry.kind in self.words["clauses"] and entry.kind not in ("order", "payment", "payments"):
            pattern = self.words["clauses"][entry.kind]
        self._refused = self._refused or entry.kind == "refusal"
        subject = self.subject(by)
        values |= {"did": self._sums(did.rstrip("，；。")), "subject": "" if subject == self._subject else subject}
        self._subject = subject
        if entry.quote and "称" in did:
            pattern = pattern.replace(
                "称“{quote}”", f"{'原话为' if same_words(did, entry.quote) else '并称'}“{{quote}}”"
            )
        served = (
            f"，于{self.clock.day(entry.served_at.date())}送达"
            if entry.served_at and self.clock.style == "paper"
            else ""
        )
        return proved(fill(pattern, values) + served, self.ex(entry.evidence))

    def _filed(self, entry: Entry, did: str) -> str:
        if did:
            return f"{did}（编号{entry.number}）" if entry.number else did
        channel = self.channels.get(entry.channel)
        pattern = (channel and self._again(channel, "filed", channel.filed)) or (
            "提交{number}" if entry.number else "提交书面材料"
        )
        if self._elsewhere(entry) and pattern.startswith("提交"):
            pattern = f"向平台{pattern}"
        if not entry.number and "[" not in pattern:
            pattern = re.sub(r"（[^（）]*\{number\}[^（）]*）|[，、]?[^，、]{0,6}编号\{number\}", "", pattern)
        return fill(pattern, {"number": entry.number})

    def _again(self, channel: Channel, key: Literal["filed", "called"], otherwise: str) -> str:
        """What the channel says of itself (`again`) to a reader who is that same body."""
        reader: bool = self.words["voices"][channel.voice]["you"] == self.voice["you"]
        return channel.again.get(key, otherwise) if reader else otherwise

    def _elsewhere(self, entry: Entry) -> bool:
        """Whether something was filed with the platform in a letter to or about another."""
        case, channel = self.case, self.channels.get(entry.channel)
        return bool(
            channel
            and channel.body == "other-side"
            and channel.addressee == "platform"
            and case.platform
            and case.other
            and case.platform.id != case.other.id
        )

    def _answer(self, entry: Entry, did: str, values: dict[str, str]) -> str:
        clauses = self.words["clauses"]
        if entry.by == "institution":
            channel = self.channels.get(entry.channel)
            body = (channel and self._again(channel, "called", channel.called)) or "受理机构"
            self._subject = body
            return fill(
                clauses["answered"],
                {**values, "body": body, "did": PARTY.sub(self.voice["they"], did) or f"“{entry.quote}”"},
            )
        did = _STAFF.sub("", did)
        letter = self.answered_himself(entry)
        subject = self.voice["they"] if letter else self.subject("platform", staff=True)
        values["subject"] = "" if subject == self._subject else subject
        self._subject = subject
        if did and not letter and not _PREDICATE.match(did):
            did = f"答复{did}"
        if self._refused:
            did = _AGAIN.sub("再次拒绝", did)
        self._refused = self._refused or entry.status == "refused"
        return fill(clauses["answer" if did else "said_only"], {**values, "did": did})

    def answered_himself(self, entry: Entry) -> bool:
        """Whether the other side itself was written to and answers, not its staff."""
        channel = self.channels.get(entry.channel)
        return channel is not None and channel.body == "other-side" and not channel.answered_by_staff

    def payment(self, entry: Entry, *, fresh: bool = False, show: Iterable[str] = ()) -> str:
        """A payment, or many as one sum, from the payments' own fields."""
        shown, payments = frozenset(show), self.case.payments_of(entry)
        first, style = payments[0], self.voice["money"]
        subject = self.subject("complainant")
        many = entry.kind == "payments"
        if many:
            self.clock.forget_day()
        values = {
            "time": self.clock.when(entry.at, hour=not many, fresh=fresh), "subject": "" if subject == self._subject else subject,
            "method": self.words["methods"][first.method], "amount": written_sum(sum((p.amount for p in payments), start=first.amount * 0), style),
        }  # fmt: skip
        self._subject = subject
        order = self.case.order_of(entry)
        renewed = self.case.renewal and order is not None
        if renewed and order is not None:
            firm = where.firm(self.case, self.voice["they"], shown) if shown & {"operated", "firm"} else ""
            values |= {
                "they": firm or self.subject(order.debtor),
                "item": order.item,
                "number": order.number if "number" in shown else "",
            }
        if many:
            assert entry.until is not None
            within = entry.until.date() == entry.at.date()
            values |= {"until": "" if within else self.clock.when(entry.until, hour=False), "count": str(len(payments))}
            return fill(self.words["clauses"]["renewals" if renewed else "payments"], values) + self.ex(entry.evidence)
        party = (
            next((p for p in self.case.parties if p.name and p.name == first.payee), None) if "to" in shown else None
        )
        if party is not None:
            values["payee"] = self.subject(party.id)
        elif shown & {"payee", "to"} or (first.payee_person and self.case.level > 0):
            values["payee_seen"] = first.payee
        if "transaction" in shown:
            values["transaction"] = first.transaction_id
            if (
                "payee" not in values
                and self.case.other
                and self.case.other.name
                and first.payee == self.case.other.name
            ):
                values["payee"] = self.voice["they"]
        if "merchant" in shown:
            values["merchant"] = "与订单号相同" if first.same_number else first.merchant_order
        values["again"] = "再次" if self._paid_before(entry) else ""
        taken = self.case.payment_denied
        values |= {"card_last4": first.card_last4, "owner": subject}
        pattern = "debit" if taken else "renewal" if renewed else "payment"
        return fill(self.words["clauses"][pattern], values) + self.ex(entry.evidence)

    def _paid_before(self, entry: Entry) -> bool:
        """Whether the same order was paid for earlier on the same day."""
        earlier = [
            e
            for e in self.case.story
            if self._bare_payment(e) and e.order_id == entry.order_id and e.at.date() == entry.at.date()
        ]
        return bool(entry.order_id) and entry in earlier[1:]

    def order(self, entry: Entry, *, fresh: bool = False, show: Iterable[str] = ()) -> str:
        """An order from its own fields; `show` picks place, price, number, target, promise."""
        order = self.case.order_of(entry)
        assert order is not None
        return self._ordered(order, self.clock.when(entry.at, fresh=fresh), show) + self.ex(entry.evidence)

    def undated(self) -> list[OrderView]:
        """The orders of which nothing has a date: no time of the order, none of a payment."""
        told = {e.order_id for e in self.case.story if self._dealt(e)}
        return [o for o in self.case.orders if o.id not in told and not self.case.renewal]

    def _ordered(self, order: OrderView, time: str, show: Iterable[str]) -> str:
        shown, subject = frozenset(show), self.subject("complainant")
        place = self.case.platform.display if self.case.platform else ""
        if picked := shown & {"operated", "firm", "shop"}:
            they, shown = self._numbered(order.debtor), shown | {"place"}
            place = where.place(
                self.case, they or self.voice["they"], picked, self.case.party(order.debtor) if they else None
            )
        optional = {
            "place": place, "price": written_sum(order.amount, self.voice["money"]), "number": order.number,
            "target": re.sub(r"^账号[:：\s]*", "", order.target_account), "target_word": self.words["goods"][order.kind].get("target", "充值账号"),
        }  # fmt: skip
        values = {key: value for key, value in optional.items() if key in shown | {"target_word"}}
        values |= {"time": time, "item": order.item}
        if "purpose" in shown and self.case.own_use and not self.case.minor:
            values["purpose"] = "为生活消费需要"
        if "own" in shown and self.case.own_use and not self.case.minor:
            values["own"] = "自用"
        values["subject"] = "" if subject == self._subject else subject
        self._subject = subject
        text = fill(self.words["clauses"]["order"], values)
        if "promise" in shown and order.promise:
            kind = "promise_page" if order.promise_captured else "promise_said"
            text += fill(self.words["clauses"][kind], {"promise": order.promise, "they": self.voice["they"]})
        return text

    def filed(self, entry: Entry, did: str) -> str:
        """A filing as its channel tells it afterwards, or in the words of the event that it joins."""
        return self._filed(entry, did)

    def forget_subject(self) -> None:
        self._subject = ""

    @property
    def asker(self) -> str:
        """Who asked: the guardian for a minor, else the complainant."""
        return self.guardian() if self.case.minor and self.case.guardian else self.subject("complainant")

    @property
    def wanted(self) -> str:
        """The kind of the first demand."""
        return next((d.kind for d in self.case.demands), "refund")

    def plain_answer(self, did: str) -> str:
        """What was answered, without the staff as subject."""
        return self._sums(_STAFF.sub("", did))

    def _sums(self, did: str) -> str:
        """What came back, with its sum as this voice writes sums."""
        back = _BACK.match(did)
        return back.group(1) + written_sum(Decimal(back.group(2)), self.voice["money"]) if back else did

    @staticmethod
    def says(did: str) -> bool:
        """Whether the words are a predicate that a subject may stand before."""
        return bool(_PREDICATE.match(did))
