"""From a rendered template to blocks: the marks that the compiled markup left are read, never the text."""

import re

from letters.drafting.template.markup import BLOCK, BOLD, BREAK, CELL, CLOSINGS, ROLES, UNBOLD
from letters.letter import Block, Closing, Heading, Item, PageBreak, Paragraph, Run, Runs, Table, Title


def runs(text: str) -> Runs:
    """Inline marks as runs; a hard break becomes a line break in the text."""
    text = text.replace(BREAK, "\n")
    if BOLD not in text:
        return (Run(text),)
    found = []
    for index, piece in enumerate(re.split(f"[{BOLD}{UNBOLD}]", text)):
        if piece:
            found.append(Run(piece, bold=bool(index % 2)))
    return tuple(found) or (Run(""),)


class Parsed:
    """A rendered template as blocks, with the parts of the formula that hold text."""

    def __init__(self, rendered: str) -> None:
        self.blocks: list[Block] = []
        self.parts: dict[str, int] = {}
        self._open: tuple[str, list[str]] | None = None
        self._number = 0
        self._rows: list[tuple[Runs, ...]] = []
        self._header = 0
        self._table: tuple[str, tuple[int, ...]] = ("grid", ())
        self._closing: list[tuple[str, Runs]] = []
        inside: list[str] = []
        head, *marks = rendered.split(BLOCK)
        if head.strip():
            marks.insert(0, f"P{head}")
        for mark in marks:
            sign, text = mark[0], mark[1:]
            if sign == "[":
                name, _, text = text.partition(CELL)
                inside.append(name)
                self.parts.setdefault(name, 0)
                sign = "P" if text.strip() else ""
            elif sign == "]":
                inside.pop()
                sign = "P" if text.strip() else ""
            if inside:
                for name in inside:
                    self.parts[name] += len(text.strip())
            if sign:
                self._take(sign, text)
        self._close()

    def _take(self, sign: str, text: str) -> None:
        if sign == "P":
            if self._open and self._open[0] in "PNU":
                self._open[1].append(text)
            elif text.strip():
                self._start("P", text)
        elif sign in "THhNU":
            self._start(sign, text)
        elif sign == "R":
            self._end_text()
            self._end_closing()
            if text.replace(CELL, "").strip():
                self._rows.append(tuple(runs(cell.strip()) for cell in text.split(CELL)))
        elif sign == "S":
            self._header = len(self._rows)
        elif sign == "K":
            self._close()
            kind, _, rest = text.partition(CELL)
            self._table = (kind, tuple(int(part) for part in rest.split()))
        elif sign == "L":
            self._line(text)
        elif sign == "B":
            self._close()
            self.blocks.append(PageBreak())
        else:
            self._close(closing=False)
            if text.strip():
                self._start("P", text)

    def _start(self, sign: str, text: str) -> None:
        self._close()
        if sign != "N":
            self._number = 0
        self._open = (sign, [text])

    def _line(self, text: str) -> None:
        kind, _, line = text.partition(CELL)
        self._end_text()
        self._end_table()
        if not line.strip():
            return
        self._number = 0
        if kind in CLOSINGS:
            role = CLOSINGS[kind]
            if role == "salute":
                role = "body" if self._closing and self._closing[-1][0] == "opening" else "opening"
            self._closing.append((role, runs(line.strip())))
        else:
            self._end_closing()
            self.blocks.append(Paragraph(runs(line.strip()), ROLES[kind]))

    def _end_text(self) -> None:
        if self._open is None:
            return
        sign, pieces = self._open
        self._open = None
        text = "".join(pieces).strip().removesuffix(BREAK)
        if not text:
            return
        if sign == "P":
            self.blocks.append(Paragraph(runs(text)))
        elif sign == "T":
            self.blocks.append(Title(runs(text)))
        elif sign in "Hh":
            self.blocks.append(Heading(runs(text), 1 if sign == "H" else 2))
        elif sign == "N":
            self._number += 1
            self.blocks.append(Item(runs(text), f"{self._number}. "))
        else:
            self.blocks.append(Item(runs(text), ""))

    def _end_table(self) -> None:
        if not self._rows:
            return
        kind, widths = self._table
        header, rows = tuple(self._rows[: self._header]), tuple(self._rows[self._header :])
        spans = frozenset(
            i for i, row in enumerate(rows) if len(row) > 2 and not any(run.text for cell in row[1:] for run in cell)
        )
        self.blocks.append(Table(header, rows, widths, kind, spans))
        self._rows, self._header, self._table = [], 0, ("grid", ())

    def _end_closing(self) -> None:
        if self._closing:
            self.blocks.append(Closing(tuple(self._closing)))
            self._closing = []

    def _close(self, closing: bool = True) -> None:
        self._end_text()
        self._end_table()
        if closing:
            self._end_closing()
