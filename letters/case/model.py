"""What happened, as typed data: the keys of the case file.

Every field carries its Chinese title, a description and an example; the interview, the web form, the error
messages and the JSON Schema all read them here. Keys and vocabularies are a contract (docs/case.md).
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct


def field(
    title: str,
    description: str = "",
    example: Any = None,
    *,
    form: str = "",
    lines: bool = False,
    personal: bool = False,
    defines: str = "",
    refers: str = "",
    **limits: Any,
) -> Meta:
    """The label of a key: `title` is what a person is asked for, `example` a right answer.

    `form` names a check in `letters.case.forms`; `lines` allows several lines; `personal` marks what identifies a
    person; `defines` and `refers` name the list whose ids the value adds to or must be found in.
    """
    marks = {"form": form, "lines": lines, "personal": personal, "defines": defines, "refers": refers}
    return Meta(
        title=title,
        description=description or None,
        examples=None if example is None else [example],
        extra={name: mark for name, mark in marks.items() if mark} or None,
        **limits,
    )


Money = Annotated[Decimal, field("金额", "人民币元，最多两位小数，不为负", "98.00")]
Count = Annotated[int, Meta(ge=1, le=100_000)]
YesNo = Literal["yes", "no", "unknown"]
EvidenceIds = Annotated[tuple[str, ...], field("证据编号", "引用 evidence 中的编号", ["E1"], refers="evidence")]

Role = Literal["platform", "seller", "payee", "upstream", "payment-provider", "unknown"]
Status = Literal["active", "unreachable", "closed", "fake"]
Kind = Literal["points", "card-key", "airtime", "membership", "account", "software", "top-up", "balance", "other"]
Delivery = Literal["none", "partial", "late", "full", "invalid", "banned"]
Method = Literal["wechat", "alipay", "bank-card", "unionpay", "balance", "transfer"]
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
EventKind = Literal[
    "order", "payment", "promise", "delivery", "discovery", "contact", "request", "reply", "refusal", "approval",
    "promise-missed", "refund", "notice", "filing", "fee-demanded", "blocked", "closed", "other",
]  # fmt: skip
Part = Literal["identity", "transaction", "communication", "anomaly", "loss"]
Form = Literal["screenshot", "video", "recording", "document", "webpage", "data", "notarised", "timestamped"]
FilingStatus = Literal["open", "accepted", "answered", "refused", "settled", "terminated", "withdrawn"]
DemandKind = Literal[
    "refund", "deliver", "replace", "difference", "damages", "interest", "triple", "costs", "terminate", "void", "identity",
    "records", "handle", "review", "stop-renewal", "correct", "erase", "apology", "investigate", "stop-payment",
]  # fmt: skip


class CasePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all parts of a case: immutable, named keys only."""


class Account(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("平台账号名", "与截图一致的用户名", "user_88", personal=True)] = ""
    phone: Annotated[
        str, field("账号绑定手机", "与截图一致的绑定手机号", "13800000000", form="mobile", personal=True)
    ] = ""


class Guardian(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("监护人姓名", "与身份证一致", "黄某", personal=True)]
    id_number: Annotated[
        str, field("监护人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    phone: Annotated[str, field("监护人电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    address: Annotated[str, field("监护人住址", "写到门牌号", "山东省济南市历下区泉城路1号", personal=True)] = ""
    relation: Annotated[str, field("与未成年人的关系", "如父亲、母亲", "母亲")] = ""


class Agent(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("代理人姓名", "与身份证一致", "李四", personal=True)]
    id_number: Annotated[
        str, field("代理人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    relation: Annotated[str, field("与委托人的关系", "如配偶、律师", "配偶")] = ""
    phone: Annotated[str, field("代理人电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    unit: Annotated[str, field("代理人单位", "律师写律师事务所", "某某律师事务所")] = ""
    powers: Annotated[
        Literal["general", "special"], field("代理权限", "general 一般授权，special 特别授权", "general")
    ] = "general"
    special_powers: Annotated[tuple[str, ...], field("特别授权事项", "逐项写明", ["代为和解"])] = ()
    until: Annotated[date | None, field("代理期限", "授权到哪一天", "2027-11-22")] = None


class Complainant(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("姓名", "与身份证一致", "李晓雨", min_length=1, max_length=40, personal=True)]
    id_number: Annotated[
        str, field("身份证号", "18位公民身份号码，末位可为X", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    ethnicity: Annotated[str, field("民族", "起诉状使用", "汉族")] = ""
    phone: Annotated[str, field("联系电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    email: Annotated[str, field("电子邮箱", "能收信的邮箱", "a@example.com", form="email", personal=True)] = ""
    address: Annotated[
        str, field("户籍地址", "身份证或户口簿上的地址", "山东省济南市历下区泉城路1号", personal=True)
    ] = ""
    residence: Annotated[
        str, field("经常居住地", "与户籍地址不同时填写", "山东省济南市历下区泉城路1号", personal=True)
    ] = ""
    occupation: Annotated[str, field("职业", "起诉状使用", "自由职业")] = ""
    employer: Annotated[str, field("工作单位", "没有写“无”", "无")] = ""
    account: Annotated[Account | None, field("平台账号", "下单用的账号", {"name": "user_88"})] = None
    guardian: Annotated[Guardian | None, field("监护人", "购买人未成年时填写")] = None
    agent: Annotated[Agent | None, field("代理人", "委托他人办理时填写")] = None


class Respondent(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field("对方代号", "在本文件中引用用的短名", "kameng", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="respondents"),
    ]
    role: Annotated[Role, field("对方角色", "平台、卖家、收款方、上游、支付机构或不明", "platform")]
    self_operated: Annotated[bool, field("平台自营", "平台自己就是卖家", True)] = False
    name: Annotated[str, field("对方名称", "营业执照上的全称；不知道就不填", "某某网络科技有限公司")] = ""
    brand: Annotated[str, field("品牌或店铺名", "页面上显示的名字", "极速卡盟")] = ""
    uscc: Annotated[str, field("统一社会信用代码", "18位，见营业执照", "91350100M000100Y43", form="uscc")] = ""
    legal_representative: Annotated[str, field("法定代表人", "见营业执照", "王某")] = ""
    post: Annotated[str, field("法定代表人职务", "如执行董事", "执行董事")] = ""
    address: Annotated[str, field("住所地", "营业执照上的地址", "福建省福州市鼓楼区软件大道1号")] = ""
    regulator: Annotated[str, field("主管市场监管局", "对方住所地的县级局全称", "福州市鼓楼区市场监督管理局")] = ""
    phone: Annotated[str, field("对方电话", "客服或登记电话", "0591-00000000")] = ""
    email: Annotated[str, field("对方邮箱", "", "service@example.com", form="email")] = ""
    website: Annotated[str, field("网址", "", "https://kameng.example.com")] = ""
    icp: Annotated[str, field("网站备案号", "页面底部", "闽ICP备00000000号")] = ""
    status: Annotated[
        Status, field("对方状态", "active 正常，unreachable 联系不上，closed 已关闭，fake 假冒", "active")
    ] = "active"
    private_person: Annotated[bool, field("个人卖家", "偶尔出售自己物品的个人", False)] = False


class Promise(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("承诺原文", "页面或客服的原话", "秒到账", lines=True)]
    by: Annotated[datetime | None, field("承诺的时间", "按承诺应当完成的时间", "2026-11-01T20:25:00")] = None
    evidence: EvidenceIds = ()


class Order(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str, field("订单代号", "在本文件中引用用的短名", "o1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="orders")
    ]
    number: Annotated[
        str, field("订单号", "平台订单号，加引号填写", "KM20261101123456", max_length=64, personal=True)
    ] = ""
    seller: Annotated[str, field("卖家", "respondents 中的代号", "kameng", refers="respondents")] = ""
    platform: Annotated[str, field("交易平台", "respondents 中的代号", "kameng", refers="respondents")] = ""
    item: Annotated[str, field("商品名称", "页面上的名称", "某游戏点券1000点", lines=True)] = ""
    noun: Annotated[str, field("商品简称", "第二次提到时怎么称呼", "点券")] = ""
    kind: Annotated[Kind, field("商品类型", "点券、卡密、话费、会员、账号、软件、代充、余额或其他", "points")] = "other"
    quantity: Annotated[int, field("数量", "", 1, ge=1, le=100_000_000)] = 1
    unit_price: Annotated[Decimal | None, field("单价", "人民币元", "98.00")] = None
    amount: Annotated[Decimal | None, field("订单金额", "数量×单价－优惠", "98.00")] = None
    discount: Annotated[Decimal | None, field("优惠金额", "人民币元", "0.00")] = None
    ordered_at: Annotated[datetime | None, field("下单时间", "", "2026-11-01T20:14:00")] = None
    promised: Annotated[Promise | None, field("卖家的承诺", "", {"text": "秒到账"})] = None
    delivery: Annotated[
        Delivery,
        field("交付情况", "none 未交付，partial 部分，late 迟延，full 完整，invalid 无效，banned 被封", "none"),
    ] = "none"
    delivery_as_of: Annotated[
        datetime | None, field("交付情况的核对时间", "最近一次查看的时间", "2026-11-22T09:00:00")
    ] = None
    delivery_evidence: EvidenceIds = ()
    delivered_at: Annotated[datetime | None, field("交付时间", "", "2026-11-01T20:31:00")] = None
    delivered_quantity: Annotated[Annotated[int, Meta(ge=0)] | None, field("实际到账数量", "", 800)] = None
    received_value: Annotated[Decimal | None, field("已得到的价值", "已使用或到账部分值多少元", "420.50")] = None
    valid_from: Annotated[date | None, field("有效期开始", "会员等", "2026-10-26")] = None
    valid_until: Annotated[date | None, field("有效期结束", "会员等", "2027-10-25")] = None
    stopped_at: Annotated[datetime | None, field("停止服务时间", "会员失效、被封的时间", "2026-11-02T20:50:00")] = None
    target_account: Annotated[str, field("充值账号", "充到哪个账号或角色", "游戏角色 1xxxx890", personal=True)] = ""
    activated: Annotated[YesNo, field("是否激活使用", "", "unknown")] = "unknown"
    legality: Annotated[
        Literal["ok", "doubt", "illegal"], field("商品是否合法", "外挂、代刷、实名账号等不合法", "ok")
    ] = "ok"


class Payment(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str, field("付款代号", "在本文件中引用用的短名", "p1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="payments")
    ]
    order: Annotated[str, field("对应订单", "orders 中的代号", "o1", refers="orders")] = ""
    method: Annotated[Method, field("付款方式", "微信、支付宝、银行卡、云闪付、余额或转账", "wechat")]
    amount: Money
    paid_at: Annotated[datetime | None, field("付款时间", "", "2026-11-01T20:15:33")] = None
    transaction_id: Annotated[
        str, field("交易单号", "账单里的单号，加引号填写", "4200000404201909069117582536", max_length=64, personal=True)
    ] = ""
    merchant_order: Annotated[
        str, field("商户单号", "账单里的商户单号", "KM20261101123456", max_length=64, personal=True)
    ] = ""
    payee: Annotated[str, field("收款方", "账单上显示的名称", "某某网络科技有限公司")] = ""
    bank: Annotated[str, field("付款银行", "", "某某银行")] = ""
    card_last4: Annotated[
        str, field("银行卡后四位", "只填后四位", "1234", pattern=r"^([0-9]{4})?$", form="last4", personal=True)
    ] = ""
    paid_from: Annotated[str, field("付款时所在地", "报警用", "济南市历下区")] = ""


class Refund(CasePart, frozen=True, kw_only=True):
    payment: Annotated[str, field("对应付款", "payments 中的代号", "p1", refers="payments")] = ""
    amount: Money
    approved_at: Annotated[datetime | None, field("同意退款时间", "", "2026-11-05T10:20:00")] = None
    arrived_at: Annotated[datetime | None, field("退款到账时间", "钱真正到账的时间", "2026-11-08T09:00:00")] = None
    serial: Annotated[str, field("退款流水号", "", "TK20261102000771", personal=True)] = ""
    via: Annotated[
        Literal["", "original-route", "balance", "transfer"], field("退款方式", "原路、余额或转账", "original-route")
    ] = ""


class Clause(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("条款原文", "", "虚拟商品一经售出概不退款", lines=True)]
    where: Annotated[str, field("条款出处", "", "用户协议第五条")] = ""
    highlighted: Annotated[YesNo, field("是否显著提示", "", "no")] = "unknown"
    noticed: Annotated[YesNo, field("下单时是否注意到", "", "unknown")] = "unknown"
    in_force_from: Annotated[date | None, field("条款生效日", "", "2026-01-01")] = None
    evidence: EvidenceIds = ()


class Deceit(CasePart, frozen=True, kw_only=True):
    statement: Annotated[str, field("不实说法原文", "付款之前的说法", "官方直充12个月", lines=True)]
    said_at: Annotated[datetime | None, field("说这话的时间", "应当早于付款", "2026-10-26T20:25:00")] = None
    truth: Annotated[str, field("实际情况", "", "实际是七天体验", lines=True)] = ""
    evidence: EvidenceIds = ()


class OwnBreach(CasePart, frozen=True, kw_only=True):
    rule: Annotated[str, field("被指违反的规则", "", "禁止共享账号", lines=True)] = ""
    fact: Annotated[str, field("相关事实", "", "曾把账号借给同学", lines=True)] = ""


class Closure(CasePart, frozen=True, kw_only=True):
    announced_at: Annotated[datetime | None, field("公告时间", "", "2026-10-01T10:00:00")] = None
    closes_at: Annotated[datetime | None, field("停止服务时间", "", "2026-10-08T00:00:00")] = None


class Expiry(CasePart, frozen=True, kw_only=True):
    window_hours: Annotated[Count | None, field("平台售后时限（小时）", "", 72)] = None
    source: Annotated[str, field("时限出处", "", "平台售后规则第三条")] = ""


class Dispute(CasePart, frozen=True, kw_only=True):
    grounds: Annotated[tuple[GroundId, ...], field("争议类型", "至少一个", ["not-delivered"], min_length=1)]
    found_at: Annotated[datetime | None, field("发现问题的时间", "", "2026-11-01T20:30:00")] = None
    clause: Annotated[Clause | None, field("对方援引的条款", "", {"text": "概不退款"})] = None
    defences: Annotated[tuple[Defence, ...], field("对方的说法", "", ["no-refund-on-virtual-goods"])] = ()
    deceit: Annotated[Deceit | None, field("销售时的不实说法", "没有就不填")] = None
    fraud_signs: Annotated[tuple[FraudSign, ...], field("可疑迹象", "", ["fee-to-refund"])] = ()
    own_breach: Annotated[OwnBreach | None, field("自己违反规则的情况", "")] = None
    closure: Annotated[Closure | None, field("停业公告", "")] = None
    expiry: Annotated[Expiry | None, field("平台售后时限", "")] = None


class Event(CasePart, frozen=True, kw_only=True):
    at: Annotated[datetime, field("时间", "", "2026-11-01T20:40:00")]
    by: Annotated[
        str, field("谁做的", "complainant、guardian、other 或 respondents 中的代号", "complainant", refers="actors")
    ]
    kind: Annotated[EventKind, field("经过类型", "", "request")] = "other"
    did: Annotated[str, field("做了什么", "不写主语", "通过在线客服申请退款", max_length=20_000, lines=True)]
    quote: Annotated[str, field("原话", "逐字照抄", "虚拟商品一经售出概不退款", max_length=20_000, lines=True)] = ""
    channel: Annotated[str, field("通过什么途径", "", "online-chat")] = ""
    evidence: EvidenceIds = ()


class Evidence(CasePart, frozen=True, kw_only=True):
    id: Annotated[str, field("证据编号", "", "E1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="evidence")]
    title: Annotated[str, field("证据名称", "", "微信支付账单详情", min_length=1)]
    part: Annotated[Part, field("证据类别", "身份、交易、沟通、异常或损失", "transaction")]
    form: Annotated[Form, field("证据形式", "", "screenshot")]
    captured_at: Annotated[datetime | None, field("取得时间", "", "2026-11-01T20:16:00")] = None
    source: Annotated[str, field("证据来源", "", "本人手机")] = ""
    holder: Annotated[Literal["", "complainant"], field("由谁持有", "", "complainant")] = ""
    shows: Annotated[tuple[str, ...], field("画面能看到什么", "", ["order-number", "amount"])] = ()
    proves: Annotated[str, field("证明什么", "", "已付款98元", lines=True)] = ""
    file: Annotated[str, field("文件", "相对于案件文件的路径", "evidence/E1.png")] = ""
    pages: Annotated[Count | None, field("页数", "", 2)] = None
    original: Annotated[Literal["", "held", "copy"], field("原件", "held 持有原件，copy 复制件", "held")] = ""


class Filing(CasePart, frozen=True, kw_only=True):
    channel: Annotated[str, field("渠道", "", "12315", pattern=r"^[a-z0-9-]{1,60}$")]
    at: Annotated[datetime, field("提交时间", "", "2026-11-02T09:00:00")]
    number: Annotated[str, field("编号", "工单号、登记编号等", "TS20261102001", personal=True)] = ""
    status: Annotated[FilingStatus, field("状态", "", "open")] = "open"
    accepted_at: Annotated[datetime | None, field("受理时间", "", "2026-11-05T10:00:00")] = None
    promised_by: Annotated[datetime | None, field("承诺办结时间", "", "2026-11-10T23:59:59")] = None
    answered_at: Annotated[datetime | None, field("答复时间", "", "2026-11-03T15:00:00")] = None
    closed_at: Annotated[datetime | None, field("结束时间", "", "2026-11-20T10:00:00")] = None
    outcome: Annotated[str, field("结果", "不写主语", "以虚拟商品不退为由拒绝", lines=True)] = ""
    quote: Annotated[str, field("答复原文", "", "虚拟商品不退", lines=True)] = ""
    asked: Annotated[str, field("当时的请求", "", "退款98元", lines=True)] = ""
    served_by: Annotated[str, field("送达方式", "", "EMS")] = ""
    served_at: Annotated[datetime | None, field("送达时间", "", "2026-11-05T10:00:00")] = None
    evidence: EvidenceIds = ()


class Cost(CasePart, frozen=True, kw_only=True):
    what: Annotated[str, field("项目", "", "公证费")]
    amount: Money
    evidence: EvidenceIds = ()


class Demand(CasePart, frozen=True, kw_only=True):
    kind: Annotated[DemandKind, field("诉求", "", "refund")]
    order: Annotated[str, field("对应订单", "有多个订单时填写", "o1", refers="orders")] = ""
    amount: Annotated[Decimal | None, field("金额", "不填则计算", "98.00")] = None
    basis: Annotated[str, field("计算依据", "", "未到账200点对应的价款", lines=True)] = ""
    items: Annotated[tuple[Cost, ...], field("明细", "", [])] = ()
    rate: Annotated[str, field("年利率", "带百分号", "3.00%", form="percent")] = ""
    rate_name: Annotated[str, field("利率名称", "", "一年期贷款市场报价利率（LPR）")] = ""
    from_: Annotated[date | None, field("起算日", "", "2026-11-06")] = msgspec.field(default=None, name="from")
    to: Annotated[date | None, field("截止日", "不填则算到实际付清之日", "2026-12-01")] = None


class Statements(CasePart, frozen=True, kw_only=True):
    true_account: Annotated[date | None, field("确认所述属实", "确认的日期", "2026-11-22")] = None
    no_parallel_proceedings: Annotated[date | None, field("确认无其他机构受理", "确认的日期", "2026-11-22")] = None
    no_other_debts: Annotated[date | None, field("确认双方无其他债务", "确认的日期", "2026-11-22")] = None


class SmallClaims(CasePart, frozen=True, kw_only=True):
    province: Annotated[str, field("法院所在省份", "", "山东省")] = ""
    average_wage: Annotated[Decimal | None, field("上年度就业人员年平均工资", "公布的数字，元", "100000.00")] = None
    year: Annotated[Annotated[int, Meta(ge=1990, le=2100)] | None, field("统计年度", "", 2025)] = None
    source: Annotated[str, field("数字来源", "", "省统计局公报")] = ""


class Preferences(CasePart, frozen=True, kw_only=True):
    reply_days: Annotated[
        Annotated[int, Meta(ge=1, le=365)] | None, field("给对方的答复天数", "自信件日期起的自然日", 7)
    ] = None
    reply_by: Annotated[datetime | None, field("给对方的答复期限", "具体时间", "2026-11-29T24:00:00")] = None
    tone: Annotated[Literal["neutral", "firm"], field("语气", "neutral 平和，firm 坚定", "neutral")] = "neutral"
    publish: Annotated[bool, field("同意公示投诉", "", False)] = False
    mediation: Annotated[Literal["yes", "no", "undecided"], field("是否同意调解", "", "undecided")] = "undecided"
    electronic_service: Annotated[Literal["yes", "no", "undecided"], field("是否同意电子送达", "", "undecided")] = (
        "undecided"
    )
    court: Annotated[str, field("起诉的法院", "", "济南市历下区人民法院")] = ""
    association: Annotated[str, field("消费者协会名称", "", "济南市历下区消费者协会")] = ""
    police: Annotated[str, field("公安机关名称", "", "济南市公安局历下区分局")] = ""
    small_claims: Annotated[SmallClaims | None, field("小额诉讼限额的依据", "")] = None
    stop_loss: Annotated[Decimal | None, field("止损金额", "低于此数不再投入", "0.00")] = None


class CaseFile(CasePart, frozen=True, kw_only=True):
    """One dispute: who, what was bought and paid, what went wrong, what was tried, what is asked."""

    schema: Annotated[Literal[1], field("格式版本", "固定为1", 1)]
    title: Annotated[str, field("案件标题", "给自己看的", "游戏点券付款后未到账")] = ""
    complainant: Annotated[Complainant, field("投诉人", "购买人")]
    purpose: Annotated[
        Literal["own-use", "resale", "organisation"],
        field("购买用途", "own-use 自用，resale 转售，organisation 单位", "own-use"),
    ]
    respondents: Annotated[tuple[Respondent, ...], field("对方", "至少一个", min_length=1)]
    orders: Annotated[tuple[Order, ...], field("订单", "")] = ()
    payments: Annotated[tuple[Payment, ...], field("付款", "")] = ()
    refunds: Annotated[tuple[Refund, ...], field("退款", "")] = ()
    dispute: Annotated[Dispute, field("争议", "")]
    events: Annotated[tuple[Event, ...], field("经过", "按时间顺序")] = ()
    evidence: Annotated[tuple[Evidence, ...], field("证据", "")] = ()
    filings: Annotated[tuple[Filing, ...], field("已提交的投诉和函件", "")] = ()
    demands: Annotated[tuple[Demand, ...], field("诉求", "")] = ()
    statements: Annotated[Statements, field("本人确认事项", "")] = Statements()
    preferences: Annotated[Preferences, field("偏好", "")] = Preferences()
    joint: Annotated[tuple[str, ...], field("联名成员的案件文件", "每人一个文件", ["member-2.yaml"])] = ()
