"""The house: no circle of imports, no public name and no module name that means two things."""

import ast
import runpy
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import ROOT

#: What counts as an import: those that run on loading; those inside functions too; those for type checkers too.
Reach = Literal["top", "functions", "types"]

#: Each file and function here is a command and is named as the command line names it.
COMMANDS = "letters.cli.commands."
#: Names that stand in more than one module, each with its reason.
NAMES_TWICE: dict[str, str] = {}


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for path in sorted((ROOT / "letters").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


def _imports(node: ast.AST, reach: Reach) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and reach == "top":
            continue
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test) and reach != "types":
            yield from (found for other in child.orelse for found in _imports(ast.Module([other], []), reach))
        else:
            yield from _imports(child, reach)


def imported(name: str, reach: Reach) -> set[str]:
    """The modules of the program that a module imports; a relative import would be none of ours and is an error."""
    found: set[str] = set()
    for node in _imports(_tree(name), reach):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
            continue
        assert node.level == 0 and node.module, f"{name}: relative import"
        found |= {
            f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in modules() else node.module for a in node.names
        }
    return found & modules().keys() - {name}


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Modules each of which imports the one before it, the last being the first; empty where there are none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


@pytest.mark.parametrize("reach", ["top", "functions", "types"])
def test_no_module_imports_itself_by_way_of_others(reach: Reach) -> None:
    assert not circle({name: imported(name, reach) for name in modules()})


def test_a_circle_would_be_found() -> None:
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"b"}})) == {"b", "c"}
    assert not circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})
    lazy = ast.parse(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b\ndef f():\n    import a\nimport c"
    )
    names = {
        reach: [a.name for node in _imports(lazy, reach) for a in node.names if a.name != "TYPE_CHECKING"]
        for reach in ("top", "functions", "types")
    }
    assert names == {"top": ["c"], "functions": ["a", "c"], "types": ["b", "a", "c"]}


def _public(module: str, node: "ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef") -> bool:
    command = module.startswith(COMMANDS) and node.decorator_list
    return not node.name.startswith("_") and not command


def test_every_public_name_stands_in_one_module() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for name in modules():
        for node in _tree(name).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and _public(name, node):
                homes[node.name].append(name)
    twice = {public: where for public, where in homes.items() if len(where) > 1}
    wrong = {public: where for public, where in twice.items() if public not in NAMES_TWICE}
    assert not wrong, "\n".join(f"{public}: {', '.join(where)}" for public, where in sorted(wrong.items()))
    assert not NAMES_TWICE.keys() - twice.keys(), "exceptions that are none"


def test_every_module_name_stands_in_one_folder() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for name, path in modules().items():
        if path.stem != "__init__" and not name.startswith(COMMANDS):
            homes[path.stem].append(str(path.relative_to(ROOT)))
    twice = {stem: where for stem, where in homes.items() if len(where) > 1}
    assert not twice, "\n".join(f"{stem}: {', '.join(where)}" for stem, where in sorted(twice.items()))


def test_the_picture_shows_the_imports_as_they_are() -> None:
    drawn = runpy.run_path(str(ROOT / "docs" / "architecture.py"))["drawing"]()
    assert drawn == (ROOT / "docs" / "architecture.svg").read_text("utf-8"), "make picture"
