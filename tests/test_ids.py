"""No id of a ground, excuse, law or table value stands in the program: what a thing is stands in its data."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

STATUTES = ROOT / "statutes"
#: The one module that names table values: each once, for the whole program (docs/decisions/0005).
TABLE_NAMES = Path("letters/law/tables/keys.py")
#: Words of other vocabularies that are spelled like an id.
OTHER_WORDS = {
    "late": "a state of delivery",
    "window-passed": "a code of a finding",
}


@cache
def ids() -> dict[str, str]:
    """Every id of the data and what it names."""
    found = {path.stem: "ground" for path in (STATUTES / "grounds").glob("[!_]*.yaml")}
    excuses = yaml.safe_load((STATUTES / "grounds" / "_defences.yaml").read_text("utf-8"))["defences"]
    found |= {each["id"]: "excuse" for each in excuses}
    found |= {path.stem: "law" for path in (STATUTES / "laws").glob("*.yaml")}
    for path in (STATUTES / "tables").glob("*.yaml"):
        found |= {f"{path.stem}.{key}": "table value" for key in yaml.safe_load(path.read_text("utf-8")) or ()}
    return found


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines, docstrings aside."""
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def named(text: str) -> Iterator[str]:
    """The ids that a string is, or mentions: whole words with a hyphen, and articles of a law."""
    if text in ids():
        yield text
        return
    yield from (word for word in re.findall(r"[a-z]+(?:-[a-z]+)+", text) if word in ids())
    yield from (slug for slug in re.findall(r"([a-z_]+):[0-9]", text) if slug in ids())


def found_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    return ((line, word) for line, text in texts(tree) for word in named(text) if word not in OTHER_WORDS)


def test_no_id_stands_in_the_program() -> None:
    wrong = []
    for path in sorted((ROOT / "letters").rglob("*.py")):
        where = path.relative_to(ROOT)
        for line, word in found_in(ast.parse(path.read_text("utf-8"))):
            if not (where == TABLE_NAMES and ids()[word] == "table value"):
                wrong.append(f"{where}:{line} {word} ({ids()[word]})")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("x = 'not-delivered'", "not-delivered"),
        ("def f():\n    '''A docstring.'''\n    return f'例如 {x}（already-activated）'", "already-activated"),
        ("x = ['minfadian:584(1)']", "minfadian"),
        ("x = 'yufu_jieshi'", "yufu_jieshi"),
        ("x = 'fees.court_fee'", "fees.court_fee"),
    ],
)
def test_an_id_would_be_found(code: str, word: str) -> None:
    assert [found for _, found in found_in(ast.parse(code))] == [word]


def test_a_docstring_may_speak_of_an_id() -> None:
    assert not list(found_in(ast.parse('"""not-delivered"""\ndef f():\n    "minfadian:584"')))


def test_every_table_value_that_the_program_names_exists() -> None:
    named_there = [value for _, value in texts(ast.parse((ROOT / TABLE_NAMES).read_text("utf-8")))]
    assert len(named_there) == len(set(named_there)) > 30
    assert [value for value in named_there if ids().get(value) != "table value"] == []
