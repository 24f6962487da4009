"""A new format is one module with one function and one entry in the registry; the command line needs nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from letters.errors import LettersError
from letters.letter import Letter
from letters.writers import registry
from letters.writers.writing import write
from tests.conftest import DAY, EXAMPLES, ROOT
from tests.writers.sample import COMPLAINT

MODULE = """
from letters.letter import Heading, Letter, Title, plain

def to_outline(letter: Letter) -> bytes:
    heads = [plain(b.runs) for b in letter.body if isinstance(b, (Title, Heading))]
    return "\\n".join(["* " + head for head in heads] + [f"{len(letter.body)} blocks", ""]).encode()
"""
START = """
import sys
from letters.writers import registry
registry.FORMATS += (registry.Format("outline", (".org",), "text/org", "outline_writer:to_outline", is_text=%r),)
from letters.cli import main
sys.exit(main(sys.argv[1:]))
"""


def letters(folder: Path, *arguments: object, is_text: bool = False) -> subprocess.CompletedProcess[str]:
    (folder / "outline_writer.py").write_text(MODULE, "utf-8")
    paths = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", START % is_text, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip


CASE = EXAMPLES / "points-not-delivered" / "case.yaml"


def test_the_command_line_offers_it(tmp_path: Path) -> None:
    done = letters(tmp_path, "draft", CASE, "-c", "small-claims", "-t", "rtf")
    assert done.returncode == 2 and "outline" in done.stderr


def test_it_is_written_by_its_name_and_by_its_suffix(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    named = letters(tmp_path, "draft", CASE, "-c", "small-claims", "-t", "outline", "-o", f"{folder}/", "--date", DAY)
    assert named.returncode == 0, named.stderr
    assert [path.name for path in folder.iterdir()] == ["small-claims.org"]
    file = tmp_path / "one.org"
    by_suffix = letters(tmp_path, "draft", CASE, "-c", "small-claims", "-o", file, "--date", DAY)
    assert by_suffix.returncode == 0, by_suffix.stderr
    assert file.read_bytes() == (folder / "small-claims.org").read_bytes()
    assert file.read_text("utf-8").startswith("* 民事起诉状\n* 诉讼请求\n")


def test_as_text_it_goes_to_the_terminal_and_keeps_the_boxes_apart(tmp_path: Path) -> None:
    shown = letters(tmp_path, "draft", CASE, "-c", "small-claims", "-t", "outline", "--date", DAY, is_text=True)
    assert shown.returncode == 0 and shown.stdout.startswith("* 民事起诉状\n")
    folder = tmp_path / "out"
    assert letters(
        tmp_path, "draft", CASE, "-c", "12315", "-t", "outline", "-o", f"{folder}/", "--date", DAY, is_text=True
    ).returncode == 0  # fmt: skip
    assert {"12315.org", "12315-fields.org"} <= {path.name for path in folder.iterdir()}


def test_a_channel_may_name_it_as_its_own(tmp_path: Path) -> None:
    ours = (ROOT / "templates" / "zh_CN" / "small-claims.md").read_text("utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "my-court.md").write_text(
        ours.replace("id: small-claims", "id: my-court").replace("format: docx", "format: outline"), "utf-8"
    )
    arguments = ("draft", CASE, "-c", "my-court", "--templates", own, "-o", f"{tmp_path}/out/", "--date", DAY)
    done = letters(tmp_path, *arguments)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["my-court.org"]


def test_a_channel_with_a_format_that_is_none_names_its_file(tmp_path: Path) -> None:
    ours = (ROOT / "templates" / "zh_CN" / "small-claims.md").read_text("utf-8")
    (tmp_path / "my-court.md").write_text(
        ours.replace("id: small-claims", "id: my-court").replace("format: docx", "format: dokx"), "utf-8"
    )
    done = letters(tmp_path, "draft", CASE, "-c", "my-court", "--templates", tmp_path, "--date", DAY)
    assert done.returncode == 2
    assert "my-court.md" in done.stderr and "dokx" in done.stderr and "Traceback" not in done.stderr
    linted = letters(tmp_path, "lint", tmp_path)
    assert linted.returncode == 1 and "my-court.md" in linted.stdout and "dokx" in linted.stdout


@pytest.mark.parametrize("format", registry.FORMATS, ids=lambda format: format.name)
def test_every_entry_can_be_loaded_and_found(format: registry.Format) -> None:
    assert callable(registry.loaded(format.function))
    assert not format.book or callable(registry.loaded(format.book))
    assert registry.format_named(format.name) is format
    assert all(registry.format_of_suffix(suffix.upper()) is format for suffix in format.suffixes)
    assert "/" in format.media_type


def test_no_two_formats_share_a_name_or_a_suffix() -> None:
    names = [each.name for each in registry.FORMATS]
    suffixes = [suffix for each in registry.FORMATS for suffix in each.suffixes]
    assert len(set(names)) == len(names) and len(set(suffixes)) == len(suffixes)


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    letter: Letter = COMPLAINT
    with pytest.raises(LettersError) as error:
        write(letter, "doc")
    assert "doc" in error.value.message and "docx" in error.value.fix
