"""Chinese names of the dates in a plan, and what each is for."""

from datetime import date, datetime, timedelta

from letters.case.model.moment import WholeDay
from letters.law.results import Due
from letters.law.statutes.statute import chinese_date

#: Name of a period's end, and what to do by then.
DUES: dict[str, tuple[str, str]] = {
    "reply-deadline": ("信件给对方的答复期限", "没有答复的，按计划走下一步"),
    "platform-window": ("平台售后时限届满", "在此之前提交平台工单"),
    "regulator-decision": ("市场监管部门决定是否受理的最后一日", "没有告知的，催办"),
    "mediation-end": ("市场监管部门调解期限届满", "未达成协议的，准备起诉"),
    "regulator-window": ("可以向市场监管部门投诉的最后一日", "在此之前提交投诉"),
    "wilful-delay": ("十五日期满，次日起可以举报故意拖延退款", "保存仍未退款的记录"),
    "limitation": ("诉讼时效届满", "在此之前起诉，或者再次书面要求付款并留下证据"),
    "termination-right": ("解除合同的权利届满", "在此之前发出解除通知"),
    "rescission-right": ("因欺诈撤销合同的权利届满", "在此之前起诉请求撤销"),
    "court-filing-decision": ("法院决定是否立案的最后一日", "没有答复的，询问立案庭"),
    "payment-order-payment": ("支付令清偿或者异议的期限届满", "没有异议的，申请执行"),
    "judicial-confirmation": ("共同申请司法确认的最后一日", "双方共同向法院申请"),
    "enforcement": ("申请执行的期限届满", "在此之前申请执行"),
    "defect-notice": ("通知对方质量、数量问题的最长期限", "在此之前书面通知对方"),
    "prepaid-withdrawal": ("七日内请求返还预付款的最后一日", "在此之前提出请求"),
}
#: Periods after which a right is gone.
RIGHTS = frozenset({"limitation", "termination-right", "rescission-right", "regulator-window", "enforcement"})
_DAYS = "一二三四五六日"


def due_name(due: Due) -> str:
    """The Chinese name of a period's end; its own code where there is none."""
    return DUES.get(due.what, (due.what, ""))[0]


def due_advice(due: Due) -> str:
    """What to do by then, or nothing."""
    return DUES.get(due.what, ("", ""))[1]


def last_date(until: datetime) -> date:
    """The last day on which `until` has not passed; midnight belongs to the day before."""
    if isinstance(until, WholeDay):
        return until.date()
    return (until - timedelta(microseconds=1)).date()


def spoken_day(day: date) -> str:
    """2026年11月29日（星期日）."""
    return f"{chinese_date(day)}（星期{_DAYS[day.weekday()]}）"


def spoken_moment(until: datetime) -> str:
    """A day with 24时, or a day and an hour."""
    if isinstance(until, WholeDay) or (until.hour, until.minute) in ((0, 0), (23, 59)):
        return f"{spoken_day(last_date(until))}24时"
    return f"{spoken_day(until.date())}{until:%H:%M}"
