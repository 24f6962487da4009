"""Blocks to WordprocessingML, as text: every look is a named style, every value is escaped at one place.

A document is a row of pairs: markup of ours, then text of the letter. Markup is kept as bytes from the start; all
text is escaped in one go at the end, and none can be forgotten.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from letters.letter import Block, Closing, Heading, Item, PageBreak, Paragraph, Runs, Table, Title

# A short block before a closing stands on one line, so the block before it stays too.
ONE_LINE: Final = 27
LONGEST_CHAIN: Final = 12
ROLES: Final = frozenset({"body", "flush", "party", "note", "centre", "right"})
LOOSE: Final = frozenset({"body", "party", "item"})
CLOSING: Final = {"opening": "opening", "body": "addressee", "sign": "sign", "flush": "annex"}
# A letter that no text of a letter holds (Cyrillic multiocular O), between texts while they are escaped together.
_SEPARATOR: Final = "\ua66e"
# The hint: without it Word takes “”——…· from the Latin font.
_HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
_TEXT: Final = '<w:t xml:space="preserve">'
_RUN: Final = f"<w:r><w:rPr>{_HINT}</w:rPr>{_TEXT}".encode()
_RUN_END: Final = b"</w:t></w:r>"
_END: Final = b"</w:p>"
_CELL_END: Final = b"</w:p></w:tc>"
_PLAIN_CELL_END: Final = _RUN_END + _CELL_END
_ROW: Final = b"<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW: Final = b"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW_END: Final = b"</w:tr>"
# An order number, a transaction number, an address on the web.
_LONG: Final = re.compile("[!-~]{12}")
_BREAK: Final = re.compile("\r\n|[\r\n\t]")
# What XML 1.0 (section 2.2) has no place for, and the sign of a broken decoding.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd-\uffff]")


def escape(text: str) -> str:
    """`text` for element content and double-quoted attributes; characters that XML forbids are left out."""
    text = _FORBIDDEN.sub("", text).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class _Pairs(Struct, frozen=True):
    """Markup and text by turns: `texts[n]` follows `marks[n]`."""

    strong: str
    marks: list[bytes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def joined(self, end: bytes) -> bytes:
        pieces = [b""] * (2 * len(self.marks))
        pieces[::2] = self.marks
        pieces[1::2] = _escaped(self.texts)
        pieces.append(end)
        return b"".join(pieces)


def body_xml(blocks: Sequence[Block], ids: Mapping[str, str], width: int) -> bytes:
    """The children of `w:body` for `blocks`, without the section, in UTF-8.

    `ids` maps our roles to style ids (`styles.IDS` or those of a letterhead); `width` is the text width in twips.
    """
    kept = _kept(blocks)
    pairs = _Pairs(ids["strong"])
    end = b""
    fresh = after_table = False
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            fresh = bool(end)
        elif isinstance(block, Table):
            if fresh or after_table:
                end += _bare(_lead(ids["gap"], False, fresh)) + _END
            end = _table(pairs, end, block, ids, width, index in kept)
            after_table, fresh = True, False
        elif isinstance(block, Closing):
            for role, runs in block.lines:
                end = _paragraph(pairs, end + _lead(ids[CLOSING.get(role, "annex")], False, fresh), runs)
                after_table = fresh = False
        elif block.runs:
            lead = end + _lead(ids[_role(block)], index in kept, fresh)
            if isinstance(block, Item) and block.label:
                pairs.marks.append(lead)
                pairs.texts.append(block.label)
                lead = _RUN_END + _RUN
            end = _paragraph(pairs, lead, block.runs)
            after_table = fresh = False
    if after_table or not end:
        end += _bare(_lead(ids["gap"], False, False)) + _END
    return pairs.joined(end)


def _role(block: Title | Heading | Paragraph | Item) -> str:
    if isinstance(block, Heading):
        return "heading1" if block.level == 1 else "heading2"
    if isinstance(block, Title):
        return "title"
    role = "item" if isinstance(block, Item) else block.role if block.role in ROLES else "body"
    if role in LOOSE:
        for run in block.runs:
            if _LONG.search(run.text):
                return f"{role}-loose"
    return role


@lru_cache(maxsize=256)
def _lead(style: str, keep: bool, fresh: bool) -> bytes:
    """A paragraph up to the text of its first run."""
    with_next = "<w:keepNext/>" if keep else ""
    on_new_page = "<w:pageBreakBefore/>" if fresh else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{with_next}{on_new_page}</w:pPr>'.encode() + _RUN


def _bare(lead: bytes) -> bytes:
    """A lead without the beginning of its run."""
    return lead.removesuffix(_RUN)


def _paragraph(pairs: _Pairs, lead: bytes, runs: Runs, close: bytes = _END) -> bytes:
    """Adds a paragraph; the markup that ends it is returned, for the next piece to begin with."""
    if not runs:
        return _bare(lead) + close
    for run in runs:
        if run.bold:
            bold = f'<w:r><w:rPr><w:rStyle w:val="{pairs.strong}"/>{_HINT}</w:rPr>{_TEXT}'
            lead = _bare(lead) + bold.encode()
        pairs.marks.append(lead)
        pairs.texts.append(run.text)
        lead = _RUN_END + _RUN
    return _RUN_END + close


def _escaped(texts: list[str]) -> list[bytes]:
    """`texts` for element content: markup escaped, line breaks and tabs as elements, forbidden characters left out."""
    together = _SEPARATOR.join(texts)
    plain = together.isprintable() and "\ufffd" not in together
    if plain and together.count(_SEPARATOR) == len(texts) - 1:
        together = together.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return together.encode().split(_SEPARATOR.encode())
    clean = [_FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts]
    return [(text if text.isprintable() else _BREAK.sub(_line_break, text)).encode() for text in clean]


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
def _table_head(style: str, sizes: tuple[int, ...]) -> bytes:
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    ).encode()


@lru_cache(maxsize=256)
def _cells(styles: tuple[str, ...], sizes: tuple[int, ...], keep: bool) -> tuple[bytes, ...]:
    """Each cell of a row up to its text."""
    middle = '<w:vAlign w:val="center"/>'
    return tuple(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{middle}</w:tcPr>'.encode() + _lead(style, keep, False)
        for style, size in zip(styles, sizes, strict=True)
    )


def _table(pairs: _Pairs, end: bytes, table: Table, ids: Mapping[str, str], width: int, kept: bool) -> bytes:
    count = max([len(row) for row in (*table.header, *table.rows)], default=1) or 1
    sizes = columns(table.widths, count, width)
    end += _table_head(ids.get(f"table-{table.kind}") or ids["table-grid"], sizes)
    heads = _cells((ids["cell-head"],) * count, sizes, False)
    for row in table.header:
        end = _row(pairs, end + _HEAD_ROW, row, heads)
    looks = (ids["cell-label"] if table.kind == "sheet" else ids["cell"], *(ids["cell"],) * (count - 1))
    loose, tied = _cells(looks, sizes, False), _cells(looks, sizes, True)
    last = len(table.rows) - 2 if kept else len(table.rows)
    for index, row in enumerate(table.rows or ((),)):
        end += _ROW
        if index in table.spans:
            span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
            start = f'<w:tc><w:tcPr><w:tcW w:w="{sum(sizes)}" w:type="dxa"/>{span}</w:tcPr>'.encode()
            end = _row(pairs, end, row[:1], (start + _lead(ids["cell-group"], False, False),))
        else:
            end = _row(pairs, end, row, tied if index >= last else loose)
    return end + b"</w:tbl>"


def _row(pairs: _Pairs, end: bytes, row: tuple[Runs, ...], leads: tuple[bytes, ...]) -> bytes:
    for lead, runs in zip(leads, row, strict=False):
        if len(runs) == 1 and not runs[0].bold:
            pairs.marks.append(end + lead)
            pairs.texts.append(runs[0].text)
            end = _PLAIN_CELL_END
        else:
            end = _paragraph(pairs, end + lead, runs, _CELL_END)
    if len(row) < len(leads):
        end += b"".join([_bare(lead) + _CELL_END for lead in leads[len(row) :]])
    return end + _ROW_END
