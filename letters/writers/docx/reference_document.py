"""Our reference document as a file to start a letterhead from: each named style shown in use."""

import os
from datetime import date
from pathlib import Path
from typing import Final

from letters.letter import Block, Closing, Heading, Item, Letter, Paragraph, Run, Runs, Table, Title
from letters.writers.docx.document import Reference, to_docx

__all__ = ["Reference", "reference_document", "write_reference"]

_DAY: Final = date(2026, 1, 1)


def _text(text: str) -> Runs:
    return (Run(text),)


def reference_document() -> bytes:
    """A DOCX in which every style that letters use appears once, named. The same bytes each time."""
    cells = (_text("Letters Cell"), _text("表格文字"))
    blocks: tuple[Block, ...] = (
        Title(_text("标题（Title）")),
        Paragraph(_text("Letters Flush：称呼，不缩进"), "flush"),
        Paragraph(_text("Letters Party：当事人"), "party"),
        Heading(_text("一级标题（Heading 1）")),
        Heading(_text("二级标题（Heading 2）"), 2),
        Paragraph((Run("Body Text：正文，首行缩进两字。"), Run("Strong：加粗。", True))),
        Item(_text("Letters Item：列项"), "1. "),
        Paragraph(_text("Letters Centre：居中"), "centre"),
        Paragraph(_text("Letters Right：居右"), "right"),
        Paragraph(_text("Letters Note：说明"), "note"),
        Table(
            ((_text("Letters Cell Head"), _text("表头")),),
            ((_text("Letters Cell Group"), ()), cells),
            spans=frozenset({0}),
        ),
        Table((), ((_text("Letters Cell Label"), _text("Letters Sheet：栏目表")),), (30, 70), "sheet"),
        Table((), (cells,), (), "plain"),
        Closing(
            (
                ("opening", _text("Letters Opening：此致")),
                ("body", _text("Letters Addressee：受文机关")),
                ("flush", _text("Letters Annex：附件")),
                ("sign", _text("Letters Sign：签名")),
                ("sign", _text("日期")),
            )
        ),
    )
    return to_docx(Letter("reference", _DAY, "信头样式", blocks, "paper"))


def write_reference(path: str | Path) -> None:
    """Writes our reference document to `path`, whole or not at all."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(reference_document())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
