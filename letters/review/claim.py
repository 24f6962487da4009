"""How far the claim carries: asked at all, weak points, rules the buyer himself broke."""

from collections.abc import Iterator

from letters.review.finding import Finding, note, warn
from letters.review.scope import REGULATOR, Scope

_SEVERAL = 20
_SINGLE_GOODS = frozenset({"card-key", "airtime", "account", "software"})


def not_requested(scope: Scope) -> Iterator[Finding]:
    """Money is claimed that nobody was asked for in writing (L10; it also starts several periods)."""
    facts = scope.facts
    if not scope.wants_money or facts.asked_refund or facts.illegal or (facts.fraud and not facts.police_answered):
        return
    if scope.id in (
        "seller-message",
        "customer-service",
        "hotline-script",
        "wechat-pay",
        "alipay",
        "bank-card",
        "unionpay",
    ):
        return
    yield warn(
        "refund-not-requested",
        "还没有向对方书面提出过退款：受理机构会先问这一点，时间也从提出时起算",
        path="events",
        fix="先在平台内或者通过客服书面申请，截取提交时间，再记入经过（kind: request）",
        source="证据闭环规则 L10；侵害消费者权益行为处罚办法第8条",
    )


def own_breach(scope: Scope) -> Iterator[Finding]:
    """A rule that the buyer is said to have broken (民法典 592)."""
    breach = scope.case.dispute.own_breach
    if breach is None:
        return
    yield warn(
        "own-breach",
        "涉及自己违反规则的情况：属实的，请求可能减少或者得不到支持；不要隐瞒，也不要主动扩大",
        path="dispute.own_breach",
        fix="核对规则原文、版本和是否提示过；规则与本次故障无关的，在经过里写清楚",
        source="民法典第592条第2款",
    )


def weak(scope: Scope) -> Iterator[Finding]:
    """Claims that the facts carry badly, each with its reason (legal.md b.3)."""
    facts, case = scope.facts, scope.case
    orders = facts.claimed_orders
    used = any(o.activated == "yes" for o in orders)
    if scope.request_only:
        yield _weak(
            "问题出在自己操作：对方没有违约，只能请求协助、改充或者部分退还",
            "dispute.grounds",
            "写成请求，尽快提出，说明尚未使用",
            "民法典第147条",
        )
    if facts.has("late") and used and facts.wants("refund"):
        yield _weak(
            "迟到的商品已经使用，全额退款难以支持，一般只能要求赔偿迟延造成的损失",
            "demands",
            "改为差价或者损失，并附计算",
            "民法典第577条、第584条",
        )
    if facts.has("auto-renewal") and used:
        yield _weak(
            "自动续费期间使用过服务，已使用部分的退款较弱",
            "orders",
            "区分使用过的期间和没有使用的期间",
            "消费者权益保护法实施条例第10条",
        )
    if facts.has("misdescribed") and not _captured(scope):
        yield _weak(
            "没有取得商品说明的截图，难以证明“与描述不符”",
            "orders[0].promised",
            "找浏览记录、订单快照、客服确认",
            "消费者权益保护法实施条例第12条",
        )
    if facts.has("minor") and any(16 <= age < 18 for age in facts.ages):
        yield _weak(
            "付款时已满十六周岁：以自己的劳动收入为主要生活来源的，视为完全行为能力人",
            "complainant.id_number",
            "说明生活来源，例如在校读书",
            "民法典第18条第2款",
        )
    if (
        facts.wants("damages")
        and not facts.has("fraud", "unauthorised")
        and all(not i.evidence for d in case.demands if d.kind == "damages" for i in d.items)
    ):
        index = next(i for i, d in enumerate(case.demands) if d.kind == "damages")
        yield _weak(
            "损失没有证据：要证明数额、因果关系，以及对方订立合同时能够预见",
            f"demands[{index}]",
            "逐项附票据；没有的删去",
            "民法典第584条",
        )
    if facts.wants("terminate") and not facts.can_terminate and facts.ended_at is None:
        index = next(i for i, d in enumerate(case.demands) if d.kind == "terminate")
        yield _weak(
            "知道解除事由已超过一年，解除权已经消灭",
            f"demands[{index}]",
            "不请求解除，直接请求退还价款或者赔偿损失",
            "民法典第564条第2款",
        )


def _captured(scope: Scope) -> bool:
    deceit = scope.case.dispute.deceit
    return bool(deceit and deceit.evidence) or any(
        o.promised and o.promised.evidence for o in scope.facts.claimed_orders
    )


def _weak(message: str, path: str, fix: str, source: str) -> Finding:
    return warn("weak-claim", message, path=path, fix=fix, source=source)


def refusal_risk(scope: Scope) -> Iterator[Finding]:
    """What a regulator weighs before it takes a complaint (办法 16, 17): unusual quantity, no purchase shown, identity."""
    if scope.channel is not None and scope.id not in REGULATOR or not scope.facts.consumer:
        return
    for index, order in enumerate(scope.case.orders):
        if order.kind in _SINGLE_GOODS and order.quantity >= _SEVERAL and order in scope.facts.claimed_orders:
            yield _risk(
                f"购买数量（{order.quantity}）明显超出一般生活消费",
                f"orders[{index}].quantity",
                "在经过里说明用途；用于转售的，如实填写 purpose",
                "第17条",
            )
    if scope.channel is None:
        return
    if not any(e.part == "transaction" for e in scope.case.evidence):
        yield _risk(
            "没有订单或者付款的证据，可能被认为不能证明与对方存在消费争议",
            "evidence",
            "补上订单详情和付款账单",
            "第16条第1款第3项",
        )
    if not scope.case.complainant.id_number and not scope.facts.guardian:
        yield _risk(
            "没有填写身份证号，受理机关要求核实身份时要及时提供",
            "complainant.id_number",
            "只填在平台的证件栏，不写进正文",
            "第16条第1款第6项",
        )
    if scope.case.statements.true_account is None:
        yield note(
            "refusal-risk",
            "还没有确认所述属实；材料不真实的不予受理",
            path="statements.true_account",
            fix="核对后填写确认日期",
            source="投诉举报处理办法第16条第1款第5项",
        )


def _risk(message: str, path: str, fix: str, article: str) -> Finding:
    return warn("refusal-risk", message, path=path, fix=fix, source=f"投诉举报处理办法{article}")


def members(scope: Scope) -> Iterator[Finding]:
    """Joint members who share a phone or an address (办法 12, 17(1)(4)); a file that cannot be read is told with the sums."""
    from letters.messages import LettersError

    if not scope.case.joint or scope.dossier.base is None:
        return
    try:
        others = scope.dossier.members
    except LettersError:
        return
    mine, seen = scope.case.complainant, set[str]()
    for value in (mine.phone, mine.address):
        seen.add(value)
    for index, other in enumerate(others):
        them = other.case.complainant
        if seen & {them.phone, them.address} - {""}:
            yield warn(
                "refusal-risk",
                "联名成员使用了相同的电话或者地址，会被怀疑不是各自的消费",
                path=f"joint[{index}]",
                fix="各人填写自己的电话和住址；同住的，在说明里写清关系",
                source="投诉举报处理办法第17条",
            )
        seen |= {them.phone, them.address}
