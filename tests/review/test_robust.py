"""Whatever a case lacks, the review answers; every rule has a name of its own and says something."""

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from letters.case.file.problems import Invalid
from letters.case.file.read import Case
from letters.law.matter import matter_of
from letters.review import outlook, ready, review_case
from letters.review.rules import RULES
from tests.review.build import ON, SOUND, case, find, matter
from tests.review.test_codes import put


def _paths(part: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        yield (*before, key)
        yield from _paths(value, (*before, key))


def _spoiled() -> Iterator[Any]:
    """The sound case without each of its parts in turn, as far as it is still a case."""
    for path in _paths(SOUND):
        data: Any = deepcopy(SOUND)
        part = data
        for key in path[:-1]:
            part = part[key]
        part.pop(path[-1])
        with suppress(Invalid):
            yield pytest.param(Case.of(data), id=".".join(map(str, path)))


@pytest.mark.parametrize("case", list(_spoiled()))
def test_a_case_without_this_is_still_reviewed(case: Case) -> None:
    spoiled = matter_of(case, ON)
    assert isinstance(review_case(spoiled), tuple)
    assert isinstance(outlook(spoiled).effort, str)


@pytest.mark.parametrize("on", [date(1995, 1, 1), date(2019, 6, 1), date(2026, 11, 1), date(2060, 2, 29)])
def test_any_day(on: date) -> None:
    states = ready(matter(on=on))
    assert all(state.ready == (not state.blocked_by) for state in states.values())


def test_rules_have_names_of_their_own() -> None:
    names = [name for name, _ in RULES]
    assert len(names) == len(set(names))


def test_a_table_that_cannot_be_read_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from letters.errors import LettersError
    from letters.review import run as check

    def broken(scope: object) -> Iterator[Any]:
        raise LettersError("表格坏了", fix="改正表格", where="fees.yaml")
        yield

    monkeypatch.setattr(check, "RULES", (("broken", broken),))
    (found,) = find()
    assert (found.code, found.level, found.fix) == ("cannot-check", "block", "改正表格")


def test_joint_members_who_share_a_phone(tmp_path: Any) -> None:
    (tmp_path / "member.yaml").write_text(case().dump(), encoding="utf-8")
    found = find(put("joint", ["member.yaml"]), base=tmp_path)
    assert any(f.code == "refusal-risk" and f.path == "joint[0]" for f in found)
    assert any(
        f.code == "field-missing" and f.path.startswith("joint")
        for f in find(put("joint", ["none.yaml"]), base=tmp_path)
    )
