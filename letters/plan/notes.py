"""Remarks that go with a plan: who writes, what fraud asks for first, what the effort is worth."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from letters.admissibility.standing import LIVE, settled

if TYPE_CHECKING:
    from letters.law.matter import Matter

#: What to do in the first half hour (反电信网络诈骗法 20: 紧急止付、快速冻结).
FIRST_HALF_HOUR = (
    "立即停止付款，不提供验证码，不共享屏幕",
    "联系付款的银行、支付机构请求止付",
    "拨打110或者96110",
    "保存聊天记录、网址、收款账户和转账凭证",
    "修改支付密码和平台密码",
)


def notes(matter: "Matter") -> tuple[str, ...]:
    """The remarks of a case, in the order in which they matter."""
    return tuple(_notes(matter))


def _notes(matter: "Matter") -> Iterator[str]:
    facts = matter.facts
    if facts.told.illegal:
        yield "所购商品法律不保护，计划到此为止；可以咨询律师，涉及诈骗的可以报案"
        return
    if facts.told.fraud and not facts.told.police_answered:
        yield "先做这五件事：" + "；".join(FIRST_HALF_HOUR)
        return
    if facts.parties.minor:
        guardian = facts.case.complainant.guardian
        yield (
            f"购买人未成年，各项文书由法定代理人{guardian.name}署名" if guardian else "购买人未成年，请先填写法定代理人"
        )
    if not facts.told.own_use:
        yield "不是为生活消费购买，只能依合同主张，消费投诉渠道不适用"
    if settled(matter):
        open_ = [f for f in facts.told.filings if f.status in LIVE]
        yield "款项已经到账，" + ("请当天撤回或者结束还在处理的投诉" if open_ else "没有还在处理的投诉")
    total, floor = matter.sums.get("total"), facts.case.preferences.stop_loss
    if total is not None and floor and total.amount < floor:
        yield f"争议金额{total.amount}元低于你设定的止损金额{floor}元，走完投诉一步后可以考虑停止"
