"""DOCX: valid, the same bytes everywhere, nothing lost, nothing of the machine."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace
from PIL import Image

from letters.letter import Attachment, Block, Closing, Item, Letter, Paragraph, Run, Table, Title, texts
from letters.writers.docx.document import to_docx
from letters.writers.docx.reference_document import reference_document, write_reference
from letters.writers.writing import write

from .sample import BODY, COMPLAINT, NASTY, NASTY_TEXT, SHEET, row, runs

ROOT = Path(__file__).resolve().parents[2]
CHECK = ROOT.parent / "shared" / "tools" / "check_docx.py"
HASH = """
import hashlib, sys
from letters.writers.docx.document import to_docx
from tests.writers.sample import COMPLAINT
print(hashlib.sha256(to_docx(COMPLAINT)).hexdigest())
heavy = {"docx", "lxml", "zipfile", "PIL", "jinja2"} & set(sys.modules)
assert not heavy, heavy
"""


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def words(data: bytes) -> list[str]:
    """Every paragraph's text, those of tables where they stand."""
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def assert_valid(data: bytes, folder: Path) -> None:
    """The schema and what the schema misses; skipped where the schemas are not at hand."""
    if not CHECK.exists():
        pytest.skip(f"not here: {CHECK}; cure: lay the project's shared folder beside the checkout")
    file = folder / "checked.docx"
    file.write_bytes(data)
    done = subprocess.run([sys.executable, str(CHECK), str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("letter", [COMPLAINT, SHEET, NASTY, replace(COMPLAINT, body=())], ids=str)
def test_every_document_is_valid(letter: Letter, tmp_path: Path) -> None:
    assert_valid(to_docx(letter), tmp_path)


def test_same_bytes_in_any_process(tmp_path: Path) -> None:
    expected = hashlib.sha256(to_docx(COMPLAINT)).hexdigest()
    for seed, zone in (("0", "UTC"), ("4711", "America/New_York")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", HASH]
        done = subprocess.run(command, capture_output=True, text=True, env=surroundings, cwd=tmp_path, check=False)
        assert done.stdout.strip() == expected, done.stderr


def test_package_is_sound_and_undated() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(COMPLAINT))) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_all_words_in_reading_order() -> None:
    expected = [text for text in texts(COMPLAINT.body) if text]
    found = [text for text in words(to_docx(COMPLAINT)) if text]
    assert [text.removeprefix("1. ").removeprefix("2. ") for text in found] == expected


def test_values_are_text_and_never_markup() -> None:
    data = to_docx(NASTY)
    document = docx.Document(io.BytesIO(data))
    assert sum(paragraph.text == NASTY_TEXT for paragraph in document.paragraphs) == 7
    assert document.tables[0].rows[0].cells[0].text == NASTY_TEXT
    assert document.core_properties.title == NASTY_TEXT
    assert document.core_properties.author == "<李&晓雨>"


def test_forbidden_characters_are_left_out() -> None:
    text = "甲\x00\x0b\x1f乙\ud800丙\ufffe\ufffd丁\t戊\ua66e己"
    data = to_docx(replace(COMPLAINT, body=(Paragraph(runs(text)),), title=text, author=text))
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "甲乙丙丁\t戊\ua66e己"


def test_ten_thousand_characters_arrive() -> None:
    text = "长句，" * 3333 + " 末 "
    assert words(to_docx(replace(COMPLAINT, body=(Paragraph(runs(text)),))))[0] == text


def test_properties_tell_of_the_letter_only() -> None:
    properties = docx.Document(io.BytesIO(to_docx(COMPLAINT))).core_properties
    assert (properties.title, properties.author, properties.language) == ("民事起诉状", "李晓雨", "zh-CN")
    assert properties.created is not None
    assert properties.created.isoformat() == "2026-11-22T00:00:00+00:00"
    assert properties.modified == properties.created
    assert (properties.last_modified_by, properties.comments) == ("", "")
    with zipfile.ZipFile(io.BytesIO(to_docx(COMPLAINT))) as package:
        assert "docProps/app.xml" not in package.namelist()


def test_page_and_body_follow_the_official_format() -> None:
    document = docx.Document(io.BytesIO(to_docx(COMPLAINT)))
    section = document.sections[0]
    margins = section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
    assert [round(margin.mm) for margin in margins if margin] == [37, 26, 35, 28]
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "docGrid" not in part(to_docx(COMPLAINT))
    styles = part(to_docx(COMPLAINT), "word/styles.xml")
    assert 'w:eastAsia="仿宋"' in styles
    assert '<w:ind w:firstLineChars="200" w:firstLine="640"/>' in styles
    assert '<w:spacing w:line="560" w:lineRule="exact"/>' in styles
    assert '<w:altName w:val="FangSong"/>' in part(to_docx(COMPLAINT), "word/fontTable.xml")
    assert "updateFields" not in part(to_docx(COMPLAINT), "word/settings.xml")


def test_only_named_styles_give_looks() -> None:
    xml = part(to_docx(COMPLAINT))
    for direct in ("<w:sz ", "<w:b/>", "<w:jc ", "<w:ind ", "<w:spacing ", "w:eastAsia="):
        assert direct not in xml
    paragraphs = docx.Document(io.BytesIO(to_docx(COMPLAINT))).paragraphs
    used = {paragraph.style.name for paragraph in paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2", "Body Text", "Letters Party", "Letters Item", "Letters Sign"} <= used


def test_tables_repeat_their_header_and_keep_rows_whole() -> None:
    table = docx.Document(io.BytesIO(to_docx(COMPLAINT))).tables[0]
    xml = part(to_docx(COMPLAINT))
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == len(table.rows) == 6
    assert xml.count('<w:gridSpan w:val="5"/>') == 2
    assert sum(column.width for column in table.columns if column.width) == 8845 * 635


def test_footer_counts_pages_by_fields_with_cached_values() -> None:
    footer = part(to_docx(COMPLAINT), "word/footer1.xml")
    assert footer.count('w:fldCharType="separate"') == 2
    assert " PAGE " in footer and " NUMPAGES " in footer
    assert "".join(p.text for p in docx.Document(io.BytesIO(to_docx(COMPLAINT))).sections[0].footer.paragraphs) == (
        "第 1 页 共 1 页"
    )


def keeps(blocks: tuple[Block, ...]) -> list[str]:
    """Texts of the paragraphs that are kept with the next one, by themselves or by their style."""
    document = docx.Document(io.BytesIO(to_docx(replace(COMPLAINT, body=blocks))))
    kept = []
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if paragraph.pPr.find(qn("w:keepNext")) is not None:
            kept.append(text)
    return kept


def test_signature_never_stands_alone() -> None:
    closing = Closing((("opening", runs("此致")), ("sign", runs("签名"))))
    long = "一段很长的话，" * 10
    assert keeps((Paragraph(runs("甲" * 60)), Paragraph(runs(long)), closing)) == [long]
    assert keeps((Paragraph(runs(long)), Paragraph(runs("短。")), closing)) == [long, "短。"]
    rows = Table((), tuple(row(str(n), "值") for n in range(5)))
    assert keeps((rows, closing)) == ["3", "值", "4", "值"]
    first, second = Closing((("opening", runs("此致")),)), Closing((("sign", runs("签名")),))
    between = (Paragraph(runs("附：")), Paragraph(runs(long)), Paragraph(runs(long)))
    assert keeps((first, *between, second)) == ["附：", long, long]
    styles = part(to_docx(COMPLAINT), "word/styles.xml")
    for name in ("LettersOpening", "LettersAddressee", "LettersSign"):
        assert "<w:keepNext/>" in styles.split(f'w:styleId="{name}"')[1].split("</w:style>")[0]


def test_page_break_begins_the_next_block_without_an_empty_line() -> None:
    xml = part(to_docx(NASTY))
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert 'w:type="page"' not in xml


def test_pictures_stand_on_their_own_pages(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (2000, 1000), "white").save(picture, "PNG")
    attachment = Attachment("证据1", "image/png", picture.getvalue(), 2000, 1000)
    data = to_docx(COMPLAINT, attachments=(attachment, attachment))
    document = docx.Document(io.BytesIO(data))
    assert [(shape.width, shape.height) for shape in document.inline_shapes] == [(8845 * 635, 4422 * 635)] * 2
    assert part(data).count("<w:pageBreakBefore/>") == 2
    assert_valid(data, tmp_path)


def test_our_reference_document_can_be_written(tmp_path: Path) -> None:
    write_reference(tmp_path / "ours.docx")
    assert (tmp_path / "ours.docx").read_bytes() == reference_document()
    assert [entry.name for entry in tmp_path.iterdir()] == ["ours.docx"]
    with pytest.raises(OSError):
        write_reference(tmp_path / "no" / "ours.docx")


def test_write_names_the_formats() -> None:
    assert write(COMPLAINT, "docx") == to_docx(COMPLAINT)
    assert write(COMPLAINT, "txt").startswith("民事起诉状".encode())
    with pytest.raises(Exception, match="没有“odt”这种格式"):
        write(COMPLAINT, "odt")


def test_paragraphs_with_long_numbers_are_not_pulled_apart() -> None:
    number = "交易单号4200000404201909069117582536"
    blocks = (Paragraph(runs(number)), Item(runs(number), "1. "), Paragraph(runs("付款98.00元")))
    paragraphs = docx.Document(io.BytesIO(to_docx(replace(COMPLAINT, body=blocks)))).paragraphs
    names = [paragraph.style.name for paragraph in paragraphs if paragraph.style]
    assert names == ["Letters Body Loose", "Letters Item Loose", "Body Text"]


def test_bold_is_a_character_style() -> None:
    data = to_docx(replace(COMPLAINT, body=(Title(runs("题")), Paragraph((Run("重", True), Run("轻"))))))
    assert [run.bold for run in docx.Document(io.BytesIO(data)).paragraphs[1].runs] == [None, None]
    assert part(data).count('<w:rStyle w:val="Strong"/>') == 1
    assert BODY[0] == COMPLAINT.body[0]


def test_a_script_is_set_smaller_for_one_sheet() -> None:
    usual, spoken = (
        part(to_docx(letter), "word/styles.xml") for letter in (COMPLAINT, replace(COMPLAINT, layout="script"))
    )
    assert 'w:line="720"' in usual and 'w:line="720"' not in spoken
    assert 'w:line="380"' in spoken
    assert words(to_docx(replace(COMPLAINT, layout="script"))) == words(to_docx(COMPLAINT))
