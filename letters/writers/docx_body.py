"""Blocks to WordprocessingML, as text: every look is a named style, every value is escaped at one place.

The pieces of a document alternate: markup of ours at even places, text of the letter at odd ones. So all text is
escaped in one go, and none can be forgotten.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from letters.letter import Block, Closing, Heading, Item, PageBreak, Paragraph, Runs, Table, Title

# A short block before a closing stands on one line, so the block before it stays too.
ONE_LINE: Final = 27
LONGEST_CHAIN: Final = 12
ROLES: Final = frozenset({"body", "flush", "party", "note", "centre", "right"})
CLOSING: Final = {"opening": "opening", "body": "addressee", "sign": "sign", "flush": "annex"}
# A letter that no text of a letter holds (Cyrillic multiocular O), between texts while they are escaped together.
_SEPARATOR: Final = "\ua66e"
# The hint: without it Word takes “”——…· from the Latin font.
_HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
_TEXT: Final = '<w:t xml:space="preserve">'
_RUN: Final = f"<w:r><w:rPr>{_HINT}</w:rPr>{_TEXT}"
_RUN_END: Final = "</w:t></w:r>"
_CELL_END: Final = "</w:t></w:r></w:p></w:tc>"
_BREAK: Final = re.compile("\r\n|[\r\n\t]")
# What XML 1.0 (section 2.2) has no place for, and the sign of a broken decoding.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd-\uffff]")


def escape(text: str) -> str:
    """`text` for element content and double-quoted attributes; characters that XML forbids are left out."""
    text = _FORBIDDEN.sub("", text).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def body_xml(blocks: Sequence[Block], ids: Mapping[str, str], width: int) -> str:
    """The children of `w:body` for `blocks`, without the section.

    `ids` maps our roles to style ids (`docx_styles.IDS` or those of a letterhead); `width` is the text width in twips.
    """
    kept = _kept(blocks)
    pieces: list[str] = []
    end = ""
    fresh = False
    after_table = False
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            fresh = bool(pieces)
        elif isinstance(block, Table):
            if fresh or after_table:
                end += f"{_open(ids['gap'], False, fresh)}</w:p>"
            end = _table(pieces, end, block, ids, width, index in kept)
            after_table, fresh = True, False
        elif isinstance(block, Closing):
            for role, runs in block.lines:
                start = _open(ids[CLOSING.get(role, "annex")], False, fresh)
                end = _paragraph(pieces, end + start, runs, ids["strong"])
                after_table = fresh = False
        elif block.runs:
            start = end + _open(ids[_role(block)], index in kept, fresh)
            if isinstance(block, Item) and block.label:
                pieces += (start + _RUN, block.label)
                start = _RUN_END
            end = _paragraph(pieces, start, block.runs, ids["strong"])
            after_table = fresh = False
    if after_table or not pieces:
        end += f"{_open(ids['gap'], False, False)}</w:p>"
    pieces[1::2] = _escaped(pieces[1::2])
    pieces.append(end)
    return "".join(pieces)


def _role(block: Title | Heading | Paragraph | Item) -> str:
    if isinstance(block, Paragraph):
        return block.role if block.role in ROLES else "body"
    if isinstance(block, Heading):
        return "heading1" if block.level == 1 else "heading2"
    return "item" if isinstance(block, Item) else "title"


@lru_cache(maxsize=256)
def _open(style: str, keep: bool, fresh: bool) -> str:
    with_next = "<w:keepNext/>" if keep else ""
    on_new_page = "<w:pageBreakBefore/>" if fresh else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{with_next}{on_new_page}</w:pPr>'


def _paragraph(pieces: list[str], start: str, runs: Runs, strong: str, end: str = "</w:p>") -> str:
    """Adds `start` and the runs; the markup that must follow is returned, for the next piece to begin with."""
    for run in runs:
        if run.bold:
            pieces += (f'{start}<w:r><w:rPr><w:rStyle w:val="{strong}"/>{_HINT}</w:rPr>{_TEXT}', run.text)
        else:
            pieces += (start + _RUN, run.text)
        start = _RUN_END
    return start + end


def _escaped(texts: list[str]) -> list[str]:
    """`texts` for element content: markup escaped, line breaks and tabs as elements, forbidden characters left out."""
    together = _SEPARATOR.join(texts)
    if together.isprintable() and together.count(_SEPARATOR) == len(texts) - 1:
        return together.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split(_SEPARATOR)
    clean = [_FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    return [text if text.isprintable() else _BREAK.sub(_line_break, text) for text in clean]


def _line_break(match: re.Match[str]) -> str:
    return f"</w:t>{'<w:tab/>' if match[0] == chr(9) else '<w:br/>'}{_TEXT}"


def _kept(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the blocks that stay with a closing: the one before it, more while they are short or in between."""
    kept: set[int] = set()
    ends = [index for index, block in enumerate(blocks) if isinstance(block, Closing)]
    for end in ends:
        for index in range(end - 1, max(-1, end - LONGEST_CHAIN), -1):
            block = blocks[index]
            if isinstance(block, (Closing, PageBreak)):
                break
            kept.add(index)
            if isinstance(block, (Title, Heading)) or ends[0] < index:
                continue
            short = not isinstance(block, Table) and sum(len(run.text) for run in block.runs) <= ONE_LINE
            if not short or index < end - 1:
                break
    return kept


@lru_cache(maxsize=64)
def columns(widths: tuple[int, ...], count: int, width: int) -> tuple[int, ...]:
    """Column widths in twips that add up to `width`, in the proportions of `widths` (equal if they do not fit)."""
    parts = widths if len(widths) == count and all(part > 0 for part in widths) else (1,) * count
    total = sum(parts)
    edges = [width * sum(parts[:index]) // total for index in range(count + 1)]
    return tuple(right - left for left, right in zip(edges, edges[1:], strict=False))


@lru_cache(maxsize=64)
def _table_head(style: str, sizes: tuple[int, ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


@lru_cache(maxsize=256)
def _cells(styles: tuple[str, ...], sizes: tuple[int, ...], keep: bool) -> tuple[str, ...]:
    """The beginning of each cell of a row, up to its text."""
    middle = '<w:vAlign w:val="center"/>'
    return tuple(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{middle}</w:tcPr>{_open(style, keep, False)}'
        for style, size in zip(styles, sizes, strict=True)
    )


def _table(pieces: list[str], end: str, table: Table, ids: Mapping[str, str], width: int, kept: bool) -> str:
    count = max((len(row) for row in (*table.header, *table.rows)), default=1) or 1
    sizes = columns(table.widths, count, width)
    strong = ids["strong"]
    end += _table_head(ids.get(f"table-{table.kind}") or ids["table-grid"], sizes)
    heads = _cells((ids["cell-head"],) * count, sizes, False)
    for row in table.header:
        end = _row(pieces, end + "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", row, heads, strong)
    looks = (ids["cell-label"] if table.kind == "sheet" else ids["cell"], *(ids["cell"],) * (count - 1))
    loose, tied = _cells(looks, sizes, False), _cells(looks, sizes, True)
    last = len(table.rows) - 2 if kept else len(table.rows)
    for index, row in enumerate(table.rows or ((),)):
        end += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        if index in table.spans:
            span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
            start = f'<w:tc><w:tcPr><w:tcW w:w="{sum(sizes)}" w:type="dxa"/>{span}</w:tcPr>'
            end = _row(pieces, end, row[:1], (start + _open(ids["cell-group"], False, False),), strong)
        else:
            end = _row(pieces, end, row, tied if index >= last else loose, strong)
    return end + "</w:tbl>"


def _row(pieces: list[str], end: str, row: tuple[Runs, ...], starts: tuple[str, ...], strong: str) -> str:
    for start, runs in zip(starts, row, strict=False):
        if len(runs) == 1 and not runs[0].bold:
            pieces += (f"{end}{start}{_RUN}", runs[0].text)
            end = _CELL_END
        else:
            end = _paragraph(pieces, end + start, runs, strong, "</w:p></w:tc>")
    if len(row) < len(starts):
        end += "".join([f"{start}</w:p></w:tc>" for start in starts[len(row) :]])
    return end + "</w:tr>"
