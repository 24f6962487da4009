"""Invented disputes, at least one for each ground (tests/law/grounds/), for lawyers to read and mend."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.law.library import law_of
from letters.law.matter import Matter
from tests.law.build import matter
from tests.law.test_reasoning import covers

FILES = sorted((Path(__file__).parent / "grounds").glob("*.yaml"))


def load(path: Path) -> tuple[Matter, dict[str, Any]]:
    """The case with every scalar as it is written, and the expectations beside it."""
    text = path.read_text(encoding="utf-8")
    expect = yaml.safe_load(text)
    case = yaml.load(text, Loader=yaml.BaseLoader)["case"]
    return matter(case, date.fromisoformat(expect["on"])), expect


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_articles(path: Path) -> None:
    held, expect = load(path)
    for tier, wanted in expect["cite"].items():
        found = [article for argument in held.basis.for_tier(tier) for article in argument.cite]
        for item in wanted:
            options = item if isinstance(item, list) else [item]
            assert any(covers(o, c) for o in options for c in found), f"{tier}: {item} not in {found}"
    for item in expect["never"]:
        assert not [
            p.article
            for p in held.basis.chosen
            if p.article.startswith(item.replace("*", "")) and covers(item, p.article)
        ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_amounts_dates_and_problems(path: Path) -> None:
    held, expect = load(path)
    for kind, value in expect.get("amounts", {}).items():
        assert (held.sums[kind].amount if kind in held.sums else None) == (Decimal(value) if value else None), kind
    dues = {due.what: due.at for due in held.dues}
    for what, at in expect.get("due", {}).items():
        assert dues.get(what) == at, what
    assert [f"{p.code} {p.path}" for p in held.problems] == expect.get("problems", [])


def test_every_ground_has_a_scenario() -> None:
    told = {ground for path in FILES for ground in load(path)[1]["case"]["dispute"]["grounds"]}
    assert told == set(law_of().grounds.ids)
