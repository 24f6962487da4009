"""What happened, as typed data: the keys of the case file.

Every field carries its Chinese title, a description and an example; the interview, the web form, the error
messages and the JSON Schema all read them here. Keys and vocabularies are a contract (docs/case.md).
"""

from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.dispute import (
    Balance,
    Clause,
    ClauseAbout,
    Closure,
    Deceit,
    Dispute,
    Expiry,
    FraudSign,
    Minor,
    OwnBreach,
    PayerRecord,
    Renewal,
    Settlement,
)
from letters.case.model.labels import NEVER, CasePart, Count, EvidenceIds, Money, YesNo, field
from letters.case.model.people import (
    Account,
    Agent,
    Complainant,
    Guardian,
    HeirOf,
    IdDocument,
    Respondent,
    Role,
    Status,
    Trades,
)
from letters.case.model.purchase import (
    Cancelled,
    Delivery,
    FirstUse,
    Kind,
    Method,
    Order,
    Payer,
    Payment,
    Promise,
    Refund,
    Remedy,
    Replacement,
    Returned,
    Span,
    Stopped,
    Useless,
    Wrong,
)
from letters.case.model.record import Event, EventKind, Evidence, Filing, FilingStatus, Form, Part, a_channel
from letters.case.model.wishes import Cost, Demand, DemandKind, Point, Preferences, SmallClaims, Statements

__all__ = [
    "Account",
    "Agent",
    "Balance",
    "Cancelled",
    "CaseFile",
    "CasePart",
    "Clause",
    "ClauseAbout",
    "Closure",
    "Complainant",
    "Cost",
    "Count",
    "Deceit",
    "Delivery",
    "Demand",
    "DemandKind",
    "Dispute",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceIds",
    "Expiry",
    "Filing",
    "FilingStatus",
    "FirstUse",
    "Form",
    "FraudSign",
    "Guardian",
    "HeirOf",
    "IdDocument",
    "Kind",
    "Method",
    "Minor",
    "Money",
    "Order",
    "OwnBreach",
    "Part",
    "Payer",
    "PayerRecord",
    "Payment",
    "Point",
    "Preferences",
    "Promise",
    "Refund",
    "Remedy",
    "Renewal",
    "Replacement",
    "Respondent",
    "Returned",
    "Role",
    "Settlement",
    "SmallClaims",
    "Span",
    "Statements",
    "Status",
    "Stopped",
    "Trades",
    "Useless",
    "Wrong",
    "YesNo",
    "field",
]


class CaseFile(CasePart, frozen=True, kw_only=True):
    """One dispute: who, what was bought and paid, what went wrong, what was tried, what is asked."""

    schema: Annotated[Literal[1], field("格式版本", "固定为1", 1, level=NEVER)]
    title: Annotated[str, field("案件标题", "给自己看的", "游戏点券付款后未到账", level=NEVER)] = ""
    complainant: Annotated[Complainant, field("投诉人", "购买人", {"name": "李晓雨"}, level=0)]
    purpose: Annotated[
        Literal["own-use", "resale", "organisation"],
        field("购买用途", "买来做什么", "own-use", says=vocabulary.PURPOSE, level=0),
    ]
    respondents: Annotated[
        tuple[Respondent, ...], field("对方", "至少一个", [{"id": "kameng", "role": "platform"}], min_length=1, level=0)
    ]
    orders: Annotated[tuple[Order, ...], field("订单", "每个订单一项", [{"id": "o1", "amount": "98.00"}], level=0)] = ()
    payments: Annotated[
        tuple[Payment, ...],
        field("付款", "每次付款一项", [{"id": "p1", "method": "wechat", "amount": "98.00"}], level=0),
    ] = ()
    refunds: Annotated[
        tuple[Refund, ...],
        field("退款", "已同意或已到账的退款，每笔一项", [{"payment": "p1", "amount": "98.00"}], level=0),
    ] = ()
    dispute: Annotated[Dispute, field("争议", "出了什么问题", {"found_at": "2026-11-01T20:30:00"}, level=0)]
    events: Annotated[
        tuple[Event, ...],
        field(
            "经过",
            "按时间顺序",
            [{"at": "2026-11-01T20:40:00", "by": "complainant", "did": "通过在线客服申请退款"}],
            level=0,
        ),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        field(
            "证据",
            "每份证据一项",
            [{"id": "E1", "title": "订单截图", "part": "transaction", "form": "screenshot"}],
            level=0,
        ),
    ] = ()
    filings: Annotated[
        tuple[Filing, ...],
        field(
            "已提交的投诉和函件",
            "向谁提交过、结果如何，每次一项",
            lambda: [{"channel": a_channel(), "at": "2026-11-02T09:00:00"}],
            level=0,
        ),
    ] = ()
    demands: Annotated[
        tuple[Demand, ...], field("诉求", "要求什么，每项一条；金额可以不填，由程序计算", [{"kind": "refund"}], level=0)
    ] = ()
    points: Annotated[
        tuple[Point, ...],
        field(
            "自己的理由",
            "自己的决定性的话，印在说理处",
            [{"say": "“已激活”发生在购买之前"}],
            level=0,
        ),
    ] = ()
    sample: Annotated[bool, field("示例", "示例案件写 true；自己的案件不写", True, level=NEVER)] = False
    statements: Annotated[
        Statements,
        field("本人确认事项", "本人确认过的事项及日期，确认了才会印出", {"true_account": "2026-11-22"}, level=NEVER),
    ] = Statements()
    preferences: Annotated[
        Preferences, field("偏好", "期限、语气、调解意愿等，由本人决定", {"reply_days": 7}, level=0)
    ] = Preferences()
    joint: Annotated[tuple[str, ...], field("联名成员的案件文件", "每人一个文件", ["member-2.yaml"], level=NEVER)] = ()
