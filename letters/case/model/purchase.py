"""What was bought and paid: promises, orders, payments, refunds."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from letters.case.model import vocabulary
from letters.case.model.labels import CasePart, EvidenceIds, Money, YesNo, field

Kind = Literal["points", "card-key", "airtime", "membership", "account", "software", "top-up", "balance", "other"]
Delivery = Literal["none", "partial", "late", "full", "invalid", "banned"]
Method = Literal["wechat", "alipay", "bank-card", "unionpay", "balance", "transfer"]


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
    kind: Annotated[Kind, field("商品类型", "买的是哪一类", "points", says=vocabulary.GOODS)] = "other"
    quantity: Annotated[int, field("数量", "买了几件", 1, ge=1, le=100_000_000)] = 1
    unit_price: Annotated[Decimal | None, field("单价", "人民币元", "98.00")] = None
    amount: Annotated[Decimal | None, field("订单金额", "数量×单价－优惠", "98.00")] = None
    discount: Annotated[Decimal | None, field("优惠金额", "人民币元", "0.00")] = None
    ordered_at: Annotated[datetime | None, field("下单时间", "下单页面上的时间", "2026-11-01T20:14:00")] = None
    promised: Annotated[
        Promise | None, field("卖家的承诺", "页面或客服在付款前说的交付时间、效果等", {"text": "秒到账"})
    ] = None
    delivery: Annotated[
        Delivery,
        field("交付情况", "写信时的情况", "none", says=vocabulary.DELIVERY),
    ] = "none"
    delivery_as_of: Annotated[
        datetime | None, field("交付情况的核对时间", "最近一次查看的时间", "2026-11-22T09:00:00")
    ] = None
    delivery_evidence: EvidenceIds = ()
    delivered_at: Annotated[
        datetime | None, field("交付时间", "对方交付的时间；没有交付就不填", "2026-11-01T20:31:00")
    ] = None
    delivered_quantity: Annotated[Annotated[int, Meta(ge=0)] | None, field("实际到账数量", "真正收到多少", 800)] = None
    received_value: Annotated[Decimal | None, field("已得到的价值", "已使用或到账部分值多少元", "420.50")] = None
    valid_from: Annotated[date | None, field("有效期开始", "会员等", "2026-10-26")] = None
    valid_until: Annotated[date | None, field("有效期结束", "会员等", "2027-10-25")] = None
    stopped_at: Annotated[datetime | None, field("停止服务时间", "会员失效、被封的时间", "2026-11-02T20:50:00")] = None
    target_account: Annotated[str, field("充值账号", "充到哪个账号或角色", "游戏角色 1xxxx890", personal=True)] = ""
    activated: Annotated[
        YesNo, field("是否激活使用", "卡密、账号或会员是否已经使用", "unknown", says=vocabulary.YES_NO)
    ] = "unknown"
    legality: Annotated[
        Literal["ok", "doubt", "illegal"],
        field("商品是否合法", "外挂、代刷、实名账号等不合法", "ok", says=vocabulary.LEGALITY),
    ] = "ok"


class Payment(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str, field("付款代号", "在本文件中引用用的短名", "p1", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="payments")
    ]
    order: Annotated[str, field("对应订单", "orders 中的代号", "o1", refers="orders")] = ""
    method: Annotated[Method, field("付款方式", "怎么付的钱", "wechat", says=vocabulary.METHOD)]
    amount: Money
    paid_at: Annotated[datetime | None, field("付款时间", "账单上的付款时间", "2026-11-01T20:15:33")] = None
    transaction_id: Annotated[
        str, field("交易单号", "账单里的单号，加引号填写", "4200000404201909069117582536", max_length=64, personal=True)
    ] = ""
    merchant_order: Annotated[
        str, field("商户单号", "账单里的商户单号", "KM20261101123456", max_length=64, personal=True)
    ] = ""
    payee: Annotated[str, field("收款方", "账单上显示的名称", "某某网络科技有限公司")] = ""
    bank: Annotated[str, field("付款银行", "用银行卡付款时填写", "某某银行")] = ""
    card_last4: Annotated[
        str, field("银行卡后四位", "只填后四位", "1234", pattern=r"^([0-9]{4})?$", form="last4", personal=True)
    ] = ""
    paid_from: Annotated[str, field("付款时所在地", "报警用", "济南市历下区")] = ""


class Refund(CasePart, frozen=True, kw_only=True):
    payment: Annotated[str, field("对应付款", "payments 中的代号", "p1", refers="payments")] = ""
    amount: Money
    approved_at: Annotated[datetime | None, field("同意退款时间", "对方同意退款的时间", "2026-11-05T10:20:00")] = None
    arrived_at: Annotated[datetime | None, field("退款到账时间", "钱真正到账的时间", "2026-11-08T09:00:00")] = None
    serial: Annotated[str, field("退款流水号", "退款通知里的编号", "TK20261102000771", personal=True)] = ""
    via: Annotated[
        Literal["", "original-route", "balance", "transfer"],
        field("退款方式", "退到哪里", "original-route", says=vocabulary.VIA),
    ] = ""
