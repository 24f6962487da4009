"""A small case to start from, and the scenarios where they are there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.case.facts.facts import Facts
from letters.case.file.read import Case
from letters.law.library import Law
from letters.law.matter import Matter, matter_of
from tests.tools import needs_shared

SCENARIOS = Path(__file__).resolve().parents[3] / "shared" / "scenarios"
ON = date(2026, 11, 22)


def plain() -> dict[str, Any]:
    """Points paid for and not delivered, from a platform that is itself the seller."""
    return {
        "schema": 1,
        "complainant": {"name": "李晓雨"},
        "purpose": "own-use",
        "respondents": [{"id": "site", "role": "platform", "self_operated": True, "name": "某某网络科技有限公司"}],
        "orders": [
            {"id": "o1", "seller": "site", "platform": "site", "item": "点券1000点", "kind": "points", "quantity": 1,
             "unit_price": "98.00", "amount": "98.00", "ordered_at": "2026-11-01T20:14:00", "delivery": "none"}
        ],
        "payments": [{"id": "p1", "order": "o1", "method": "wechat", "amount": "98.00", "paid_at": "2026-11-01T20:15:33"}],
        "dispute": {"grounds": ["not-delivered"], "found_at": "2026-11-01T20:30:00"},
        "demands": [{"kind": "refund"}],
    }  # fmt: skip


def matter(data: dict[str, Any], on: date = ON, **more: Any) -> Matter:
    """The matter of a case given as plain data."""
    return matter_of(Case.loads(yaml.safe_dump(data, allow_unicode=True)), on, **more)


def law_and_names(held: Matter) -> tuple[Facts, Law, dict[str, Any]]:
    """What the functions of the reasoning take."""
    return held.facts, held.law, held.names


def changed(order: dict[str, Any] | None = None, payment: dict[str, Any] | None = None, **top: Any) -> dict[str, Any]:
    """The small case with keys of its order, its payment and the case itself changed; grounds and found_at go to dispute."""
    data = plain()
    data["orders"][0].update(order or {})
    data["payments"][0].update(payment or {})
    for key in ("grounds", "found_at", "deceit", "own_breach", "expiry", "defences", "fraud_signs"):
        if key in top:
            data["dispute"][key] = top.pop(key)
    data.update(top)
    return data


def scenarios() -> list[Any]:
    """The expectation files of the shared scenarios, or one skipped test where they are not at hand."""
    found = sorted(SCENARIOS.glob("*.expect.yaml"))
    if not found:
        return [pytest.param(None, marks=needs_shared("scenarios"))]
    return [pytest.param(path, id=path.name.partition(".")[0]) for path in found]


def scenario(path: Path) -> tuple[Matter, dict[str, Any]]:
    """The matter of a scenario on its day, and what is expected of it."""
    expect = yaml.safe_load(path.read_text(encoding="utf-8"))
    case = path.with_name(path.name.replace(".expect.yaml", ".yaml"))
    return matter_of(Case.load(case), date.fromisoformat(str(expect["on"])), base=case.parent), expect
