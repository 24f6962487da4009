from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.data.ground_index import BadGround
from letters.law.library import law_of
from letters.law.matter import Matter
from letters.law.reasoning.advise import defences, elements, report_leads, words
from letters.law.why import why
from tests.law.build import changed, law_and_names, matter, plain, scenario, scenarios

GROUNDS = law_of().grounds.ids
#: The tier of the documents that a channel writes.
TIERS = {
    "customer-service": "message", "platform-appeal": "letter", "demand-letter": "letter", "12315": "form", "small-claims": "court",
    "payment-order": "order", "bank-card": "payer", "police-report": "police", "joint-complaint": "paper", "12315-report": "report",
}  # fmt: skip
#: What the templates of these channels cite by themselves.
OF_TEMPLATE = ("tousu_jubao_banfa:12", "gongan_xingshi_chengxu")


def covers(wanted: str, cited: str) -> bool:
    """Whether a citation is the article, paragraph or item wanted, or a less exact citation of it."""
    slug, _, place = wanted.partition(":")
    if place == "*":
        return cited.startswith(f"{slug}:")
    article, *parts = place.replace(")", "").split("(")
    given_slug, _, given_place = cited.partition(":")
    given_article, *given_parts = given_place.replace(")", "").split("(")
    common = min(len(parts), len(given_parts))
    return (slug, article) == (given_slug, given_article) and parts[:common] == given_parts[:common]


def cited(held: Matter, tier: str) -> list[str]:
    return [article for argument in held.basis.for_tier(tier) for article in argument.cite]


@pytest.mark.parametrize("path", scenarios())
def test_articles_of_the_scenarios(path: Path) -> None:
    held, expect = scenario(path)
    missing = []
    for channel, wanted in expect["cite"].get("must", {}).items():
        tier = TIERS[channel]
        found = (
            cited(held, tier)
            if tier != "report"
            else [c for lead in report_leads(*law_and_names(held)) for c in lead.cite]
        )
        for item in wanted:
            options = item if isinstance(item, list) else [item]
            if not any(covers(o, c) for o in options for c in found) and not any(
                o.startswith(OF_TEMPLATE) for o in options
            ):
                missing.append((channel, item))
    assert not missing
    for item in expect["cite"]["must_not"]["all"]:
        exact = item.replace("*", "")
        assert not [p.article for p in held.basis.chosen if p.article.startswith(exact) and covers(item, p.article)]


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_choice_and_every_rejection_says_why(ground: str) -> None:
    basis = matter(changed(grounds=["not-delivered", ground] if ground == "no-refund-clause" else [ground])).basis
    assert all(provision.reason for provision in basis.chosen)
    assert all(rejected.reason for rejected in basis.rejected)
    assert [a.order for a in basis.arguments] == sorted(a.order for a in basis.arguments)
    assert all(argument.group in basis.headings for argument in basis.arguments)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(GROUNDS), min_size=1, max_size=3, unique=True),
    st.sampled_from(["1996-06-01", "2012-06-01", "2019-06-01", "2021-06-01", "2023-06-01", "2024-08-01", "2026-10-01"]),
    st.sampled_from([date(2026, 1, 31), date(2026, 11, 22)]),
    st.sampled_from(["own-use", "resale", "organisation"]),
)
def test_nothing_out_of_force_is_ever_chosen(grounds: list[str], bought: str, on: date, purpose: str) -> None:
    moment = f"{bought}T10:00:00"
    data = changed({"ordered_at": moment}, {"paid_at": moment}, found_at=moment, grounds=grounds, purpose=purpose)
    data["demands"] = [{"kind": kind} for kind in ("refund", "triple", "records", "void", "handle", "identity")]
    held = matter(data, on)
    for provision in held.basis.chosen:
        assert held.law.statutes.in_force(provision.article, on), provision
        assert (
            held.law.statutes.applies(provision.article, facts=date.fromisoformat(bought), letter=on).in_force
            or provision.argument
        ), provision
    ids = [argument.id for argument in held.basis.arguments]
    assert len(ids) == len(set(ids))
    assert all(found.amount >= 0 for found in held.sums.values())
    assert all(due.rule for due in held.dues)
    laws = {provision.article.partition(":")[0] for provision in held.basis.chosen}
    if purpose != "own-use":
        assert not laws & {
            "xiaobaofa",
            "xiaobao_tiaoli",
            "wangluo_xiaofei_jieshi",
            "yufu_jieshi",
            "qinhai_xiaofeizhe_chufa_banfa",
        }
    if bought < "2021":
        assert "minfadian" not in laws
    if bought < "2024-07":
        assert "xiaobao_tiaoli" not in laws


def rejected(data: dict[str, Any], article: str, on: date = date(2026, 11, 22)) -> list[str]:
    return [r.reason for r in matter(data, on).basis.rejected if r.article == article]


def test_resale_is_rejected_in_so_many_words() -> None:
    assert any("转售" in reason for reason in rejected(changed(purpose="resale"), "xiaobaofa:52"))


def test_a_private_seller_is_no_trader() -> None:
    data = changed()
    data["respondents"] = [{"id": "site", "role": "seller", "name": "赵某", "private_person": True}]
    assert any("个人卖家" in reason for reason in rejected(data, "xiaobaofa:52"))


def test_old_facts_name_the_day_from_which_the_law_runs() -> None:
    moment = "2019-06-01T10:00:00"
    old = changed({"ordered_at": moment}, {"paid_at": moment}, found_at=moment)
    assert any("2021年1月1日起施行" in reason for reason in rejected(old, "minfadian:577"))


def test_what_must_never_be_cited_is_listed_with_its_reason() -> None:
    assert any(reason.startswith("不得引用") for reason in rejected(changed(), "xiaobaofa:25"))


def test_weak_points_wait_for_the_demand() -> None:
    asked = [
        argument.id
        for argument in matter(changed(demands=[{"kind": "refund"}])).basis.arguments
        if argument.strength == "weak"
    ]
    assert asked == []


def test_demands_that_are_not_made_are_not_argued() -> None:
    basis = matter(changed(demands=[{"kind": "refund"}])).basis
    assert not {a.demand for a in basis.arguments} & {"triple", "interest", "deliver", "apology", "damages"}


def test_nothing_for_an_unlawful_good() -> None:
    basis = matter(changed({"legality": "illegal"})).basis
    assert basis.arguments == () and basis.chosen == ()
    assert all("不受法律保护" in r.reason or "不得引用" in r.reason for r in basis.rejected)


def test_clause_never_carries_the_words() -> None:
    clause = words(*law_and_names(matter(changed(grounds=["no-refund-clause", "late"])))[:2])
    assert clause == words(*law_and_names(matter(changed(grounds=["late"])))[:2])


def test_elements_of_several_grounds_come_once() -> None:
    found = [
        element.id
        for element in elements(*law_and_names(matter(changed(grounds=["not-delivered", "no-refund-clause"])))[:2])
    ]
    assert found and len(found) == len(set(found))


def test_defences_answer_what_is_said() -> None:
    data = changed(defences=["no-refund-on-virtual-goods", "upstream-not-settled"])
    assert [d.id for d in defences(*law_and_names(matter(data)))] == [
        "no-refund-on-virtual-goods",
        "upstream-not-settled",
    ]
    assert defences(*law_and_names(matter(changed()))) == ()


def test_leads_of_a_report_follow_the_buyers_purpose() -> None:
    clause = {"text": "售出概不退款", "highlighted": "no"}
    data = changed(grounds=["not-delivered", "no-refund-clause"])
    data["dispute"]["clause"] = clause
    assert report_leads(*law_and_names(matter(data)))
    cited_for_resale = [
        c for lead in report_leads(*law_and_names(matter({**data, "purpose": "resale"}))) for c in lead.cite
    ]
    assert not [c for c in cited_for_resale if c.startswith(("xiaobaofa:", "xiaobao_tiaoli:", "qinhai_"))]


def test_why_is_plain_data() -> None:
    found = why(matter(plain()))
    assert found["amounts"]["refund"]["amount"] == "98.00"
    assert {"article", "demand", "strength", "reason"} <= set(found["chosen"][0])
    assert {"article", "reason"} <= set(found["rejected"][0])


def test_a_users_ground_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "grounds").mkdir()
    (tmp_path / "grounds" / "late.yaml").write_text(
        "id: late\ntitle: 迟延\nwords: {label: 迟延}\ngroups: {claim: {heading: 责任}}\narguments:\n"
        "  - {id: own, demand: refund, strength: strong, group: claim, order: 1, tiers: [court], cite: ['minfadian:577'],\n"
        "     text: \"依照{{ law('minfadian:577') }}，应当承担责任。\", reason: 违约}\n",
        encoding="utf-8",
    )
    held = matter(changed(grounds=["late"]), statutes=[tmp_path])
    assert [argument.id for argument in held.basis.arguments] == ["own"]


def test_unknown_ground() -> None:
    with pytest.raises(BadGround):
        law_of().grounds.ground("no-such-ground")
