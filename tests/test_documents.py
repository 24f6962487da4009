"""Every document of every example: valid for the Open XML SDK, opened by LibreOffice, the same words for other readers."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from letters.cli import main
from tests.conftest import DAY, EXAMPLES, ROOT
from tests.tools import NEEDS_LAYOUT, NEEDS_PANDOC

pytestmark = pytest.mark.slow

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "letters-tests"
VALIDATOR = CACHE / "node_modules" / ".bin" / "ooxml-validator"
PAGES = ROOT / "tests" / "pages.json"
FONTS = ROOT / "tests" / "fonts.conf"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """`example/channel` to its DOCX, of every channel whose natural form is a document."""
    from letters.api import channels_of

    papers = {channel.id for channel in channels_of() if channel.format == "docx"}
    folder = tmp_path_factory.mktemp("documents")
    found: dict[str, Path] = {}
    for case in sorted(EXAMPLES.glob("*/case.yaml")):
        target = folder / case.parent.name
        main(["draft", str(case), "--all", "-t", "docx", "-o", f"{target}/", "--date", DAY])
        found |= {
            f"{case.parent.name}/{path.stem}": path for path in sorted(target.glob("*.docx")) if path.stem in papers
        }
    assert found
    return found


@pytest.fixture(scope="module")
def sample(documents: dict[str, Path]) -> dict[str, Path]:
    """One document of each channel."""
    return {name.partition("/")[2]: path for name, path in documents.items()}


@pytest.mark.skipif(not VALIDATOR.exists(), reason=f"not here: {VALIDATOR}; cure: bash .ci/run, which needs npm")
def test_the_open_xml_sdk_finds_nothing(sample: dict[str, Path]) -> None:
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    faults = {}
    for name, path in sample.items():
        done = subprocess.run([VALIDATOR, path], capture_output=True, text=True, env=environment)
        answer = json.loads(done.stdout)
        if not answer["ok"] or answer["errors"]:
            faults[name] = answer["errors"]
    assert faults == {}


@pytest.fixture(scope="module")
def pages(documents: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The number of pages that LibreOffice makes of each document."""
    folder = tmp_path_factory.mktemp("pdf")
    named = {}
    for name, path in documents.items():
        named[name] = folder / f"{name.replace('/', '__')}.docx"
        shutil.copy(path, named[name])
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *map(str, named.values())],
        capture_output=True, check=True, timeout=420, env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
    )  # fmt: skip
    found = {}
    for name, path in named.items():
        info = subprocess.run(["pdfinfo", Path(path).with_suffix(".pdf")], capture_output=True, text=True, check=True)
        match = re.search(r"^Pages:\s+(\d+)", info.stdout, re.MULTILINE)
        assert match
        found[name] = int(match[1])
    return found


@NEEDS_LAYOUT
def test_libreoffice_opens_them_with_the_known_page_counts(pages: dict[str, int]) -> None:
    """A page more or less is a change of layout or of text: look at it, then run with LETTERS_STORE_PAGES=1 to accept it."""
    if os.environ.get("LETTERS_STORE_PAGES"):
        PAGES.write_text(json.dumps(pages, indent=1, sort_keys=True) + "\n", "utf-8")
    known = json.loads(PAGES.read_text("utf-8"))
    assert {name: count for name, count in pages.items() if abs(count - known.get(name, 0)) > 0} == {}


def words(text: str) -> str:
    """The characters that carry meaning: what readers add to lay it out falls away."""
    return re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]", "", text)


def test_mammoth_reads_the_same_words(sample: dict[str, Path]) -> None:
    import docx
    import mammoth

    for name, path in sample.items():
        with path.open("rb") as file:
            read = words(mammoth.extract_raw_text(file).value)
        paragraphs = docx.Document(str(path)).element.body.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
        )
        assert read == words("".join(each.text or "" for each in paragraphs)), name


@NEEDS_PANDOC
def test_pandoc_reads_the_same_words(sample: dict[str, Path]) -> None:
    import mammoth

    for name, path in sample.items():
        done = subprocess.run(
            ["pandoc", "-s", "-f", "docx", "-t", "plain", "--wrap=none", str(path)],
            capture_output=True,
            text=True,
            check=True,
        )
        with path.open("rb") as file:
            assert set(words(done.stdout)) == set(words(mammoth.extract_raw_text(file).value)), name


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def test_same_bytes_in_every_time_zone_and_hash_seed(zone: str, tmp_path: Path) -> None:
    case = EXAMPLES / "points-not-delivered" / "case.yaml"
    main(["draft", str(case), "-c", "small-claims", "-o", str(tmp_path / "here.docx"), "--date", DAY])
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(zone))}
    subprocess.run(
        [sys.executable, "-m", "letters", "draft", case, "-c", "small-claims", "-o", tmp_path / "there.docx", "--date", DAY],
        check=True, capture_output=True, env=environment,
    )  # fmt: skip
    assert (tmp_path / "here.docx").read_bytes() == (tmp_path / "there.docx").read_bytes()
