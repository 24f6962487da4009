from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.data.folders import statutes_dir
from letters.law.reasoning.conditions import check_expression, holds
from letters.lint.statutes import lint_statutes
from tests.law.build import matter, plain

ON = date(2026, 11, 22)


def test_our_statutes_are_clean() -> None:
    assert lint_statutes(statutes_dir(), ON) == []


def argument(**change: Any) -> dict[str, Any]:
    held = {
        "id": "own", "demand": "refund", "strength": "strong", "group": "claim", "order": 1, "tiers": ["court"],
        "cite": ["minfadian:577"], "text": "依照{{ law('minfadian:577') }}，{{ they }}应当承担责任。", "reason": "违约",
    }  # fmt: skip
    held.update(change)
    return {key: value for key, value in held.items() if value is not None}


def lint(tmp_path: Path, **change: Any) -> list[tuple[str, str]]:
    (tmp_path / "grounds").mkdir(exist_ok=True)
    ground = {
        "id": "mine",
        "title": "我的",
        "words": {"label": "我的"},
        "groups": {"claim": {"heading": "责任"}},
        "arguments": [argument(**change)],
    }
    (tmp_path / "grounds" / "mine.yaml").write_text(yaml.safe_dump(ground, allow_unicode=True), encoding="utf-8")
    return [(problem.code, problem.message) for problem in lint_statutes(tmp_path, ON)]


def test_a_clean_ground(tmp_path: Path) -> None:
    assert lint(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"cite": ["minfadian:5770"], "text": "{{ law('minfadian:5770') }}。"}, "article", "5770"),
        ({"cite": ["minfadan:577"], "text": "{{ law('minfadan:577') }}。"}, "article", "minfadan"),
        ({"cite": ["minfadian:577(9)"], "text": "{{ law('minfadian:577(9)') }}。"}, "article", "577"),
        (
            {
                "cite": ["tousu_jubao_zanxing_banfa_feizhi:14"],
                "text": "{{ law('tousu_jubao_zanxing_banfa_feizhi:14') }}。",
            },
            "article",
            "废止",
        ),
        ({"when": "case.has('late'"}, "expression", "写得不对"),
        ({"when": "case.delivered_nothin"}, "expression", "delivered_nothing"),
        ({"when": "case.order.knd == 'points'"}, "expression", "knd"),
        ({"when": "case.has('not-deliverd')"}, "expression", "not-delivered"),
        ({"unless": "wishes.many"}, "expression", "wishes"),
        ({"when": "case.opponent.id_number"}, "expression", "opponent"),
        ({"text": ""}, "sentence", "没有写"),
        ({"text": "{{ they }}应当承担责任。"}, "sentence", "没有写进句子"),
        ({"text": "依照{{ law('minfadian:577', 'minfadian:582') }}。"}, "sentence", "582"),
        ({"text": "依照{{ law('minfadian:577') }}，{{ thy }}。"}, "sentence", "thy"),
        ({"text": "依照{{ law('minfadian:577') }。"}, "sentence", "写得不对"),
        ({"group": "other"}, "argument", "other"),
        ({"strength": "certain"}, "argument", "certain"),
        ({"tiers": ["page"]}, "argument", "page"),
        ({"demand": "money"}, "argument", "money"),
        ({"reason": ""}, "argument", "reason"),
        ({"order": None}, "argument", "order"),
        ({"cite": ["xiaobaofa:52"], "text": "{{ law('xiaobaofa:52') }}。"}, "argument", "生活消费"),
    ],
)
def test_what_would_make_a_letter_wrong_is_refused(
    tmp_path: Path, change: dict[str, Any], code: str, says: str
) -> None:
    found = lint(tmp_path, **change)
    assert [message for each, message in found if each == code and says in message], found


def test_a_table_without_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "own.yaml").write_text(
        "a: {title: t, values: [{from: 2026-01-01, value: 1}]}\n", encoding="utf-8"
    )
    found = lint_statutes(tmp_path, ON)
    assert {problem.code for problem in found} == {"table"}
    assert [key in each.message for key, each in zip(("source", "checked", "verified"), found, strict=True)] == [
        True
    ] * 3


@pytest.mark.parametrize(
    "text",
    [
        "case.days_since_promise > 15",
        "case.order.promise and case.wants('refund')",
        "sums.refund.amount > 3",
        "case.orders|length > 1",
    ],
)
def test_good_conditions(text: str) -> None:
    assert check_expression(text) == []


@pytest.mark.parametrize(
    "text", ["case.days_since_promise > 15", "case.clause.highlighted == 'no'", "case.order.promised_by > case.on"]
)
def test_what_cannot_be_answered_does_not_hold(text: str) -> None:
    held = matter(plain())
    assert holds(text, {"case": held.view(3), "sums": held.sums}) is False


@pytest.mark.parametrize("text", ["case._facts", "case.__class__", "case.has.__globals__", "().__class__.__bases__"])
def test_conditions_reach_nothing_private(text: str) -> None:
    held = matter(plain())
    assert holds(text, {"case": held.view(3), "sums": held.sums}) is False
