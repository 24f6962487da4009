"""The second edition of the case format: who promised, asked, refused, stopped and paid, each as a typed answer."""

from datetime import date
from decimal import Decimal

import pytest

from letters.case.file.json_schema import case_schema
from letters.case.file.problems import Invalid
from letters.case.file.read import Case
from letters.case.model.moment import WholeMonth
from tests.case.samples import SMALL

HEAD = """schema: 1
complainant: {name: 韩知遥}
purpose: own-use
respondents: [{id: shop, role: seller}, {id: site, role: platform}]
dispute: {grounds: [late]}
"""


def order(written: str) -> Case:
    return Case.loads(f"{HEAD}orders:\n  - id: o1\n    item: 某会员\n    amount: '98.00'\n{written}")


def test_one_promise_may_stand_alone_and_several_in_a_list() -> None:
    alone = order("    promised: {text: 秒到账, where: page}\n")
    several = order(
        "    promised: [{text: 秒到账}, {text: 假一赔十, of: site, remedy: {text: 假一赔十, kind: multiple, times: 10}}]\n"
    )
    assert alone.orders[0].promised is not None and alone.orders[0].promised.text == "秒到账"
    assert [p.of for p in several.orders[0].promises] == ["", "site"]
    remedy = several.orders[0].promises[1].remedy
    assert remedy is not None and remedy.times == Decimal(10)
    for case in (alone, several):
        assert Case.loads(case.dump()) == case
    assert "promised:\n      text: 秒到账" in alone.dump()


def test_a_day_of_performance_is_a_day_or_a_span() -> None:
    one = order("    perform_on: 2026-10-01\n")
    span = order("    perform_on: {from: 2026-10-01, to: 2026-10-03}\n")
    assert one.orders[0].perform_on is not None and one.orders[0].perform_on.last == date(2026, 10, 1)
    assert span.orders[0].perform_on is not None and span.orders[0].perform_on.last == date(2026, 10, 3)
    assert "perform_on: 2026-10-01\n" in one.dump() and Case.loads(one.dump()) == one
    assert Case.loads(span.dump()) == span


def test_a_first_use_may_be_known_to_the_month_only() -> None:
    case = order("    first_use: {at: 2026-02, by: other, source: 软件厂商邮件}\n")
    first = case.orders[0].first_use
    assert first is not None and isinstance(first.at, WholeMonth) and first.at.last_day == date(2026, 2, 28)
    assert "at: 2026-02\n" in case.dump() and Case.loads(case.dump()) == case
    with pytest.raises(Invalid):
        order("    ordered_at: 2026-02\n")


def test_a_payer_may_be_named_in_one_word() -> None:
    case = Case.loads(HEAD + "payments:\n  - {id: p1, method: credit, amount: '5.00', payer: guardian}\n")
    payer = case.payments[0].payer
    assert payer is not None and payer.who == "guardian" and Case.loads(case.dump()) == case


def test_what_was_asked_and_answered_is_typed() -> None:
    case = Case.loads(
        HEAD
        + "payments: [{id: p1, method: wechat, amount: '5.00'}]\n"
        + "events:\n"
        + "  - {at: 2026-11-01, by: complainant, kind: request, did: 问什么时候能到, asks: [perform], until: '2026-11-02T24:00:00'}\n"
        + "  - {at: 2026-11-03, by: shop, kind: reply, did: 不退, answer: refused, reason: [already-activated], quote: 已激活，不退, key: 已激活}\n"
    )
    assert case.events[0].asks == ("perform",) and case.events[1].answer == "refused"


def test_a_stranger_in_of_and_to_is_left_to_the_review() -> None:
    assert order("    stopped: {by: nobody, at: 2026-11-02}\n").orders[0].stopped is not None


def test_every_older_case_means_the_same() -> None:
    case = Case.loads(SMALL)
    assert (
        not case.sample
        and case.points == ()
        and case.complainant.kind == "person"
        and case.complainant.capacity == "full"
    )
    assert all(o.used == "unknown" and o.performance == "" for o in case.orders)


def test_the_schema_takes_both_ways_of_writing() -> None:
    found = case_schema()["$defs"]["Order"]["properties"]
    assert [each.get("type", each.get("$ref")) for each in found["promised"]["anyOf"]] == [
        "array",
        "#/$defs/Promise",
        "null",
    ]
    assert len(found["perform_on"]["anyOf"]) == 3
