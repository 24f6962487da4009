"""The closed loop of evidence: numbers, accounts, times and names that must meet each other (L1 to L12).

L2 is `amount-mismatch`, L4 `timeline-order`, L5 `evidence-late`, L8 `evidence-missing`, L12 `personal-data`.
"""

from collections.abc import Iterator

from letters.case.model.persons import is_person
from letters.review.finding import Finding, warn
from letters.review.subject import Scope

_RECHARGES = frozenset({"points", "top-up", "airtime", "membership", "account"})
_TIMES = frozenset({"time", "request-time"})


def _shows(scope: Scope, what: str) -> bool:
    """Whether a ground of the case wants the evidence to show that too."""
    return any(what in trait.loop for trait in scope.facts.told.traits)


def _broken(number: str, message: str, path: str, fix: str) -> Finding:
    return warn("loop-broken", f"{message}（{number}）", path=path, fix=fix, source=f"证据闭环规则 {number}")


def numbers_meet(scope: Scope) -> Iterator[Finding]:
    """L1: the order's number is the merchant's number on the bill, or an exhibit ties them."""
    tied = any({"order-number", "payee"} <= set(e.shows) for e in scope.case.evidence)
    for order in scope.facts.told.claimed_orders:
        payments = [p for p in scope.facts.told.payments_of(order) if p.merchant_order]
        if order.number and payments and not tied and all(p.merchant_order != order.number for p in payments):
            index = scope.case.payments.index(payments[0])
            yield _broken(
                "L1",
                "账单上的商户单号与订单号不同，看不出是同一笔交易",
                f"payments[{index}].merchant_order",
                "找订单详情里的“支付单号”，或者请平台书面说明两个单号的对应关系",
            )


def account_shown(scope: Scope) -> Iterator[Finding]:
    """L3: the recharge record shows the account of the order."""
    order = scope.facts.told.main_order
    if order is None or order.kind not in _RECHARGES or not _shows(scope, "account"):
        return
    records = [e for e in scope.case.evidence if e.part == "anomaly"]
    if records and not any("account" in e.shows for e in records if e.shows) and any(e.shows for e in records):
        yield _broken(
            "L3",
            "充值记录的截图没有显示账号，对方可能说查的不是这个账号",
            f"evidence[{scope.case.evidence.index(records[0])}].shows",
            "重新截图，让账号、查询时间和充值记录在同一画面；并截取订单里的充值账号",
        )


def promises_captured(scope: Scope) -> Iterator[Finding]:
    """L6: each asserted promise has a capture; without one it is left out of letters."""
    for index, order in enumerate(scope.case.orders):
        if order in scope.facts.told.claimed_orders and order.promised and not order.promised.evidence:
            yield _broken(
                "L6",
                "卖家的承诺没有截图，对方否认时难以证明",
                f"orders[{index}].promised.evidence",
                "补上商品页面或者聊天记录的截图并填写编号",
            )


def delay_has_two_times(scope: Scope) -> Iterator[Finding]:
    """L7: a delay is shown by two times side by side."""
    if not _shows(scope, "two-times"):
        return
    for index, order in enumerate(scope.case.orders):
        if order not in scope.facts.told.claimed_orders:
            continue
        due = order.promised.by if order.promised else None
        if due is None or (order.delivery in ("late", "full") and order.delivered_at is None):
            which = "promised.by" if due is None else "delivered_at"
            yield _broken(
                "L7",
                "主张迟延，却缺少" + ("约定的时间" if due is None else "实际到账的时间"),
                f"orders[{index}].{which}",
                "把付款时间、承诺时间和到账时间放在一起，各有截图",
            )


def times_visible(scope: Scope) -> Iterator[Finding]:
    """L9: every screenshot shows a time, and the case says when it was taken."""
    dark = [
        i for i, e in enumerate(scope.case.evidence)
        if e.form == "screenshot" and (e.captured_at is None or (e.shows and not _TIMES & set(e.shows)))
    ]  # fmt: skip
    if dark:
        named = "、".join(scope.case.evidence[i].id for i in dark)
        yield _broken(
            "L9",
            f"截图{named}看不到时间或者没有写取得时间",
            f"evidence[{dark[0]}]",
            "重新截取带状态栏时间的整屏，保留未裁剪的原图，填写 captured_at 和 shows",
        )


def request_visible(scope: Scope) -> Iterator[Finding]:
    """L10: the moment of the refund request can be seen in a record of the talk."""
    if not scope.facts.dealings.asked_refund or not scope.wants_money:
        return
    talks = [e for e in scope.case.evidence if e.part == "communication"]
    if any(not e.shows or "request-time" in e.shows for e in talks):
        return
    if any(f.number for f in scope.facts.told.filings):
        return
    yield _broken(
        "L10",
        "没有记录显示什么时候提出退款",
        f"evidence[{scope.case.evidence.index(talks[0])}].shows" if talks else "evidence",
        "在平台内再书面申请一次退款，截取提交时间",
    )


def payee_is_operator(scope: Scope) -> Iterator[Finding]:
    """L11: the payee on the bill is the operator, or the relation is explained."""
    known = {text for r in scope.case.respondents for text in (r.name, r.brand) if text}
    for index, payment in enumerate(scope.case.payments):
        payee = payment.payee
        if (
            payment not in scope.facts.told.claimed_payments
            or not payee
            or payee in known
            or "*" in payee
            or is_person(payee)
        ):
            continue
        if any(part in payee or payee in part for part in known):
            continue
        yield _broken(
            "L11",
            "账单上的收款方不是案件里的任何一方",
            f"payments[{index}].payee",
            "请平台或者支付机构说明收款方与商家的关系；收款方也应承担责任的，加进 respondents",
        )
        return
