"""Each trait of a ground does what its name says, on a ground of one's own that has it and on one that has not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.case.file.read import Case
from letters.data.ground_index import BadGround, GroundIndex
from letters.data.ground_traits import Traits
from letters.law.matter import Matter, matter_of
from letters.law.reasoning.cause import cause_of_action
from letters.law.reasoning.reach import roles
from letters.review import review_case

from .build import ON, changed

Asked = Callable[[Matter], Any]
WORDS = {"label": "自己的类型", "title": "自己的类型", "failure": "出了问题", "price": "价款"}
BOUGHT = {"delivery": "partial", "delivered_quantity": 400, "quantity": 1000, "unit_price": None}
DECEIT = {"statement": "官方直充", "said_at": "2026-11-01T20:00:00", "truth": "并非直充"}


def grounds(folder: Path, **files: dict[str, Any]) -> Path:
    """A statutes folder with grounds of one's own: their traits and whatever else the files hold."""
    (folder / "grounds").mkdir(parents=True)
    for identity, held in files.items():
        data = {"id": identity, "title": "自己的类型", "words": WORDS, **held}
        (folder / "grounds" / f"{identity}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return folder


def own(folder: Path, traits: dict[str, Any], more: tuple[str, ...] = (), **changes: Any) -> Matter:
    """The small case on a ground of one's own with these traits, and on `more` grounds."""
    statutes = grounds(folder, own={"traits": traits})
    data = changed(grounds=["own", *more], **changes)
    return matter_of(Case.of(data, statutes=[statutes]), ON, statutes=[statutes])


def dues(matter: Matter) -> set[str]:
    return {due.what for due in matter.dues}


def codes(matter: Matter) -> set[str]:
    return {finding.code for finding in review_case(matter)}


def loops(matter: Matter) -> set[str]:
    return {f.message[-4:].strip("（）") for f in review_case(matter) if f.code == "loop-broken"}


#: traits, what of the case is changed, what is asked, the answer with the traits, the answer without.
TABLE: dict[str, tuple[dict[str, Any], dict[str, Any], Asked, Any, Any]] = {
    "a favour has no court fee": ({"claim": "favour"}, {}, lambda m: "court_fee" in m.sums, False, True),
    "a favour has no limitation": ({"claim": "favour"}, {}, lambda m: "limitation" in dues(m), False, True),
    "a favour is no way to the regulator": ({"claim": "favour"}, {}, lambda m: "regulator-window" in dues(m), False, True),
    "a favour is said to be one": ({"claim": "favour"}, {}, lambda m: "请求协助" in m.sums["refund"].formula, True, False),
    "no claim stands alone": ({"claim": "none"}, {}, lambda m: "clause-alone" in codes(m), True, False),
    "the payer answers": ({"answers": "payer"}, {}, lambda m: "regulator-window" in dues(m), False, True),
    "a purchase denied is nothing to pay for": (
        {"purchase": "denied"}, {"order": BOUGHT}, lambda m: str(m.sums["refund"].amount), "98.00", "58.80"),
    "a renewal is told as one": ({"renewal": True}, {}, lambda m: m.facts.told.renewal, True, False),
    "who is under age owes no price": (
        {"under_age": True}, {"order": BOUGHT}, lambda m: str(m.sums["refund"].amount), "98.00", "58.80"),
    "who is under age has a guardian": ({"under_age": True}, {}, lambda m: "gate-minor" in codes(m), True, False),
    "the police come first": ({"police_first": True}, {}, lambda m: "gate-fraud" in codes(m), True, False),
    "the police come first, nothing else runs": ({"police_first": True}, {}, dues, set(), {
        "regulator-decision", "regulator-window", "termination-right", "limitation", "reply-deadline"}),
    "payments may exceed the price": (
        {"overpaid": True}, {"payment": {"amount": "196.00"}}, lambda m: [p.code for p in m.problems], [], ["amount-mismatch"]),
    "the debt is what was agreed": (
        {"agreed_refund": True}, {"refunds": [{"payment": "p1", "amount": "50.00", "approved_at": "2026-11-05"}]},
        lambda m: str(m.sums["refund"].amount), "50.00", "98.00"),
    "deceit is hard to show for a mere breach": (
        {"mere_breach": True}, {"deceit": DECEIT, "demands": [{"kind": "triple"}]}, lambda m: any("本身是违约" in f.message for f in review_case(m)), True, False),
    "received by time": (
        {"received": "time"},
        {"order": {"valid_from": "2026-11-01", "valid_until": "2026-11-10", "stopped_at": "2026-11-04T12:00:00", "delivery": "banned"}},
        lambda m: str(m.sums["refund"].amount), "58.80", "98.00"),
    "received of a prepayment": (
        {"received": "prepaid"}, {"order": {"received_value": "49.00", "unit_price": "196.00", "delivery": "partial"}},
        lambda m: "优惠比例" in m.sums["refund"].formula, True, False),
    "nothing received is worth its price": (
        {"received": "nothing"}, {"order": BOUGHT}, lambda m: str(m.sums["refund"].amount), "98.00", "58.80"),
    "no right to end the contract": ({"periods": []}, {}, lambda m: "termination-right" in dues(m), False, True),
    "rescission for fraud": ({"periods": ["rescission-fraud"]}, {}, lambda m: "rescission-right" in dues(m), True, False),
    "rescission for mistake": ({"periods": ["rescission-mistake"]}, {}, lambda m: "rescission-right" in dues(m), True, False),
    "notice of a defect": (
        {"periods": ["defect-notice"]}, {"order": {"delivered_at": "2026-11-02T10:00:00", "delivery": "full"}},
        lambda m: "defect-notice" in dues(m), True, False),
    "a prepayment taken back": (
        {"periods": ["prepaid-withdrawal"]}, {"payment": {"paid_at": "2026-11-20T10:00:00"}},
        lambda m: "prepaid-withdrawal" in dues(m), True, False),
    "delay from the agreed day": (
        {"periods": ["delay-delivery"]}, {"order": {"promised": {"text": "次日到", "by": "2026-11-02T20:00:00"}}},
        lambda m: "wilful-delay" in dues(m), True, False),
    "delay of what is defective": (
        {"periods": ["delay-defect"]}, {"events": [{"at": "2026-11-03T10:00:00", "by": "complainant", "kind": "request", "did": "申请退款"}]},
        lambda m: "wilful-delay" in dues(m), True, False),
    "delay of an agreed refund": (
        {"periods": ["delay-agreed-refund"]}, {"events": [{"at": "2026-11-03T10:00:00", "by": "complainant", "kind": "request", "did": "申请退款"}]},
        lambda m: "wilful-delay" in dues(m), True, False),
    "delay of a prepayment": (
        {"periods": ["delay-prepaid"]}, {"events": [{"at": "2026-11-03T10:00:00", "by": "complainant", "kind": "request", "did": "申请退款"}]},
        lambda m: "wilful-delay" in dues(m), True, False),
    "two times side by side": ({"loop": ["two-times"]}, {}, lambda m: "L7" in loops(m), True, False),
    "the account on the picture": (
        {"loop": ["account"]},
        {"evidence": [{"id": "E1", "title": "充值记录", "part": "anomaly", "form": "data", "shows": ["time"]}]},
        lambda m: "L3" in loops(m), True, False),
    "the article of the refund": (
        {"refund_articles": ["minfadian:985"]}, {}, lambda m: m.sums["refund"].article, "minfadian:985", "minfadian:566(1)"),
    "the article of the interest": (
        {"interest_articles": ["minfadian:577"]}, {"demands": [{"kind": "refund"}, {"kind": "interest", "rate": "3%", "from": "2026-11-02"}]},
        lambda m: m.sums["interest"].article, "minfadian:577", "minfadian:584"),
    "the cause of action": ({"cause": "服务合同纠纷"}, {}, lambda m: cause_of_action(m.facts, m.law), "服务合同纠纷", "信息网络买卖合同纠纷"),
    "the cause of action of a double charge": (
        {"overpaid": True, "cause_overpaid": "不当得利纠纷"},
        {"payments": [{"id": f"p{n}", "order": "o1", "method": "wechat", "amount": "98.00", "paid_at": f"2026-11-01T20:1{n}:33"} for n in (1, 2)]},
        lambda m: cause_of_action(m.facts, m.law), "不当得利纠纷", "信息网络买卖合同纠纷"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_a_trait_of_a_ground_of_ones_own_counts(name: str, tmp_path: Path) -> None:
    traits, changes, asked, with_it, without = TABLE[name]
    assert asked(own(tmp_path / "with", traits, **changes)) == with_it
    assert asked(own(tmp_path / "without", {}, **changes)) == without


def test_every_trait_is_tried() -> None:
    tried = {key for traits, *_ in TABLE.values() for key in traits}
    assert tried == set(Traits.__struct_fields__)


def test_what_was_delivered_in_another_shape_is_not_reckoned_by_time(tmp_path: Path) -> None:
    member = {"valid_from": "2026-11-01", "valid_until": "2026-11-10", "stopped_at": "2026-11-04T12:00:00"}
    by_time = own(tmp_path / "a", {"received": "time"}, order=member)
    as_stated = own(tmp_path / "b", {"received": "stated"}, ("cut-off",), order=member)
    assert by_time.sums["refund"].amount < as_stated.sums["refund"].amount


def test_a_payer_of_ones_own_ground_is_the_opponent(tmp_path: Path) -> None:
    people = [
        {"id": "site", "role": "platform", "self_operated": True, "name": "某某网络科技有限公司"},
        {"id": "bank", "role": "payment-provider", "name": "某某银行"},
    ]
    found = own(tmp_path / "a", {"answers": "payer"}, respondents=people)
    assert found.facts.parties.opponent is not None and found.facts.parties.opponent.id == "bank"
    assert "payer" in roles(found.facts, found.law, found.facts.parties.opponent)
    usual = own(tmp_path / "b", {}, respondents=people)
    assert usual.facts.parties.opponent is not None and usual.facts.parties.opponent.id == "site"


def test_a_purchase_cannot_be_denied_and_complained_of(tmp_path: Path) -> None:
    assert "ground-conflict" in codes(own(tmp_path / "a", {"purchase": "denied"}, ("late",)))
    assert "ground-conflict" not in codes(own(tmp_path / "b", {"purchase": "open"}, ("unauthorised",)))
    assert "ground-conflict" in codes(own(tmp_path / "c", {"purchase": "made"}, ("unauthorised",)))


def test_a_weak_point_of_ones_own_ground_is_told(tmp_path: Path) -> None:
    point = {"message": "这一点很弱", "when": "case.wants('refund')", "path": "demands[refund]", "fix": "补证据"}
    statutes = grounds(tmp_path, own={"weak": [point]})
    case = Case.of(changed(grounds=["own"]), statutes=[statutes])
    found = [f for f in review_case(matter_of(case, ON, statutes=[statutes])) if f.message == "这一点很弱"]
    assert [(f.code, f.path, f.fix) for f in found] == [("weak-claim", "demands[0]", "补证据")]


def _wrong() -> Iterator[tuple[dict[str, Any], str]]:
    yield {"traits": {"claim": "perhaps"}}, "traits"
    yield {"traits": {"clame": "right"}}, "traits"
    yield {"traits": {"periods": ["never"]}}, "traits"
    yield {"weak": [{"when": "true"}]}, "weak"


@pytest.mark.parametrize(("held", "key"), list(_wrong()))
def test_a_wrong_trait_is_named(held: dict[str, Any], key: str, tmp_path: Path) -> None:
    statutes = grounds(tmp_path, own=held)
    with pytest.raises(BadGround) as caught:
        from letters.law.reasoning.grounds import Grounds

        Grounds([statutes], fresh=True).ground("own")
    assert key in str(caught.value) and "own.yaml" in str(caught.value)


def test_excuses_of_ones_own_join_ours_and_change_them(tmp_path: Path) -> None:
    statutes = grounds(tmp_path)
    (statutes / "grounds" / "_defences.yaml").write_text(
        "defences:\n  - {id: stock-gone, says: 没有库存。, answer: 与本人无关。}\n"
        "  - {id: window-passed, label: 过期了}\n",
        "utf-8",
    )
    labels, ours = GroundIndex([statutes]).labels("defences"), GroundIndex().labels("defences")
    assert labels == {**ours, "stock-gone": "没有库存", "window-passed": "过期了"}
    assert list(labels)[: len(ours)] == list(ours)


def test_an_excuse_may_refuse_a_credit(tmp_path: Path) -> None:
    statutes = grounds(tmp_path)
    (statutes / "grounds" / "_defences.yaml").write_text(
        "defences:\n  - {id: credit, says: 退成积分。, balance_refused: true}\n  - {id: plain, says: 不退。}\n", "utf-8"
    )
    back = [{"payment": "p1", "amount": "98.00", "arrived_at": "2026-11-05T10:00:00", "via": "balance"}]
    for excuse, arrived in (("credit", 0), ("plain", 98)):
        case = Case.of(changed(defences=[excuse], refunds=back), statutes=[statutes])
        assert matter_of(case, ON, statutes=[statutes]).facts.dealings.arrived == arrived
