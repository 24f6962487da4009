"""`letters record` and `letters plan` as files: the case file grows by what was done, and nothing of it is lost."""

import json
from pathlib import Path

import pytest

from tests.conftest import DAY, Run


def test_a_filing_and_its_answer(run: Run, case: Path) -> None:
    before = case.read_text("utf-8")
    arguments = ("record", case, "--channel", "12315", "--number", "1440305002026112200000001")
    assert run(*arguments, "--at", "2026-11-22T09:30", "--date", DAY).code == 0
    after = case.read_text("utf-8")
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert "1440305002026112200000001" in after and (case.parent / "case.yaml.bak").read_text("utf-8") == before
    plan = json.loads(run("plan", case, "--date", DAY, "--json").out)
    assert "12315" in {each["channel"] for each in plan["waiting"]}
    assert (
        run(
            *arguments, "--outcome", "决定受理", "--status", "accepted", "--at", "2026-11-25", "--date", "2026-11-26"
        ).code
        == 0
    )
    assert "accepted" in case.read_text("utf-8")
    assert run("check", case, "--date", "2026-11-26").code in (0, 1)


def test_money_that_arrived_lists_what_to_withdraw(run: Run, case: Path) -> None:
    assert run("record", case, "-c", "12315", "--number", "1", "--at", DAY, "--date", DAY).code == 0
    done = run("record", case, "-c", "12315", "--settled", "198.00", "--at", "2026-11-25", "--date", "2026-11-26")
    assert done.code == 0 and "arrived_at" in case.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--number", "1", "--at", "2027-01-01"),
        ("--outcome", "已退款"),
        ("--number", "1", "--at", "昨天"),
        ("--settled", "一百元"),
        ("--settled", "-5"),
        ("--settled", "9999999"),
        ("--status", "finished", "--number", "1"),
    ],
)
def test_what_contradicts_the_file_is_refused_and_changes_nothing(
    run: Run, case: Path, arguments: tuple[str, ...]
) -> None:
    before = case.read_bytes()
    done = run("record", case, "-c", "12315", *arguments, "--date", DAY)
    assert done.code == 2 and done.err and "程序内部出错" not in done.err
    assert case.read_bytes() == before and not (case.parent / "case.yaml.bak").exists()


def test_unknown_channel_is_refused(run: Run, case: Path) -> None:
    done = run("record", case, "-c", "heimo", "--number", "1", "--date", DAY)
    assert done.code == 2 and "heimao" in done.err


def test_calendar_and_page(run: Run, case: Path, tmp_path: Path) -> None:
    ics, page = tmp_path / "plan.ics", tmp_path / "plan.html"
    assert run("plan", case, "--date", DAY, "--ics", ics, "--html", page).code == 0
    assert ics.read_bytes().startswith(b"BEGIN:VCALENDAR") and b"20261127" in ics.read_bytes()
    assert "<svg" in page.read_text("utf-8")
    before = ics.read_bytes()
    assert run("plan", case, "--date", DAY, "--ics", ics).code == 2
    assert run("plan", case, "--date", DAY, "--ics", ics, "--force").code == 0 and ics.read_bytes() == before
