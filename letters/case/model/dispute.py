"""What went wrong, and what the other side says to it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from letters.case.model import vocabulary
from letters.case.model.labels import NEVER, CasePart, Count, EvidenceIds, Key, Where, YesNo, field

FraudSign = Literal[
    "fee-to-refund", "asked-for-code", "private-transfer", "impersonation", "site-gone", "blocked", "resold-key", "taken-back",
]  # fmt: skip


ClauseAbout = Literal[
    "no-refund", "fee", "penalty", "expiry", "unilateral-change", "interpretation", "forum", "arbitration", "liability", "rules", "other",
]  # fmt: skip


class Clause(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("条款原文", "照抄原文", "虚拟商品一经售出概不退款", lines=True, free=True)]
    where: Annotated[str, field("条款出处", "在哪份协议、哪一条或哪个页面", "用户协议第五条", free=True)] = ""
    highlighted: Annotated[
        YesNo, field("是否显著提示", "下单前是否用加粗、弹窗等方式提示", "no", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    noticed: Annotated[
        YesNo, field("下单时是否注意到", "自己下单时是否看到这一条", "unknown", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    of: Annotated[
        str, field("谁的条款", "respondents 中的代号；不填为卖家或自营平台", "kameng", refers="parties", level=0)
    ] = ""
    about: Annotated[
        ClauseAbout | None, field("条款内容", "这一条讲什么", "no-refund", says=vocabulary.CLAUSE_ABOUT, level=0)
    ] = None
    key: Key = ""
    in_force_from: Annotated[date | None, field("条款生效日", "协议写明的生效日期", "2026-01-01", level=0)] = None
    evidence: EvidenceIds = ()


class Deceit(CasePart, frozen=True, kw_only=True):
    statement: Annotated[str, field("不实说法原文", "付款之前的说法", "官方直充12个月", lines=True, free=True)]
    said_at: Annotated[datetime | None, field("说这话的时间", "应当早于付款", "2026-10-26T20:25:00", level=0)] = None
    where: Annotated[Where, field("在哪里说的", "页面、聊天还是广告", "page", says=vocabulary.WHERE_SAID, level=0)] = ""
    of: Annotated[str, field("谁说的", "respondents 中的代号；不填为卖家", "kameng", refers="parties", level=0)] = ""
    knew: Annotated[
        str, field("对方为什么知道不实", "有什么表明对方当时就知道", "供货单显示只有七天", lines=True, free=True)
    ] = ""
    about: Annotated[
        Literal["price", "origin", "quality", "effect", "duration", "other"] | None,
        field("不实说法关于什么", "价格、质量还是其他", "duration", says=vocabulary.DECEIT_ABOUT, level=0),
    ] = None
    key: Key = ""
    truth: Annotated[str, field("实际情况", "后来查明的真实情况", "实际是七天体验", lines=True, free=True)] = ""
    evidence: EvidenceIds = ()


class OwnBreach(CasePart, frozen=True, kw_only=True):
    rule: Annotated[str, field("被指违反的规则", "规则原文或大意", "禁止共享账号", lines=True, level=NEVER)] = ""
    fact: Annotated[str, field("相关事实", "自己实际做了什么", "曾把账号借给同学", lines=True, level=NEVER)] = ""


class Settlement(CasePart, frozen=True, kw_only=True):
    with_: Annotated[str, field("和谁和解", "respondents 中的代号", "kameng", refers="parties", level=0)] = (
        msgspec.field(default="", name="with")
    )
    at: Annotated[datetime | None, field("和解时间", "达成一致的时间", "2026-10-20T15:00:00", level=0)] = None
    text: Annotated[str, field("和解原文", "约定了什么，照抄", "退100元，其余不再主张", lines=True, free=True)] = ""
    sum: Annotated[Decimal | None, field("和解金额", "人民币元", "100.00", level=0)] = None
    due: Annotated[date | None, field("约定付款日", "最晚哪一天付", "2026-11-01", level=0)] = None
    paid: Annotated[YesNo, field("是否已经付清", "和解的款项到账没有", "no", says=vocabulary.YES_NO, level=0)] = (
        "unknown"
    )
    set_aside: Annotated[
        str,
        field(
            "不再受和解约束的理由",
            "和解被撤销、解除的情况，没有就不填",
            "对方逾期未付，已书面解除",
            lines=True,
            free=True,
        ),
    ] = ""
    evidence: EvidenceIds = ()


class Minor(CasePart, frozen=True, kw_only=True):
    age_stated: Annotated[
        YesNo, field("是否告诉过对方年龄", "注册或付款时有没有填写真实年龄", "no", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    device: Annotated[str, field("用的什么设备", "谁的手机、电脑", "母亲的手机", free=True)] = ""
    account: Annotated[str, field("用的什么账号", "谁实名的账号", "母亲实名", free=True)] = ""
    unaware: Annotated[
        YesNo, field("监护人当时是否不知情", "付款时监护人不知道的写 yes", "yes", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    found: Annotated[str, field("怎样发现的", "监护人怎样发现", "查看账单时", lines=True, free=True)] = ""
    how: Annotated[
        str, field("怎样完成付款的", "密码、验证怎样通过", "输入看到过的支付密码", lines=True, free=True)
    ] = ""
    evidence: EvidenceIds = ()


class Renewal(CasePart, frozen=True, kw_only=True):
    notice_at_purchase: Annotated[
        YesNo, field("开通时是否提醒续费", "有没有显著提醒", "no", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    notice_before_charge: Annotated[
        YesNo, field("扣款前是否提醒", "扣款前五日有没有提醒", "no", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    consent: Annotated[
        Literal["none", "default-ticked", "ticked", "unknown"],
        field("怎样同意续费的", "没有勾选、默认勾选还是自己勾选", "default-ticked", says=vocabulary.CONSENT, level=0),
    ] = "unknown"
    cancel: Annotated[
        Literal["easy", "hidden", "none", "unknown"],
        field("能否取消", "取消的入口在不在", "hidden", says=vocabulary.CANCEL, level=0),
    ] = "unknown"
    used_after: Annotated[
        YesNo, field("扣款后是否用过", "被扣款的期间用过服务没有", "no", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    cancelled_at: Annotated[
        datetime | None, field("取消续费的时间", "没有取消就不填", "2026-11-11T09:00:00", level=0)
    ] = None
    first_price: Annotated[Decimal | None, field("首期价格", "人民币元", "6.00", level=0)] = None
    exit_fee: Annotated[Decimal | None, field("退出要付的钱", "取消时被要求付的费用", "40.00", level=0)] = None
    evidence: EvidenceIds = ()


class Balance(CasePart, frozen=True, kw_only=True):
    paid: Annotated[Decimal | None, field("预付金额", "人民币元，不含赠送", "500.00", level=0)] = None
    used: Annotated[Decimal | None, field("已经消费", "人民币元", "120.00", level=0)] = None
    left: Annotated[Decimal | None, field("剩余金额", "账户显示的余额", "380.00", level=0)] = None
    bonus: Annotated[Decimal | None, field("赠送金额", "充值时送的", "50.00", level=0)] = None
    breach: Annotated[
        Literal["", "none", "stopped", "closed", "refused", "worse"],
        field(
            "对方是否违约",
            "停止、关门、拒绝或者服务缩水；只是用了一部分不算",
            "none",
            says=vocabulary.BALANCE_BREACH,
            level=0,
        ),
    ] = ""
    evidence: EvidenceIds = ()


class PayerRecord(CasePart, frozen=True, kw_only=True):
    says: Annotated[
        str, field("记录怎样写", "第三方的记录或答复原话", "未收到商户发起的退款指令", lines=True, free=True)
    ]
    by: Annotated[str, field("谁的记录", "哪家机构", "云闪付客服", free=True)] = ""
    at: Annotated[datetime | None, field("记录的时间", "查询或答复的时间", "2026-11-10T15:00:00", level=0)] = None
    evidence: EvidenceIds = ()


class Closure(CasePart, frozen=True, kw_only=True):
    announced_at: Annotated[datetime | None, field("公告时间", "公告发布的时间", "2026-10-01T10:00:00", level=0)] = None
    closes_at: Annotated[
        datetime | None, field("停止服务时间", "公告写明的停止服务时间", "2026-10-08T00:00:00", level=0)
    ] = None
    evidence: EvidenceIds = ()


class Expiry(CasePart, frozen=True, kw_only=True):
    window_hours: Annotated[
        Count | None, field("平台售后时限（小时）", "从付款或收货起算的小时数", 72, level=NEVER)
    ] = None
    source: Annotated[str, field("时限出处", "规则名称和条款", "平台售后规则第三条", level=NEVER)] = ""


class Dispute(CasePart, frozen=True, kw_only=True):
    grounds: Annotated[
        tuple[Annotated[str, field("争议类型", opens="grounds", level=0)], ...],
        field("争议类型", "至少一个，可以有几个", min_length=1, level=0),
    ]
    found_at: Annotated[
        datetime | None, field("发现问题的时间", "第一次发现不对的时间", "2026-11-01T20:30:00", level=0)
    ] = None
    clause: Annotated[
        Clause | None, field("对方援引的条款", "如“概不退款”，照抄原文", {"text": "概不退款"}, level=0)
    ] = None
    defences: Annotated[
        tuple[Annotated[str, field("对方的说法", opens="defences", level=0)], ...],
        field("对方的说法", "对方拒绝时的理由，可以有几个", level=0),
    ] = ()
    clauses: Annotated[
        tuple[Clause, ...],
        field("各方条款", "几条条款、或者不是卖家的条款写在这里", [{"text": "概不退款", "of": "kameng"}], level=0),
    ] = ()
    settlement: Annotated[
        Settlement | None,
        field("已经达成的和解", "和对方谈妥过的", {"with": "kameng", "sum": "100.00", "paid": "no"}, level=0),
    ] = None
    minor: Annotated[
        Minor | None,
        field("未成年人付款的情况", "未成年人付款时填写", {"device": "母亲的手机", "unaware": "yes"}, level=0),
    ] = None
    renewal: Annotated[
        Renewal | None,
        field("自动续费的情况", "被自动续费时填写", {"consent": "default-ticked", "cancel": "hidden"}, level=0),
    ] = None
    balance: Annotated[
        Balance | None,
        field("预付余额的情况", "预付、充值的余额", {"paid": "500.00", "used": "120.00", "breach": "none"}, level=0),
    ] = None
    payer_record: Annotated[
        PayerRecord | None,
        field("支付机构的记录", "银行、支付机构查到的情况", {"says": "未收到商户发起的退款指令"}, level=0),
    ] = None
    deceit: Annotated[
        Deceit | None,
        field(
            "销售时的不实说法", "没有就不填", {"statement": "官方直充12个月", "said_at": "2026-10-26T20:25:00"}, level=0
        ),
    ] = None
    fraud_signs: Annotated[
        tuple[FraudSign, ...],
        field("可疑迹象", "出现过的诈骗迹象，可以有几个", ["fee-to-refund"], says=vocabulary.FRAUD_SIGN, level=0),
    ] = ()
    own_breach: Annotated[
        OwnBreach | None,
        field("自己违反规则的情况", "对方指出或者确有的违规，如实填写", {"rule": "禁止共享账号"}, level=NEVER),
    ] = None
    closure: Annotated[
        Closure | None, field("停业公告", "平台宣布停业时填写", {"announced_at": "2026-10-01T10:00:00"}, level=0)
    ] = None
    expiry: Annotated[
        Expiry | None, field("平台售后时限", "平台规定的申请售后期限，知道才填", {"window_hours": 72}, level=NEVER)
    ] = None
