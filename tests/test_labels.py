"""Every code that the program can make has words: findings and refusals in docs and in English, last days in the plan."""

import ast
import re
from collections.abc import Iterator
from datetime import date

import pytest

from letters.api import channels_of, plan, review
from letters.case.file.read import Case
from letters.law.matter import matter_of
from letters.law.periods.due_labels import DUES
from letters.plan.as_text import plan_text
from letters.review.english import TEXTS
from tests.conftest import ROOT
from tests.drafting.every import CASES, opened, outcome
from tests.test_house import modules

#: Which argument of these functions is the code of a finding.
_CODE = {"block": 0, "warn": 0, "note": 0, "Problem": 0, "_shut": 1}
#: Codes of refusals that are no findings: a template that cannot be used.
_REFUSALS = {"template"}
_ID = re.compile(r"[a-z]+(-[a-z]+)*")


def made_codes() -> Iterator[str]:
    """The codes of findings that stand in the program's text."""
    for name, path in modules().items():
        if not name.startswith(("letters.law", "letters.admissibility", "letters.review")):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = _CODE.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and place is not None and len(node.args) > place:
                yield from _words(node.args[place])


def _words(node: ast.expr) -> Iterator[str]:
    """The words an expression can be: one, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        yield from (*_words(node.body), *_words(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _ID.fullmatch(node.value):
        yield node.value


def documented() -> set[str]:
    """The codes that docs/findings.md explains."""
    return set(re.findall(r"`([a-z][a-z0-9-]+)`", (ROOT / "docs" / "findings.md").read_text("utf-8")))


def own_codes() -> set[str]:
    """The codes that channels name for themselves, each with its reason beside it."""
    return {condition.code for channel in channels_of() for condition in channel.unless}


def test_every_code_in_the_program_is_documented() -> None:
    made = set(made_codes())
    assert len(made) > 40
    assert not made - documented()


def test_every_finding_has_english_words_and_none_is_left_over() -> None:
    assert not set(made_codes()) - set(TEXTS)
    assert not set(TEXTS) - set(made_codes()) - documented()


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_a_case_makes_has_words(name: str) -> None:
    matter = opened(name)
    known = documented() | own_codes()
    assert not {finding.code for finding in review(matter)} - known
    assert not {code for each in outcome(name).refused for code in each.codes} - known - _REFUSALS
    assert not {due.what for due in matter.dues} - DUES.keys()
    assert not any(due.what in plan_text(plan(matter)) for due in matter.dues)


def test_what_runs_at_a_court_and_after_a_mistake_is_named() -> None:
    case = (ROOT / "examples" / "points-not-delivered" / "case.yaml").read_text("utf-8")
    case = re.sub(r"(?ms)^filings:.*?(?=^\S)", "", case)
    suit = (
        case
        + "\nfilings: [{channel: small-claims, at: 2026-11-10T09:00:00, status: accepted, accepted_at: 2026-11-12T09:00:00}]\n"
    )
    order = (
        case
        + "\nfilings: [{channel: payment-order, at: 2026-11-10T09:00:00, status: accepted, accepted_at: 2026-11-12T09:00:00}]\n"
    )
    mistake = case.replace("grounds: [not-delivered", "grounds: [user-error")
    assert mistake != case
    on = date(2026, 11, 22)
    said = [plan_text(plan(matter_of(Case.loads(text), on))) for text in (suit, order, mistake)]
    assert "小额诉讼审结的最后一日" in said[0] and "court-judgment" not in said[0]
    assert "法院发出支付令的最后一日" in said[1]
    assert "撤销合同的权利届满" in said[2] and "欺诈" not in said[2].split("撤销合同的权利届满")[1].split("\n")[0]


def test_every_label_belongs_to_a_date_that_can_be_made() -> None:
    text = "".join(
        path.read_text("utf-8")
        for path in (ROOT / "letters" / "law" / "periods").glob("*.py")
        if path.stem != "due_labels"
    )
    assert not {what for what in DUES if f'"{what}"' not in text}
