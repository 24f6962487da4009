"""Whatever is written in a case comes out as it was written, in every format."""

import html
import io
import re
from unicodedata import normalize

import docx
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from letters.letter import Block, Closing, Heading, Item, Letter, Paragraph, Run, Table, length
from letters.writers.docx.document import to_docx
from letters.writers.html import to_fragment
from letters.writers.text import to_text

from .sample import COMPLAINT
from .test_docx import part

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd-\uffff]")
TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(
    ["<w:p/>", "&amp;", "{{ 7*7 }}", "# |", "“…”", "\ua66e", ""]
)
RUNS = st.lists(st.builds(Run, TEXT, st.booleans()), max_size=3).map(tuple)
ROWS = st.lists(st.lists(RUNS, max_size=4).map(tuple), max_size=4).map(tuple)
BLOCKS = st.lists(
    st.builds(Paragraph, RUNS, st.sampled_from(["body", "flush", "party", "note", "right", "unknown"]))
    | st.builds(Heading, RUNS, st.sampled_from([1, 2]))
    | st.builds(Item, RUNS, st.sampled_from(["1. ", "（1）", ""]))
    | st.builds(Table, ROWS, ROWS, st.just(()), st.sampled_from(["grid", "sheet", "plain"]), st.just(frozenset({1})))
    | st.builds(Closing, st.lists(st.tuples(st.sampled_from(["opening", "body", "sign", "flush"]), RUNS)).map(tuple)),
    max_size=6,
).map(tuple)


def letter(*blocks: Block) -> Letter:
    return replace(COMPLAINT, body=blocks)


@given(TEXT)
@example("\ufffd")
def test_docx_gives_back_every_character_that_xml_can_hold(text: str) -> None:
    data = to_docx(letter(Paragraph((Run(text),)), Paragraph((Run("末"),))))
    expected = FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == expected


@given(TEXT)
def test_html_gives_back_every_character(text: str) -> None:
    fragment = to_fragment((Paragraph((Run(text),), "flush"),))
    inner = re.sub(r"^<p[^>]*>|</p>$", "", fragment)
    shown = html.unescape(inner.replace("<br>", "\n"))
    kept = re.sub("[\x7f-\x9f]", "", FORBIDDEN.sub("", text))
    assert shown == kept.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=60)
@given(BLOCKS)
def test_any_blocks_make_a_document_that_opens(blocks: tuple[Block, ...]) -> None:
    data = to_docx(letter(*blocks))
    document = docx.Document(io.BytesIO(data))
    assert data == to_docx(letter(*blocks))
    assert len(document.tables) == sum(isinstance(block, Table) for block in blocks)
    assert "</w:tbl><w:sectPr" not in part(data)
    assert "</w:tbl><w:tbl>" not in part(data)


@given(BLOCKS, st.sampled_from(["box", "paper", "script"]))
def test_text_never_has_trailing_spaces_or_double_gaps(blocks: tuple[Block, ...], layout: str) -> None:
    text = to_text(blocks, layout)  # type: ignore[arg-type]
    assert "\n\n\n" not in text or layout != "box"
    assert not any(line != line.rstrip() for line in text.split("\n"))
    assert length(text) == len(normalize("NFC", text))
