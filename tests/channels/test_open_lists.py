"""A channel that a user adds counts for everything for which ours of its kind counts."""

from pathlib import Path
from typing import Any

import pytest

from letters.admissibility.standing import standing
from letters.case.file.read import Case
from letters.channels.known_channels import Channels
from letters.data.folders import templates_dir
from letters.drafting.draft import compose
from letters.law.matter import Matter, matter_of
from letters.letter import texts
from letters.plan.ladder import Ladder
from letters.review.run import review_case
from tests.plan.sample import ON, data, filing

OWN = "own-desk"
STATES = ("open", "accepted", "refused", "answered", "settled", "terminated", "withdrawn")
FRAUD = {"dispute": {"fraud_signs": ["impersonation"]}}


def twin(folder: Path, of: str) -> Channels:
    """The channels with one more, that says of itself all that ours of the id `of` says."""
    text = (templates_dir() / "zh_CN" / f"{of}.md").read_text("utf-8")
    head = text.split("\n", 2)
    (folder / f"{OWN}.md").write_text("\n".join([head[0], f"id: {OWN}", head[2]]), "utf-8")
    return Channels([folder])


def opened(known: Channels, on: str, status: str, **changes: Any) -> Matter:
    sent = filing(on, "2026-11-10T10:00:00", status)
    if status == "accepted":
        sent["accepted_at"] = "2026-11-12T10:00:00"
    stated = {"no_parallel_proceedings": "2026-11-22"}
    return matter_of(Case.of(data(filings=[sent], statements=stated, **changes)), ON, channels=known)


def counted(known: Channels, on: str, status: str, *beside: str, **changes: Any) -> dict[str, Any]:
    """What a filing on the channel does to the case: sums of the facts, dates, what is shut, where the plan leads."""
    matter = opened(known, on, status, **changes)
    others = [channel for channel in known if channel.id not in (OWN, *beside)]
    ladder = {place.channel.id: place.rung for place in Ladder(matter, known).places()}
    facts = matter.facts
    return {
        "dues": [(due.what, due.at, due.rule) for due in matter.dues],
        "shut": {channel.id: standing(matter, channel, known).code for channel in others},
        "rungs": {channel.id: ladder[channel.id] for channel in others},
        "asked": (facts.dealings.demands_made, facts.dealings.refused, facts.parties.platform_notified),
        "contract": (facts.contract.ended_at, facts.contract.ending_since, facts.contract.delivery_demanded),
        "police": facts.told.police_answered,
        "alone": matter.view(3).says_no_parallel,
        "found": sorted({f.code for f in review_case(matter, known=known)}),
    }


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize(
    "ours",
    [
        "12315",
        "consumer-association",
        "peoples-mediation",
        "small-claims",
        "payment-order",
        "wechat-pay",
        "demand-letter",
    ],
)
def test_a_filing_on_an_own_channel_does_what_one_on_ours_does(tmp_path: Path, ours: str, status: str) -> None:
    known = twin(tmp_path, ours)
    mine, theirs = counted(known, OWN, status, ours), counted(known, ours, status, ours)
    # lists that name our channel and not its kind lead on from ours alone
    del mine["rungs"], theirs["rungs"]
    assert mine == theirs


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("ours", ["12315", "consumer-association", "wechat-pay"])
def test_the_plan_leads_on_from_an_own_channel(tmp_path: Path, ours: str, status: str) -> None:
    known = twin(tmp_path, ours)
    skipped = (
        ours,
        "market-regulator",
        "joint-complaint",
        "consumer-association",
        "power-of-attorney",
        "evidence-list",
    )
    assert counted(known, OWN, status, *skipped)["rungs"] == counted(known, ours, status, *skipped)["rungs"]


@pytest.mark.parametrize("status", ["open", "answered"])
def test_an_answer_of_an_own_police_desk_releases_what_fraud_froze(tmp_path: Path, status: str) -> None:
    known = twin(tmp_path, "police-report")
    found = counted(known, OWN, status, "police-report", **FRAUD)
    assert found["police"] is (status == "answered")
    assert found["shut"] == counted(known, "police-report", status, "police-report", **FRAUD)["shut"]


def test_what_was_posted_on_an_own_public_site_is_told_to_nobody(tmp_path: Path) -> None:
    known = twin(tmp_path, "heimao")
    for on in ("heimao", OWN):
        matter = opened(known, on, "answered")
        told = "".join(texts(compose(matter, "12315", templates=[tmp_path]).body))
        assert "黑猫" not in told


def test_the_regulators_letter_claims_to_be_alone_only_where_no_own_mediator_has_the_dispute(tmp_path: Path) -> None:
    known = twin(tmp_path, "consumer-association")
    for status, alone in (("accepted", False), ("refused", True)):
        body = compose(opened(known, OWN, status), "12315", templates=[tmp_path]).body
        assert ("同一争议未由其他" in "".join(texts(body))) is alone


def test_what_may_run_beside_is_not_shut(tmp_path: Path) -> None:
    known = twin(tmp_path, "consumer-association")
    assert standing(opened(known, OWN, "accepted"), known["12315"], known).code == "exclusive-channel"
    path = tmp_path / f"{OWN}.md"
    path.write_text(path.read_text("utf-8").replace("body: mediator\n", 'body: mediator\nbeside: ["12315"]\n'), "utf-8")
    fresh = Channels([tmp_path])
    assert standing(opened(fresh, OWN, "accepted"), fresh["12315"], fresh).open
    assert standing(opened(fresh, OWN, "accepted"), fresh["market-regulator"], fresh).code == "exclusive-channel"


FIRST_EDITION = """---
id: own-desk
name: 深圳民意速办
nature: public-body
addressee: regulator
shut_by: ["12315"]
allow: [refund]
---
正文
"""


def test_front_matter_of_the_first_edition_is_still_read(tmp_path: Path) -> None:
    (tmp_path / f"{OWN}.md").write_text(FIRST_EDITION, "utf-8")
    found = Channels([tmp_path])[OWN]
    assert (found.body, found.procedure, found.interrupts) == ("mediator", "complaint", "claim")
    assert found.regulator_complaint and found.may_ask == {"refund"}
