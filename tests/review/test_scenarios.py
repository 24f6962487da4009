"""What each scenario says must and must not be found, by the rules of the scenarios' own README."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.case.file.read import Case
from letters.law.matter import Matter, matter_of
from letters.review import LEVELS, Finding, Readiness, ready, review_case
from tests.tools import needs_shared

FOLDER = Path(__file__).parents[3] / "shared" / "scenarios"
EXPECTED = sorted(FOLDER.glob("*.expect.yaml"))

pytestmark = needs_shared("scenarios")


def _matter(path: Path) -> tuple[Matter, dict[str, Any]]:
    expect = yaml.safe_load(path.read_text(encoding="utf-8"))
    case = path.with_name(path.name.replace(".expect.yaml", ".yaml"))
    return matter_of(Case.load(case), expect["on"], base=case.parent), expect


def _met(wanted: dict[str, Any], found: tuple[Finding, ...], states: dict[str, Readiness]) -> bool:
    names = wanted["code"] if isinstance(wanted["code"], list) else [wanted["code"]]
    channel = wanted.get("channel")
    least = LEVELS.index(wanted["level"]) if wanted.get("level") else len(LEVELS)
    if any(f.code in names and f.rank <= least and channel in (None, f.channel or channel) for f in found):
        return True
    return any(set(names) & set(s.blocked_by) and channel in (None, c) for c, s in states.items())


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_findings(path: Path) -> None:
    matter, expect = _matter(path)
    found, states = review_case(matter), ready(matter)
    wanted = expect.get("findings") or {}
    assert [w for w in wanted.get("must") or [] if not _met(w, found, states)] == []
    assert [f for f in found if f.code in (wanted.get("must_not") or ()) and not f.channel] == []


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_no_cause_twice(path: Path) -> None:
    matter, _ = _matter(path)
    places = [(f.code, f.path, f.channel) for f in review_case(matter) if f.path]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_channels_kept_back_for_the_codes_that_the_plan_names(path: Path) -> None:
    matter, expect = _matter(path)
    states = ready(matter)
    for channel, reason in ((expect.get("plan") or {}).get("not_now") or {}).items():
        if re.fullmatch(r"[a-z]+(-[a-z]+)+", str(reason)):
            assert reason in states[str(channel)].blocked_by


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name[:2])
def test_letters_that_must_come_are_not_kept_back(path: Path) -> None:
    """A channel whose text the scenario judges is ready, unless the scenario itself says that it is kept back or open there."""
    matter, expect = _matter(path)
    states = ready(matter)
    waived = set(map(str, (expect.get("plan") or {}).get("not_now") or {}))
    waived |= {
        str(m.get("channel")) for m in (expect.get("findings") or {}).get("must") or [] if m.get("level") == "block"
    }
    if any(m.get("level") == "block" and "channel" not in m for m in (expect.get("findings") or {}).get("must") or []):
        return
    for channel, rules in (expect.get("text") or {}).items():
        state = states[str(channel)]
        if rules.get("contains") and channel not in waived:
            assert state.ready or set(state.blocked_by) <= {"duplicate-filing"}, (channel, state)


@needs_shared("design", "case-example.yaml")
def test_the_worked_example_has_nothing_above_note() -> None:
    path = FOLDER.parent / "design" / "case-example.yaml"
    from datetime import date

    found = review_case(matter_of(Case.load(path), date(2026, 11, 22)))
    assert [f for f in found if f.level != "note"] == []
