"""What is asked, what the writer has confirmed, and what he leaves to his own choice."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from letters.case.model import vocabulary
from letters.case.model.kinds import DEMANDS
from letters.case.model.labels import NEVER, CasePart, EvidenceIds, Money, field

DemandKind = Literal[
    "refund", "deliver", "replace", "difference", "damages", "interest", "triple", "costs", "terminate", "void", "identity",
    "records", "handle", "review", "stop-renewal", "correct", "erase", "apology", "investigate", "stop-payment",
    "restore", "extend", "exchange", "agreed",
]  # fmt: skip


class Cost(CasePart, frozen=True, kw_only=True):
    what: Annotated[str, field("项目", "花在什么上", "公证费", free=True)]
    amount: Money
    evidence: EvidenceIds = ()


class Demand(CasePart, frozen=True, kw_only=True):
    kind: Annotated[DemandKind, field("诉求", "要求对方或机关做什么", "refund", says=DEMANDS, level=0)]
    order: Annotated[str, field("对应订单", "有多个订单时填写", "o1", refers="orders", level=0)] = ""
    amount: Annotated[Decimal | None, field("金额", "不填则计算", "98.00", level=0)] = None
    what: Annotated[str, field("具体要求", "要求做什么，一句话", "恢复三台设备同时登录", lines=True, free=True)] = ""
    basis: Annotated[str, field("计算依据", "金额怎么来的", "未到账200点对应的价款", lines=True, free=True)] = ""
    items: Annotated[tuple[Cost, ...], field("明细", "赔偿损失和费用逐项列出", [], level=0)] = ()
    rate: Annotated[str, field("年利率", "带百分号", "3.00%", form="percent", level=0)] = ""
    rate_name: Annotated[str, field("利率名称", "利率的全称", "一年期贷款市场报价利率（LPR）", free=True)] = ""
    from_: Annotated[date | None, field("起算日", "利息从哪一天起算", "2026-11-06", level=0)] = msgspec.field(
        default=None, name="from"
    )
    to: Annotated[date | None, field("截止日", "不填则算到实际付清之日", "2026-12-01", level=0)] = None


class Point(CasePart, frozen=True, kw_only=True):
    say: Annotated[
        str,
        field(
            "要说的话",
            "自己认为起决定作用的一句话",
            "“已激活”发生在购买之前",
            min_length=1,
            max_length=2000,
            lines=True,
            free=True,
        ),
    ]
    answers: Annotated[str, field("回应哪种说法", "dispute.defences 里的代号", opens="defences", level=0)] = ""
    evidence: EvidenceIds = ()


class Statements(CasePart, frozen=True, kw_only=True):
    true_account: Annotated[date | None, field("确认所述属实", "确认的日期", "2026-11-22", level=0)] = None
    no_parallel_proceedings: Annotated[
        date | None, field("确认无其他机构受理", "确认的日期", "2026-11-22", level=0)
    ] = None
    no_other_debts: Annotated[date | None, field("确认双方无其他债务", "确认的日期", "2026-11-22", level=0)] = None


class SmallClaims(CasePart, frozen=True, kw_only=True):
    province: Annotated[str, field("法院所在省份", "起诉的法院在哪个省份", "山东省", level=2)] = ""
    average_wage: Annotated[
        Decimal | None, field("上年度就业人员年平均工资", "公布的数字，元", "100000.00", level=0)
    ] = None
    year: Annotated[
        Annotated[int, Meta(ge=1990, le=2100)] | None, field("统计年度", "平均工资是哪一年的", 2025, level=0)
    ] = None
    source: Annotated[str, field("数字来源", "公布数字的文件名称", "省统计局公报", free=True)] = ""


class Preferences(CasePart, frozen=True, kw_only=True):
    reply_days: Annotated[
        Annotated[int, Meta(ge=1, le=365)] | None, field("给对方的答复天数", "自信件日期起的自然日", 7, level=0)
    ] = None
    reply_by: Annotated[datetime | None, field("给对方的答复期限", "具体时间", "2026-11-29T24:00:00", level=0)] = None
    tone: Annotated[
        Literal["neutral", "firm"], field("语气", "文书的语气", "neutral", says=vocabulary.TONE, level=0)
    ] = "neutral"
    publish: Annotated[bool, field("同意公示投诉", "12315 投诉是否同意公示", False, level=0)] = False
    mediation: Annotated[
        Literal["yes", "no", "undecided"],
        field("是否同意调解", "由本人决定，程序不代选", "undecided", says=vocabulary.CHOICE, level=0),
    ] = "undecided"
    electronic_service: Annotated[
        Literal["yes", "no", "undecided"],
        field("是否同意电子送达", "由本人决定，程序不代选", "undecided", says=vocabulary.CHOICE, level=0),
    ] = "undecided"
    court: Annotated[str, field("起诉的法院", "法院全称", "济南市历下区人民法院", level=2)] = ""
    association: Annotated[
        str, field("消费者协会名称", "消费者协会或消费者委员会全称", "济南市历下区消费者协会", level=2)
    ] = ""
    police: Annotated[str, field("公安机关名称", "公安机关全称", "济南市公安局历下区分局", level=2)] = ""
    small_claims: Annotated[
        SmallClaims | None,
        field(
            "小额诉讼限额的依据",
            "小额诉讼限额按当地平均工资计算，不知道就不填",
            {"province": "山东省", "year": 2025},
            level=0,
        ),
    ] = None
    stop_loss: Annotated[Decimal | None, field("止损金额", "低于此数不再投入", "0.00", level=NEVER)] = None
