"""PDF by typst: the letter goes in as JSON, the template is fixed, so no value is ever read as markup.

Needs the extra `pdf` and Chinese fonts; both are asked for by name where they are missing.
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from letters.errors import LettersError, to_install
from letters.letter import Block, Closing, Heading, Item, Letter, PageBreak, Paragraph, Runs, Table, Title

TEMPLATE: Final = Path(__file__).with_name("letter.typ")
# Families by role, best first. cwTeX 仿宋 is left out: it has no simplified characters.
FONTS: Final[dict[str, tuple[str, ...]]] = {
    "fang": ("FangSong", "仿宋", "STFangsong", "FandolFang R", "FandolFang"),
    "song": ("SimSun", "宋体", "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", "FandolSong"),
    "hei": ("SimHei", "黑体", "Heiti SC", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "FandolHei"),
    "kai": ("KaiTi", "楷体", "Kaiti SC", "STKaiti", "AR PL UKai CN", "FandolKai"),
    "latin": ("Times New Roman", "Liberation Serif", "Nimbus Roman", "Noto Serif", "Libertinus Serif"),
}
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_LONG: Final = re.compile("[!-~]{12}")
_BREAK: Final = re.compile("\r\n|\r")


def to_pdf(letter: Letter) -> bytes:
    """`letter` as a PDF file; its times are those of the letter's date. Same letter and fonts, same bytes."""
    return compile_pdf(letter, [], TEMPLATE.parent, TEMPLATE)


def compile_pdf(letter: Letter, exhibits: Sequence[dict[str, Any]], root: Path, template: Path) -> bytes:
    """The letter and, behind it, exhibit pages whose files lie under `root`; LettersError if something is missing."""
    fonts = chosen_fonts()
    lang, _, region = letter.language.partition("-")
    data = {
        "title": _clean(letter.title),
        "author": _clean(letter.author),
        "date": [letter.date.year, letter.date.month, letter.date.day],
        "lang": lang,
        "region": region or None,
        "fonts": fonts,
        "blocks": list(_blocks(letter.body)),
        "exhibits": list(exhibits),
    }
    typst = _typst()
    moment = datetime(letter.date.year, letter.date.month, letter.date.day, tzinfo=UTC)
    try:
        made = _compiler(str(root)).compile(
            input=str(template), format="pdf", sys_inputs={"letter": json.dumps(data)}, timestamp=moment
        )
    except typst.TypstError as error:
        raise LettersError(f"排不出PDF：{error.message}", fix="请改用 -t docx，并把本信息告诉维护者。") from error
    assert isinstance(made, bytes)
    return made


@cache
def chosen_fonts() -> dict[str, str]:
    """The installed family for each role; 仿宋 and 楷体 fall back to 宋体. LettersError names what is missing."""
    families = set(_fonts().families())
    found = {role: next((name for name in names if name in families), "") for role, names in FONTS.items()}
    missing = [role for role in ("song", "hei") if not found[role]]
    if missing:
        names = "；".join("、".join(FONTS[role]) for role in missing)
        raise LettersError(
            f"缺少中文字体，需要下列各组中的任一种：{names}",
            fix="Debian、Ubuntu 上执行 sudo apt install fonts-noto-cjk；Windows、macOS 请安装宋体和黑体。",
        )
    return {role: name or found["song"] for role, name in found.items()}


@cache
def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise LettersError("没有安装排版程序 typst", fix=f"执行 {to_install('typst')}") from error
    return typst


@cache
def _fonts() -> Any:
    return _typst().Fonts()


@lru_cache(maxsize=1)
def _compiler(root: str) -> Any:
    return _typst().Compiler(root=root, font_paths=_fonts())


def _blocks(blocks: tuple[Block, ...]) -> Iterable[dict[str, Any]]:
    closings = [index for index, block in enumerate(blocks) if isinstance(block, Closing)]
    for index, block in enumerate(blocks):
        keep = index + 1 in closings or (bool(closings) and closings[0] <= index < closings[-1])
        match block:
            case Title(runs):
                yield {"kind": "title", "runs": _runs(runs)}
            case Heading(runs, level):
                yield {"kind": "heading", "level": 1 if level == 1 else 2, "runs": _runs(runs)}
            case Paragraph(runs, role) if runs:
                yield {"kind": "paragraph", "role": role, "keep": keep, "loose": _loose(runs), "runs": _runs(runs)}
            case Item(runs, label):
                marked = [[_clean(label), False], *_runs(runs)]
                yield {"kind": "paragraph", "role": "item", "keep": keep, "loose": _loose(runs), "runs": marked}
            case Table():
                yield {"kind": "table", "keep": keep, **_table(block)}
            case Closing(lines):
                rows = [{"role": role, "runs": _runs(runs)} for role, runs in lines]
                yield {"kind": "closing", "keep": keep and index != closings[-1], "lines": rows}
            case PageBreak():
                yield {"kind": "break"}


def _table(table: Table) -> dict[str, Any]:
    count = max((len(row) for row in (*table.header, *table.rows)), default=1) or 1
    widths = table.widths if len(table.widths) == count and all(part > 0 for part in table.widths) else (1,) * count

    def row(cells: tuple[Runs, ...], span: bool) -> dict[str, Any]:
        filled = [_runs(cell) for cell in cells] + [[]] * (count - len(cells))
        size = max((sum(len(run[0]) for run in cell) for cell in filled), default=0)
        return {"cells": [cell or [["", False]] for cell in filled], "span": span, "size": size}

    return {
        "table": table.kind,
        "count": count,
        "widths": list(widths),
        "header": [row(cells, False) for cells in table.header],
        "rows": [row(cells, index in table.spans) for index, cells in enumerate(table.rows)],
    }


def _loose(runs: Runs) -> bool:
    return any(_LONG.search(run.text) for run in runs)


def _runs(runs: Runs) -> list[list[Any]]:
    return [[_clean(run.text), run.bold] for run in runs]


def _clean(text: str) -> str:
    return _BREAK.sub("\n", _FORBIDDEN.sub("", text))
