"""The program asks what a channel is and never names one: a user's own is as good as ours."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from letters.case.model.purchase import Method
from letters.channels.front_matter import GROUPS
from letters.channels.known_channels import channels

ROOT = Path(__file__).parents[2]
IDS = frozenset(channels().ids())
#: Where the ways of paying are listed and explained; three of them share their names with channels.
METHODS = {ROOT / "letters" / "case" / "model" / name for name in ("purchase.py", "vocabulary.py")}


def constants(source: str) -> list[tuple[int, str]]:
    """The strings of a module by line, docstrings aside."""
    tree = ast.parse(source)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "letters").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_names_a_channel(path: Path) -> None:
    allowed = frozenset(get_args(Method)) if path in METHODS else frozenset()
    assert [(line, text) for line, text in constants(path.read_text("utf-8")) if text in IDS - allowed] == []


def test_the_walk_finds_what_it_looks_for() -> None:
    assert constants('"""12315"""\nwhere = ["12315"]\n') == [(2, "12315")]


def test_no_channel_is_called_like_a_kind_of_channel() -> None:
    assert IDS.isdisjoint(GROUPS)
