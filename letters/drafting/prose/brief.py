"""The story in few words, for texts that are typed into a box or said: what was bought, what was tried and what came of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from letters.case.facts.story import Entry
from letters.case.view.shown import OrderView, PaymentView
from letters.drafting.prose.clauses import BY_GUARDIAN, PARTY
from letters.drafting.prose.forms import clock_time, written_sum
from letters.drafting.prose.narrator import Narrator
from letters.drafting.prose.patterns import proved, same_words

_ASKS = frozenset({"request", "notice", "filing"})
_ANSWERS = frozenset({"refusal", "approval", "reply", "answer", "refund", "blocked"})
_AT_STAFF = re.compile(r"^(?:通过|向)(?:平台|商家|店铺|官方)?(?:在线)?客服")
_REASON = re.compile(r"以([^以]{2,40}?)为由")
#: Numbers that nobody reads out in a story; the script has them in its head.
_UNSAID = re.compile(r"（(?:编号|工单号|投诉单号|登记编号)[^（）]*）|(?<=提交工单|提交申诉)[A-Za-z0-9〔〕._-]+")
_NAMED = re.compile(r"(?<=.)“[^”]*”$")
_PLAIN = ("拒绝退款", "拒绝退还", "拒绝退费")
#: A predicate longer than this is told by its first clause in a short text, or by the request itself.
SHORT = 26


@dataclass(slots=True)
class Attempt:
    """Something that was asked, and the answers to it."""

    ask: Entry
    answers: list[Entry] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        return any(a.kind == "refusal" or a.status == "refused" for a in self.answers)


def attempts(narrator: Narrator, *, bodies: bool = True) -> list[Attempt]:
    """What was asked of the other side, and with `bodies` of institutions, each with its answers."""
    found: list[Attempt] = []
    for entry in narrator.entries(
        "request", "notice", "refusal", "approval", "reply", "refund", "blocked", "filing", "answer"
    ):
        mine = entry.by in ("complainant", "guardian")
        if mine and entry.kind in _ASKS:
            found.append(Attempt(entry))
        elif not mine and entry.kind in _ANSWERS and found:
            match = [
                a for a in found if a.ask.channel == entry.channel and a.ask.number == entry.number and entry.number
            ]
            own = [a for a in found if entry.by == "institution" or not narrator.of_body(a.ask)]
            said = (match or own or found)[-1].answers
            if entry.kind != "refund" or not any(a.at.date() == entry.at.date() for a in said):
                said.append(entry)
    return found if bodies else [a for a in found if not narrator.of_body(a.ask)]


def _asked(narrator: Narrator, ask: Entry, *, words: bool = True) -> str:
    """What was done, without subject and time: 申请退款, 提交工单TS…. With `words`, a filing is told as the case tells it, if short."""
    did = BY_GUARDIAN.sub("", ask.did)
    if ask.kind == "filing":
        return narrator.filed(ask, did if (words or not ask.number) and len(did) <= SHORT else "")
    if narrator.voice["they"] in ("贵平台", "您"):
        did = _AT_STAFF.sub("", did)
    if len(did) > SHORT:
        did = did.split("，", 1)[0]
    generic = narrator.words["requests"].get(narrator.wanted, "申请退款")
    return did if 0 < len(did) <= SHORT else generic


def _answered(narrator: Narrator, answer: Entry, *, again: bool, quote: bool = True) -> str:
    """An answer in the passive where it is a refusal: 被以“…”为由拒绝, 再次被拒, 被告知…."""
    refusal = answer.kind == "refusal" or answer.status == "refused"
    if answer.by == "institution":
        return f"被告知{PARTY.sub(narrator.voice['they'], answer.did or answer.quote)}"
    did = narrator.plain_answer(answer.did)
    if narrator.answered_himself(answer):
        return f"{narrator.voice['they']}{did}"
    if not refusal:
        said = _saying(did, answer.quote) if quote else ""
        return f"{_answering(narrator, answer, did)}{said}"
    plain = not did or did.startswith(("拒绝", "不予", "以", "维持"))
    what = did if did.startswith("拒绝") and did not in _PLAIN else "拒绝"
    if answer.quote and quote and plain:
        return f"被以“{answer.quote}”为由{what}"
    if again and plain and what == "拒绝":
        return "再次被拒"
    reason = _REASON.search(answer.did)
    if plain:
        return f"被以{reason.group(1)}为由{what}" if reason else f"被{what}"
    said = _saying(did, answer.quote) if quote else ""
    return f"{_answering(narrator, answer, did)}{said}"


def _saying(did: str, quote: str) -> str:
    """，称“…”, but 并称 after another 称, and nothing where that one has said it."""
    if not quote or same_words(did, quote):
        return ""
    return f"，{'并称' if '称' in did else '称'}“{quote}”"


def _answering(narrator: Narrator, answer: Entry, did: str) -> str:
    """Who answered and what; an outcome that is no predicate is what was answered."""
    who = _NAMED.sub("", narrator.subject(answer.by, staff=True))
    return f"{who}{did}" if answer.kind != "answer" or narrator.says(did) else f"{who}答复{did}"


def tried(
    narrator: Narrator, *, dated: bool = True, quote: bool = True, bodies: bool = True, first: bool = False
) -> str:
    """One sentence of what was tried: 本人20:40申请退款，21:05被以“…”为由拒绝；11月2日提交工单TS…，次日再次被拒。

    With `dated` each answer has its time. `quote` keeps what the other side said word for word, `bodies` what was filed
    with institutions; `first` leaves out all but what was tried first. Empty if nothing was tried.
    """
    clauses: list[str] = []
    again = False
    for attempt in attempts(narrator, bodies=bodies)[: 1 if first else None]:
        later = {i for a in attempt.answers for i in a.evidence}
        proof = narrator.ex([i for i in attempt.ask.evidence if i not in later])
        spoke = ""
        parts = [proved(f"{_asked_at(narrator, attempt.ask, dated)}{_asked(narrator, attempt.ask)}", proof)]
        for answer in attempt.answers:
            time = _answered_at(narrator, attempt.ask.at, answer.at) if dated else ""
            if time == "次日":
                narrator.clock.forget_day()
            said = _answered(narrator, answer, again=again, quote=quote)
            staff = narrator.subject(answer.by, staff=True)
            said = said.removeprefix(staff) if spoke == staff else said
            spoke = staff if said.startswith(staff) or spoke == staff else ""
            parts.append(proved(f"{time}{said}", narrator.ex(answer.evidence)))
            again = again or attempt.refused
        clauses.append("，".join(parts))
    if not clauses:
        return ""
    return _spoken(narrator, narrator.asker + "；".join(clauses) + "。")


def _spoken(narrator: Narrator, text: str) -> str:
    """The written turns of phrase as one says them on the phone."""
    if narrator.clock.style == "spoken":
        for written, said in (
            ("再次被拒", "又被拒绝"),
            ("次日", "第二天"),
            ("当日", "当天"),
            ("同日", "当天"),
            ("被告知", "得到的答复是"),
            ("至今", "到今天"),
        ):
            text = text.replace(written, said)
        text = _UNSAID.sub("", text)
    return text


def tried_once(narrator: Narrator, *, bodies: bool = False, first: bool = False) -> str:
    """All refusals in one clause: 本人当日申请退款、次日提交工单TS…，均被以虚拟商品不退为由拒绝。 Else as `tried`.

    With `first` only what was tried first is told.
    """
    found = attempts(narrator, bodies=bodies)[: 1 if first else None]
    if not found or not all(a.refused for a in found):
        return tried(narrator, dated=False, quote=False, bodies=bodies, first=first)
    reasons = {m.group(1) for a in found for e in a.answers if (m := _REASON.search(e.did))}
    asks = "、".join(
        _asked_at(narrator, a.ask, False, hour=False) + _asked(narrator, a.ask, words=False) for a in found
    )
    reason = f"以{reasons.pop()}为由" if len(reasons) == 1 else ""
    return _spoken(narrator, f"{narrator.asker}{asks}，{'均' if len(found) > 1 else ''}被{reason}拒绝。")


def noticed(narrator: Narrator, instead: str = "") -> str:
    """What was found, each thing with its time and evidence, without a full stop; empty if nothing is told.

    `instead` is told in place of what the complainant looked up himself.
    """
    clauses = []
    narrator.forget_subject()
    for entry in narrator.entries("failure"):
        if entry.kind in ("order", "payment"):
            continue
        mine = entry.by == "complainant" and not BY_GUARDIAN.match(entry.did)
        who = "" if mine else f"，{narrator.guardian() if BY_GUARDIAN.match(entry.did) else narrator.subject(entry.by)}"
        said = _saying(entry.did, entry.quote)
        did = instead if instead and mine and entry.did.startswith(("查询", "查看")) else BY_GUARDIAN.sub("", entry.did)
        clauses.append(proved(f"{narrator.clock.when(entry.at)}{who}{did}{said}", narrator.ex(entry.evidence)))
    return "；".join(clauses)


def _asked_at(narrator: Narrator, ask: Entry, dated: bool, hour: bool = True) -> str:
    clock, before = narrator.clock, narrator.clock.last_day
    if not dated and before is not None and ask.at.date() - before == timedelta(days=1):
        clock.when(ask.at, hour=False)
        return "次日"
    if before == ask.at.date() and not hour:
        return "当晚" if ask.at.hour >= 18 else "当日"
    said = clock.when(ask.at, hour=hour and ask.kind != "filing")
    return said if before != ask.at.date() or ask.kind != "filing" else "同日"


def _answered_at(narrator: Narrator, asked_at: datetime, at: datetime) -> str:
    if at.date() == asked_at.date():
        return narrator.clock.when(at) if narrator.clock.style != "public" else ""
    if at.date() - asked_at.date() == timedelta(days=1):
        narrator.clock.when(at, hour=False)
        return "次日"
    return narrator.clock.when(at, hour=False)


def bought(
    narrator: Narrator, *, account: bool = True, place: bool = False, split: bool = False, payee: bool = False
) -> str:
    """What was bought and paid, one sentence an order.

    The plain form is 本人（账号…）于T购买…，订单号…，付款…。 With `split` the payment has its own time and the merchant's
    number stands for the order's: T，本人在…下单购买…（商户单号…），T付款…。 `payee` names who got the money, if it is not the brand.
    """
    case = narrator.case
    entries = {e.order_id: e for e in case.story if e.kind == "order" and e.order_id}
    paid = [e for e in case.story if narrator.paid(e)]
    sentences: list[str] = []
    for order in case.orders:
        mine = [e for e in paid if e.order_id == order.id]
        entry = entries.get(order.id) or (mine[0] if mine else None)
        if entry is None:
            if order in narrator.undated():
                sentences.append(_undated(narrator, order, account and not sentences, place))
            continue
        who = narrator.subject("complainant") if not sentences else ""
        tell = _split if split and len(mine) == 1 and len(mine[0].payment_ids) == 1 and order.id in entries else _joined
        sentences.append(tell(narrator, order, entry, mine, who, account and not sentences, place, payee))
    narrator.forget_subject()
    return "；".join(sentences) + "。" if sentences else narrator.deal("payee")


def _undated(narrator: Narrator, order: OrderView, account: bool, place: bool) -> str:
    """An order of which no time is known: 本人（账号…）购买…，订单号…，付款…."""
    case = narrator.case
    paid = sum((p.amount for p in order.payments), start=order.amount * 0)
    name = case.me.account if account and not case.minor else ""
    where = f"在{case.platform.display}" if place and case.platform and case.platform.display not in order.item else ""
    number = f"，订单号{order.number}" if order.number else ""
    sum_paid = f"，付款{written_sum(paid, narrator.voice['money'])}" if paid else ""
    return (
        f"{narrator.subject('complainant')}{f'（账号{name}）' if name else ''}{where}购买{order.item}{number}{sum_paid}"
    )


def _joined(
    narrator: Narrator,
    order: OrderView,
    entry: Entry,
    mine: Sequence[Entry],
    who: str,
    account: bool,
    place: bool,
    payee: bool,
) -> str:
    case, style = narrator.case, narrator.voice["money"]
    payments = [p for e in mine for p in case.payments_of(e)]
    total = sum((p.amount for p in payments), start=order.amount * 0) or order.amount
    many = len(payments) > 1
    time = narrator.clock.when(entry.at, hour=not many)
    if many:
        last = mine[-1].until or mine[-1].at
        if last.date() != entry.at.date():
            time += f"至{narrator.clock.when(last, hour=False)}"
            narrator.clock.forget_day()
    name = case.me.account if account and not case.minor else ""
    where = f"在{case.platform.display}" if place and case.platform and case.platform.display not in order.item else ""
    proof = [i for e in ([entry] if entry.kind == "order" else []) for i in e.evidence] + [
        i for e in mine for i in e.evidence
    ]
    renewed = case.renewal
    if renewed:
        did = f"因{order.item}被扣款{f'{len(payments)}次' if many else ''}"
    else:
        did = f"分{len(payments)}次付款购买{order.item}" if many else f"购买{order.item}"
    return (
        f"{who}{f'（账号{name}）' if name else ''}{'同日' if time == '当日' else f'于{time}'}{where}{did}"
        + (f"，订单号{order.number}" if order.number else "")
        + f"，{'合计' if many else '' if renewed else '付款'}{written_sum(total, style)}{_received(narrator, payments, payee)}{narrator.ex(dict.fromkeys(proof))}"
    )


def _split(
    narrator: Narrator,
    order: OrderView,
    entry: Entry,
    mine: Sequence[Entry],
    who: str,
    account: bool,
    place: bool,
    payee: bool,
) -> str:
    case = narrator.case
    (payment,) = case.payments_of(mine[0])
    time = narrator.clock.when(entry.at)
    where = f"在{case.platform.display}" if place and case.platform and case.platform.display not in order.item else ""
    number = ""
    if payment.merchant_order and payment.same_number:
        number = (
            f"，商户单号{payment.merchant_order}"
            if order.item.endswith("）")
            else f"（商户单号{payment.merchant_order}）"
        )
    elif order.number and payment.merchant_order:
        number = f"（订单号{order.number}，商户单号{payment.merchant_order}）"
    elif order.number:
        number = f"，订单号{order.number}"
    later = (
        narrator.clock.when(mine[0].at)
        if (mine[0].at - entry.at) >= timedelta(minutes=1) or mine[0].at.date() != entry.at.date()
        else ""
    )
    if later == clock_time(entry.at, narrator.clock.style):
        later = ""
    return f"{time}，{who}{where}下单购买{order.item}{number}，{later}付款{written_sum(payment.amount, narrator.voice['money'])}{_received(narrator, [payment], payee)}{narrator.ex(dict.fromkeys((*entry.evidence, *mine[0].evidence)))}"


def _received(narrator: Narrator, payments: Sequence[PaymentView], payee: bool) -> str:
    """，收款方为…: the one payee, where it is asked for and is not the brand that everybody knows."""
    names = {p.payee for p in payments}
    known = {p.display for p in narrator.case.parties}
    return f"，收款方为{names.pop()}" if payee and len(names) == 1 and not names & (known | {""}) else ""
