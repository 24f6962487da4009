"""A letterhead of the user's own: what is kept, what is added, what is refused."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt
from PIL import Image

from letters.errors import LettersError
from letters.writers.docx.document import to_docx
from letters.writers.docx.reference_document import write_reference
from letters.writers.letterhead.reading import load_reference

from .sample import COMPLAINT
from .test_docx import assert_valid, part, words


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    """What an association's clerk would make: a logo and a name in the header, wide margins, red headings."""
    logo = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(logo, "PNG")
    logo.seek(0)
    document = docx.Document()
    header = document.sections[0].header.paragraphs[0]
    header.text = "济南市消费者协会"
    header.add_run().add_picture(logo)
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(40)
    document.styles["Heading 1"].font.size = Pt(30)
    document.add_paragraph("信头里的示例文字")
    document.core_properties.author = "某台电脑的用户"
    file = tmp_path / "letterhead.docx"
    document.save(str(file))
    return file


def change(file: Path, edit: Callable[[dict[str, bytes]], None]) -> Path:
    """`file` written again with its parts changed."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    edit(parts)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file


def test_header_margins_and_styles_are_theirs(letterhead: Path) -> None:
    reference = load_reference(letterhead)
    data = to_docx(COMPLAINT, reference)
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "济南市消费者协会"
    assert section.left_margin is not None and round(section.left_margin.mm) == 40
    assert len(section.header.part.rels) == 1
    assert document.styles["Heading 1"].font.size == Pt(30)
    assert "信头里的示例文字" not in part(data)
    assert words(data) == words(to_docx(COMPLAINT))
    assert document.core_properties.author == "李晓雨"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "某台电脑的用户".encode() in package.read(name)]
    assert reference.width == 12240 - 2 * 2268


def test_missing_styles_come_from_ours_with_a_note(letterhead: Path) -> None:
    reference = load_reference(letterhead)
    assert "Letters Sign" in reference.notes[0]
    assert "Title" not in reference.notes[0].split("：")[1].split("、")
    assert "页码" in reference.notes[1]
    footer = docx.Document(io.BytesIO(to_docx(COMPLAINT, reference))).sections[0].footer
    assert footer.paragraphs[0].text == "第 1 页 共 1 页"


def test_result_is_valid_and_stable(letterhead: Path, tmp_path: Path) -> None:
    data = to_docx(COMPLAINT, load_reference(letterhead))
    assert data == to_docx(COMPLAINT, load_reference(letterhead))
    assert_valid(data, tmp_path)


def test_our_own_reference_needs_nothing_added(tmp_path: Path) -> None:
    write_reference(tmp_path / "ours.docx")
    reference = load_reference(tmp_path / "ours.docx")
    assert reference.notes == ()
    assert part(to_docx(COMPLAINT, reference)).count("<w:p>") == part(to_docx(COMPLAINT)).count("<w:p>")


def put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: content})


def swap(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def edit(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return edit


def drop(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__delitem__(name)


DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HEADER_RELS = "word/_rels/header1.xml.rels"
BROKEN: list[tuple[Callable[[dict[str, bytes]], None], str]] = [
    (put("word/vbaProject.bin", b"x"), "宏"),
    (swap("[Content_Types].xml", b"document.main+xml", b"document.macroEnabled.main+xml"), "宏"),
    (drop("word/document.xml"), "没有正文"),
    (put("word/document.xml", b"<w:document"), "损坏"),
    (put("word/styles.xml", DTD + b"<x>&a;</x>"), "DTD"),
    (put("word/header1.xml", DTD + b"<x>&a;</x>"), "DTD"),
    (swap(HEADER_RELS, b"/>", b' TargetMode="External"/>'), "外部文件"),
    (swap(HEADER_RELS, b"relationships/image", b"relationships/oleObject"), "嵌入对象"),
    (put("word/big.bin", b"\0" * 100_000_001), "100 MB"),
    (swap("_rels/.rels", b"schemas.openxmlformats.org/officeDocument", b"purl.oclc.org/ooxml"), "Strict"),
]
IDS = [f"{reason}-{number}" for number, (_, reason) in enumerate(BROKEN)]


@pytest.mark.parametrize(("edit", "reason"), BROKEN, ids=IDS)
def test_unusable_letterheads(edit: Callable[[dict[str, bytes]], None], reason: str, letterhead: Path) -> None:
    with pytest.raises(LettersError, match=reason) as caught:
        load_reference(change(letterhead, edit))
    assert caught.value.fix
    assert str(letterhead) in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "不是 DOCX"),
        (b"hello", "不是 DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "已加密"),
        (b"PK\x03\x04" + b"\0" * 100, "不是 DOCX"),
        (b"\0" * 20_000_001, "太大"),
    ],
)
def test_what_is_no_package_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(content)
    with pytest.raises(LettersError, match=reason):
        load_reference(file)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(LettersError, match="打不开"):
            load_reference(path)
