"""What happened, as typed data: the keys of the case file.

Every field carries its Chinese title, a description and an example; the interview, the web form, the error
messages and the JSON Schema all read them here. Keys and vocabularies are a contract (docs/case.md).
"""

from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.dispute import Clause, Closure, Deceit, Defence, Dispute, Expiry, FraudSign, GroundId, OwnBreach
from letters.case.model.labels import CasePart, Count, EvidenceIds, Money, YesNo, field
from letters.case.model.people import Account, Agent, Complainant, Guardian, Respondent, Role, Status
from letters.case.model.purchase import Delivery, Kind, Method, Order, Payment, Promise, Refund
from letters.case.model.record import Event, EventKind, Evidence, Filing, FilingStatus, Form, Part
from letters.case.model.wishes import Cost, Demand, DemandKind, Preferences, SmallClaims, Statements

__all__ = [
    "Account",
    "Agent",
    "CaseFile",
    "CasePart",
    "Clause",
    "Closure",
    "Complainant",
    "Cost",
    "Count",
    "Deceit",
    "Defence",
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
    "Form",
    "FraudSign",
    "GroundId",
    "Guardian",
    "Kind",
    "Method",
    "Money",
    "Order",
    "OwnBreach",
    "Part",
    "Payment",
    "Preferences",
    "Promise",
    "Refund",
    "Respondent",
    "Role",
    "SmallClaims",
    "Statements",
    "Status",
    "YesNo",
    "field",
]


class CaseFile(CasePart, frozen=True, kw_only=True):
    """One dispute: who, what was bought and paid, what went wrong, what was tried, what is asked."""

    schema: Annotated[Literal[1], field("格式版本", "固定为1", 1)]
    title: Annotated[str, field("案件标题", "给自己看的", "游戏点券付款后未到账")] = ""
    complainant: Annotated[Complainant, field("投诉人", "购买人", {"name": "李晓雨"})]
    purpose: Annotated[
        Literal["own-use", "resale", "organisation"],
        field("购买用途", "买来做什么", "own-use", says=vocabulary.PURPOSE),
    ]
    respondents: Annotated[
        tuple[Respondent, ...], field("对方", "至少一个", [{"id": "kameng", "role": "platform"}], min_length=1)
    ]
    orders: Annotated[tuple[Order, ...], field("订单", "每个订单一项", [{"id": "o1", "amount": "98.00"}])] = ()
    payments: Annotated[
        tuple[Payment, ...], field("付款", "每次付款一项", [{"id": "p1", "method": "wechat", "amount": "98.00"}])
    ] = ()
    refunds: Annotated[
        tuple[Refund, ...], field("退款", "已同意或已到账的退款，每笔一项", [{"payment": "p1", "amount": "98.00"}])
    ] = ()
    dispute: Annotated[Dispute, field("争议", "出了什么问题", {"grounds": ["not-delivered"]})]
    events: Annotated[
        tuple[Event, ...],
        field(
            "经过", "按时间顺序", [{"at": "2026-11-01T20:40:00", "by": "complainant", "did": "通过在线客服申请退款"}]
        ),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        field("证据", "每份证据一项", [{"id": "E1", "title": "订单截图", "part": "transaction", "form": "screenshot"}]),
    ] = ()
    filings: Annotated[
        tuple[Filing, ...],
        field(
            "已提交的投诉和函件", "向谁提交过、结果如何，每次一项", [{"channel": "12315", "at": "2026-11-02T09:00:00"}]
        ),
    ] = ()
    demands: Annotated[
        tuple[Demand, ...], field("诉求", "要求什么，每项一条；金额可以不填，由程序计算", [{"kind": "refund"}])
    ] = ()
    statements: Annotated[
        Statements, field("本人确认事项", "本人确认过的事项及日期，确认了才会印出", {"true_account": "2026-11-22"})
    ] = Statements()
    preferences: Annotated[Preferences, field("偏好", "期限、语气、调解意愿等，由本人决定", {"reply_days": 7})] = (
        Preferences()
    )
    joint: Annotated[tuple[str, ...], field("联名成员的案件文件", "每人一个文件", ["member-2.yaml"])] = ()
