"""Every command and format over every case at hand: an answer or a plain message, never a fault of the program."""

from pathlib import Path

import pytest

from tests.conftest import DAY, EXAMPLES, ROOT, Run

SHARED = ROOT.parent / "shared"
#: Larger files are there to be slow or refused.
LARGEST = 60_000
EXAMPLE_CASES = sorted(EXAMPLES.glob("*/case.yaml"))
SHARED_CASES = sorted(
    path
    for folder in (SHARED / "scenarios", SHARED / "faults" / "cases")
    for path in folder.glob("*.yaml")
    if not path.name.endswith(".expect.yaml") and path.stat().st_size < LARGEST
)
ALL = [*EXAMPLE_CASES, *SHARED_CASES]


def named(path: Path) -> str:
    return path.parent.name if path.name == "case.yaml" else path.stem


def plain(run: Run, *arguments: object) -> int:
    """The exit code of a command that must not end with a fault."""
    done = run(*arguments, "--date", DAY)
    assert "程序内部出错" not in done.err and "Traceback" not in done.err, done.err
    return done.code


@pytest.mark.parametrize("case", ALL, ids=named)
def test_plan_and_check_in_every_form(run: Run, case: Path, tmp_path: Path) -> None:
    loads = plain(run, "check", case, "--json") != 2
    page, calendar = tmp_path / "plan.html", tmp_path / "plan.ics"
    code = plain(run, "plan", case, "--html", page, "--ics", calendar, "--json")
    assert (code == 0) is loads
    assert (page.exists(), calendar.exists()) == (loads, loads)


@pytest.mark.parametrize("case", ALL, ids=named)
def test_all_letters_as_data(run: Run, case: Path) -> None:
    plain(run, "draft", case, "--all", "-t", "json")


@pytest.mark.parametrize("case", EXAMPLE_CASES, ids=named)
def test_all_letters_as_text_and_page(run: Run, case: Path, tmp_path: Path) -> None:
    assert plain(run, "draft", case, "--all", "-t", "txt", "-t", "html", "-o", f"{tmp_path}/") == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".txt", ".html"}
