"""The plan that the shared scenarios expect: offered today, offered today or later, not offered and why, dates."""

from pathlib import Path
from typing import Any

import pytest

from letters.case.file.read import Case
from letters.law.matter import matter_of
from letters.plan.steps import Plan, make_plan
from tests.tools import needs_shared

SCENARIOS = Path(__file__).resolve().parents[3] / "shared" / "scenarios"
EXPECTED = sorted(SCENARIOS.glob("*.expect.yaml"))
pytestmark = needs_shared("scenarios")


def read(path: Path) -> tuple[dict[str, Any], Plan]:
    import yaml

    expected = yaml.safe_load(path.read_text(encoding="utf-8"))
    case = Case.load(path.with_name(path.name.replace(".expect", "")))
    return expected, make_plan(matter_of(case, expected["on"], base=SCENARIOS))


def any_of(item: Any) -> set[str]:
    return {str(i) for i in item} if isinstance(item, list) else {str(item)}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_plan(path: Path) -> None:
    expected, plan = read(path)
    wanted = expected["plan"]
    today = {step.channel for step in plan.today}
    offered = today | {later.channel for later in plan.next}
    assert [i for i in wanted["today"] if not any_of(i) & today] == []
    assert [i for i in wanted["next"] if not any_of(i) & offered] == []
    assert set(wanted["not_now"]) & offered == set()
    for channel, reason in wanted["not_now"].items():
        assert plan.not_now[channel]
        if " " not in reason:
            assert plan.not_now[channel].startswith(f"{reason}：")


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_dates(path: Path) -> None:
    expected, plan = read(path)
    found = {(due.what, due.at) for due in plan.due}
    assert {(item["what"], item["at"]) for item in expected.get("due") or []} <= found


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_every_channel_has_one_place(path: Path) -> None:
    _, plan = read(path)
    places = [s.channel for s in plan.today] + [n.channel for n in plan.next] + list(plan.not_now)
    assert sorted(places) == sorted(plan.names)
    assert set(plan.never) <= set(plan.not_now)
