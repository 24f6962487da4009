"""What the model promises: labels for every key, canonical YAML that reads back equal, a schema, masks that hide."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.case.file import scalars
from letters.case.file.convert import Found, _read, read_part
from letters.case.file.json_schema import case_schema
from letters.case.file.manual import field_tables
from letters.case.file.plain import from_data
from letters.case.file.read import Case
from letters.case.file.scalars import Unfit
from letters.case.model import masks
from letters.case.model.check_characters import id_number_fault, uscc_fault
from letters.case.model.fields import Field, field_at, fields_of
from letters.case.model.formats import FORMS
from letters.case.model.moment import SHANGHAI, WholeDay, knows_hour
from letters.case.view.identifying import identifiers
from letters.data.ground_index import index_of
from letters.data.yaml_tree import Mapped, Scalar

from .samples import ROOT, WHOLE


def all_fields(part: type[msgspec.Struct], seen: set[type]) -> Iterator[Field]:
    seen.add(part)
    for field in fields_of(part).values():
        yield field
        inner = field.part or (field.item.part if field.item else None)
        if inner and inner not in seen:
            yield from all_fields(inner, seen)


def test_every_key_has_a_chinese_title_a_description_and_an_example() -> None:
    fields = list(all_fields(Case, set()))
    assert len(fields) > 150
    assert [field.key for field in fields if not re.search("[\u4e00-\u9fff]", field.title)] == []
    told = [field for field in fields if not (field.opens or field.item and field.item.opens)]
    assert [field.key for field in told if not field.description or field.example is None] == []


def test_an_open_list_takes_words_names_and_example_from_the_folders() -> None:
    dispute = case_schema()["$defs"]["Dispute"]["properties"]
    for key in ("grounds", "defences"):
        labels = index_of().labels("grounds" if key == "grounds" else "defences")
        words = dispute[key]["items"]["enum"]
        assert words == list(labels) and dispute[key]["examples"] == [words[:1]]
        assert all(f"{word} {label}" in dispute[key]["description"] for word, label in labels.items())
        assert all(re.search("[\u4e00-\u9fff]", label) for label in labels.values())


def test_every_word_of_a_vocabulary_is_explained() -> None:
    for field in all_fields(Case, set()):
        words = field.words or (field.item.words if field.item else ())
        if field.key != "schema":
            assert set(words) - {""} == set(field.says), field.key


def test_titles_of_nested_keys() -> None:
    field = field_at(Case, "orders[0].promised.by")
    assert field is not None and field.title == "承诺的时间"
    assert field_at(Case, "orders[0].nothing") is None
    assert field_at(Case, "title.more") is None


def test_every_example_is_right() -> None:
    """An example that an error message offers must itself be accepted."""
    for field in all_fields(Case, set()):
        if field.sort in ("money", "moment", "day") and field.example is not None:
            reader = {
                "money": scalars.money,
                "moment": scalars.month_or_moment if field.month else scalars.moment,
                "day": scalars.day,
            }[field.sort]
            reader(field.example)
        if field.part is not None or (field.item and field.item.part):
            found = Found()
            values = field.example if field.item and not field.single else [field.example]
            for each in values:
                node = from_data(each)
                part = field.part or (field.item.part if field.item else None)
                if field.short and isinstance(node, Scalar):
                    assert _read(field, node, "", 1, found) is not None and not found.problems
                    continue
                assert isinstance(node, Mapped) and part is not None
                read_part(part, node, field.key, found)
            assert {problem.code for problem in found.problems} <= {"missing"}
        if field.form:
            FORMS[field.form](field.example)
        if field.sort == "words" and field.example is not None:
            assert field.example in field.words


def test_the_vocabulary_keeps_its_order() -> None:
    assert fields_of(Case)["purpose"].words == ("own-use", "resale", "organisation")


def test_dump_reads_back_equal() -> None:
    case = Case.loads(WHOLE)
    assert Case.loads(case.dump()) == case
    assert case.dump() == Case.loads(case.dump()).dump()
    day = Case.loads(case.dump()).events[0].at
    assert not knows_hour(day)


LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff"), max_size=20)
LINES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\ufffe\uffff").filter(
        lambda char: char in "\t\n" or ord(char) >= 0xA0 or 0x20 <= ord(char) < 0x7F
    ),
    max_size=40,
)
MONEY = st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2)
MOMENTS = st.one_of(
    st.datetimes(datetime(1990, 1, 2), datetime(2100, 12, 30), timezones=st.sampled_from([SHANGHAI, UTC])),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(
        lambda day: WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
    ),
)
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "cn-id": st.just("11010519491231002X"),
    "uscc": st.just("91350100M000100Y43"),
    "mobile": st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    "last4": st.from_regex(r"[0-9]{4}", fullmatch=True),
    "email": st.just("a@example.com"),
    "percent": st.just("3.85%"),
}


def values(field: Field) -> st.SearchStrategy[Any]:
    """Any value that the field takes."""
    if field.part is not None:
        return parts(field.part)
    if field.item is not None:
        item = st.just("e1") if field.refers else values(msgspec.structs.replace(field.item, required=True))
        return st.lists(item, min_size=field.shortest, max_size=2).map(tuple)
    if field.sort == "text":
        if field.defines or field.refers:
            return st.just("complainant" if field.refers == "actors" else f"{(field.defines or field.refers)[0]}1")
        if field.pattern and not field.form:
            return st.just("12315")
        made = SPECIAL.get(field.form, LINES if field.lines else LINE)
        made = made.filter(lambda text: len(text) <= (field.longest or 999))
        return made.filter(lambda text: bool(text.strip())) if field.required else made
    if field.sort == "words":
        return st.sampled_from(tuple(index_of().labels(field.opens)) if field.opens else field.words)
    if field.sort == "whole":
        return st.integers(field.low or 0, field.high or 10**6)
    return {
        "truth": st.booleans(),
        "money": MONEY,
        "moment": MOMENTS,
        "day": st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    }[field.sort]


def parts(part: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    required = {field.attr: values(field) for field in fields_of(part).values() if field.required}
    optional = {field.attr: values(field) for field in fields_of(part).values() if not field.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: part(**given))


def with_targets(case: Case) -> Case:
    """The same with one item in each list that ids point to."""
    whole = Case.loads(
        "schema: 1\ncomplainant: {name: x}\npurpose: resale\nrespondents: [{id: r1, role: seller}]\norders: [{id: o1}]\n"
        "payments: [{id: p1, method: wechat, amount: 1}]\ndispute: {grounds: [late]}\n"
        "evidence: [{id: e1, title: x, part: loss, form: data}]\n"
    )
    targets = {
        name: getattr(case, name)[:1] or getattr(whole, name)
        for name in ("respondents", "orders", "payments", "evidence")
    }
    return msgspec.structs.replace(case, **targets)


@settings(deadline=None, max_examples=150)
@given(parts(Case))
def test_any_case_survives_dump_and_loads(case: Case) -> None:
    case = with_targets(case)
    again = Case.loads(case.dump())
    assert again == case
    assert [knows_hour(event.at) for event in again.events] == [knows_hour(event.at) for event in case.events]


@given(MONEY)
def test_money_reads_what_it_writes(amount: Decimal) -> None:
    assert scalars.money(f"{amount:f}") == amount


@given(st.text(st.sampled_from("0123456789.,-+eE元￥ "), max_size=16))
def test_money_is_never_odd(text: str) -> None:
    try:
        amount = scalars.money(text)
    except Unfit as unfit:
        assert unfit.right == "" or scalars.money(unfit.right) >= 0
        return
    exponent = amount.as_tuple().exponent
    assert 0 <= amount < 10**12 and isinstance(exponent, int) and -2 <= exponent <= 0


@given(st.text(max_size=25))
def test_times_read_or_refuse(text: str) -> None:
    for reader in (scalars.moment, scalars.day, scalars.whole, scalars.truth):
        try:
            reader(text)
        except Unfit:
            pass


@given(st.from_regex(r"[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}[0-9X]", fullmatch=True))
def test_identity_checks_agree_with_stdnum(number: str) -> None:
    from stdnum.cn import ric

    assert (id_number_fault(number) == "") == (ric.calc_check_digit(number) == number[17])


@given(st.from_regex(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", fullmatch=True))
def test_credit_code_checks_agree_with_stdnum(code: str) -> None:
    from stdnum.cn import uscc

    check = uscc.calc_check_digit(code[:17])
    assert uscc_fault(code[:17] + check) == ""
    assert (uscc_fault(code) == "") == (check == code[17])


TEXTS = st.text(st.characters(categories=["Lo", "Lu", "Nd"]), min_size=1, max_size=30)


@given(TEXTS)
def test_masks_hide_their_middle(text: str) -> None:
    for mask, shown in [
        (masks.mask_name, 1),
        (masks.mask_account, 1),
        (masks.mask_phone, 7),
        (masks.mask_order, 8),
        (masks.mask_id, 10),
        (masks.mask_card, 4),
    ]:
        masked = mask(text)
        assert "*" in masked
        assert len(masked.replace("*", "")) <= shown
        if len(text) > shown:
            assert text not in masked
    if len(text) > 12:
        assert text[4:-4] not in masks.mask_order(text).replace("****", " ") or len(set(text)) < len(text)
    assert text not in masks.mask_email(f"{text}@example.com").split("@")[0] or len(text) == 1


def test_masks_as_said() -> None:
    assert masks.mask_name("张三") == "张**"
    assert masks.mask_phone("13812345678") == "138****5678"
    assert masks.mask_order("KM20261101123456") == "KM20****3456"
    assert masks.mask_order("KM2026110") == "****6110"
    assert masks.mask_id("11010519491231002X") == "110105********002X"
    assert masks.mask_card("6222020200012345") == "****2345"
    assert masks.mask_email("lixiaoyu@example.com") == "l***@example.com"
    assert masks.mask_address("山东省济南市历下区泉城路1号") == "山东省济南市**"
    assert [mask("") for mask in (masks.mask_name, masks.mask_phone, masks.mask_order, masks.mask_email)] == [""] * 4


def test_identifiers_are_found_and_firms_are_not() -> None:
    found = identifiers(Case.loads(WHOLE))
    assert found["complainant.name"] == "李晓雨"
    assert found["complainant.account.phone"] == "13800000000"
    assert found["orders[0].number"] == "KM20261101123456"
    assert found["payments[0].transaction_id"] == "4200000404201909069117582536"
    assert found["respondents[1].name"] == "王某某"
    assert found["payments[0].payee"] == "王某某"
    assert "某某网络科技有限公司" not in found.values()
    assert "" not in found.values()


def test_the_schema_labels_every_key() -> None:
    schema = case_schema()
    json.dumps(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    for part in [schema, *schema["$defs"].values()]:
        assert part["additionalProperties"] is False
        assert all(key["title"] for key in part["properties"].values())
    assert set(schema["required"]) == {"schema", "complainant", "purpose", "respondents", "dispute"}
    assert schema["$defs"]["Order"]["properties"]["activated"]["enum"] == ["yes", "no", "unknown", True, False, None]
    assert "from" in schema["$defs"]["Demand"]["properties"]


def test_loading_takes_few_milliseconds() -> None:
    Case.loads(WHOLE)
    began = time.perf_counter()
    for _ in range(20):
        Case.loads(WHOLE)
    assert (time.perf_counter() - began) / 20 < 0.05


@pytest.mark.parametrize("heavy", ["ruamel.yaml", "jinja2", "docx", "stdnum", "yaml", "lxml"])
def test_importing_the_case_imports_nothing_heavy(heavy: str) -> None:
    code = f"import sys, letters.case.file.read; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_manual_has_the_tables_of_the_model() -> None:
    manual = (ROOT / "docs" / "case.md").read_text(encoding="utf-8")
    assert manual.endswith(field_tables()), "python -m letters.case.file.manual writes the tables anew"


def test_the_manual_shows_a_case_that_loads() -> None:
    manual = (ROOT / "docs" / "case.md").read_text(encoding="utf-8")
    assert Case.loads(manual.split("```yaml\n")[1].split("```")[0]).orders[0].amount == Decimal("98.00")
