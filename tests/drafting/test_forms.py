"""Chinese forms of dates, times, sums; citing; numbering; patterns."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.case.model import Evidence
from letters.case.model.moment import SHANGHAI, WholeDay
from letters.drafting.citing import Citer
from letters.drafting.numbering import NUMBER, RANGE, Numbering, ranged
from letters.drafting.prose import forms
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.patterns import fill
from letters.law.statutes.catalogue import Catalogue
from letters.law.statutes.numerals import to_chinese


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_the_clock_leaves_out_what_the_reader_knows() -> None:
    clock = Clock("paper")
    said = [clock.when(at(t)) for t in ("2026-11-01T20:14", "2026-11-01T20:15", "2026-11-02T09:00", "2027-01-03T09:05")]
    assert said == ["2026年11月1日20时14分", "20时15分", "11月2日9时", "2027年1月3日9时05分"]


def test_a_new_paragraph_on_the_same_day_says_so() -> None:
    clock = Clock("paper")
    clock.when(at("2026-11-01T20:14"))
    assert clock.when(at("2026-11-01T20:30"), fresh=True) == "当日20时30分"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("box", "2026年11月1日20:14"),
        ("paper", "2026年11月1日20时14分"),
        ("spoken", "2026年11月1日晚上8点14分"),
        ("public", "2026年11月1日晚"),
    ],
)
def test_styles(style: str, said: str) -> None:
    assert Clock(style).when(at("2026-11-01T20:14")) == said


def test_an_hour_that_is_not_known_is_not_printed() -> None:
    assert Clock("paper").when(WholeDay(2026, 11, 1, tzinfo=SHANGHAI)) == "2026年11月1日"


@pytest.mark.parametrize(
    ("amount", "box", "paper"),
    [
        ("98", "98元", "98.00元"),
        ("98.50", "98.5元", "98.50元"),
        ("0.005", "0.01元", "0.01元"),
        ("100", "100元", "100.00元"),
        ("420.05", "420.05元", "420.05元"),
    ],
)
def test_money(amount: str, box: str, paper: str) -> None:
    assert (forms.written_sum(Decimal(amount), "box"), forms.written_sum(Decimal(amount), "paper")) == (box, paper)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_money_keeps_its_value(amount: Decimal) -> None:
    for style in ("box", "paper"):
        assert Decimal(forms.written_sum(amount, style).removesuffix("元")) == amount


def test_section_numbers() -> None:
    assert [to_chinese(n) for n in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]


def test_patterns_drop_what_is_empty_and_never_read_values() -> None:
    pattern = "{a}买{item}[，订单号{number}][，价{price}]"
    assert fill(pattern, {"a": "我", "item": "{number}[x]", "price": "9"}) == "我买{number}[x]，价9"


def evidence(*ids: str) -> dict[str, Evidence]:
    return {i: Evidence(id=i, title=i, part="transaction", form="screenshot") for i in ids}


def test_numbers_follow_the_first_mention() -> None:
    numbering = Numbering(evidence("E1", "E2", "E5"))
    text = f"甲{numbering.mark(['E5'])}，乙{numbering.mark(['E1', 'E5'])}，丙{numbering.mark(['E9'])}，丁{numbering.mark(['E2'], NUMBER)}"
    text += "\x06" + RANGE + "\x06"
    assert numbering.resolve(text) == "甲证据1，乙证据1、证据2，丙，丁证据3证据1至证据3"
    assert [(e.number, e.id) for e in numbering.exhibits()] == [(1, "E5"), (2, "E1"), (3, "E2")]


def test_numbers_of_an_earlier_filing_stay() -> None:
    numbering = Numbering(evidence("E1", "E2", "E3"), frozen=["E2", "E1"])
    assert numbering.resolve(numbering.mark(["E3"])) == "证据3"


def test_ranges() -> None:
    assert ranged([1, 2]) == "证据1、证据2"
    assert ranged([4, 1, 2, 3, 7]) == "证据1至证据4、证据7"


def test_provisions_of_one_law_are_named_together() -> None:
    citer = Citer(Catalogue(), "full")
    text = citer.cite(["minfadian:563(1)(3)", "minfadian:565(1)", "minfadian:566(1)"], None)
    assert (
        citer.resolve(text)
        == "《中华人民共和国民法典》第五百六十三条第一款第三项、第五百六十五条第一款和第五百六十六条第一款"
    )
    assert list(citer.found) == ["minfadian:563(1)(3)", "minfadian:565(1)", "minfadian:566(1)"]


def test_what_two_labels_share_is_said_once() -> None:
    citer = Citer(Catalogue(), "short")
    assert (
        citer.resolve(citer.cite(["xiaobaofa:26(2)", "xiaobaofa:26(3)"], None))
        == "《消费者权益保护法》第二十六条第二款、第三款"
    )


def test_a_short_title_is_declared_only_if_it_comes_again() -> None:
    citer = Citer(Catalogue(), "court")
    once = citer.cite(["dianshangfa:20"], None)
    twice = [citer.cite(["minfadian:577"], None), citer.cite(["minfadian:509(1)"], None)]
    assert citer.resolve("；".join([once, *twice])) == (
        "《中华人民共和国电子商务法》第二十条；《中华人民共和国民法典》（以下简称民法典）第五百七十七条；民法典第五百零九条第一款"
    )


def test_long_date() -> None:
    assert forms.long_date(date(2026, 1, 2)) == "2026年1月2日"
