"""No id of a channel, ground, law or defence stands in the program: data in which each has another name gives the same letters.

The program is copied beside a copy of its data in which every id is renamed, in the names of files and wherever it is
mentioned; both programs read the same cases, renamed in the same way. What they say is equal once the names are put back.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import EXAMPLES, ROOT

#: Stands before every id in the copy, so that the order of ids stays and the names can be put back.
MARK = "zqz"
SCENARIOS = (
    "01-two-orders-two-sellers", "05-deceit-after-payment", "09-prepaid-discounted-used-part", "13-payments-across-the-eighth-birthday",
    "16-debited-order-missing-bank", "18-unauthorised-wallet-payment", "20-police-answered-civil-way-reopened",
    "29-limitation-interrupted-by-filings", "33-regulator-accepted", "34-court-has-the-case", "36-settled-and-paid",
    "40-demands-for-other-desks", "49-late-and-used",
)  # fmt: skip
#: Words of the case file that are spelled like an id: ways of paying, and how a delivery went.
METHODS = ("wechat", "alipay", "bank-card", "unionpay", "balance", "transfer")
ONLY_METHODS = ("wechat", "balance", "transfer")
SAY = """
import contextlib, io, json, sys
from letters.cli import main
def said(*words):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(words))
    return [code, json.loads(out.getvalue() or "null") if "lint" not in words else out.getvalue(), err.getvalue()]
answers = {"lint": said("lint")}
for case, day in json.load(sys.stdin):
    on = ("--date", day)
    answers[case] = {
        "draft": said("draft", case, "--all", "-t", "json", *on),
        "force": said("draft", case, "--all", "--force", "-t", "json", *on),
        "check": said("check", case, "--json", *on),
        "plan": said("plan", case, "--json", *on),
        "why": said("law", "--why", case, "--json", *on),
    }
json.dump(answers, sys.stdout)
"""


def other_law(slug: str) -> str:
    """Another name for a law: as long and in the same place of the alphabet, for some texts are measured before laws are named."""
    return f"{slug[:-1]}{'w' if slug[-1] != 'w' else 'x'}"


class Renamer:
    """Puts the mark before every id of the data in `root`."""

    def __init__(self, root: Path) -> None:
        templates, statutes = root / "templates" / "zh_CN", root / "statutes"
        channels = {p.stem for p in templates.glob("*.md") if p.stem != "base" and not p.stem.startswith("_")}
        grounds = {p.stem for p in (statutes / "grounds").glob("*.yaml") if not p.stem.startswith("_")}
        defences = yaml.safe_load((statutes / "grounds" / "_defences.yaml").read_text("utf-8"))["defences"]
        self.ids = channels | grounds | {each["id"] for each in defences}
        self.laws = {p.stem for p in (statutes / "laws").glob("*.yaml")}
        ids = "|".join(map(re.escape, sorted(self.ids, key=len, reverse=True)))
        self._whole = re.compile(rf"({ids})(:[a-z]+)?")
        self._literal = re.compile(rf"(['\"])({ids})\1")
        self._law = re.compile(rf"(?<![\w.-])({'|'.join(sorted(self.laws, key=len, reverse=True))})(?![\w.-])")

    def put_back(self, text: str) -> str:
        """What was said with the other names, in ours."""
        for law in self.laws:
            text = text.replace(other_law(law), law)
        return text.replace(f"{MARK}-", "").replace(MARK, "")

    def name(self, stem: str) -> str:
        """The name of a file."""
        if stem in self.laws:
            return other_law(stem)
        return f"{MARK}-{stem}" if stem in self.ids else stem

    def text(self, text: str) -> str:
        """Text with expressions in it: quoted ids and references to laws."""
        return self._law.sub(
            lambda found: other_law(found.group()), self._literal.sub(lambda found: self._quoted(found, text), text)
        )

    def _quoted(self, found: re.Match[str], text: str) -> str:
        mark, word = found.group(1, 2)
        before, after = text[max(0, found.start() - 200) : found.start()], text[found.end() : found.end() + 200]
        way = word in METHODS and (
            re.match(r" (not )?in case\.methods", after)
            or before.endswith("'method', 'equalto', ")
            or (_among(before, after, ONLY_METHODS) and not re.search(r"': $", before))
        )
        late = word == "late" and re.search(r"delivery (==|!=) $", before)
        return found.group() if way or late else f"{mark}{MARK}-{word}{mark}"

    def data(self, data: Any, key: str = "") -> Any:
        """YAML data: whole values and keys that are ids, and the expressions in the rest."""
        if isinstance(data, dict):
            ways = key == "let" or any(way in data for way in ONLY_METHODS)
            return {
                (k if ways or not isinstance(k, str) else self.whole(k)): self.data(v, str(k)) for k, v in data.items()
            }
        if isinstance(data, list):
            return [self.data(each, key) for each in data]
        return self.whole(data) if isinstance(data, str) and key not in ("method", "methods", "delivery") else data

    def whole(self, value: str) -> str:
        return f"{MARK}-{value}" if self._whole.fullmatch(value) else self.text(value)


def _among(before: str, after: str, words: tuple[str, ...]) -> bool:
    """Whether the list or mapping around a literal holds one of the words as well."""
    opened, closed = re.search(r"[{(\[]([^{}()\[\]]*)$", before), re.match(r"([^{}()\[\]]*)[})\]]", after)
    around = (opened.group(1) if opened else "") + (closed.group(1) if closed else "")
    return any(f"'{word}'" in around for word in words)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def _rename_data(root: Path, renamer: Renamer) -> None:
    """Renames in place: every file under templates/ and statutes/."""
    for path in [p for folder in ("templates", "statutes") for p in (root / folder).rglob("*") if p.is_file()]:
        text = path.read_text("utf-8")
        path.unlink()
        if path.suffix == ".yaml":
            text = _dumped(renamer.data(yaml.safe_load(text)))
        elif text.startswith("---\n"):
            head, _, body = text[4:].partition("\n---\n")
            text = f"---\n{_dumped(renamer.data(yaml.safe_load(head)))}---\n{renamer.text(body)}"
        else:
            text = renamer.text(text)
        path.with_name(renamer.name(path.stem) + path.suffix).write_text(text, "utf-8")


def _write_cases(roots: list[Path], renamer: Renamer) -> list[tuple[str, str]]:
    """The same cases in both folders, renamed in the second, line by line alike."""
    cases = [_laid_cases(root) for root in roots][0]
    for path in (path for path, _ in cases):
        case = yaml.safe_load((roots[0] / path).read_text("utf-8"))
        (roots[0] / path).write_text(_dumped(case), "utf-8")
        for where, key in _names_in(case):
            held = where[key]
            where[key] = [renamer.whole(each) for each in held] if isinstance(held, list) else renamer.whole(str(held))
        (roots[1] / path).write_text(_dumped(case), "utf-8")
    return cases


def _names_in(case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    dispute = case.get("dispute") or {}
    for key in ("grounds", "defences"):
        if dispute.get(key):
            yield dispute, key
    for each in [*(case.get("filings") or ()), *(case.get("events") or ())]:
        if each.get("channel"):
            yield each, "channel"


def _laid_cases(root: Path) -> list[tuple[str, str]]:
    """The cases, laid into `root`, each as its path there and the day on which it is read."""
    shutil.copytree(EXAMPLES, root / "cases", ignore=shutil.ignore_patterns("*.py"))
    found = [(str(path.relative_to(root)), "2026-11-22") for path in sorted((root / "cases").glob("*/case.yaml"))]
    for name in SCENARIOS:
        source = ROOT / "tests" / "scenarios" / f"{name}.yaml"
        expected = yaml.safe_load(source.with_name(f"{name}.expect.yaml").read_text("utf-8"))
        shutil.copy(source, root / "cases" / source.name)
        found.append((f"cases/{source.name}", str(expected["on"])))
    return found


def _laid(root: Path) -> Path:
    """A program with its own data and the cases, all in `root`."""
    for folder in ("letters", "templates", "statutes"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def _started(root: Path) -> "subprocess.Popen[str]":
    surroundings = {**os.environ, "PYTHONPATH": str(root), "LETTERS_NO_CACHE": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", SAY], cwd=root, env=surroundings, text=True, stdin=pipe, stdout=pipe, stderr=pipe
    )


@pytest.mark.slow
def test_data_with_other_ids_gives_the_same_letters(tmp_path: Path) -> None:
    roots = [_laid(tmp_path / "ours"), _laid(tmp_path / "renamed")]
    renamer = Renamer(roots[0])
    _rename_data(roots[1], renamer)
    cases = _write_cases(roots, renamer)
    runs = [_started(root) for root in roots]
    for run in runs:
        assert run.stdin is not None
        run.stdin.write(json.dumps(cases))
        run.stdin.close()
        run.stdin = None
    said = [run.communicate() for run in runs]
    assert not any(run.returncode for run in runs), said[1][1] or said[0][1]
    ours, renamed = (out for out, _ in said)
    assert MARK not in ours and MARK in renamed
    differences = list(_differences(json.loads(ours), json.loads(renamer.put_back(renamed))))
    assert not differences, f"{len(differences)} differences\n" + "\n".join(differences[:20])


def _differences(ours: Any, theirs: Any, place: str = "") -> Iterator[str]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted({*ours, *theirs}):
            yield from _differences(ours.get(key), theirs.get(key), f"{place}/{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differences(one, other, f"{place}/{index}")
    elif ours != theirs:
        yield f"{place}: {str(ours)[:300]} | {str(theirs)[:300]}"
