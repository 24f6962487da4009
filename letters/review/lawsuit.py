"""Before a suit: which court, and whether the small-claims procedure is open."""

import re
from collections.abc import Iterator

from letters.review.finding import Finding, note, warn
from letters.review.subject import Scope

#: What a court may be asked for beside money.
_PERFORMANCE = ("deliver", "replace", "terminate")
_SERVICES = frozenset({"membership", "top-up", "software", "account", "balance"})
_COURT_CLAUSE = re.compile(r"法院|仲裁|管辖")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,}?(?:区|县|旗|市)")


def _about_court(scope: Scope) -> str:
    """The channel a finding belongs to: the suit under review, or the first one there is for a case that may be sued."""
    if scope.channel is not None:
        return scope.id if scope.channel.procedure == "suit" else ""
    facts = scope.facts
    suable = (
        (scope.wants_money or facts.told.wants(*_PERFORMANCE))
        and not facts.told.illegal
        and not scope.request_only
        and (not facts.told.fraud or facts.told.police_answered)
    )
    return next((suit.id for suit in scope.known.that(procedure="suit")), "") if suable else ""


def jurisdiction(scope: Scope) -> Iterator[Finding]:
    """Sale or service, a clause on the court, a court at neither party's place (民诉解释 18, 20, 31; 民诉法 22, 35)."""
    channel = _about_court(scope)
    if not channel:
        return
    order, case = scope.facts.told.main_order, scope.case
    clause = case.dispute.clause
    if clause and _COURT_CLAUSE.search(clause.text):
        yield warn(
            "jurisdiction-doubt",
            "对方的条款约定了法院或者仲裁：没有合理提示的，可以主张无效，但要先处理这一点",
            path="dispute.clause.text",
            fix="保存该条款有没有加粗、弹窗提示的录屏；约定仲裁的，先咨询律师",
            source="民诉法解释第31条；预付式消费司法解释第9条",
            channel=channel,
        )
    elif order and order.kind in _SERVICES:
        yield warn(
            "jurisdiction-doubt",
            "买的是商品还是服务有不同看法：按网络买卖，买方住所地法院可以管辖；按服务合同，一般由对方所在地法院管辖",
            path=f"orders[{case.orders.index(order)}].kind",
            fix="向立案窗口说明交易内容；不愿等待的，直接向对方住所地法院起诉",
            source="民诉法解释第18条第2款、第20条",
            channel=channel,
        )
    elif order and not clause and scope.channel is not None:
        yield note(
            "jurisdiction-doubt",
            "还没有查看用户协议里有没有约定管辖法院",
            path="preferences.court",
            fix="查看用户协议末尾的“争议解决”条款",
            source="民诉法解释第31条",
        )
    if case.preferences.court and not _known_place(scope):
        yield warn(
            "jurisdiction-doubt",
            f"{case.preferences.court}看不出与双方住所地的联系",
            path="preferences.court",
            fix="改为自己住所地或者对方住所地的基层法院，或者写明约定管辖的依据",
            source="民事诉讼法第22条；民诉法解释第20条",
            channel=channel,
        )


def _known_place(scope: Scope) -> bool:
    """Whether a district or city in the court's name stands in an address of a party."""
    me = scope.case.complainant
    addresses = [me.address, me.residence, *(r.address for r in scope.case.respondents)]
    known = "".join(filter(None, addresses))
    places = _PLACE.findall(scope.case.preferences.court.partition("人民法院")[0])
    return not known or not places or any(place in known for place in places)


def no_address(scope: Scope) -> Iterator[Finding]:
    """A defendant without address cannot be told apart or served (民诉法 122, 124; 民诉解释 209)."""
    opponent, channel = scope.facts.parties.opponent, _about_court(scope)
    if channel and opponent and opponent.name and not opponent.address:
        yield warn(
            "defendant-unreachable",
            f"没有{opponent.name}的住所地，法院可能要求补正，也无法送达",
            path=f"respondents[{scope.case.respondents.index(opponent)}].address",
            fix="在国家企业信用信息公示系统查登记住所地；查不到的，申请法院向平台、支付机构调取",
            source="民事诉讼法第122条第2项、第124条；民诉法解释第209条",
            channel=channel,
        )


def small_claims_ceiling(scope: Scope) -> Iterator[Finding]:
    """Whether the complaint may carry the words 小额诉讼 (民诉法 165, 166)."""
    channel = _about_court(scope)
    if not channel:
        return
    answer = scope.matter.small_claims
    if answer.eligible == "no":
        yield warn(
            "small-claims-excluded",
            "不适用小额诉讼程序：" + "；".join(answer.reasons),
            path="demands",
            fix="仍可起诉，起诉状不写“小额诉讼”字样",
            source="民事诉讼法第165条、第166条",
            channel=channel,
        )
    elif answer.ceiling is None:
        yield note(
            "small-claims-ceiling-unknown",
            "没有填写法院所在省份的上年度就业人员年平均工资，小额诉讼的限额由立案法院核定",
            path="preferences.small_claims",
            fix="查到公布的数字后填写 preferences.small_claims：province、average_wage、year、source",
            source="民事诉讼法第165条第1款",
            channel=channel,
        )
