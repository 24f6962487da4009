"""What happened, what proves it, and what was sent where."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.labels import NEVER, CasePart, Count, EvidenceIds, Key, field
from letters.channels.known_channels import channels

EventKind = Literal[
    "order", "payment", "promise", "delivery", "discovery", "contact", "request", "reply", "refusal", "approval",
    "promise-missed", "refund", "notice", "filing", "fee-demanded", "blocked", "closed", "other",
]  # fmt: skip
Part = Literal["identity", "transaction", "communication", "anomaly", "loss"]
Form = Literal["screenshot", "video", "recording", "document", "webpage", "data", "notarised", "timestamped"]
FilingStatus = Literal["open", "accepted", "answered", "refused", "settled", "terminated", "withdrawn"]


Asked = Literal[
    "perform", "refund", "replace", "restore", "stop", "identity", "records", "review", "damages", "compensation", "cancel", "handle",
]  # fmt: skip
Answer = Literal["", "refused", "agreed", "partly", "evaded", "none-given"]


def a_channel() -> str:
    """The first channel of consumers, as an example."""
    return channels().that(consumer=True)[0].id


class Event(CasePart, frozen=True, kw_only=True):
    at: Annotated[datetime, field("时间", "发生的时间；只知道哪一天就只写日期", "2026-11-01T20:40:00", level=0)]
    by: Annotated[
        str,
        field(
            "谁做的", "complainant、guardian、other 或 respondents 中的代号", "complainant", refers="actors", level=0
        ),
    ]
    kind: Annotated[EventKind, field("经过类型", "这件事属于哪一类", "request", says=vocabulary.EVENT, level=0)] = (
        "other"
    )
    did: Annotated[str, field("做了什么", "不写主语", "通过在线客服申请退款", max_length=20_000, lines=True, free=True)]
    quote: Annotated[
        str, field("原话", "逐字照抄", "虚拟商品一经售出概不退款", max_length=20_000, lines=True, free=True)
    ] = ""
    key: Key = ""
    asks: Annotated[
        tuple[Asked, ...],
        field(
            "要求了什么",
            "催对方交付写 perform，要求退款写 refund，可以几项",
            ["perform"],
            says=vocabulary.ASKED,
            level=0,
        ),
    ] = ()
    answer: Annotated[
        Answer,
        field(
            "怎样答复", "写在答复的那一条；一直没有答复的写在要求的那一条", "refused", says=vocabulary.ANSWER, level=0
        ),
    ] = ""
    reason: Annotated[
        tuple[Annotated[str, field("拒绝的理由", opens="defences", level=0)], ...],
        field("拒绝的理由", "dispute.defences 里的代号，原话写在 quote", level=0),
    ] = ()
    amount: Annotated[Decimal | None, field("答应或提出的金额", "人民币元", "88.00", level=0)] = None
    promised_by: Annotated[
        datetime | None, field("答应办到的时间", "同意退款时说的最晚时间", "2026-11-05", level=0)
    ] = None
    order: Annotated[str, field("关于哪个订单", "有几个订单时填写", "o1", refers="orders", level=0)] = ""
    to: Annotated[str, field("向谁", "respondents 中的代号", "kameng", refers="parties", level=0)] = ""
    until: Annotated[
        datetime | None, field("要求里写明的期限", "自己给对方的期限；没有写明就不填", "2026-10-12T24:00:00", level=0)
    ] = None
    channel: Annotated[str, field("通过什么途径", "如在线客服、电话、站内信", "online-chat", free=True)] = ""
    evidence: EvidenceIds = ()


class Evidence(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field(
            "证据编号",
            "自己编的短号，文书按它引用",
            "E1",
            pattern=r"^[A-Za-z0-9_-]{1,40}$",
            defines="evidence",
            level=0,
        ),
    ]
    title: Annotated[str, field("证据名称", "一看就知道是什么", "微信支付账单详情", min_length=1, free=True)]
    part: Annotated[Part, field("证据类别", "证明哪一方面", "transaction", says=vocabulary.PART, level=0)]
    form: Annotated[Form, field("证据形式", "以什么形式保存", "screenshot", says=vocabulary.FORM, level=0)]
    captured_at: Annotated[
        datetime | None, field("取得时间", "截图、录制或取得的时间", "2026-11-01T20:16:00", level=0)
    ] = None
    source: Annotated[str, field("证据来源", "从哪里取得", "本人手机", free=True)] = ""
    holder: Annotated[
        Literal["", "complainant"],
        field("由谁持有", "本人持有时，来源只写取得的地方", "complainant", says=vocabulary.HOLDER, level=0),
    ] = ""
    shows: Annotated[
        tuple[str, ...],
        field(
            "画面能看到什么",
            "如 order-number、amount、time、payee、account、promise、clause、request-time、refusal",
            ["order-number", "amount"],
            free=True,
        ),
    ] = ()
    proves: Annotated[str, field("证明什么", "一句话说明证明的事实", "已付款98元", lines=True, free=True)] = ""
    file: Annotated[str, field("文件", "相对于案件文件的路径", "evidence/E1.png", level=NEVER)] = ""
    pages: Annotated[Count | None, field("页数", "打印出来的页数", 2, level=0)] = None
    original: Annotated[
        Literal["", "held", "copy"], field("原件", "手里是原件还是复制件", "held", says=vocabulary.ORIGINAL, level=0)
    ] = ""


class Filing(CasePart, frozen=True, kw_only=True):
    channel: Annotated[
        str, field("渠道", "渠道代号，letters channels 列出全部", a_channel, pattern=r"^[a-z0-9-]{1,60}$", level=0)
    ]
    at: Annotated[datetime, field("提交时间", "提交或寄出的时间", "2026-11-02T09:00:00", level=0)]
    number: Annotated[str, field("编号", "工单号、登记编号等", "TS20261102001", level=1, in_text="（编号略）")] = ""
    status: Annotated[FilingStatus, field("状态", "现在到了哪一步", "open", says=vocabulary.FILING, level=0)] = "open"
    accepted_at: Annotated[datetime | None, field("受理时间", "对方确认受理的时间", "2026-11-05T10:00:00", level=0)] = (
        None
    )
    promised_by: Annotated[
        datetime | None, field("承诺办结时间", "对方说最晚什么时候办结", "2026-11-10T23:59:59", level=0)
    ] = None
    answered_at: Annotated[datetime | None, field("答复时间", "收到答复的时间", "2026-11-03T15:00:00", level=0)] = None
    closed_at: Annotated[
        datetime | None, field("结束时间", "办结、终止或撤回的时间", "2026-11-20T10:00:00", level=0)
    ] = None
    outcome: Annotated[str, field("结果", "不写主语", "以虚拟商品不退为由拒绝", lines=True, free=True)] = ""
    quote: Annotated[str, field("答复原文", "照抄答复的话", "虚拟商品不退", lines=True, free=True)] = ""
    asked: Annotated[str, field("当时的请求", "当时提出的诉求", "退款98元", lines=True, free=True)] = ""
    served_by: Annotated[str, field("送达方式", "函件怎样送出，如 EMS、电子邮件", "EMS", free=True)] = ""
    served_at: Annotated[datetime | None, field("送达时间", "对方收到的时间", "2026-11-05T10:00:00", level=0)] = None
    evidence: EvidenceIds = ()
