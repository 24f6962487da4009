import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.drafting.prose.capitals import in_capitals

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("10.00", "人民币壹拾元整"),
        ("0.50", "人民币伍角整"),
        ("325.04", "人民币叁佰贰拾伍元零肆分"),
        ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
        ("6007.14", "人民币陆仟零柒元壹角肆分"),
        ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
        ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
        ("100000000.00", "人民币壹亿元整"),
        ("10010000.00", "人民币壹仟零壹万元整"),
        ("0.01", "人民币壹分"),
        ("1000010000", "人民币壹拾亿零壹万元整"),
        ("100000001", "人民币壹亿零壹元整"),
        ("999999999999.99", "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_samples(amount: str, text: str) -> None:
    assert in_capitals(Decimal(amount)) == text


def _group(text: str) -> int:
    total = digit = 0
    for sign in text:
        if sign in _UNITS:
            total, digit = total + digit * _UNITS[sign], 0
        else:
            digit = _DIGITS.index(sign)
    return total + digit


def _read(text: str) -> Decimal:
    yuan, _, rest = (
        text.removeprefix("人民币").rpartition("元") if "元" in text else ("", "", text.removeprefix("人民币"))
    )
    total = 0
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if name in yuan:
            head, _, yuan = yuan.partition(name)
            total += _group(head) * size
    cents = sum(
        _DIGITS.index(match[1]) * worth
        for sign, worth in (("角", 10), ("分", 1))
        if (match := re.search(f"(.){sign}", rest))
    )
    return Decimal((total + _group(yuan)) * 100 + cents) / 100


@given(st.integers(min_value=1, max_value=10**14 - 1))
def test_round_trip(cents: int) -> None:
    amount = Decimal(cents) / 100
    text = in_capitals(amount)
    assert _read(text) == amount
    assert "零零" not in text
    assert text.endswith("整") != text.endswith("分")
    assert "零元" not in text and "零万" not in text and "零亿" not in text


@pytest.mark.parametrize("amount", ["0", "-1.00", "1000000000000", "0.001", "NaN", "Infinity"])
def test_refused(amount: str) -> None:
    with pytest.raises(ValueError):
        in_capitals(Decimal(amount))
