"""The value between drafting and the writers: a letter as blocks, with what it cites, demands and promises.

Drafting makes it, writers turn it into bytes; neither knows the other. Everything in it is plain and immutable.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

Layout = Literal["box", "paper", "script"]


class Run(Struct, frozen=True):
    """A stretch of text of one look; `text` may hold line breaks."""

    text: str
    bold: bool = False


Runs = tuple[Run, ...]


class Title(Struct, frozen=True):
    runs: Runs


class Heading(Struct, frozen=True):
    """A heading; level 1 (黑体) or 2 (楷体). Numerals are part of the text."""

    runs: Runs
    level: int = 1


class Paragraph(Struct, frozen=True):
    """A paragraph. `role` names its look: body, flush (no indent), party (a 当事人 line), note, centre, right."""

    runs: Runs
    role: str = "body"


class Item(Struct, frozen=True):
    """A list item with its literal label, such as `1. ` or an empty string for a bullet."""

    runs: Runs
    label: str


class Table(Struct, frozen=True):
    """Rows of cells; `header` rows repeat on each page. `widths` are parts of the text width, empty: equal.

    A row with a single non-empty first cell and `spans` true for its index is a group row across all columns.
    """

    header: tuple[tuple[Runs, ...], ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...] = ()
    kind: str = "grid"
    spans: frozenset[int] = frozenset()


class Closing(Struct, frozen=True):
    """The closing block, kept together with what stands before it.

    `lines` are (role, text): `opening` 此致, `body` 敬礼 or the court, `sign` signature and date (right), `flush` others.
    """

    lines: tuple[tuple[str, Runs], ...]


class PageBreak(Struct, frozen=True):
    pass


Block = Title | Heading | Paragraph | Item | Table | Closing | PageBreak


class Citation(Struct, frozen=True):
    """A provision that the letter names: `article` as `slug:563(1)(3)`, what it carries and why it was chosen."""

    article: str
    demand: str
    strength: str
    reason: str


class DemandLine(Struct, frozen=True):
    """One demand of the letter; `amount` in yuan or None where no money is asked."""

    kind: str
    amount: Decimal | None
    respondent: str


class Exhibit(Struct, frozen=True):
    """Evidence `id` of the case under its number in this letter, 1 for 证据1."""

    number: int
    id: str
    title: str


class Dropped(Struct, frozen=True):
    """An optional part that did not fit: its rank (1 falls first) and its name."""

    rank: int
    name: str
    variant: str = ""


class Attachment(Struct, frozen=True):
    """A file that a document embeds, such as an exhibit page: bytes are already checked and cleaned."""

    name: str
    media_type: str
    data: bytes
    width: int = 0
    height: int = 0


class Letter(Struct, frozen=True):
    """A finished letter. `body` is the longest variant; `variants` holds the text of each length budget."""

    channel: str
    date: date
    title: str
    body: tuple[Block, ...]
    layout: Layout = "box"
    language: str = "zh-CN"
    author: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    variants: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    demands: tuple[DemandLine, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    deadline: datetime | None = None
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()


def plain(runs: Runs) -> str:
    """The characters of `runs` without their looks."""
    return "".join(run.text for run in runs)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every piece of text of `blocks` in reading order, without layout."""
    for block in blocks:
        match block:
            case Title(runs) | Heading(runs) | Paragraph(runs) | Item(runs, _):
                yield plain(runs)
            case Table():
                for row in (*block.header, *block.rows):
                    yield from (plain(cell) for cell in row)
            case Closing(lines):
                yield from (plain(runs) for _, runs in lines)
            case PageBreak():
                pass


def length(text: str) -> int:
    """Characters as forms count them: code points after NFC, a line break counts one."""
    return len(unicodedata.normalize("NFC", text))


def measure(blocks: Iterable[Block]) -> int:
    """The length of a text that is pasted: each block, with its label, on a line of its own."""
    lines = []
    for block in blocks:
        lines.append(f"{block.label}{plain(block.runs)}" if isinstance(block, Item) else "\n".join(texts((block,))))
    return length("\n".join(lines))
