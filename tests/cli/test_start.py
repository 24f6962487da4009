"""Help, wrong use, languages, and what a start may import."""

import subprocess
import sys

import pytest

from letters.cli.app import GROUP
from letters.cli.sentences import TEXTS
from tests.conftest import EXAMPLES, ROOT, Run

HEAVY = (
    "jinja2",
    "docx",
    "lxml",
    "yaml",
    "msgspec",
    "letters.case",
    "letters.law",
    "letters.drafting",
    "letters.letter",
    "letters.writers.text",
    "letters.writers.docx",
)


def modules_after(*arguments: str) -> set[str]:
    program = (
        "import sys\nfrom letters.cli import main\ncode = main(sys.argv[1:])\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("draft", "--help"), ("law", "--help")])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert modules_after(*arguments).isdisjoint(HEAVY)


def test_a_text_letter_imports_no_document_library() -> None:
    case = EXAMPLES / "points-not-delivered" / "case.yaml"
    loaded = modules_after("draft", str(case), "-c", "customer-service", "--date", "2026-11-22")
    assert loaded.isdisjoint({"docx", "lxml", "icalendar", "typst", "letters.writers.docx.document"})


def test_the_package_imports_nothing_of_its_own() -> None:
    program = "import sys, letters; print(' '.join(m for m in sys.modules if m.startswith('letters')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["letters"]


@pytest.mark.parametrize("name", list(GROUP.modules))
def test_every_command_has_help_in_both_languages(run: Run, name: str) -> None:
    chinese, english = run(name, "--help"), run("--lang", "en", name, "--help")
    assert chinese.code == english.code == 0
    assert chinese.out.startswith("用法：") and english.out.startswith("Usage: ")
    for line in english.out.splitlines():
        assert "opt." not in line and "cmd." not in line


def test_help_of_all_commands_has_no_missing_words(run: Run) -> None:
    for name in GROUP.modules:
        assert "opt." not in run(name, "--help").out


def test_english_by_locale_and_by_option(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "Commands" in run("--help").out
    assert "命令" in run("--help", "--lang", "zh").out
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "命令" in run("--help").out
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "命令" in run("--help").out
    assert "Commands" in run("--lang=en", "--help").out


def test_both_columns_of_the_wording_take_the_same_values() -> None:
    from string import Formatter

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {key: names(zh) ^ names(en) for key, (zh, en) in TEXTS.items() if names(zh) != names(en)} == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "用法："),
        (("drfat",), "是不是 draft"),
        (("draft",), "用法："),
        (("draft", "x.yaml"), "-c 渠道代号"),
        (("draft", "x.yaml", "-c", "12315", "--all"), "只能用一种"),
        (("draft", "x.yaml", "-c", "12315", "-t", "json", "-t", "txt"), "json"),
        (("draft", "x.yaml", "-c", "12315", "-t", "doc"), "txt、docx"),
        (("draft", "x.yaml", "-c"), "-c"),
        (("check", "--jsn", "x.yaml"), "--json"),
        (("check", "a.yaml", "b.yaml"), "b.yaml"),
        (("check", "x.yaml", "--date", "2026-02-30"), "2026-11-22 的样子"),
        (("check", "x.yaml", "--date", "昨天"), "2026-11-22 的样子"),
        (("check", "x.yaml", "--date", "0000-01-01"), "2026-11-22 的样子"),
        (("check", "x.yaml", "--templates", "/nowhere"), "/nowhere"),
        (("law", "消保法26", "--why", "x.yaml"), "只能用一种"),
        (("--lang", "fr", "check", "x.yaml"), "zh、en"),
    ],
)
def test_wrong_use_exits_2_with_one_message(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and "Traceback" not in done.err
    assert "--help" in done.err


def test_module_and_console_script_agree() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "letters", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    from letters import __version__

    assert done.stdout == f"letters {__version__}\n"
