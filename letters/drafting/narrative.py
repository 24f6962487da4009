"""The story in sentences: one event one clause, one day one sentence, subjects and dates said only where needed."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from letters.case.moment import knows_hour
from letters.case.shown import OrderView
from letters.case.story import Entry
from letters.case.view import CaseView
from letters.drafting import place as where
from letters.drafting.channel import Channels
from letters.drafting.forms import Clock, clock_time, money, numeral
from letters.drafting.patterns import fill, proved, same_words

#: What went wrong, and what was said about it, told apart where a form asks for them apart.
FAILURE = frozenset(
    {"discovery", "delivery", "promise-missed", "closed", "fee-demanded", "other", "payment", "order"}
)
TALKS = frozenset(
    {"request", "reply", "refusal", "approval", "contact", "notice", "filing", "answer", "refund", "promise", "blocked"}
)
#: Filings of these natures are not told to the other side, to regulators or in public.
KEPT_QUIET = frozenset({"public", "crime"})
_GUARDIAN_ACTS = re.compile(r"^由(?:法定代理人|监护人)")
_PARTY = re.compile(r"被投诉人|被投诉方|被申请人")
_AGAIN = re.compile(r"(?<=为由)(?:拒绝|不予退款)|^拒绝(?=退款|$)")
#: A refund told from its own fields: the sum is written as the voice writes sums.
_BACK = re.compile(r"^(退回|退入平台余额)(\d+\.\d\d)元$")
_STAFF = re.compile(r"^(?:平台客服|商家客服|官方客服|客服|平台|商家|店铺|商户)(?=[以称拒维不同请未答要])")
_PREDICATE = re.compile(r"^(?:以.+为由|称|拒绝|不予|同意|维持|要求|表示|告知|通知)")


class Narrator:
    """Tells entries of the story in one voice; keeps the clock and the last subject of a sentence."""

    def __init__(
        self, case: CaseView, words: dict[str, Any], voice: dict[str, str], clock: Clock, channels: Channels,
        exhibits: Callable[..., str],
    ) -> None:  # fmt: skip
        self.case, self.words, self.voice, self.clock = case, words, voice, clock
        self.channels, self.ex = channels, exhibits
        self._subject = ""
        self._refused = False

    # -- who ------------------------------------------------------------------------------------

    def subject(self, by: str, staff: bool = False) -> str:
        """The word for the actor in this voice."""
        voice, case = self.voice, self.case
        if by == "complainant":
            return voice["child"] if case.minor and case.guardian else voice["I"]
        if by == "guardian":
            return self.guardian()
        if by == "platform" and case.platform is not None:
            by = case.platform.id
        party = case.party(by)
        if party is None:
            return "对方" if by == "other" else voice["they"]
        if numbered := self._numbered(party.id):
            return numbered + "客服" * (staff and voice["staff"] != voice["they"])
        other = case.other
        stranger = voice["they"] == "对方" and party.role == "payment-provider"
        if other is not None and party.id == other.id and not stranger:
            return voice["staff"] if staff else voice["they"]
        if other is not None and other.role == "payment-provider" and party.role != "payment-provider":
            return "商户"
        return self.third(party)

    def _numbered(self, identity: str) -> str:
        """被告一, 被告二: the other side's word with its number, where several are claimed from."""
        known = [p.id for p in self.case.opponents]
        if len(known) < 2 or identity not in known or not self.voice["they"].startswith("被"):
            return ""
        return self.voice["they"] + numeral(known.index(identity) + 1)

    def third(self, party: Any) -> str:
        """A third person: role and shown name."""
        noun = {"seller": "店铺", "platform": "平台", "payee": "收款方", "upstream": "上游", "payment-provider": ""}
        if not party.display:
            return noun.get(party.role) or "对方"
        return f"{noun.get(party.role, '')}{f'“{party.display}”' if party.role != 'payment-provider' else party.display}"

    def guardian(self) -> str:
        """The guardian in this voice: 本人 where he writes himself, else 法定代理人."""
        return self.voice["I"] if self.voice["child"] != self.voice["I"] else "法定代理人"

    # -- clauses --------------------------------------------------------------------------------

    def clause(self, entry: Entry, *, fresh: bool = False) -> str:
        """One entry as a clause with its time, without a full stop."""
        did, by = entry.did, entry.by
        if self.case.minor and (_GUARDIAN_ACTS.match(did) or (entry.kind == "filing" and self.case.guardian)):
            did, by = _GUARDIAN_ACTS.sub("", did), "guardian"
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
            pattern = pattern.replace("称“{quote}”", f"{'原话为' if same_words(did, entry.quote) else '并称'}“{{quote}}”")
        served = f"，于{self.clock.day(entry.served_at.date())}送达" if entry.served_at and self.clock.style == "paper" else ""
        return proved(fill(pattern, values) + served, self.ex(entry.evidence))

    def _filed(self, entry: Entry, did: str) -> str:
        if did:
            return f"{did}（编号{entry.number}）" if entry.number else did
        channel = self.channels.get(entry.channel)
        pattern = channel.filed if channel and channel.filed else "提交{number}" if entry.number else "提交书面材料"
        if self.voice["you"] == "贵行":
            pattern = pattern.replace("向发卡行", "向贵行")
        if self._elsewhere(entry) and pattern.startswith("提交"):
            pattern = f"向平台{pattern}"
        if not entry.number and "[" not in pattern:
            pattern = re.sub(r"（[^（）]*\{number\}[^（）]*）|[，、]?[^，、]{0,6}编号\{number\}", "", pattern)
        return fill(pattern, {"number": entry.number})

    def _elsewhere(self, entry: Entry) -> bool:
        """Whether something was filed with the platform in a letter to or about another."""
        case = self.case
        return bool(
            entry.channel in ("customer-service", "platform-appeal") and case.platform and case.other and case.platform.id != case.other.id
        )

    def _answer(self, entry: Entry, did: str, values: dict[str, str]) -> str:
        clauses = self.words["clauses"]
        if entry.by == "institution":
            body = self.words["bodies"].get(entry.channel, "受理机构")
            if self.voice["you"] == "贵行" and entry.channel == "bank-card":
                body = "贵行"
            self._subject = body
            return fill(clauses["answered"], {**values, "body": body, "did": _PARTY.sub(self.voice["they"], did) or f"“{entry.quote}”"})
        did = _STAFF.sub("", did)
        letter = entry.channel == "demand-letter"
        subject = self.voice["they"] if letter else self.subject("platform", staff=True)
        values["subject"] = "" if subject == self._subject else subject
        self._subject = subject
        if did and not letter and not _PREDICATE.match(did):
            did = f"答复{did}"
        if self._refused:
            did = _AGAIN.sub("再次拒绝", did)
        self._refused = self._refused or entry.status == "refused"
        return fill(clauses["answer" if did else "said_only"], {**values, "did": did})

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
            "method": self.words["methods"][first.method], "amount": money(sum((p.amount for p in payments), start=first.amount * 0), style),
        }  # fmt: skip
        self._subject = subject
        order = self.case.order_of(entry)
        renewed = self.case.main_ground == "auto-renewal" and order is not None
        if renewed and order is not None:
            firm = where.firm(self.case, self.voice["they"], shown) if shown & {"operated", "firm"} else ""
            values |= {"they": firm or self.subject(order.debtor), "item": order.item, "number": order.number if "number" in shown else ""}
        if many:
            assert entry.until is not None
            within = entry.until.date() == entry.at.date()
            values |= {"until": "" if within else self.clock.when(entry.until, hour=False), "count": str(len(payments))}
            return fill(self.words["clauses"]["renewals" if renewed else "payments"], values) + self.ex(entry.evidence)
        party = next((p for p in self.case.parties if p.name and p.name == first.payee), None) if "to" in shown else None
        if party is not None:
            values["payee"] = self.subject(party.id)
        elif shown & {"payee", "to"} or (first.payee_person and self.case.level > 0):
            values["payee_seen"] = first.payee
        if "transaction" in shown:
            values["transaction"] = first.transaction_id
            if "payee" not in values and self.case.other and self.case.other.name and first.payee == self.case.other.name:
                values["payee"] = self.voice["they"]
        if "merchant" in shown:
            values["merchant"] = "与订单号相同" if first.same_number else first.merchant_order
        values["again"] = "再次" if self._paid_before(entry) else ""
        taken = self.case.main_ground == "unauthorised"
        values |= {"card_last4": first.card_last4, "owner": subject}
        pattern = "debit" if taken else "renewal" if renewed else "payment"
        return fill(self.words["clauses"][pattern], values) + self.ex(entry.evidence)

    def _paid_before(self, entry: Entry) -> bool:
        """Whether the same order was paid for earlier on the same day."""
        earlier = [e for e in self.case.story if self._bare_payment(e) and e.order_id == entry.order_id and e.at.date() == entry.at.date()]
        return bool(entry.order_id) and entry in earlier[1:]

    def order(self, entry: Entry, *, fresh: bool = False, show: Iterable[str] = ()) -> str:
        """An order from its own fields; `show` picks place, price, number, target, promise."""
        order = self.case.order_of(entry)
        assert order is not None
        return self._ordered(order, self.clock.when(entry.at, fresh=fresh), show) + self.ex(entry.evidence)

    def undated(self) -> list[OrderView]:
        """The orders of which nothing has a date: no time of the order, none of a payment."""
        told = {e.order_id for e in self.case.story if self._dealt(e)}
        return [o for o in self.case.orders if o.id not in told and self.case.main_ground != "auto-renewal"]

    def _ordered(self, order: OrderView, time: str, show: Iterable[str]) -> str:
        shown, subject = frozenset(show), self.subject("complainant")
        place = self.case.platform.display if self.case.platform else ""
        if picked := shown & {"operated", "firm", "shop"}:
            they, shown = self._numbered(order.debtor), shown | {"place"}
            place = where.place(self.case, they or self.voice["they"], picked, self.case.party(order.debtor) if they else None)
        optional = {
            "place": place, "price": money(order.amount, self.voice["money"]), "number": order.number,
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

    # -- for the short story of letters.drafting.brief --------------------------------------------

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
        return back.group(1) + money(Decimal(back.group(2)), self.voice["money"]) if back else did

    @staticmethod
    def says(did: str) -> bool:
        """Whether the words are a predicate that a subject may stand before."""
        return bool(_PREDICATE.match(did))

    # -- sentences ------------------------------------------------------------------------------

    def deal(self, *show: str) -> str:
        """What was ordered and paid, a sentence each."""
        sentences: list[str] = []
        ordered: Entry | None = None
        said: datetime | None = None
        named: set[str] = set()
        if self.clock.style == "paper":
            self.clock.forget_day()
        for order in self.undated():
            self._subject = ""
            total = sum((p.amount for p in order.payments), start=order.amount * 0)
            sentences.append(self._ordered(order, "", show) + (f"；付款{money(total, self.voice['money'])}" if total else "") + "。")
        for entry in (e for e in self.case.story if self._dealt(e)):
            paid = "joined" in show and ordered is not None and entry.kind == "payment" and entry.order_id == ordered.order_id
            if paid and entry.at.date() == ordered.at.date():  # type: ignore[union-attr]
                again = clock_time(ordered.at, self.clock.style)  # type: ignore[union-attr]
                paying = self.payment(entry, show=show).removeprefix(f"{again}，" if again else "")
                sentences[-1] = f"{sentences[-1][:-1]}；{paying}。"
                continue
            self._subject = ""
            tell = self.order if entry.kind == "order" else self.payment
            known = {"purpose", "own"} if said else set()
            known |= {"operated", "firm"} if said and entry.kind != "order" else set()
            known |= {"number"} if entry.order_id in named and entry.kind != "order" else set()
            told = tell(entry, show=[s for s in show if s not in known])
            named.add(entry.order_id)
            if said is not None and said.replace(second=0) == entry.at.replace(second=0) and knows_hour(said):
                told = told.removeprefix(f"{clock_time(said, self.clock.style)}，")
            sentences.append(told + "。")
            ordered, said = (entry if entry.kind == "order" else None), entry.at
        return "".join(sentences)

    def _dealt(self, entry: Entry) -> bool:
        """An order or its payments; renewals were ordered by nobody."""
        ordered = entry.kind == "order" and bool(entry.order_id) and self.case.main_ground != "auto-renewal"
        return ordered or entry.kind == "payments" or self._bare_payment(entry)

    @staticmethod
    def _bare_payment(entry: Entry) -> bool:
        return entry.kind == "payment" and bool(entry.payment_ids)

    def entries(
        self, *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "",
        bodies: bool = True,
    ) -> list[Entry]:  # fmt: skip
        """The entries beside order and payment: of the named kinds, or of the groups `failure` and `talks`.

        `without` leaves out the answer of that number, and the filing if the case has no words of its own for it; not `bodies`, what was filed with institutions.
        """
        wanted = frozenset().union(
            *(
                {"failure": FAILURE, "talks": TALKS}.get(kind, frozenset({kind}))
                for kind in kinds or ("failure", "talks")
            )
        )
        return [
            e for e in self.case.story
            if e.kind in wanted and not (e.kind == "order" and e.order_id) and not self._bare_payment(e)
            and self._told(e) and not (without and e.number == without and not (e.kind == "filing" and e.did)) and (bodies or not self.of_body(e)) and (since is None or e.at > since) and (until is None or e.at <= until)
        ]  # fmt: skip

    def of_body(self, entry: Entry) -> bool:
        """Whether the entry is a filing with an institution, which is neither the other side nor the seller, or its answer."""
        channel = self.channels.get(entry.channel) if entry.kind in ("filing", "answer") else None
        return channel is not None and channel.answers == "institution"

    def _told(self, entry: Entry) -> bool:
        if not entry.channel or entry.kind not in ("filing", "answer") or entry.channel not in self.channels:
            return True
        nature = self.channels[entry.channel].nature
        if self.case.level == 0:
            return nature == "negotiation"
        return nature not in KEPT_QUIET or self.voice["I"] in ("报案人",) or self.case.main_ground == "unauthorised"

    def items(self, entries: Sequence[Entry]) -> list[str]:
        """The sentences of `days` as items of a list, each with its own date."""
        return self.days(entries, dated=True)

    def days(self, entries: Sequence[Entry], dated: bool = False) -> list[str]:
        """A sentence a day: clauses joined by semicolons, the subject dropped when it stays.

        An answer that follows its filing stands in the same sentence; evidence that the next clause names too stands there.
        With `dated` every sentence after the first begins with its date.
        """
        sentences: list[str] = []
        for group in _told_together(entries):
            self._subject = ""
            if dated and sentences:
                self.clock.forget_day()
            clauses = []
            for i, entry in enumerate(group):
                following = group[i + 1].evidence if i + 1 < len(group) else ()
                shown = replace(entry, evidence=()) if set(entry.evidence) <= set(following) else entry
                clauses.append(self.clause(shown, fresh=not i and not sentences and self.clock.style == "paper"))
            sentences.append("；".join(clauses) + "。")
        return sentences

    def tale(self, *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "", bodies: bool = True) -> str:
        """The rest of the story in one paragraph."""
        self._refused = False
        return "".join(self.days(self.entries(*kinds, since=since, until=until, without=without, bodies=bodies)))



def _told_together(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of one day, an answer that came on a later day with the filing just before it."""
    groups: list[list[Entry]] = []
    closed = True
    for entry in entries:
        last = groups[-1][-1] if groups else None
        same = last is not None and last.at.date() == entry.at.date()
        answers = last is not None and last.kind == "filing" and bool(entry.channel) and (entry.channel, entry.number) == (last.channel, last.number)
        if last is not None and not closed and (same or answers):
            groups[-1].append(entry)
        else:
            groups.append([entry])
        closed = answers and not same
    return groups
