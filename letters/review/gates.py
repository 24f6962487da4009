"""The four gates: goods the law does not protect, resale, a buyer under age, signs of fraud."""

from collections.abc import Iterator

from letters.case.facts.unlawful import unprotected
from letters.review.finding import Finding, block, note, warn
from letters.review.subject import Scope

_SIGNS = {
    "fee-to-refund": "要求先交费才退款",
    "asked-for-code": "索要验证码、密码或者要求共享屏幕",
    "private-transfer": "要求向个人转账或者以私人转账方式退款",
    "impersonation": "冒充平台、银行或者公安人员",
    "site-gone": "网站关闭、无法联系",
    "blocked": "收款后拉黑",
    "resold-key": "同一卡密重复出售",
    "taken-back": "账号售出后被找回",
}


def illegal_goods(scope: Scope) -> Iterator[Finding]:
    """Cheats, fake traffic, real-name identities, gambling chips, pirated keys: no claim is drafted (channels §0.2-9)."""
    facts = scope.facts
    for index, order in enumerate(scope.case.orders):
        named = f"“{order.item}”" if order.item else "所购商品"
        if facts.told.illegal and (order.legality == "illegal" or unprotected(order.item)):
            yield block(
                "gate-illegal-goods",
                f"{named}{'已写明不合法' if order.legality == 'illegal' else '属于外挂、代刷、实名账号一类'}：法律不保护这样的交易，不生成索赔文书",
                path=f"orders[{index}].legality" if order.legality == "illegal" else f"orders[{index}].item",
                fix="请先咨询律师；填错了的，请改正商品名称和 legality（商品是否合法）",
                source="民法典第153条、第157条",
            )
            return
        if order.legality == "doubt":
            yield warn(
                "gate-illegal-goods",
                f"{named}是否合法尚有疑问，索赔可能得不到支持",
                path=f"orders[{index}].legality",
                fix="请先弄清商品来源和用途；确属合法的，写 legality: ok",
                source="民法典第153条",
            )
            return


def resale(scope: Scope) -> Iterator[Finding]:
    """Bought for resale or by an organisation: no consumer channel, no triple damages (消保法 2; 办法 16(1)(3))."""
    if scope.facts.told.own_use:
        return
    fix = "改走合同途径：催告函、起诉；确为生活消费的，把 purpose 改为 own-use 并说明用途"
    source = "消费者权益保护法第2条；投诉举报处理办法第16条第1款第3项"
    if scope.channel and scope.channel.consumer:
        yield block(
            "gate-resale",
            f"购买用于转售或者单位使用，{scope.channel.name}不受理",
            path="purpose",
            fix=fix,
            source=source,
        )
    else:
        yield warn(
            "gate-resale",
            "购买用于转售或者单位使用，不适用消费者权益保护法，只能依合同主张",
            path="purpose",
            fix=fix,
            source=source,
        )


def minor(scope: Scope) -> Iterator[Finding]:
    """A buyer under eighteen: the guardian writes (民法典 19, 20, 23)."""
    if not scope.facts.parties.minor:
        return
    source = "民法典第19条、第20条、第23条"
    if scope.facts.parties.guardian:
        yield note(
            "gate-minor",
            "购买人未成年，文书以监护人为法定代理人的名义书写",
            path="complainant.guardian",
            fix="备好证明监护关系的户口簿或者出生医学证明",
            source=source,
        )
    else:
        yield block(
            "gate-minor",
            "购买人未成年，文书须由监护人以法定代理人身份提出",
            path="complainant.guardian",
            fix="填写 complainant.guardian：姓名、身份证号、电话、住址、与未成年人的关系",
            source=source,
        )


def fraud(scope: Scope) -> Iterator[Finding]:
    """Signs of fraud freeze all but police, anti-fraud and payment stop, until the police have answered (channels §3.3)."""
    facts, signs = scope.facts, scope.case.dispute.fraud_signs
    named = "、".join(_SIGNS[sign] for sign in signs)
    path, source = "dispute.fraud_signs" if signs else "dispute.grounds", "反电信网络诈骗法第20条"
    if not facts.told.fraud:
        if named:
            yield note(
                "fraud-sign-beside",
                f"有可疑迹象（{named}）：先按民事途径办理，同时可以向公安机关反映",
                path=path,
                fix="保存聊天和付款记录；可以拨打96110咨询",
                source=source,
            )
        return
    if facts.told.police_answered:
        yield note(
            "gate-fraud",
            "公安机关已有答复，其他渠道恢复可用；文书中不写“诈骗”等定性词语",
            path=path,
            fix="把公安机关的答复列入证据",
            source=source,
        )
        return
    if scope.channel and not scope.channel.frozen:
        return
    yield block(
        "gate-fraud",
        f"有诈骗迹象{f'（{named}）' if named else ''}：先报警、申请紧急止付，其他文书暂停，以免惊动对方",
        path=path,
        fix="停止付款，立即拨打110或者96110并联系付款银行、支付机构；公安机关答复后用 letters record 记录",
        source=source,
    )
