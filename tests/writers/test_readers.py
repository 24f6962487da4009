"""Other programs read our DOCX: the same words in the same order, the same number of pages."""

import io
import os
import subprocess
from pathlib import Path

import mammoth
import pypdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from letters.letter import texts
from letters.writers.docx.document import to_docx
from tests.tools import NEEDS_LAYOUT, NEEDS_PANDOC, needs_shared

from .sample import COMPLAINT, NASTY, SHEET
from .test_docx import CHECK

FONTS = CHECK.with_name("fonts.conf")


def squeezed(text: str) -> str:
    return "".join(text.split())


def in_order(words: list[str], text: str) -> None:
    """Each of `words` stands in `text` behind the one before it."""
    place = 0
    for word in words:
        found = text.find(squeezed(word), place)
        assert found >= 0, word
        place = found + len(squeezed(word))


def test_mammoth_reads_the_same_words() -> None:
    text = squeezed(mammoth.extract_raw_text(io.BytesIO(to_docx(COMPLAINT))).value)
    in_order([word for word in texts(COMPLAINT.body) if word], text)
    labels = len("1.") + len("2.")
    assert len(text) == sum(len(squeezed(word)) for word in texts(COMPLAINT.body)) + labels


@NEEDS_PANDOC
def test_pandoc_reads_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    for letter in (COMPLAINT, SHEET):
        file.write_bytes(to_docx(letter))
        command = ["pandoc", "-f", "docx", "-t", "html", "--wrap=none", str(file)]
        html = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert ('<h1 id="诉讼请求">' in html) == (letter is COMPLAINT)
        for tag in ("<strong>", "</strong>"):
            html = html.replace(tag, "")
        in_order([word for word in texts(letter.body) if word and word != letter.title], squeezed(html))


@pytest.mark.slow
@NEEDS_LAYOUT
@needs_shared("tools", "fonts.conf")
def test_libreoffice_lays_out_the_known_number_of_pages(tmp_path: Path) -> None:
    known = {"complaint": (COMPLAINT, 2), "sheet": (SHEET, 1), "nasty": (NASTY, 2)}
    files = []
    for name, (letter, _) in known.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(to_docx(letter))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    subprocess.run(command, env=surroundings, capture_output=True, check=True, timeout=180)
    for name, (letter, count) in known.items():
        reader = pypdf.PdfReader(tmp_path / f"{name}.pdf")
        assert len(reader.pages) == count, name
        assert f"第{count}页共{count}页" in squeezed(reader.pages[-1].extract_text())
        signature = squeezed(reader.pages[-1].extract_text())
        if letter is COMPLAINT:
            assert "具状人" in signature and "证据3" in signature


def test_python_docx_reads_runs_with_their_breaks() -> None:
    body = Document(io.BytesIO(to_docx(NASTY))).element.body
    assert len(list(body.iter(qn("w:br")))) == 9
