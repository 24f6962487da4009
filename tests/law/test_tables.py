from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from letters.data.folders import statutes_dir
from letters.law.library import law_of
from letters.law.tables.dated import BadTable, Tables, read_table
from letters.law.tables.value_kinds import alike

FILES = sorted((statutes_dir() / "tables").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_value_has_its_source(path: Path) -> None:
    for entries in read_table(path).values():
        assert all(entry.source and entry.checked for entry in entries)


TABLES = law_of().tables


def test_value_of_the_day() -> None:
    assert TABLES.value("causes.goods", date(2020, 6, 1))["points"] == "网络购物合同纠纷"
    assert TABLES.value("causes.goods", date(2026, 11, 22))["points"] == "信息网络买卖合同纠纷"
    assert TABLES.value("causes.goods", date(2026, 11, 22))["account"] == "网络虚拟财产合同纠纷"
    assert TABLES.value("periods.mediation", date(2026, 4, 14))["length"] == 45
    assert TABLES.value("periods.mediation", date(2026, 4, 15))["length"] == 60


def test_no_value_yet() -> None:
    with pytest.raises(BadTable, match="2007年4月1日"):
        TABLES.value("fees.court_fee", date(2007, 3, 31))
    with pytest.raises(BadTable):
        TABLES.value("fees.no_such_fee", date(2026, 1, 1))


def test_a_users_table_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "claims.yaml").write_text(
        "triple_floor:\n  title: 最低\n  values:\n    - {from: 2026-01-01, value: '600', source: 新规定, checked: 2026-01-02, verified: true}\n",
        encoding="utf-8",
    )
    tables = Tables([tmp_path])
    assert tables.amount("claims.triple_floor", date(2026, 11, 22)) == 600
    assert tables.amount("claims.triple_factor", date(2026, 11, 22)) == Decimal(3)


@pytest.mark.parametrize("lacking", ["from", "value", "source", "checked", "verified"])
def test_a_value_without_its_source_is_refused(tmp_path: Path, lacking: str) -> None:
    parts = {"from": "2026-01-01", "value": "1", "source": "x", "checked": "2026-01-02", "verified": "true"}
    del parts[lacking]
    path = tmp_path / "x.yaml"
    path.write_text(
        f"a:\n  title: t\n  values:\n    - {{{', '.join(f'{k}: {v}' for k, v in parts.items())}}}\n", encoding="utf-8"
    )
    with pytest.raises(BadTable, match=lacking):
        read_table(path)


@pytest.mark.parametrize(
    ("file", "value", "says"),
    [
        ("waits: reply_days", "七天", "数字"),
        ("waits: reply_days", "[7]", "数字"),
        ("scope: consumer_laws", "xiaobaofa", "列表"),
        ("fees: court_fee", "[{up_to: 一万, fixed: '50'}]", "列表"),
        ("periods: limitation", "3", "期间"),
        ("periods: limitation", "{length: 三, unit: years}", "整数"),
        ("periods: limitation", "{length: 3, unit: year}", "years"),
        ("periods: limitation", "{length: 3, unit: years, rol: civil}", "rol"),
    ],
)
def test_a_users_value_is_of_the_kind_of_ours(tmp_path: Path, file: str, value: str, says: str) -> None:
    stem, _, key = file.partition(": ")
    (tmp_path / "tables").mkdir()
    path = tmp_path / "tables" / f"{stem}.yaml"
    path.write_text(
        f"{key}:\n  title: t\n  values:\n    - from: 2000-01-01\n      value: {value}\n      source: x\n      checked: 2026-01-01\n      verified: false\n",
        encoding="utf-8",
    )
    with pytest.raises(BadTable, match=says) as caught:
        Tables([tmp_path]).history(f"{stem}.{key}")
    assert caught.value.where == f"{path}:5"


def test_every_value_of_ours_has_one_kind() -> None:
    for path in sorted((statutes_dir() / "tables").glob("*.yaml")):
        for key, values in read_table(path).items():
            assert all(alike(one.value, other.value) or not other.value for one in values for other in values), key
