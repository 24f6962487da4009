"""What was bought and paid: promises, orders, payments, refunds."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from letters.case.model import vocabulary
from letters.case.model.labels import NEVER, CasePart, Count, EvidenceIds, Key, Money, Where, YesNo, field

Kind = Literal[
    "points", "card-key", "airtime", "membership", "account", "software", "top-up", "balance",
    "goods", "course", "booking", "ticket", "voucher", "tips", "service", "other",
]  # fmt: skip
Delivery = Literal["none", "partial", "late", "full", "invalid", "banned", "taken-back", "refused"]
Method = Literal["wechat", "alipay", "bank-card", "unionpay", "balance", "transfer", "credit"]


class Remedy(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("赔偿承诺原文", "逐字照抄", "假一赔十", lines=True, free=True)]
    kind: Annotated[
        Literal["multiple", "sum", "refund"],
        field("赔偿方式", "按倍数、金额还是退款", "multiple", says=vocabulary.REMEDY, level=0),
    ]
    times: Annotated[Decimal | None, field("倍数", "约定赔几倍", "10", level=0)] = None
    sum: Annotated[Decimal | None, field("约定金额", "人民币元", "500.00", level=0)] = None


class Promise(CasePart, frozen=True, kw_only=True):
    text: Annotated[str, field("承诺原文", "页面或客服的原话", "秒到账", lines=True, free=True)]
    by: Annotated[datetime | None, field("承诺的时间", "按承诺应当完成的时间", "2026-11-01T20:25:00", level=0)] = None
    where: Annotated[Where, field("在哪里承诺", "页面、聊天还是合同", "page", says=vocabulary.WHERE_SAID, level=0)] = ""
    of: Annotated[str, field("谁承诺的", "respondents 中的代号；不填为卖家", "kameng", refers="parties", level=0)] = ""
    remedy: Annotated[
        Remedy | None,
        field("承诺的赔偿", "约定违约怎样赔", {"text": "假一赔十", "kind": "multiple", "times": "10"}, level=0),
    ] = None
    key: Key = ""
    evidence: EvidenceIds = ()


class Span(CasePart, frozen=True, kw_only=True):
    from_: Annotated[date, field("开始日", "第一天", "2026-10-01", level=0)] = msgspec.field(name="from")
    to: Annotated[date | None, field("结束日", "最后一天；只有一天的不填", "2026-10-03", level=0)] = None

    @property
    def last(self) -> date:
        """The last day of the span."""
        return self.to or self.from_


class Cancelled(CasePart, frozen=True, kw_only=True):
    by: Annotated[
        str, field("谁取消的", "complainant 或 respondents 中的代号", "complainant", refers="parties", level=0)
    ]
    at: Annotated[datetime | None, field("取消时间", "取消或者通知的时间", "2026-09-14T10:00:00", level=0)] = None
    reason: Annotated[str, field("取消的原因", "照实写", "行程有变", lines=True, free=True)] = ""
    accepted: Annotated[YesNo, field("对方是否接受", "接受取消没有", "unknown", says=vocabulary.YES_NO, level=0)] = (
        "unknown"
    )
    evidence: EvidenceIds = ()


class Stopped(CasePart, frozen=True, kw_only=True):
    at: Annotated[datetime | None, field("停止时间", "停止或者收回的时间", "2026-11-02T20:50:00", level=0)] = None
    by: Annotated[str, field("谁停止的", "respondents 中的代号", "kameng", refers="parties", level=0)] = ""
    reason: Annotated[str, field("停止的理由", "对方给出的理由", "涉嫌违规", lines=True, free=True)] = ""
    warned_at: Annotated[datetime | None, field("事先警告的时间", "没有就不填", "2026-11-01T10:00:00", level=0)] = None
    notice: Annotated[YesNo, field("是否事先通知", "停止之前通知过没有", "no", says=vocabulary.YES_NO, level=0)] = (
        "unknown"
    )
    evidence: EvidenceIds = ()


class FirstUse(CasePart, frozen=True, kw_only=True):
    at: Annotated[
        datetime | None, field("首次使用的时间", "记录显示的时间；只知道哪一月就写到月", "2026-02", month=True, level=0)
    ] = None
    by: Annotated[
        str, field("谁首次使用", "complainant、other 或 respondents 中的代号", "other", refers="parties", level=0)
    ] = ""
    source: Annotated[str, field("记录出处", "哪里的记录", "软件厂商邮件", free=True)] = ""
    evidence: EvidenceIds = ()


class Useless(CasePart, frozen=True, kw_only=True):
    because: Annotated[
        str, field("不再有用的原因", "为什么迟到或部分履行已经没有用", "演出已经结束", lines=True, free=True)
    ]
    evidence: EvidenceIds = ()


class Replacement(CasePart, frozen=True, kw_only=True):
    item: Annotated[str, field("另买的商品", "改买了什么", "同款会员12个月", free=True)] = ""
    amount: Annotated[Decimal | None, field("另买的价款", "人民币元", "1560.00", level=0)] = None
    bought_at: Annotated[datetime | None, field("另买的时间", "下单时间", "2026-11-12T10:00:00", level=0)] = None
    evidence: EvidenceIds = ()


class Returned(CasePart, frozen=True, kw_only=True):
    at: Annotated[datetime | None, field("退货时间", "寄出的时间", "2026-11-05T10:00:00", level=0)] = None
    received_at: Annotated[datetime | None, field("对方签收时间", "物流显示的时间", "2026-11-07T15:00:00", level=0)] = (
        None
    )
    serial: Annotated[str, field("退货单号", "快递单号", "SF1000000000001", level=1, in_text="（单号略）")] = ""
    evidence: EvidenceIds = ()


class Wrong(CasePart, frozen=True, kw_only=True):
    item: Annotated[str, field("错发的商品", "实际收到的是什么", "某游戏点券500点", free=True)] = ""
    quantity: Annotated[Count | None, field("错发的数量", "收到几件", 1, level=0)] = None
    evidence: EvidenceIds = ()


class Order(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field("订单代号", "在本文件中引用用的短名", "o1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="orders", level=0),
    ]
    number: Annotated[
        str, field("订单号", "平台订单号，加引号填写", "KM20261101123456", max_length=64, level=1, mask="order")
    ] = ""
    seller: Annotated[str, field("卖家", "respondents 中的代号", "kameng", refers="respondents", level=0)] = ""
    platform: Annotated[str, field("交易平台", "respondents 中的代号", "kameng", refers="respondents", level=0)] = ""
    item: Annotated[str, field("商品名称", "页面上的名称", "某游戏点券1000点", lines=True, free=True)] = ""
    noun: Annotated[str, field("商品简称", "第二次提到时怎么称呼", "点券", free=True)] = ""
    kind: Annotated[Kind, field("商品类型", "买的是哪一类", "points", says=vocabulary.GOODS, level=0)] = "other"
    quantity: Annotated[int, field("数量", "买了几件", 1, ge=1, le=100_000_000, level=0)] = 1
    unit_price: Annotated[Decimal | None, field("单价", "人民币元", "98.00", level=0)] = None
    amount: Annotated[Decimal | None, field("订单金额", "数量×单价－优惠", "98.00", level=0)] = None
    discount: Annotated[Decimal | None, field("优惠金额", "人民币元", "0.00", level=0)] = None
    ordered_at: Annotated[datetime | None, field("下单时间", "下单页面上的时间", "2026-11-01T20:14:00", level=0)] = None
    promises: Annotated[
        tuple[Promise, ...],
        field(
            "卖家的承诺",
            "页面或客服在付款前说的交付时间、效果等；几方承诺的写成列表",
            {"text": "秒到账"},
            single=True,
            level=0,
        ),
    ] = msgspec.field(default=(), name="promised")
    performance: Annotated[
        Literal["", "network", "shipped", "place"],
        field("履行方式", "不填则按商品类型", "network", says=vocabulary.PERFORMANCE, level=0),
    ] = ""
    performance_place: Annotated[
        str, field("履行地", "在约定地点履行的，写到区县", "厦门市思明区", level=1, free=True)
    ] = ""
    agreed: Annotated[Decimal | None, field("约定的全部价款", "只付了一部分时填写", "4500.00", level=0)] = None
    part: Annotated[
        Literal["", "deposit", "earnest", "prepayment", "instalment"],
        field("已付的是什么", "不是全部价款时填写", "deposit", says=vocabulary.PART_OF_PRICE, level=0),
    ] = ""
    perform_on: Annotated[
        Span | None,
        field("约定履行的日期", "入住、开课、演出的日期，或者起止日期", "2026-10-01", short="from", level=0),
    ] = None
    cancelled: Annotated[
        Cancelled | None,
        field("取消", "谁在什么时候取消了", {"by": "complainant", "at": "2026-09-14T10:00:00"}, level=0),
    ] = None
    stopped: Annotated[
        Stopped | None,
        field(
            "停止或收回",
            "谁在什么时候停止或者收回；stopped_at 是其中时间的简写",
            {"by": "kameng", "notice": "no"},
            level=0,
        ),
    ] = None
    used: Annotated[
        Literal["yes", "no", "partly", "unknown"],
        field("是否使用过", "自己用过没有", "no", says=vocabulary.USED, level=0),
    ] = "unknown"
    first_use: Annotated[
        FirstUse | None,
        field(
            "首次使用", "记录显示的首次激活、登录", {"at": "2026-02", "by": "other", "source": "软件厂商邮件"}, level=0
        ),
    ] = None
    useless: Annotated[
        Useless | None, field("履行已无意义", "为什么迟到的履行不再有用", {"because": "演出已经结束"}, level=0)
    ] = None
    replacement: Annotated[
        Replacement | None, field("另行购买", "改向别处买了什么", {"item": "同款会员", "amount": "1560.00"}, level=0)
    ] = None
    returned: Annotated[Returned | None, field("退货", "已经寄回的填写", {"at": "2026-11-05T10:00:00"}, level=0)] = None
    wrong: Annotated[Wrong | None, field("错发", "收到的是别的东西", {"item": "500点", "quantity": 1}, level=0)] = None
    delivery: Annotated[
        Delivery,
        field("交付情况", "写信时的情况", "none", says=vocabulary.DELIVERY, level=0),
    ] = "none"
    delivery_as_of: Annotated[
        datetime | None, field("交付情况的核对时间", "最近一次查看的时间", "2026-11-22T09:00:00", level=0)
    ] = None
    delivery_evidence: EvidenceIds = ()
    delivered_at: Annotated[
        datetime | None, field("交付时间", "对方交付的时间；没有交付就不填", "2026-11-01T20:31:00", level=0)
    ] = None
    delivered_quantity: Annotated[
        Annotated[int, Meta(ge=0)] | None, field("实际到账数量", "真正收到多少", 800, level=0)
    ] = None
    received_value: Annotated[Decimal | None, field("已得到的价值", "已使用或到账部分值多少元", "420.50", level=0)] = (
        None
    )
    valid_from: Annotated[date | None, field("有效期开始", "会员等", "2026-10-26", level=0)] = None
    valid_until: Annotated[date | None, field("有效期结束", "会员等", "2027-10-25", level=0)] = None
    stopped_at: Annotated[
        datetime | None, field("停止服务时间", "会员失效、被封的时间", "2026-11-02T20:50:00", level=0)
    ] = None
    target_account: Annotated[
        str, field("充值账号", "充到哪个账号或角色", "游戏角色 1xxxx890", level=1, in_text="（账号略）")
    ] = ""
    activated: Annotated[
        YesNo, field("是否激活使用", "卡密、账号或会员是否已经使用", "unknown", says=vocabulary.YES_NO, level=0)
    ] = "unknown"
    legality: Annotated[
        Literal["ok", "doubt", "illegal"],
        field("商品是否合法", "外挂、代刷、实名账号等不合法", "ok", says=vocabulary.LEGALITY, level=NEVER),
    ] = "ok"

    @property
    def promised(self) -> Promise | None:
        """The first promise; most orders have one."""
        return self.promises[0] if self.promises else None


class Payer(CasePart, frozen=True, kw_only=True):
    who: Annotated[
        Literal["complainant", "guardian", "other"],
        field("谁付的款", "钱从谁的账户付出", "other", says=vocabulary.PAYER, level=0),
    ] = "complainant"
    name: Annotated[str, field("付款人姓名", "他人付款时填写", "李建国", level=2, in_text="name")] = ""
    relation: Annotated[str, field("付款人与本人的关系", "如父亲", "父亲", free=True)] = ""


class Payment(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field(
            "付款代号", "在本文件中引用用的短名", "p1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="payments", level=0
        ),
    ]
    order: Annotated[str, field("对应订单", "orders 中的代号", "o1", refers="orders", level=0)] = ""
    method: Annotated[Method, field("付款方式", "怎么付的钱", "wechat", says=vocabulary.METHOD, level=0)]
    amount: Money
    paid_at: Annotated[datetime | None, field("付款时间", "账单上的付款时间", "2026-11-01T20:15:33", level=0)] = None
    transaction_id: Annotated[
        str,
        field(
            "交易单号",
            "账单里的单号，加引号填写",
            "4200000404201909069117582536",
            max_length=64,
            level=1,
            in_text="（单号略）",
        ),
    ] = ""
    merchant_order: Annotated[
        str, field("商户单号", "账单里的商户单号", "KM20261101123456", max_length=64, level=1, mask="order")
    ] = ""
    payee: Annotated[
        str, field("收款方", "账单上显示的名称", "某某网络科技有限公司", level=1, mask="name", masked_if="to-person")
    ] = ""
    bank: Annotated[str, field("付款银行", "用银行卡付款时填写", "某某银行", free=True)] = ""
    card_last4: Annotated[
        str, field("银行卡后四位", "只填后四位", "1234", pattern=r"^([0-9]{4})?$", form="last4", level=1)
    ] = ""
    payer: Annotated[
        Payer | None, field("付款人", "不是本人付款时填写", {"who": "other", "name": "李建国"}, short="who", level=0)
    ] = None
    payee_kind: Annotated[
        Literal["firm", "person", "unknown"],
        field("收款方是单位还是个人", "看账单", "firm", says=vocabulary.PAYEE_KIND, level=0),
    ] = "unknown"
    evidence: EvidenceIds = ()
    paid_from: Annotated[str, field("付款时所在地", "报警用", "济南市历下区", level=3)] = ""


class Refund(CasePart, frozen=True, kw_only=True):
    payment: Annotated[str, field("对应付款", "payments 中的代号", "p1", refers="payments", level=0)] = ""
    amount: Money
    approved_at: Annotated[
        datetime | None, field("同意退款时间", "对方同意退款的时间", "2026-11-05T10:20:00", level=0)
    ] = None
    arrived_at: Annotated[
        datetime | None, field("退款到账时间", "钱真正到账的时间", "2026-11-08T09:00:00", level=0)
    ] = None
    serial: Annotated[
        str, field("退款流水号", "退款通知里的编号", "TK20261102000771", level=1, in_text="（单号略）")
    ] = ""
    used: Annotated[YesNo, field("是否已经动用", "退到余额的，用过没有", "no", says=vocabulary.YES_NO, level=0)] = (
        "unknown"
    )
    via: Annotated[
        Literal["", "original-route", "balance", "transfer"],
        field("退款方式", "退到哪里", "original-route", says=vocabulary.VIA, level=0),
    ] = ""
