"""Cases bent out of shape: whatever a file holds, a command ends with an answer or a plain message, never with a fault."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from letters.case import model
from letters.data.ground_index import index_of
from tests.conftest import EXAMPLES, Run

DAYS = ("2025-06-01", "2026-11-22", "2027-03-01", "2030-01-01")
GROUNDS = index_of().ids
DEMANDS = get_args(model.DemandKind)
TEXTS = ("", "{{ 7*7 }}", "# 题 | a | ** <w:p/>", "长" * 3000, "一\n二", "👨‍👩‍👦")
EACH = 12


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


def bent(case: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The case with a few things missing, doubled, of another kind, or said strangely."""
    for _ in range(chance.randint(1, 5)):
        path = chance.choice(list(places(case)))
        parent: Any = case
        for step in path[:-1]:
            parent = parent[step]
        orders, payments = case.get("orders") or [{}], case.get("payments") or [{}]
        match chance.randrange(8):
            case 0 | 1:
                del parent[path[-1]]
            case 2:
                case.setdefault("dispute", {})["grounds"] = chance.sample(GROUNDS, chance.randint(1, 3))
            case 3:
                case["demands"] = [{"kind": kind} for kind in chance.sample(DEMANDS, chance.randint(0, 4))]
            case 4:
                chance.choice(orders)["delivery"] = chance.choice(get_args(model.Delivery))
            case 5:
                chance.choice(payments)["method"] = chance.choice(get_args(model.Method))
            case 6:
                case["purpose"] = chance.choice(["own-use", "resale", "organisation"])
            case _:
                if isinstance(parent[path[-1]], str):
                    parent[path[-1]] = chance.choice(TEXTS)
    return case


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/case.yaml")))
def test_bent_cases_end_well(run: Run, tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    sound = yaml.safe_load((EXAMPLES / name / "case.yaml").read_text("utf-8"))
    path = tmp_path / "case.yaml"
    for _ in range(EACH):
        path.write_text(
            yaml.safe_dump(bent(copy.deepcopy(sound), chance), allow_unicode=True, sort_keys=False), "utf-8"
        )
        day = chance.choice(DAYS)
        checked = run("check", path, "--date", day, "--json")
        assert "程序内部出错" not in checked.err, path.read_text("utf-8")
        if checked.code == 2:
            assert (checked.out, bool(checked.err)) == ("", True)
            continue
        assert run("plan", path, "--date", day).code == 0, path.read_text("utf-8")
        assert run("law", "--why", path, "--on", day).code == 0, path.read_text("utf-8")
        drafted = run("draft", path, "--all", "-t", "json", "--date", day)
        assert drafted.code in (0, 1), drafted.err
        broken = [each["message"] for each in json.loads(drafted.out)["refused"] if "template" in each["codes"]]
        assert not broken, "\n".join([*broken, day, path.read_text("utf-8")])
