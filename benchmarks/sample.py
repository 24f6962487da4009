"""The letter that is measured: title, 12-row party table, 4 claims, 6 paragraphs, 8x4 evidence table, closing."""

from datetime import date
from typing import Final

from benchmarks.texts import ANNEX, CLAIMS, COLUMNS, COURT, DATE, EVIDENCE, PARAGRAPHS, PARTIES, SIGNATURE, TITLE
from letters.letter import Block, Closing, Heading, Item, Letter, Paragraph, Run, Runs, Table, Title


def _runs(text: str) -> Runs:
    return (Run(text),)


def _rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[Runs, ...], ...]:
    return tuple(tuple(_runs(cell) for cell in row) for row in rows)


BLOCKS: Final[tuple[Block, ...]] = (
    Title(_runs(TITLE)),
    Table((), _rows(PARTIES), (28, 72), "sheet"),
    Heading(_runs("诉讼请求")),
    *(Item(_runs(claim), f"{number}. ") for number, claim in enumerate(CLAIMS, 1)),
    Heading(_runs("事实与理由")),
    *(Paragraph(_runs(text)) for text in PARAGRAPHS),
    Heading(_runs("证据目录")),
    Table(_rows((COLUMNS,)), _rows(EVIDENCE), (12, 28, 22, 38)),
    Closing(
        (
            ("opening", _runs("此致")),
            ("body", _runs(COURT)),
            ("flush", _runs(ANNEX)),
            ("sign", _runs(SIGNATURE)),
            ("sign", _runs(DATE)),
        )
    ),
)
LETTER: Final = Letter("small-claims", date(2026, 11, 22), TITLE, BLOCKS, "paper", author="李晓雨")
