"""The bound evidence book: list, exhibits, manifest; broken files are named, and skipped only on request."""

import hashlib
import json
from pathlib import Path

import docx
import pytest

from tests.conftest import DAY, Run, files_under
from tests.tools import NEEDS_PDF

BOOK = ("draft", "-c", "evidence-list", "--with-files", "--date", DAY)


def texts(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)


def test_book_and_manifest(run: Run, case: Path, tmp_path: Path) -> None:
    originals = {path: path.read_bytes() for path in (case.parent / "evidence").iterdir()}
    assert run(*BOOK, case, "-o", f"{tmp_path}/book/").code == 0
    assert files_under(tmp_path / "book") == {"evidence-book.docx", "manifest.json"}
    manifest = json.loads((tmp_path / "book" / "manifest.json").read_text("utf-8"))
    digests = {each["file"]: each["sha256"] for each in manifest["exhibits"]}
    assert digests == {f"evidence/{path.name}": hashlib.sha256(data).hexdigest() for path, data in originals.items()}
    document = docx.Document(str(tmp_path / "book" / "evidence-book.docx"))
    assert len(document.inline_shapes) == 5
    numbers = [row.cells[-1].text for row in document.tables[0].rows if row.cells[0].text.startswith("证据")]
    assert numbers == [each["pages"] for each in manifest["exhibits"]] == ["1", "2", "3", "4", "5"]
    assert {path: path.read_bytes() for path in originals} == originals


@NEEDS_PDF
def test_book_goes_beside_the_case_in_two_forms(run: Run, case: Path) -> None:
    assert run(*BOOK, case, "-t", "docx", "-t", "pdf").code == 0
    assert {"evidence-book.docx", "evidence-book.pdf", "manifest.json"} == files_under(case.parent / "case-letters")


@pytest.mark.parametrize("fault", ["missing", "empty", "no image", "outside", "link"])
def test_a_broken_file_is_named_and_skipped_only_on_request(run: Run, case: Path, fault: str, tmp_path: Path) -> None:
    target = case.parent / "evidence" / "E2.png"
    match fault:
        case "missing":
            target.unlink()
        case "empty":
            target.write_bytes(b"")
        case "no image":
            target.write_bytes(b"not a picture")
        case "outside":
            (tmp_path / "secret.png").write_bytes(target.read_bytes())
            case.write_text(case.read_text("utf-8").replace("evidence/E2.png", "../secret.png"), "utf-8")
        case _:
            (tmp_path / "secret.png").write_bytes(target.read_bytes())
            target.unlink()
            target.symlink_to(tmp_path / "secret.png")
    done = run(*BOOK, case, "-o", f"{tmp_path}/book/")
    assert done.code == 1 and "E2" in done.err and "程序内部出错" not in done.err
    assert not (tmp_path / "book").exists()
    done = run(*BOOK, case, "-o", f"{tmp_path}/book/", "--skip-broken")
    assert done.code == 0
    manifest = json.loads((tmp_path / "book" / "manifest.json").read_text("utf-8"))
    assert [each["id"] for each in manifest["exhibits"]] == ["E1", "E3", "E4", "E5"]
    assert [each["pages"] for each in manifest["exhibits"]] == ["1", "3", "4", "5"]
    assert len(manifest["skipped"]) == 1


def test_an_exhibit_without_file_gets_a_page_of_its_own(run: Run, case: Path, tmp_path: Path) -> None:
    case.write_text(case.read_text("utf-8").replace(", file: evidence/E1.png", ""), "utf-8")
    assert run(*BOOK, case, "-o", f"{tmp_path}/book/").code == 0
    assert "请将原件的复印件附于此处" in texts(tmp_path / "book" / "evidence-book.docx")
    manifest = json.loads((tmp_path / "book" / "manifest.json").read_text("utf-8"))
    assert [each["pages"] for each in manifest["exhibits"]] == ["2", "3", "4", "5"]


@pytest.mark.parametrize(
    "arguments", [("-c", "12315", "--with-files"), ("--all", "--with-files"), ("-c", "evidence-list", "--skip-broken")]
)
def test_only_the_list_is_bound(run: Run, case: Path, arguments: tuple[str, ...]) -> None:
    assert run("draft", case, *arguments, "--date", DAY).code == 2


def test_other_formats_and_a_file_name_are_refused(run: Run, case: Path, tmp_path: Path) -> None:
    assert run(*BOOK, case, "-t", "html").code == 2
    assert run(*BOOK, case, "-o", tmp_path / "book.docx").code == 2
    assert files_under(tmp_path) == files_under(tmp_path) - {"book.docx"}
