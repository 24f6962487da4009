"""What the last days that the law can name are called, and what to do by then: for the plan, the calendar and the findings."""

from typing import Final

from msgspec import Struct

from letters.law.results import Due


class DueLabel(Struct, frozen=True):
    """A period in words: its own name, that of its last day, what to do by then; `right` where a right is gone after it."""

    period: str
    end: str
    advice: str
    right: bool = False


DUES: Final[dict[str, DueLabel]] = {
    "reply-deadline": DueLabel("答复期限", "信件给对方的答复期限", "没有答复的，按计划走下一步"),
    "platform-window": DueLabel("平台售后时限", "平台售后时限届满", "在此之前提交平台工单"),
    "regulator-decision": DueLabel("市场监管部门答复受理的期限", "市场监管部门决定是否受理的最后一日", "没有告知的，催办"),
    "mediation-end": DueLabel("调解期限", "市场监管部门调解期限届满", "未达成协议的，准备起诉"),
    "regulator-window": DueLabel("投诉时限", "可以向市场监管部门投诉的最后一日", "在此之前提交投诉", right=True),
    "wilful-delay": DueLabel("故意拖延的认定", "十五日期满，次日起可以举报故意拖延退款", "保存仍未退款的记录"),
    "limitation": DueLabel("诉讼时效", "诉讼时效届满", "在此之前起诉，或者再次书面要求付款并留下证据", right=True),
    "termination-right": DueLabel("解除权", "解除合同的权利届满", "在此之前发出解除通知", right=True),
    "rescission-right": DueLabel("撤销权", "撤销合同的权利届满", "在此之前起诉请求撤销", right=True),
    "court-filing-decision": DueLabel("立案期限", "法院决定是否立案的最后一日", "没有答复的，询问立案庭"),
    "court-judgment": DueLabel("审理期限", "小额诉讼审结的最后一日", "没有判决的，询问承办法官"),
    "payment-order-issue": DueLabel("支付令的签发期限", "法院发出支付令的最后一日", "没有收到的，询问法院"),
    "payment-order-payment": DueLabel("清偿或者异议的期限", "支付令清偿或者异议的期限届满", "没有异议的，申请执行"),
    "judicial-confirmation": DueLabel("司法确认的期限", "共同申请司法确认的最后一日", "双方共同向法院申请"),
    "enforcement": DueLabel("申请执行的期限", "申请执行的期限届满", "在此之前申请执行", right=True),
    "defect-notice": DueLabel("通知质量、数量问题的期限", "通知对方质量、数量问题的最长期限", "在此之前书面通知对方"),
    "prepaid-withdrawal": DueLabel("七日内请求返还预付款的期限", "七日内请求返还预付款的最后一日", "在此之前提出请求"),
}  # fmt: skip
_OTHER: Final = DueLabel("期限", "期限届满", "")


def label_of(due: Due) -> DueLabel:
    """The words for a period's end."""
    return DUES.get(due.what, _OTHER)
