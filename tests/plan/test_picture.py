"""The page with the time line: well-formed, in order, and safe with any text."""

import re
from xml.etree import ElementTree

from letters.plan.picture import plan_html
from letters.plan.steps import make_plan
from letters.plan.timeline import marks

from .sample import filing, matter


def test_marks_are_in_order_with_today_between_past_and_future() -> None:
    case = matter(filings=[filing("customer-service", "2026-11-20T10:00:00")])
    found = marks(make_plan(case), case)
    days = [mark.day for mark in found]
    assert days == sorted(days)
    kinds = [mark.kind for mark in found]
    assert {"event", "filing", "due"} >= set(kinds[: kinds.index("today")])
    assert {"wait", "due", "end"} >= set(kinds[kinds.index("today") + 1 :])


def test_the_drawing_is_xml_and_names_what_happened_and_what_ends() -> None:
    case = matter(title="<b>&标题", filings=[filing("12315", "2026-11-16T10:00:00", number="35<1>")])
    page = plan_html(make_plan(case), case)
    drawing = re.search(r"<svg.*?</svg>", page, re.S)
    assert drawing is not None
    words = "".join(ElementTree.fromstring(drawing.group()).itertext())
    assert all(text in words for text in ("下单", "全国12315平台投诉", "35<1>", "今天", "诉讼时效届满"))
    assert "<b>&标题" not in page and "&lt;b&gt;&amp;标题" in page


def test_nothing_is_fetched_from_elsewhere() -> None:
    case = matter()
    page = plan_html(make_plan(case), case)
    assert not re.search(r"(src|href)=|@import|url\(", page)


def test_an_event_that_repeats_no_order_and_no_payment_is_told_in_its_own_words() -> None:
    """A trial ordered months before, money paid by other means: no order and no payment of the file has that time."""
    trial = {"at": "2026-07-01T22:10:00", "by": "complainant", "kind": "order", "did": "购买七天试用", "evidence": []}
    cash = {"at": "2026-07-02T09:00:00", "by": "complainant", "kind": "payment", "did": "当面付了现金", "evidence": []}
    case = matter(events=[trial, cash])
    found = {(mark.title, mark.text) for mark in marks(make_plan(case), case)}
    assert found >= {("下单", "购买七天试用"), ("付款", "当面付了现金")}
    assert found >= {("下单", "某游戏点券1000点"), ("付款", "共98.00元")}
    assert "购买七天试用" in plan_html(make_plan(case), case)


def test_lines_of_the_drawing_fit_its_width() -> None:
    long = {"at": "2026-11-02T10:00:00", "by": "shop", "kind": "refusal", "did": "拒绝" * 80, "evidence": []}
    case = matter(
        events=[{"at": "2026-11-01T20:40:00", "by": "complainant", "kind": "request", "did": "申请退款"}, long]
    )
    page = plan_html(make_plan(case), case)
    assert max(len(text) for text in re.findall(r'font-size="12"[^>]*>([^<]*)<', page)) <= 24
