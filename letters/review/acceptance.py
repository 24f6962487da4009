"""What a market regulator weighs before it takes up a complaint (投诉举报处理办法 16, 17)."""

from collections.abc import Iterator

from letters.review.finding import Finding, note, warn
from letters.review.subject import Scope

#: From this many pieces on a purchase looks like trade; points and renewals are counted otherwise.
_SEVERAL = 20
_SINGLE_GOODS = frozenset({"card-key", "airtime", "account", "software"})


def refusal_risk(scope: Scope) -> Iterator[Finding]:
    """What a regulator weighs before it takes a complaint (办法 16, 17): unusual quantity, no purchase shown, identity."""
    if scope.channel and not scope.channel.regulator_complaint or not scope.facts.parties.consumer:
        return
    for index, order in enumerate(scope.case.orders):
        if order.kind in _SINGLE_GOODS and order.quantity >= _SEVERAL and order in scope.facts.told.claimed_orders:
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
    if not scope.case.complainant.id_number and not scope.facts.parties.guardian:
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


def joint_members(scope: Scope) -> Iterator[Finding]:
    """Joint members who share a phone or an address (办法 12, 17(1)(4)); a file that cannot be read is told with the sums."""
    from letters.errors import LettersError

    if not scope.case.joint or scope.matter.base is None:
        return
    try:
        others = scope.matter.members
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
