"""An honest outlook: what carries, what does not and why, what would help, and the effort against the sum. No win rates."""

from decimal import Decimal

from msgspec import Struct

from letters.law.matter import Matter
from letters.review.finding import Finding
from letters.review.naming import in_yuan
from letters.review.run import review_case

_WEAKENING = frozenset({
    "weak-claim", "own-breach", "evidence-late", "loop-broken", "transfer-to-person", "private-seller", "over-claim",
    "limitation-passed", "window-passed", "defendant-unreachable", "respondent-unnamed", "timeline-order", "refusal-risk",
    "deceit-missing", "clause-alone", "not-in-force",
})  # fmt: skip


class Outlook(Struct, frozen=True):
    """Sentences for the user: strong points, weak points with the reason, what would make the case stronger, the effort."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    stronger: tuple[str, ...]
    effort: str


def outlook(matter: Matter, findings: tuple[Finding, ...] | None = None) -> Outlook:
    """What can honestly be said of the case on the day; for goods the law does not protect only that.

    `findings` are those of the case as a whole, reviewed anew where left out.
    """
    if matter.facts.told.illegal:
        return Outlook((), ("所购商品不受法律保护，索赔得不到支持",), ("咨询律师",), "不建议投入时间和费用")
    if findings is None:
        findings = review_case(matter)
    return Outlook(_strong(matter, findings), _weak(findings), _stronger(findings), _effort(matter))


def _strong(matter: Matter, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    facts, case = matter.facts, matter.case
    shown = {word for exhibit in case.evidence for word in exhibit.shows}
    found: list[str] = []
    if facts.dealings.approved:
        found.append("对方已经同意退款：欠款数额和义务都有对方的答复为证")
    if {"order-number", "amount"} <= shown and case.evidence:
        found.append("订单和付款有截图，能够证明买了什么、付了多少")
    if any(order.promised and order.promised.evidence for order in facts.told.claimed_orders):
        found.append("对方的承诺有截图，可以作为合同内容")
    if facts.dealings.delivered_nothing and any(e.part == "anomaly" for e in case.evidence):
        found.append("没有到账有记录；已经履行的事实应由对方举证")
    if "request-time" in shown or facts.dealings.asked_refund:
        found.append("已经向对方提出过请求，时间可以查明")
    if facts.dealings.refused and "refusal" in shown:
        found.append("对方拒绝的原话有记录，分歧清楚")
    if facts.contract.deceived and case.dispute.deceit and case.dispute.deceit.evidence:
        found.append("付款前的不实说法留有证据")
    if (
        not any(f.code in ("respondent-unnamed", "defendant-unreachable") for f in findings)
        and facts.parties.opponent
        and facts.parties.opponent.uscc
    ):
        found.append("对方主体明确，有营业执照信息，可以投诉和起诉")
    return tuple(found)


def _weak(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    weak = [f.message for f in findings if f.code in _WEAKENING and f.level != "note"]
    weak += [f.message for f in findings if f.code == "evidence-missing" and f.level == "warn"]
    return tuple(dict.fromkeys(weak))


def _stronger(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    helping = _WEAKENING | {"evidence-missing", "refund-not-requested", "limitation-near", "evidence-file-missing"}
    return tuple(dict.fromkeys(f.fix for f in findings if f.code in helping and f.fix))


def _effort(matter: Matter) -> str:
    sums, limit = matter.sums, matter.case.preferences.stop_loss
    total = sums["total"].amount if "total" in sums else sums["refund"].amount if "refund" in sums else Decimal(0)
    fee = sums.get("court_fee_halved")
    if not total:
        return "没有可以计算的金额；请求对方协助的，花费的只是沟通的时间"
    steps = "协商、支付投诉和12315不收费，各需数日到两个月"
    court = (
        f"；起诉先垫付诉讼费约{in_yuan(fee.amount)}（简易程序，以法院通知为准，败诉方承担），通常还要准备材料并参加一次开庭"
        if fee
        else ""
    )
    text = f"请求金额{in_yuan(total)}：{steps}{court}"
    if limit and total < limit:
        text += f"。金额低于自定的止损金额{in_yuan(limit)}，走完免费的途径即可停下"
    return text
