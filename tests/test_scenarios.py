"""Every scenario holds: ours in tests/scenarios, and those beside the checkout where there are any."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.judge import Scenario, faults, holds, meant, scenarios
from tests.tools import needs_shared

OURS = ROOT / "tests" / "scenarios"
SHARED = ROOT.parent / "shared" / "scenarios"
ALL = [*scenarios(OURS), *scenarios(SHARED)]


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: scenario.path.name.partition(".")[0])
def test_scenario(scenario: Scenario) -> None:
    found = faults(scenario)
    assert not found, "\n" + "\n".join(found)


@needs_shared("scenarios")
def test_the_shared_scenarios_are_all_judged() -> None:
    assert len(scenarios(SHARED)) >= 14


@pytest.mark.parametrize(
    ("wanted", "cited", "lenient", "result"),
    [
        ("xiaobaofa:48", "xiaobaofa:48(1)(8)", False, True),
        ("xiaobaofa:48(1)(8)", "xiaobaofa:48", False, False),
        ("xiaobaofa:48(1)(8)", "xiaobaofa:48", True, True),
        ("xiaobaofa:48(1)", "xiaobaofa:48(2)", True, False),
        ("xiaobaofa:*", "xiaobaofa:2", False, True),
        ("xiaobaofa:4", "xiaobaofa:48", True, False),
    ],
)
def test_references_are_compared_by_parts(wanted: str, cited: str, lenient: bool, result: bool) -> None:
    assert meant(wanted, cited, lenient=lenient) is result


@pytest.mark.parametrize(
    ("text", "item", "result"),
    [
        ("共12,482.00元", "12482", True),
        ("2026年", "26", False),
        ("26元", "26.00", True),
        ("20时46分", "20:46", True),
        ("民事 起诉状", "民事起诉状", True),
        ("民事起诉状", "民事 起诉状", False),
        ("订单A1", "A2", False),
    ],
)
def test_texts_are_compared_as_the_rules_say(text: str, item: str, result: bool) -> None:
    assert holds(text, item) is result


def test_a_wrong_expectation_is_told(tmp_path: Path) -> None:
    """The judge can fail: each kind of expectation, turned round, is a fault."""
    case = (ROOT / "examples" / "points-not-delivered" / "case.yaml").read_text("utf-8")
    (tmp_path / "x.yaml").write_text(case, "utf-8")
    (tmp_path / "x.expect.yaml").write_text(
        """
"on": 2026-11-22
cite: {must: {customer-service: ["xiaobaofa:25"]}, must_not: {customer-service: ["xiaobaofa:*", "dianshangfa:*", "minfadian:*"]}}
amounts: {refund: "197.99", by: {feiyu: "3.00"}}
due: [{what: reply-deadline, at: 2026-11-28}]
findings: {must: [{code: gate-fraud}], must_not: [demand-not-for-channel]}
plan: {today: [heimao], next: [alipay], not_now: {demand-letter: gate-fraud}}
text: {customer-service: {contains: [三倍], lacks: ["198"]}}
""",
        "utf-8",
    )
    found = faults(scenarios(tmp_path)[0])
    said = "\n".join(found)
    for words in (
        "does not cite xiaobaofa:25", "rules out", "refund is 198.00", "feiyu owes", "reply-deadline is", "gate-fraud'} is missing",
        "demand-not-for-channel is wrong", "today lacks heimao", "next lacks alipay", "demand-letter is offered today",
        "without naming gate-fraud", "lacks '三倍'", "holds '198'",
    ):  # fmt: skip
        assert words in said, words
