"""Blocks to WordprocessingML, as text: every look is a named style, every value is escaped here."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from letters.letter import Block, Closing, Heading, Item, PageBreak, Paragraph, Runs, Table, Title

BULLET: Final = "· "
# A short block before a closing stands on one line, so the block before it stays too.
ONE_LINE: Final = 27
LONGEST_CHAIN: Final = 12
_SPECIAL: Final = re.compile(
    "[&<>\x00-\x1f\ud800-\udfff\ufffd-\uffff"
    "\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2100-\u27bf]"
)
_BREAK: Final = re.compile("\r\n|[\r\n\t]")
_WIDE: Final = re.compile("[\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2100-\u27bf]")
# What XML 1.0 (section 2.2) has no place for, and the sign of a broken decoding.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd-\uffff]")
_ROLES: Final = {"body": "body", "flush": "flush", "party": "party", "note": "note", "centre": "centre",
                 "center": "centre", "right": "right"}
_CLOSING: Final = {"opening": "opening", "body": "addressee", "sign": "sign", "flush": "annex"}
_PLAIN_OPEN: Final = '<w:r><w:t xml:space="preserve">'
_PLAIN_CLOSE: Final = "</w:t></w:r>"


def escape(text: str) -> str:
    """`text` for element content and double-quoted attributes; characters that XML forbids are left out."""
    if _SPECIAL.search(text) or '"' in text:
        text = _FORBIDDEN.sub("", text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def body_xml(blocks: Sequence[Block], ids: Mapping[str, str], width: int) -> str:
    """The children of `w:body` for `blocks`, without the section.

    `ids` maps our roles to style ids (`docx_styles.IDS` or those of a letterhead); `width` is the text width in twips.
    """
    kept = _kept(blocks)
    out: list[str] = []
    fresh = False
    table_before = False
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            fresh = bool(out)
            continue
        if isinstance(block, Table):
            if fresh or table_before:
                out.append(f"{_open(ids['gap'], False, fresh)}</w:p>")
            out.append(_table(block, ids, width, index in kept))
            table_before, fresh = True, False
            continue
        if isinstance(block, Closing):
            for role, line in block.lines:
                out.append(f"{_open(ids[_CLOSING.get(role, 'annex')], False, fresh)}{_runs(line, ids)}</w:p>")
                fresh = False
        else:
            runs = block.runs
            if not runs:
                continue
            if isinstance(block, Paragraph):
                role = _ROLES.get(block.role, "body")
            elif isinstance(block, Item):
                role = "item"
            elif isinstance(block, Heading):
                role = "heading1" if block.level == 1 else "heading2"
            else:
                role = "title"
            label = _run(block.label or BULLET, False, ids) if isinstance(block, Item) else ""
            out.append(f"{_open(ids[role], index in kept, fresh)}{label}{_runs(runs, ids)}</w:p>")
            fresh = False
        table_before = False
    if table_before or not out:
        out.append(f"{_open(ids['gap'], False, False)}</w:p>")
    return "".join(out)


@lru_cache(maxsize=256)
def _open(style: str, keep: bool, fresh: bool) -> str:
    with_next = "<w:keepNext/>" if keep else ""
    on_new_page = "<w:pageBreakBefore/>" if fresh else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{with_next}{on_new_page}</w:pPr>'


def _kept(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the blocks that stay with a closing: the one before it, and more while they are short or in between."""
    kept: set[int] = set()
    ends = [index for index, block in enumerate(blocks) if isinstance(block, Closing)]
    for end in ends:
        for index in range(end - 1, max(-1, end - LONGEST_CHAIN), -1):
            block = blocks[index]
            if isinstance(block, (Closing, PageBreak)):
                break
            kept.add(index)
            between = any(other < index for other in ends)
            if isinstance(block, (Title, Heading)) or between:
                continue
            if isinstance(block, Table) or sum(len(run.text) for run in block.runs) > ONE_LINE:
                break
            if index < end - 1:
                break
    return kept


def _runs(runs: Runs, ids: Mapping[str, str]) -> str:
    if len(runs) == 1 and not runs[0].bold:
        text = runs[0].text
        if not _SPECIAL.search(text):
            return f"{_PLAIN_OPEN}{text}{_PLAIN_CLOSE}"
    return "".join([_run(run.text, run.bold, ids) for run in runs])


def _run(text: str, bold: bool, ids: Mapping[str, str]) -> str:
    special = _SPECIAL.search(text)
    if not special and not bold:
        return f"{_PLAIN_OPEN}{text}{_PLAIN_CLOSE}"
    look = f'<w:rStyle w:val="{ids["strong"]}"/>' if bold else ""
    if special:
        if _WIDE.search(text):
            look += '<w:rFonts w:hint="eastAsia"/>'
        text = _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = _BREAK.sub(_line_break, text)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _line_break(match: re.Match[str]) -> str:
    mark = "<w:tab/>" if match[0] == "\t" else "<w:br/>"
    return f'</w:t>{mark}<w:t xml:space="preserve">'


@lru_cache(maxsize=64)
def columns(widths: tuple[int, ...], count: int, width: int) -> tuple[int, ...]:
    """Column widths in twips that add up to `width`, in the proportions of `widths` (equal if they do not fit)."""
    parts = widths if len(widths) == count and all(part > 0 for part in widths) else (1,) * count
    total = sum(parts)
    edges = [width * sum(parts[:index]) // total for index in range(count + 1)]
    return tuple(right - left for left, right in zip(edges, edges[1:], strict=False))


@lru_cache(maxsize=64)
def _table_head(kind: str, style: str, sizes: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in sizes)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    head = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    middle = '<w:vAlign w:val="center"/>' if kind != "plain" else ""
    cells = tuple(f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/>{middle}</w:tcPr>' for one in sizes)
    return head, cells


def _table(table: Table, ids: Mapping[str, str], width: int, kept: bool) -> str:
    rows = (*table.header, *table.rows)
    count = max((len(row) for row in rows), default=1) or 1
    sizes = columns(table.widths, count, width)
    kind = table.kind if f"table-{table.kind}" in ids else "grid"
    head, cells = _table_head(kind, ids[f"table-{kind}"], sizes)
    out = [head]
    for row in table.header:
        look = ids["cell-head"]
        out.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        out += [_cell(cells[at], row[at] if at < len(row) else (), _open(look, False, False), ids) for at in range(count)]
        out.append("</w:tr>")
    last = len(table.rows) - 2 if kept else len(table.rows)
    label = ids["cell-label"] if table.kind == "sheet" else ids["cell"]
    for index, row in enumerate(table.rows):
        out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        keep = index >= last
        if index in table.spans:
            span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
            start = f'<w:tc><w:tcPr><w:tcW w:w="{sum(sizes)}" w:type="dxa"/>{span}</w:tcPr>'
            out.append(_cell(start, row[0] if row else (), _open(ids["cell-group"], keep, False), ids))
        else:
            first, other = _open(label, keep, False), _open(ids["cell"], keep, False)
            for at in range(count):
                out.append(_cell(cells[at], row[at] if at < len(row) else (), other if at else first, ids))
        out.append("</w:tr>")
    if not rows:
        out.append(f"<w:tr>{_cell(cells[0], (), _open(ids['cell'], False, False), ids)}</w:tr>")
    out.append("</w:tbl>")
    return "".join(out)


def _cell(start: str, runs: Runs, paragraph: str, ids: Mapping[str, str]) -> str:
    return f"{start}{paragraph}{_runs(runs, ids)}</w:p></w:tc>" if runs else f"{start}{paragraph}</w:p></w:tc>"
