"""HTML: one file with its style sheet, for the preview, the browser and its printer. No scripts, nothing loaded."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from letters.letter import Block, Closing, Heading, Item, Letter, PageBreak, Paragraph, Runs, Table, Title

COLUMN: Final = 'th scope="col"'
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_BREAK: Final = re.compile("\r\n|\r|\n")
_LONG: Final = re.compile("[!-~]{12}")
_ROLES: Final = frozenset({"body", "flush", "party", "note", "centre", "right"})
# 仿宋, 宋体, 黑体 and 楷体 under the names that Windows, macOS and Linux give them;
# marks that Latin fonts hold too (“ ” —— …) come from a Chinese one.
STYLE: Final = """
@font-face{font-family:marks;src:local("FangSong"),local("STFangsong"),local("Noto Serif CJK SC"),local("SimSun");
unicode-range:U+B7,U+2014,U+2018-201D,U+2026}
:root{color-scheme:light;--song:"宋体",SimSun,"Songti SC","Noto Serif CJK SC",serif;
--hei:"黑体",SimHei,"Heiti SC","PingFang SC","Noto Sans CJK SC",sans-serif;
--kai:"楷体",KaiTi,"Kaiti SC","Noto Serif CJK SC",serif;
--fang:"仿宋",FangSong,"STFangsong","Noto Serif CJK SC","Songti SC",serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#eee;color:#000;font:1.0625rem/1.75 marks,"Times New Roman",var(--fang)}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;background:#fff;overflow-wrap:anywhere}
h1{font:bold 1.5rem/1.5 marks,"Times New Roman",var(--song);text-align:center;margin:.5em 0 1em}
h2,h3{font:400 1.0625rem/1.75 marks,"Times New Roman",var(--hei);margin:.6em 0 0;text-indent:2em}
h3{font-family:marks,"Times New Roman",var(--kai);margin:0}
p,li{margin:0;text-indent:2em;text-align:justify}
.loose{text-align:start}
ul{list-style:none;margin:0;padding:0}
.flush,.addressee,.centre,.right,.sign{text-indent:0}
.note{font-size:.875em}
.centre{text-align:center}
.right,.sign{text-align:right}
.sign{padding-right:4em}
.closing{margin-top:1.2em}
.wide{overflow-x:auto;margin:.6em 0}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
th,td{border:1px solid #000;padding:.25em .4em;text-align:left;vertical-align:middle;min-width:3.2em}
th{font-family:marks,"Times New Roman",var(--hei);font-weight:400}
thead th{text-align:center}
th.group{font-family:marks,"Times New Roman",var(--kai);font-weight:700}
table.plain th,table.plain td{border:0}
.fresh{break-before:page}
@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"第 " counter(page) " 页 共 " counter(pages) " 页";
font:12pt "宋体",SimSun,"Noto Serif CJK SC",serif}}
@media screen and (max-width:40rem){p,li{text-align:start}}
@media print{body{background:none;font-size:16pt;line-height:28pt}main{max-width:none;padding:0}
h1{font-size:22pt;line-height:36pt}h2,h3{font-size:16pt;line-height:28pt}h1,h2,h3{break-after:avoid}
table{font-size:12pt;line-height:20pt}tr,.closing{break-inside:avoid}thead{display:table-header-group}
.closing{break-before:avoid}.wide{overflow:visible}p,li{orphans:2;widows:2}}
"""


def to_html(letter: Letter) -> bytes:
    """`letter` as one HTML file, UTF-8."""
    lang = _escape(letter.language)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{_escape(letter.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + to_fragment(letter.body)
        + "\n</main>\n</body>\n</html>\n"
    ).encode()


def to_fragment(blocks: tuple[Block, ...]) -> str:
    """`blocks` as HTML without a page around them, for a page that has its own."""
    return "\n".join(_pieces(blocks))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[str]:
    fresh = ""
    for is_item, group in groupby(blocks, key=lambda block: isinstance(block, Item)):
        if is_item:
            items = [
                f"<li{_classes(_loose(i.runs))}>{_escape(i.label)}{_runs(i.runs)}</li>"
                for i in group
                if isinstance(i, Item)
            ]
            yield f"<ul{_classes(fresh)}>{''.join(items)}</ul>"
            fresh = ""
            continue
        for block in group:
            if isinstance(block, PageBreak):
                fresh = "fresh"
                continue
            piece = _block(block, fresh)
            if piece:
                yield piece
                fresh = ""


def _block(block: Block, fresh: str) -> str:
    match block:
        case Title(runs):
            return f"<h1{_classes(fresh)}>{_runs(runs)}</h1>"
        case Heading(runs, level):
            tag = "h2" if level == 1 else "h3"
            return f"<{tag}{_classes(fresh)}>{_runs(runs)}</{tag}>"
        case Paragraph(runs, role) if runs:
            return f"<p{_classes(role if role in _ROLES else 'body', _loose(runs), fresh)}>{_runs(runs)}</p>"
        case Table():
            return f'<div{_classes("wide", fresh)} role="region" aria-label="表格" tabindex="0">{_table(block)}</div>'
        case Closing(lines):
            roles = {"body": "addressee", "flush": "annex"}
            inner = "".join(f"<p{_classes(roles.get(role, role))}>{_runs(runs)}</p>" for role, runs in lines)
            return f"<div{_classes('closing', fresh)}>{inner}</div>"
    return ""


def _table(table: Table) -> str:
    """Header cells name their scope; a group row heads a row group of its own."""
    count = max((len(row) for row in (*table.header, *table.rows)), default=1) or 1
    head = "".join(f"<tr>{_cells(_filled(row, count), COLUMN)}</tr>" for row in table.header)
    total = sum(table.widths)
    sizes = [part * 100 / total for part in table.widths] if total and len(table.widths) == count else []
    columns = "".join(f'<col style="width:{size:.2f}%">' for size in sizes)
    out = [f"<table{_classes(table.kind)}>", f"<colgroup>{columns}</colgroup>" if columns else ""]
    out.append(f"<thead>{head}</thead>" if head else "")
    out.append("<tbody>")
    for index, row in enumerate(table.rows):
        if index in table.spans:
            out.append("</tbody><tbody>" if index else "")
            group = _runs(row[0]) if row else ""
            out.append(f'<tr><th class="group" scope="rowgroup" colspan="{count}">{group}</th></tr>')
            continue
        cells = _filled(row, count)
        first = f'<th scope="row">{_runs(cells[0])}</th>' if table.kind == "sheet" else f"<td>{_runs(cells[0])}</td>"
        out.append(f"<tr>{first}{_cells(cells[1:], 'td')}</tr>")
    out.append("</tbody></table>")
    return "".join(out)


def _cells(cells: tuple[Runs, ...], tag: str) -> str:
    return "".join(f"<{tag}>{_runs(cell)}</{tag.partition(' ')[0]}>" for cell in cells)


def _filled(row: tuple[Runs, ...], count: int) -> tuple[Runs, ...]:
    return (*row, *((),) * (count - len(row)))


def _loose(runs: Runs) -> str:
    """Not justified where a long number would pull the line before it apart."""
    return "loose" if any(_LONG.search(run.text) for run in runs) else ""


def _classes(*names: str) -> str:
    used = " ".join(name for name in names if name and name != "body")
    return f' class="{_escape(used)}"' if used else ""


def _runs(runs: Runs) -> str:
    return "".join(f"<strong>{_lines(run.text)}</strong>" if run.bold else _lines(run.text) for run in runs)


def _lines(text: str) -> str:
    return _BREAK.sub("<br>", _escape(text))


def _escape(text: str) -> str:
    text = _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")
