"""What a case file may hold, and how it is understood."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from letters.case.file.disk import add_item
from letters.case.file.problems import Invalid
from letters.case.file.read import Case, load_with_places
from letters.case.model.moment import SHANGHAI, knows_hour
from letters.data.yaml_tree import Places, parse_tree

from .samples import SMALL, WHOLE


def with_order(text: str) -> Case:
    return Case.loads(SMALL.replace('amount: "98.00"', text))


def test_a_small_case_has_defaults() -> None:
    case = Case.loads(SMALL)
    assert case.complainant.name == "李晓雨"
    assert case.orders[0].quantity == 1
    assert case.preferences.tone == "neutral"
    assert case.joint == ()


def test_text_stays_as_written() -> None:
    case = Case.loads(WHOLE)
    assert str(case.orders[0].unit_price) == "98.00"
    assert case.filings[0].channel == "12315"
    assert case.orders[0].item == "某游戏点券 #1000"
    assert case.events[1].quote == "不退 **{{ 7*7 }}** <w:p/> | # 🙏"
    assert case.filings[0].outcome == "第一行\n第二行\n"


@pytest.mark.parametrize("word", ["20:14", "no", "on", "1e3", "0x1F", "2026-11-01", "1_000", ".5", "012"])
def test_no_value_is_guessed(word: str) -> None:
    assert with_order(f"item: {word}").orders[0].item == word


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_nothing_is_the_default(nothing: str) -> None:
    order = with_order(f"amount: {nothing}, item: {nothing}, promised: {nothing}").orders[0]
    assert (order.amount, order.item, order.promised) == (None, "", None)


def test_a_quoted_null_is_text() -> None:
    assert with_order('item: "null"').orders[0].item == "null"


@pytest.mark.parametrize(
    ("word", "meant"), [("true", "yes"), ("false", "no"), ("yes", "yes"), ("off", "no"), ("否", "no")]
)
def test_truth_for_yes_and_no(word: str, meant: str) -> None:
    assert with_order(f"activated: {word}").orders[0].activated == meant


@pytest.mark.parametrize(
    ("word", "meant"), [("yes", True), ("true", True), ("no", False), ("是", True), ('"no"', False)]
)
def test_yes_and_no_for_truth(word: str, meant: bool) -> None:
    case = Case.loads(SMALL.replace("role: seller", f"role: seller, self_operated: {word}"))
    assert case.respondents[0].self_operated is meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-01T20:14:05", (1, 20, 14, 5)),
        ("2026-11-01T20:14", (1, 20, 14, 0)),
        ("2026-11-01 20:14", (1, 20, 14, 0)),
        ("2026-11-01T12:14:00Z", (1, 20, 14, 0)),
        ("2026-11-01T14:14:00+02:00", (1, 20, 14, 0)),
        ("2026-11-01T24:00:00", (2, 0, 0, 0)),
    ],
)
def test_times(written: str, meant: tuple[int, int, int, int]) -> None:
    at = with_order(f"ordered_at: {written}").orders[0].ordered_at
    assert at == datetime(2026, 11, *meant, tzinfo=SHANGHAI)
    assert at is not None and at.utcoffset() == timedelta(hours=8) and knows_hour(at)


def test_a_day_alone_has_no_hour() -> None:
    at = with_order("ordered_at: 2026-11-01").orders[0].ordered_at
    assert at is not None and not knows_hour(at) and at.date().isoformat() == "2026-11-01"


def test_a_letter_in_the_check_place_may_be_small() -> None:
    case = Case.loads(SMALL.replace("name: 李晓雨", "name: 李晓雨, id_number: 11010519491231002x"))
    assert case.complainant.id_number == "11010519491231002X"


def test_long_sentences_come_out_verbatim() -> None:
    said = "他们说“不退”，" * 1500
    assert Case.loads(WHOLE.replace("did: 下单", f"did: {said}")).events[0].did == said
    with pytest.raises(Invalid, match="最多 20000 个字"):
        Case.loads(WHOLE.replace("did: 下单", f"did: {said * 2}"))


def test_plain_data_reads_like_a_file() -> None:
    data = {
        "schema": 1,
        "complainant": {"name": "李晓雨", "phone": ""},
        "purpose": "own-use",
        "respondents": [{"id": "shop", "role": "seller", "self_operated": True}],
        "payments": [{"id": "p1", "method": "wechat", "amount": Decimal("98.00"), "paid_at": datetime(2026, 11, 1, 8)}],
        "orders": [{"id": "o1", "amount": "", "activated": None}],
        "dispute": {"grounds": ["late"]},
    }
    case = Case.of(data)
    assert case.respondents[0].self_operated and case.orders[0].amount is None
    assert case.payments[0].paid_at == datetime(2026, 11, 1, 8, tzinfo=SHANGHAI)


def test_lines_of_values(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    loaded = load_with_places(path)
    rows = WHOLE.split("\n")
    assert rows[loaded.lines.line_of("orders[0].amount") - 1].strip() == 'amount: "98.00"'
    assert rows[loaded.lines.line_of("respondents[1].phone") - 1].startswith("  - {id: seller")
    assert rows[loaded.lines.line_of("orders[0].noun") - 1].strip() == "- id: o1"
    assert loaded.lines.line_of("nowhere") == 1
    assert loaded.path == path


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert Case.load(path) == Case.loads(SMALL)


def test_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser stands in where libyaml is not built in."""
    import yaml

    fast = Case.loads(WHOLE)
    lines = [Places(parse_tree(WHOLE)).line_of(path) for path in ("orders[0].amount", "events[1].quote", "preferences")]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert Case.loads(WHOLE) == fast
    assert lines == [
        Places(parse_tree(WHOLE)).line_of(path) for path in ("orders[0].amount", "events[1].quote", "preferences")
    ]
    assert (
        Case.loads(add_item(WHOLE, "filings", {"channel": "12345", "at": "2026-11-03"})).filings[1].channel == "12345"
    )
