"""Cures that name a package: they work in a checkout, and name what pyproject.toml asks for."""

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from letters.errors import LettersError, to_install
from letters.writers import pdf
from letters.writers.book import exhibit, images
from tests.conftest import ROOT
from tests.writers.pictures import BAD

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


def packages(extra: str) -> set[str]:
    return {re.split("[^A-Za-z0-9-]", wanted)[0].lower() for wanted in EXTRAS[extra]}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Any:
    def hidden(*modules: str) -> None:
        for module in modules:
            monkeypatch.setitem(sys.modules, module, None)

    pdf._typst.cache_clear()
    return hidden


def test_the_command_is_for_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert to_install("pypdf", "pillow") == f"{sys.executable} -m pip install pypdf pillow"
    monkeypatch.setattr(sys, "executable", "/My Files/python")
    assert to_install("typst") == '"/My Files/python" -m pip install typst'


def test_each_missing_package_is_named_as_the_extras_name_it(without: Any, tmp_path: Path) -> None:
    without("PIL", "pypdf", "typst")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    attempts: list[tuple[str, Callable[[], object]]] = [
        ("evidence", lambda: images.clean_pages("a.png", b"")),
        ("evidence", lambda: exhibit.load_exhibit("a.pdf", tmp_path)),
        ("pdf", pdf._typst),
    ]
    for extra, attempt in attempts:
        with pytest.raises(LettersError) as caught:
            attempt()
        assert to_install(*sorted(packages(extra))) in caught.value.fix


def test_a_photo_of_a_phone_names_its_decoder() -> None:
    with pytest.raises(LettersError) as caught:
        images.clean_pages("phone.heic", BAD["phone.heic"][0]())
    assert to_install("pillow-heif") in caught.value.fix


def test_no_cure_names_this_project_to_a_package_index() -> None:
    for folder, pattern in (("letters", "*.py"), ("docs", "*.md"), ("examples", "*.py")):
        for path in (ROOT / folder).rglob(pattern):
            assert not re.search(r"pip install ['\"]?letters", path.read_text("utf-8")), path
