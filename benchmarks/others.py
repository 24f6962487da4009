"""The measured letter as others make it: docxtpl with a template, python-docx by hand."""

import io
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from benchmarks.texts import ANNEX, CLAIMS, COLUMNS, COURT, DATE, EVIDENCE, PARAGRAPHS, PARTIES, SIGNATURE, TITLE


def _style(document: Document, name: str, font: str, points: float, base: str = "Normal") -> None:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "Times New Roman"
    style.font.size = Pt(points)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if name != base:
        style.base_style = styles[base]
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(points + 12)


def _field(paragraph: Paragraph, instruction: str) -> None:
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _frame() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(37), Mm(26)
    section.bottom_margin, section.left_margin = Mm(35), Mm(28)
    _style(document, "Normal", "仿宋", 16)
    _style(document, "Title", "宋体", 22)
    _style(document, "Heading 1", "黑体", 16)
    _style(document, "Cell", "仿宋", 12)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("第 ")
    _field(footer, "PAGE")
    footer.add_run(" 页 共 ")
    _field(footer, "NUMPAGES")
    footer.add_run(" 页")
    return document


def _body(document: Document, text: str) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _table(document: Document, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = "Cell"


def python_docx() -> bytes:
    """Paragraph by paragraph from the default template, styles set by hand."""
    document = _frame()
    document.add_paragraph(TITLE, "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    _table(document, list(PARTIES))
    document.add_paragraph("诉讼请求", "Heading 1")
    for number, claim in enumerate(CLAIMS, 1):
        _body(document, f"{number}. {claim}")
    document.add_paragraph("事实与理由", "Heading 1")
    for text in PARAGRAPHS:
        _body(document, text)
    document.add_paragraph("证据目录", "Heading 1")
    _table(document, [COLUMNS, *EVIDENCE])
    for text in ("此致", COURT, ANNEX):
        _body(document, text)
    for text in (SIGNATURE, DATE):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _saved(document)


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def template() -> bytes:
    """The docxtpl template: the same letter with its loops as tags."""
    document = _frame()
    document.add_paragraph("{{ title }}", "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    _table(document, [("{%tr for p in parties %}", ""), ("{{ p[0] }}", "{{ p[1] }}"), ("{%tr endfor %}", "")])
    document.add_paragraph("诉讼请求", "Heading 1")
    for text in ("{%p for claim in claims %}", "{{ loop.index }}. {{ claim }}", "{%p endfor %}"):
        _body(document, text)
    document.add_paragraph("事实与理由", "Heading 1")
    for text in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}"):
        _body(document, text)
    document.add_paragraph("证据目录", "Heading 1")
    cells = tuple(f"{{{{ e[{index}] }}}}" for index in range(4))
    _table(document, [COLUMNS, ("{%tr for e in evidence %}", "", "", ""), cells, ("{%tr endfor %}", "", "", "")])
    for text in ("此致", "{{ court }}", "{{ annex }}"):
        _body(document, text)
    for text in ("{{ signature }}", "{{ date }}"):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _saved(document)


CONTEXT = {
    "title": TITLE,
    "parties": PARTIES,
    "claims": CLAIMS,
    "paragraphs": PARAGRAPHS,
    "evidence": EVIDENCE,
    "court": COURT,
    "annex": ANNEX,
    "signature": SIGNATURE,
    "date": DATE,
}


def docxtpl(source: str = "") -> bytes:
    """Template opened, rendered and saved; a DocxTemplate renders once, so each letter needs its own."""
    document = DocxTemplate(source or io.BytesIO(template()))
    document.render(CONTEXT, autoescape=True)
    return _saved(document)
