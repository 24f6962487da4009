"""Plain text: what is pasted into a form, sent in a chat or read aloud. No markup, no wrapping, no tabs."""

from letters.letter import (
    Block,
    Closing,
    Heading,
    Item,
    Layout,
    Letter,
    PageBreak,
    Paragraph,
    Runs,
    Table,
    Title,
    plain,
)

CELL = " | "


def to_text(blocks: tuple[Block, ...], layout: Layout = "paper") -> str:
    """`blocks` as lines joined by line feeds, without one at the end.

    `box` prints no title (it is a field of its own) and no blank lines; `paper` sets groups apart by one blank line;
    `script` only headings, tables and the closing. An empty paragraph is a gap between two groups.
    """
    shown = tuple(block for block in blocks if not (layout == "box" and isinstance(block, Title)))
    lines: list[str] = []
    before: Block | None = None
    for block in shown:
        new = [line for piece in _lines(block) for line in _split(piece)]
        if not any(new):
            before = PageBreak() if before is not None else None
            continue
        if before is not None and _apart(before, block, layout):
            lines.append("")
        lines += new if layout != "box" else [line for line in new if line]
        before = block
    return "\n".join(lines)


def write_text(letter: Letter) -> bytes:
    """The longest variant of `letter` as UTF-8 text that ends with a line feed."""
    return f"{to_text(letter.body, letter.layout)}\n".encode()


def _apart(before: Block, block: Block, layout: Layout) -> bool:
    if layout == "box":
        return False
    if isinstance(before, PageBreak) or isinstance(block, (Closing, Table)) or isinstance(before, (Closing, Table)):
        return True
    if isinstance(block, Heading):
        return block.level == 1 and not isinstance(before, Heading)
    if layout == "script" or isinstance(before, Heading):
        return False
    if isinstance(before, Title):
        return True
    return _role(before) not in (_role(block), "body" if isinstance(block, Item) else "")


def _role(block: Block) -> str:
    return block.role if isinstance(block, Paragraph) else "item"


def _lines(block: Block) -> list[str]:
    match block:
        case Title(runs) | Heading(runs) | Paragraph(runs):
            return [plain(runs)]
        case Item(runs, label):
            return [f"{label}{plain(runs)}"]
        case Table():
            return _table(block)
        case Closing(lines):
            return _closing(lines)
    return []


def _table(table: Table) -> list[str]:
    """One line a row: `栏目：值` on a sheet (its header row says nothing there), else cells between bars."""
    if table.kind == "sheet":
        return [_pair([plain(cell) for cell in row]) for row in table.rows]
    lines = [_row([plain(cell) for cell in row], False) for row in table.header]
    return lines + [_row([plain(cell) for cell in row], index in table.spans) for index, row in enumerate(table.rows)]


def _pair(cells: list[str]) -> str:
    value = "；".join(value for value in cells[1:] if value)
    return f"{cells[0]}：{value}" if len(cells) > 1 else "".join(cells)


def _row(cells: list[str], span: bool) -> str:
    flat = [" ".join(_split(cell)) for cell in cells]
    return "".join(flat[:1]) if span else CELL.join(flat)


def _closing(lines: tuple[tuple[str, Runs], ...]) -> list[str]:
    """The lines of a closing, with a gap where signature or annex begins."""
    out: list[str] = []
    last = ""
    for role, runs in lines:
        group = "address" if role in ("opening", "body") else role
        if last and group != last:
            out.append("")
        out.append(plain(runs))
        last = group
    return out


def _split(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")]
