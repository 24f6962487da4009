from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.api import review
from letters.law.claims.fees import fees_on
from letters.law.claims.total import PARTS
from tests.law.build import changed, matter, plain, scenario, scenarios

MONEY = st.decimals(min_value="0.01", max_value="99999.99", places=2)


@pytest.mark.parametrize("path", scenarios())
def test_amounts_of_the_scenarios(path: Path) -> None:
    held, expect = scenario(path)
    wanted = {kind: value for kind, value in (expect.get("amounts") or {}).items() if kind not in ("how", "by")}
    assert {kind: held.sums[kind].amount for kind in wanted} == {kind: Decimal(value) for kind, value in wanted.items()}
    assert not [problem for problem in held.problems if problem.code == "amount-mismatch"]


def codes(data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in matter(data).problems]


def amount(data: dict[str, Any], kind: str = "refund", on: date = date(2026, 11, 22)) -> Decimal:
    return matter(data, on).sums[kind].amount


# -- refund ---------------------------------------------------------------------------------------


def test_an_approval_is_no_money() -> None:
    refunds = [{"payment": "p1", "amount": "98.00", "approved_at": "2026-11-05T10:00:00"}]
    assert amount(changed(refunds=refunds)) == 98


def test_what_arrived_is_deducted_from_the_day_it_arrived() -> None:
    refunds = [{"payment": "p1", "amount": "30.00", "arrived_at": "2026-11-10T10:00:00"}]
    assert amount(changed(refunds=refunds)) == 68
    assert amount(changed(refunds=refunds), on=date(2026, 11, 9)) == 98


def test_agreed_part_is_what_is_owed_where_the_agreement_is_the_ground() -> None:
    refunds = [{"payment": "p1", "amount": "80.00", "approved_at": "2026-11-05T10:00:00"}]
    assert amount(changed(grounds=["refund-unpaid"], refunds=refunds)) == 80


def test_typed_figure_up_to_the_computed_one() -> None:
    assert amount(changed(demands=[{"kind": "refund", "amount": "50.00"}])) == 50
    too_much = changed(demands=[{"kind": "refund", "amount": "198.00"}])
    assert amount(too_much) == 98
    assert codes(too_much) == [("amount-mismatch", "demands[0].amount")]


def test_delivered_and_used_part_is_deducted() -> None:
    order = {"quantity": 10, "unit_price": "9.80", "delivery": "partial", "delivered_quantity": 4, "activated": "yes"}
    assert amount(changed(order)) == Decimal("58.80")
    assert amount(changed({**order, "activated": "no"})) == 98


def test_membership_by_days() -> None:
    """365 days from 1 January to 31 December; stopped on the 31st day, 334 are left."""
    order = {"kind": "membership", "delivery": "banned", "amount": "365.00", "unit_price": "365.00"}
    order |= {"valid_from": "2026-01-01", "valid_until": "2026-12-31", "stopped_at": "2026-01-31T09:00:00"}
    data = changed(order, {"amount": "365.00"}, grounds=["cut-off"])
    assert amount(data) == 334
    assert "334日÷全部365日" in matter(data).sums["refund"].formula
    assert amount({**data, "dispute": {**data["dispute"], "grounds": ["misdescribed"]}}) == 365


def test_a_stop_at_midnight_leaves_that_day_unused() -> None:
    order = {"kind": "membership", "delivery": "banned", "amount": "365.00", "unit_price": "365.00"}
    order |= {"valid_from": "2026-01-01", "valid_until": "2026-12-31", "stopped_at": "2026-01-31T00:00:00"}
    assert amount(changed(order, {"amount": "365.00"}, grounds=["cut-off"])) == 335
    never = {**order, "stopped_at": "2025-12-20T09:00:00"}
    assert amount(changed(never, {"amount": "365.00"}, grounds=["cut-off"])) == 365


def test_the_same_money_is_not_asked_for_twice() -> None:
    order = {"quantity": 10, "unit_price": "9.80", "delivery": "partial", "delivered_quantity": 4, "activated": "no"}
    twice = changed(order, demands=[{"kind": "refund"}, {"kind": "difference"}])
    assert ("amount-mismatch", "demands[1]") in codes(twice)


def test_prepaid_part_at_the_discounted_price() -> None:
    """Ten visits at 100 for 800: four used are worth 320, not 400 (预付式消费解释 18)."""
    order = {"kind": "balance", "quantity": 10, "unit_price": "100.00", "discount": "200.00", "amount": "800.00"}
    order |= {"delivery": "partial", "delivered_quantity": 4}
    data = changed(order, {"amount": "800.00"}, grounds=["prepaid-balance"])
    assert amount(data) == 480
    assert amount({**data, "dispute": {**data["dispute"], "own_breach": {"rule": "不得转借", "fact": "转借"}}}) == 400


def test_credit_on_top_lowers_what_was_used() -> None:
    """1000 paid for 1200: 300 used are worth 250 (18(1)(2))."""
    order = {
        "kind": "balance",
        "unit_price": "1200.00",
        "discount": "200.00",
        "amount": "1000.00",
        "received_value": "300.00",
    }
    assert amount(changed(order, {"amount": "1000.00"}, grounds=["prepaid-balance"])) == 750


def test_double_charge_gives_back_the_second_payment() -> None:
    data = changed({"delivery": "full"}, grounds=["debited-not-credited"])
    data["payments"].append({**data["payments"][0], "id": "p2"})
    assert amount(data) == 98
    assert codes(data) == []


def test_each_respondent_owes_his_own_orders() -> None:
    data = plain()
    data["respondents"].append({"id": "shop", "role": "seller", "name": "某某商行（个体工商户）"})
    data["orders"].append({**data["orders"][0], "id": "o2", "seller": "shop", "unit_price": "50.00", "amount": "50.00"})
    data["payments"].append({**data["payments"][0], "id": "p2", "order": "o2", "amount": "50.00"})
    assert dict(matter(data).sums["refund"].by) == {"site": Decimal(98), "shop": Decimal(50)}
    assert dict(matter(data).sums["total"].by) == {"site": Decimal(98), "shop": Decimal(50)}


def test_nothing_for_an_unlawful_good() -> None:
    assert dict(matter(changed({"legality": "illegal"})).sums) == {}
    assert matter(changed({"item": "某游戏外挂周卡"})).sums == {}
    assert amount(changed({"item": "英语学习辅助软件"})) == 98


@settings(max_examples=60, deadline=None)
@given(paid=MONEY, back=MONEY, got=MONEY)
def test_refund_is_never_negative_and_never_more_than_paid(paid: Decimal, back: Decimal, got: Decimal) -> None:
    refunds = [{"payment": "p1", "amount": str(back), "arrived_at": "2026-11-10T10:00:00"}]
    order = {"unit_price": str(paid), "amount": str(paid), "received_value": str(got)}
    held = matter(changed(order, {"amount": str(paid)}, refunds=refunds))
    refund = held.sums["refund"]
    assert refund.amount == max(paid - back - got, 0)
    assert isinstance(refund.amount, Decimal) and refund.amount == refund.amount.quantize(Decimal("0.01"))
    assert (back > paid) == any(p.path == "refunds[0].amount" for p in held.problems)


# -- difference -----------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(price=MONEY, quantity=st.integers(2, 5000), data=st.data())
def test_difference_and_kept_part_add_up(price: Decimal, quantity: int, data: st.DataObject) -> None:
    delivered = data.draw(st.integers(0, quantity - 1))
    order = {"quantity": quantity, "amount": str(price), "delivery": "partial", "delivered_quantity": delivered}
    case = changed(order, {"amount": str(price)}, grounds=["short-or-wrong"], demands=[{"kind": "difference"}])
    del case["orders"][0]["unit_price"]
    found = matter(case).sums["difference"]
    assert found.exact == price * (quantity - delivered) / quantity
    assert abs(found.amount - (found.exact or 0)) <= Decimal("0.005")


def test_difference_needs_what_arrived() -> None:
    case = changed({"delivery": "partial"}, grounds=["short-or-wrong"], demands=[{"kind": "difference"}])
    assert "difference" not in matter(case).sums
    assert codes(case) == [("field-missing", "orders[0].delivered_quantity")]
    case["demands"][0]["amount"] = "20.00"
    assert amount(case, "difference") == 20
    assert codes(case) == []


# -- interest -------------------------------------------------------------------------------------


def interest_case(**interest: str) -> dict[str, Any]:
    return changed(demands=[{"kind": "refund"}, {"kind": "interest", **interest}])


def test_interest_counts_the_first_day_and_not_the_last() -> None:
    data = interest_case(**{"rate": "3.65%", "from": "2026-11-02", "to": "2026-11-12"})
    found = matter(data).sums["interest"]
    assert found.exact == Decimal("98.00") * Decimal("3.65") / 100 * 10 / 365
    assert found.amount == Decimal("0.10")
    assert "10日" in found.formula and "3.65%" in found.formula


@pytest.mark.parametrize(
    ("interest", "code", "path"),
    [
        ({"from": "2026-11-02"}, "field-missing", "demands[1].rate"),
        ({"rate": "3.00%"}, "field-missing", "demands[1].from"),
        ({"rate": "48%", "from": "2026-11-02"}, "amount-mismatch", "demands[1].rate"),
        ({"rate": "3.00%", "from": "2026-11-12", "to": "2026-11-02"}, "amount-mismatch", "demands[1].to"),
    ],
)
def test_interest_that_cannot_be_right_is_told(interest: dict[str, str], code: str, path: str) -> None:
    held = matter(interest_case(**interest))
    assert "interest" not in held.sums
    assert [(p.code, p.path) for p in held.problems] == [(code, path)]


def test_interest_of_an_agreed_refund_starts_after_the_promised_day() -> None:
    data = interest_case(rate="3.00%")
    data["filings"] = [{"channel": "customer-service", "at": "2026-11-02T09:00:00", "status": "answered",
                        "answered_at": "2026-11-02T10:00:00", "promised_by": "2026-11-05T23:59:59"}]  # fmt: skip
    assert dict(matter(data).sums["interest"].inputs)["起"] == "2026-11-06"


# -- triple ---------------------------------------------------------------------------------------


def triple_case(said_at: str | None, price: str = "98.00", purpose: str = "own-use") -> dict[str, Any]:
    deceit = {"statement": "官方直充", "truth": "实为试用", **({"said_at": said_at} if said_at else {})}
    demands = [{"kind": "refund"}, {"kind": "triple"}]
    order = {"unit_price": price, "amount": price}
    return changed(order, {"amount": price}, grounds=["misdescribed"], deceit=deceit, demands=demands, purpose=purpose)


@pytest.mark.parametrize(
    ("price", "triple"), [("98.00", "500"), ("166.66", "500"), ("166.67", "500.01"), ("300.00", "900")]
)
def test_triple_with_its_floor(price: str, triple: str) -> None:
    data = triple_case("2026-11-01T20:00:00", price)
    assert amount(data, "triple") == Decimal(triple)
    assert amount(data, "total") == Decimal(price) + Decimal(triple)


@pytest.mark.parametrize("said_at", [None, "2026-11-01T20:30:00", "2026-11-02T09:00:00"])
def test_no_triple_without_deceit_before_the_payment(said_at: str | None) -> None:
    held = matter(triple_case(said_at))
    assert "triple" not in held.sums
    assert [(p.code, p.path) for p in held.problems] == [("deceit-missing", "demands[1]")]


def test_no_triple_for_resale() -> None:
    assert "triple" not in matter(triple_case("2026-11-01T20:00:00", purpose="resale")).sums


# -- items, total, fees ---------------------------------------------------------------------------


def test_items_are_added_and_want_evidence() -> None:
    items = [{"what": "公证费", "amount": "300.00", "evidence": ["E1"]}, {"what": "交通费", "amount": "12.50"}]
    evidence = [{"id": "E1", "title": "发票", "part": "loss", "form": "document"}]
    data = changed(demands=[{"kind": "refund"}, {"kind": "costs", "items": items}], evidence=evidence)
    assert amount(data, "costs") == Decimal("312.50")
    assert codes(data) == [("evidence-missing", "demands[1].items[1].evidence")]


def test_total_is_the_sum_of_its_printed_parts() -> None:
    data = triple_case("2026-11-01T20:00:00")
    data["demands"] += [
        {"kind": "interest", "rate": "3.45%", "from": "2026-11-02"},
        {"kind": "damages", "items": [{"what": "其他损失", "amount": "1.11"}]},
    ]
    sums = matter(data).sums
    assert sums["total"].amount == sum(sums[kind].amount for kind in PARTS if kind in sums)


@pytest.mark.parametrize(
    ("claim", "full", "half"),
    [
        ("98.00", "50.00", "25.00"), ("10000.00", "50.00", "25.00"), ("12000.00", "100.00", "50.00"), ("30000.00", "550.00", "275.00"),
        ("68000.00", "1500.00", "750.00"), ("100000.00", "2300.00", "1150.00"), ("150000.00", "3300.00", "1650.00"),
        ("300000.00", "5800.00", "2900.00"), ("12482.00", "112.05", "56.03"), ("30000000.00", "191800.00", "95900.00"),
    ],
)  # fmt: skip
def test_court_fee(claim: str, full: str, half: str) -> None:
    held = matter(plain())
    fees = {fee.kind: fee.amount for fee in fees_on(held.facts, held.law, Decimal(claim))}
    assert (fees["court_fee"], fees["court_fee_halved"]) == (Decimal(full), Decimal(half))


@given(a=MONEY, b=MONEY)
def test_fees_rise_with_the_claim(a: Decimal, b: Decimal) -> None:
    held = matter(plain())
    low, high = ({fee.kind: fee for fee in fees_on(held.facts, held.law, claim)} for claim in sorted((a, b)))
    assert all(low[kind].amount <= high[kind].amount for kind in low)
    assert low["court_fee_halved"].exact == (low["court_fee"].exact or 0) / 2
    assert high["preservation_fee"].amount <= 5000


def test_every_sum_explains_itself() -> None:
    data = triple_case("2026-11-01T20:00:00")
    data["preferences"] = {
        "small_claims": {"province": "广东省", "average_wage": "100000.00", "year": 2025, "source": "公报"}
    }
    for found in matter(data).sums.values():
        assert found.formula and found.inputs
        assert found.article or found.kind in ("total", "joint_total")


def test_members_who_name_each_other_are_counted_once(tmp_path: Path) -> None:
    for name, price, other in (("a", "98.00", "b"), ("b", "50.00", "a")):
        data = changed({"unit_price": price, "amount": price}, {"amount": price}, joint=[f"{other}.yaml"])
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    data = yaml.safe_load((tmp_path / "a.yaml").read_text(encoding="utf-8"))
    assert matter(data, base=tmp_path).sums["joint_total"].amount == 148


@pytest.mark.parametrize("joint", [["no-such.yaml"], ["../outside.yaml"], ["a.yaml", "./a.yaml"]])
def test_a_member_that_cannot_be_read_is_told(tmp_path: Path, joint: list[str]) -> None:
    (tmp_path / "case").mkdir()
    for place in (tmp_path / "outside.yaml", tmp_path / "case" / "a.yaml"):
        place.write_text(yaml.safe_dump(plain(), allow_unicode=True), encoding="utf-8")
    held = matter(changed(joint=joint), base=tmp_path / "case")
    assert "joint_total" not in held.sums
    assert [p.path for p in held.problems] == [f"joint[{len(joint) - 1}]"]


# -- figures that do not agree --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "payment", "path"),
    [
        ({"quantity": 2}, {}, "orders[0].amount"),
        ({"discount": "8.00"}, {}, "orders[0].amount"),
        ({}, {"amount": "100.00"}, "orders[0].amount"),
        ({"received_value": "120.00"}, {}, "orders[0].received_value"),
    ],
)
def test_orders_that_do_not_add_up(order: dict[str, Any], payment: dict[str, Any], path: str) -> None:
    assert ("amount-mismatch", path) in codes(changed(order, payment))


def test_refund_larger_than_the_payment() -> None:
    refunds = [{"payment": "p1", "amount": "980.00", "arrived_at": "2026-11-10T10:00:00"}]
    assert ("amount-mismatch", "refunds[0].amount") in codes(changed(refunds=refunds))


# -- small claims ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "eligible"),
    [
        ({}, "unknown"),
        ({"preferences": {"small_claims": {"province": "广东省", "average_wage": "100000.00"}}}, "yes"),
        ({"preferences": {"small_claims": {"province": "广东省", "average_wage": "100.00"}}}, "no"),
        ({"demands": [{"kind": "refund"}, {"kind": "apology"}]}, "no"),
        ({"respondents": [{"id": "site", "role": "platform", "self_operated": True, "brand": "某卡盟"}]}, "no"),
        ({"respondents": [{"id": "site", "role": "platform", "name": "某公司", "status": "unreachable"}]}, "no"),
    ],
)
def test_small_claims(change: dict[str, Any], eligible: str) -> None:
    answer = matter(changed(**change)).small_claims
    assert answer.eligible == eligible
    assert answer.reasons


@pytest.mark.parametrize(
    ("said", "paid", "lacks"),
    [
        ("2026-11-01T19:55:00", "2026-11-01", None),
        ("2026-11-01", "2026-11-01T08:00:00", None),
        ("2026-11-01T20:30:00", "2026-11-01T20:15:33", "earlier"),
        ("2026-11-02", "2026-11-01T20:15:33", "earlier"),
        ("2026-11-01T19:55:00", None, "payment"),
        (None, "2026-11-01T20:15:33", "time"),
    ],
)
def test_deceived_is_one_question_with_one_answer(said: str | None, paid: str | None, lacks: str | None) -> None:
    """A day without its hour is no later than any hour of that day; the sum, the check and the reasoning agree."""
    deceit = {"statement": "官方直充12个月", "truth": "并非官方", "evidence": []} | ({"said_at": said} if said else {})
    data = changed(deceit=deceit, demands=[{"kind": "refund"}, {"kind": "triple"}])
    data["payments"][0].pop("paid_at")
    data["payments"][0] |= {"paid_at": paid} if paid else {}
    held = matter(data)
    assert held.facts.contract.deceit_lacks == lacks
    assert ("triple" in held.sums) == held.view(3).deceived == (lacks is None)
    blocks = [f.path for f in review(held) if f.code == "deceit-missing" and f.level == "block"]
    assert (not blocks) == (lacks is None)
    assert [p.path for p in held.problems if p.code == "deceit-missing"] == ([] if lacks is None else ["demands[1]"])
