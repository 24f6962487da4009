"""What went wrong, and what the other side says to it."""

from datetime import date, datetime
from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.labels import CasePart, Count, EvidenceIds, YesNo, field

GroundId = Literal[
    "not-delivered", "late", "short-or-wrong", "invalid-key", "misdescribed", "cut-off", "refund-unpaid",
    "platform-closed", "user-error", "debited-not-credited", "unauthorised", "fraud", "auto-renewal", "minor",
    "prepaid-balance", "no-refund-clause",
]  # fmt: skip
Defence = Literal[
    "no-refund-on-virtual-goods", "already-delivered", "already-activated", "upstream-not-settled", "system-checking",
    "ask-the-merchant", "balance-only", "last-period-only", "fee-deducted", "window-passed",
]  # fmt: skip
FraudSign = Literal[
    "fee-to-refund", "asked-for-code", "private-transfer", "impersonation", "site-gone", "blocked", "resold-key", "taken-back",
]  # fmt: skip


class Clause(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("条款原文", "照抄原文", "虚拟商品一经售出概不退款", lines=True)]
    where: Annotated[str, field("条款出处", "在哪份协议、哪一条或哪个页面", "用户协议第五条")] = ""
    highlighted: Annotated[
        YesNo, field("是否显著提示", "下单前是否用加粗、弹窗等方式提示", "no", says=vocabulary.YES_NO)
    ] = "unknown"
    noticed: Annotated[
        YesNo, field("下单时是否注意到", "自己下单时是否看到这一条", "unknown", says=vocabulary.YES_NO)
    ] = "unknown"
    in_force_from: Annotated[date | None, field("条款生效日", "协议写明的生效日期", "2026-01-01")] = None
    evidence: EvidenceIds = ()


class Deceit(CasePart, frozen=True, kw_only=True):
    statement: Annotated[str, field("不实说法原文", "付款之前的说法", "官方直充12个月", lines=True)]
    said_at: Annotated[datetime | None, field("说这话的时间", "应当早于付款", "2026-10-26T20:25:00")] = None
    truth: Annotated[str, field("实际情况", "后来查明的真实情况", "实际是七天体验", lines=True)] = ""
    evidence: EvidenceIds = ()


class OwnBreach(CasePart, frozen=True, kw_only=True):
    rule: Annotated[str, field("被指违反的规则", "规则原文或大意", "禁止共享账号", lines=True)] = ""
    fact: Annotated[str, field("相关事实", "自己实际做了什么", "曾把账号借给同学", lines=True)] = ""


class Closure(CasePart, frozen=True, kw_only=True):
    announced_at: Annotated[datetime | None, field("公告时间", "公告发布的时间", "2026-10-01T10:00:00")] = None
    closes_at: Annotated[datetime | None, field("停止服务时间", "公告写明的停止服务时间", "2026-10-08T00:00:00")] = None


class Expiry(CasePart, frozen=True, kw_only=True):
    window_hours: Annotated[Count | None, field("平台售后时限（小时）", "从付款或收货起算的小时数", 72)] = None
    source: Annotated[str, field("时限出处", "规则名称和条款", "平台售后规则第三条")] = ""


class Dispute(CasePart, frozen=True, kw_only=True):
    grounds: Annotated[
        tuple[GroundId, ...],
        field("争议类型", "至少一个，可以有几个", ["not-delivered"], min_length=1, says=vocabulary.GROUND),
    ]
    found_at: Annotated[datetime | None, field("发现问题的时间", "第一次发现不对的时间", "2026-11-01T20:30:00")] = None
    clause: Annotated[Clause | None, field("对方援引的条款", "如“概不退款”，照抄原文", {"text": "概不退款"})] = None
    defences: Annotated[
        tuple[Defence, ...],
        field("对方的说法", "对方拒绝时的理由，可以有几个", ["no-refund-on-virtual-goods"], says=vocabulary.DEFENCE),
    ] = ()
    deceit: Annotated[
        Deceit | None,
        field("销售时的不实说法", "没有就不填", {"statement": "官方直充12个月", "said_at": "2026-10-26T20:25:00"}),
    ] = None
    fraud_signs: Annotated[
        tuple[FraudSign, ...],
        field("可疑迹象", "出现过的诈骗迹象，可以有几个", ["fee-to-refund"], says=vocabulary.FRAUD_SIGN),
    ] = ()
    own_breach: Annotated[
        OwnBreach | None, field("自己违反规则的情况", "对方指出或者确有的违规，如实填写", {"rule": "禁止共享账号"})
    ] = None
    closure: Annotated[
        Closure | None, field("停业公告", "平台宣布停业时填写", {"announced_at": "2026-10-01T10:00:00"})
    ] = None
    expiry: Annotated[
        Expiry | None, field("平台售后时限", "平台规定的申请售后期限，知道才填", {"window_hours": 72})
    ] = None
