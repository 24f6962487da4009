"""PDF: the same words, never markup, the same bytes; missing fonts and programs are named with the cure."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace

from letters.errors import LettersError
from letters.letter import Block, Closing, Paragraph, texts
from letters.writers import pdf
from letters.writers.pdf import to_pdf
from letters.writers.writing import write
from tests.tools import NEEDS_PDF

from .sample import COMPLAINT, NASTY, SHEET, runs

ROOT = Path(__file__).resolve().parents[2]
HASH = """
import hashlib
from letters.writers.pdf import to_pdf
from tests.writers.sample import COMPLAINT
print(hashlib.sha256(to_pdf(COMPLAINT)).hexdigest())
"""


def pages(data: bytes) -> list[str]:
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.fixture
def nothing_known() -> Iterator[None]:
    """Neither the test nor those after it see which program and fonts were found before."""
    found = (pdf._typst, pdf._fonts, pdf.chosen_fonts)
    for each in found:
        each.cache_clear()
    yield
    for each in found:
        each.cache_clear()


@NEEDS_PDF
def test_every_text_is_there() -> None:
    found = "".join(pages(to_pdf(COMPLAINT)))
    for text in texts(COMPLAINT.body):
        assert "".join(text.split()) in found
    assert "第1页共2页" in found


@NEEDS_PDF
def test_values_are_never_markup() -> None:
    found = "".join(pages(to_pdf(NASTY)))
    assert found.count("#letx=1$a$@ref//注\\第一行第二行“引号”——…·") == 9
    assert found.count("{{7*7}}<w:p/>&amp;]]>") == 9
    assert to_pdf(replace(COMPLAINT, body=(Paragraph(runs('#read("/etc/passwd") ] } ) " \\')),)))


@NEEDS_PDF
def test_properties_are_those_of_the_letter() -> None:
    properties = pypdf.PdfReader(io.BytesIO(to_pdf(COMPLAINT))).metadata
    assert properties is not None
    assert properties.title == "民事起诉状"
    assert properties.author == "李晓雨"
    assert properties.creation_date is not None
    assert properties.creation_date.isoformat() == "2026-11-22T00:00:00+00:00"


@NEEDS_PDF
def test_same_bytes_in_any_process() -> None:
    expected = hashlib.sha256(to_pdf(COMPLAINT)).hexdigest()
    surroundings = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HASH]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
    assert done.stdout.strip() == expected, done.stderr


@NEEDS_PDF
def test_signature_never_stands_alone() -> None:
    closing = Closing((("opening", runs("此致")), ("sign", runs("签名处"))))
    for count in range(14, 24):
        body: tuple[Block, ...] = tuple(Paragraph(runs(f"第{number}段。")) for number in range(count))
        body = (*body, closing)
        for page in pages(to_pdf(replace(COMPLAINT, body=body))):
            if "签名处" in page:
                assert f"第{count - 1}段" in page


@NEEDS_PDF
def test_empty_letter_and_fields() -> None:
    assert pages(to_pdf(replace(COMPLAINT, body=(), author="", date=date(2000, 1, 1)))) == ["第1页共1页"]
    assert "13800000000" in pages(write(SHEET, "pdf"))[0]


def test_missing_fonts_are_named_with_the_cure(nothing_known: None, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoFonts:
        def families(self) -> list[str]:
            return ["Noto Serif CJK SC"]

    monkeypatch.setattr(pdf, "_fonts", NoFonts)
    with pytest.raises(LettersError, match="SimHei") as caught:
        pdf.chosen_fonts()
    assert "fonts-noto-cjk" in caught.value.fix
    assert "SimSun" not in caught.value.message


def test_missing_typst_is_named_with_the_cure(nothing_known: None, monkeypatch: pytest.MonkeyPatch) -> None:
    modules: dict[str, Any] = {"typst": None}
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    with pytest.raises(LettersError, match="typst") as caught:
        to_pdf(COMPLAINT)
    assert "pip install typst" in caught.value.fix
