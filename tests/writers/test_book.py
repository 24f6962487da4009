"""The bound book: list and exhibits in order, page numbers that agree, nothing hidden left in it."""

import hashlib
import io
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from msgspec.structs import replace

from letters.writers.book.bound import (
    BookExhibit,
    BrokenBook,
    bind,
    book_docx,
    book_pdf,
    manifest,
    page_numbers,
)
from letters.writers.docx.reference_document import write_reference
from letters.writers.letterhead.reading import load_reference
from tests.tools import NEEDS_PDF

from .pictures import BAD, GOOD, encoded, pdf, put, screenshot
from .sample import BODY, COMPLAINT
from .test_docx import assert_valid, part, words

WHEN = "2026年11月1日20时16分"
LIST = replace(COMPLAINT, title="证据目录", body=(BODY[0], BODY[-2]))


@pytest.fixture
def exhibits(tmp_path: Path) -> list[BookExhibit]:
    files = {
        "shot.png": GOOD["shot.png"](),
        "contract.pdf": pdf(2),
        "photo.jpg": GOOD["photo.jpg"](),
        "long.png": encoded(screenshot(500, 2400), "PNG"),
    }
    return [
        BookExhibit(number, f"第{number}份材料", "原告手机", WHEN, put(tmp_path, name, content), f"E{number}")
        for number, (name, content) in enumerate(files.items(), 1)
    ]


def test_page_numbers_run_on(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    assert page_numbers(bind(exhibits, tmp_path)) == {1: "1", 2: "2-3", 3: "4", 4: "5-7"}


def test_docx_holds_list_and_every_exhibit(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    book = bind(exhibits, tmp_path)
    data = book_docx(LIST, book)
    assert data == book_docx(LIST, bind(exhibits, tmp_path))
    document = docx.Document(io.BytesIO(data))
    assert len(document.inline_shapes) == 5
    assert len(document.sections) == 2
    assert part(data).count('<w:pgNumType w:start="1"/>') == 1
    assert document.sections[1].footer.paragraphs[0].text == "证据材料 第 1 页 共 7 页"
    text = "\n".join(words(data))
    for one in exhibits:
        assert f"证据{one.number}　第{one.number}份材料" in text
        assert hashlib.sha256((tmp_path / one.path).read_bytes()).hexdigest() in text
    assert "来源：原告手机　形成时间：2026年11月1日20时16分" in text
    assert "“contract.pdf”第2页，共2页" in text
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if b"SECRET" in package.read(name)]
    assert_valid(data, tmp_path)


def test_pictures_leave_room_for_their_captions(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    for shape in docx.Document(io.BytesIO(book_docx(LIST, bind(exhibits, tmp_path)))).inline_shapes:
        assert shape.width <= 8845 * 635
        assert shape.height <= (16838 - 2098 - 1984 - 3 * 400 - 400) * 635


@NEEDS_PDF
def test_pdf_shows_the_pages_of_pdfs(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    data = book_pdf(LIST, bind(exhibits, tmp_path))
    pages = ["".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert len(pages) == 8
    assert "第1页共1页" in pages[0]
    for number in range(1, 8):
        assert f"证据材料第{number}页共7页" in pages[number]
    assert "证据2第2份材料（第2页，共2页）" in pages[3]
    assert "请打印" not in pages[3]
    assert b"SECRET" not in data
    assert data == book_pdf(LIST, bind(exhibits, tmp_path))


def test_letterhead_numbers_exhibits_from_one(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    write_reference(tmp_path / "ours.docx")
    data = book_docx(LIST, bind(exhibits, tmp_path), load_reference(tmp_path / "ours.docx"))
    assert part(data).count('w:start="1"') == 1
    assert_valid(data, tmp_path)


def test_broken_exhibits_stop_the_book_unless_skipped(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    put(tmp_path, "text.png", BAD["text.png"][0]())
    bad = [replace(exhibits[0], number=number, path=path) for number, path in ((8, "text.png"), (9, "none.png"))]
    more = [exhibits[0], *bad]
    with pytest.raises(BrokenBook) as caught:
        bind(more, tmp_path)
    assert [one.name for one in caught.value.broken] == ["text.png", "none.png"]
    assert "text.png" in str(caught.value) and "none.png" in str(caught.value)
    book = bind(more, tmp_path, skip_broken=True)
    assert page_numbers(book) == {1: "1"}
    assert [one["file"] for one in manifest(book)["skipped"]] == ["text.png", "none.png"]
    assert_valid(book_docx(LIST, book), tmp_path)


def test_manifest_has_the_hash_of_every_original(exhibits: list[BookExhibit], tmp_path: Path) -> None:
    found = manifest(bind(exhibits, tmp_path))
    assert [one["pages"] for one in found["exhibits"]] == ["1", "2-3", "4", "5-7"]
    for one in found["exhibits"]:
        content = (tmp_path / one["file"]).read_bytes()
        assert (one["sha256"], one["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert found["skipped"] == []


def test_book_without_exhibits_is_the_list(tmp_path: Path) -> None:
    data = book_docx(LIST, bind([], tmp_path))
    assert len(docx.Document(io.BytesIO(data)).sections) == 1
    assert_valid(data, tmp_path)
