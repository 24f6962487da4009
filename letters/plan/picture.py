"""The plan as one HTML page with a time line drawn in SVG: read on a phone, printed on A4, nothing fetched from anywhere."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from letters.channels.known_channels import Channels
from letters.law.periods.due_labels import label_of
from letters.law.statutes.statute import chinese_date
from letters.plan.as_text import MODES, without_code
from letters.plan.days import spoken_day, spoken_moment
from letters.plan.steps import Plan
from letters.plan.timeline import Mark, marks

if TYPE_CHECKING:
    from letters.law.matter import Matter

WIDTH, LINE, TEXT_AT = 400, 88, 106
#: Text units on a line of the picture: two for a Chinese character.
UNITS = 40
COLOURS = {
    "event": "#64748b", "filing": "#2563eb", "answer": "#7c3aed", "today": "#059669", "wait": "#d97706", "due": "#d97706", "end": "#dc2626",
}  # fmt: skip
LEGEND = {"event": "经过", "filing": "提交", "answer": "答复", "today": "今天", "due": "等待和期限", "end": "权利届满"}
STYLE = """
:root{color-scheme:light}body{margin:0;background:#f8fafc;color:#0f172a;
font:16px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:640px;margin:0 auto;padding:16px}h1{font-size:1.35rem;margin:.2em 0}h2{font-size:1.1rem;margin:1.6em 0 .5em}
.card{background:#fff;border:1px solid #e2e8f0;border-radius:8px;padding:10px 14px;margin:8px 0;break-inside:avoid}
.card b{display:block}.card p{margin:.2em 0;color:#334155;font-size:.93rem}.note{border-left:4px solid #dc2626}
.today{border-left:4px solid #059669}.wait{border-left:4px solid #d97706}ul{padding-left:1.2em;margin:.3em 0}li{margin:.25em 0;font-size:.93rem}
svg{display:block;width:100%;height:auto;background:#fff;border:1px solid #e2e8f0;border-radius:8px}
.key{display:flex;flex-wrap:wrap;gap:4px 14px;font-size:.85rem;margin:6px 0}.key i{display:inline-block;width:10px;height:10px;border-radius:5px;margin-right:5px}
summary{cursor:pointer}@media print{body{background:#fff;font-size:12px}main{max-width:none;padding:0}svg{max-width:105mm}h2,.key{break-after:avoid}
details>*{display:block}@page{size:A4;margin:18mm}}
"""


def plan_html(plan: Plan, matter: "Matter", channels: Channels | None = None) -> str:
    """The page. It is the user's own view of the case and holds what the case file holds."""
    title = escape(matter.case.title or "维权计划")
    points = marks(plan, matter, channels)
    parts = [
        f"<h1>{title}</h1><p>{spoken_day(plan.on)}</p>",
        *(f'<div class="card note">{escape(note)}。</div>' for note in plan.notes),
        "<h2>今天</h2>", *_today(plan),
        *(("<h2>等待中</h2>", *_waiting(plan)) if plan.waiting else ()),
        "<h2>时间线</h2>", _legend(points), timeline_svg(points, title),
        *(("<h2>之后</h2>", _list(f"{escape(n.name)}：{escape(n.after)}" for n in plan.next)) if plan.next else ()),
        *(("<h2>日期</h2>", _list(_dates(plan))) if plan.due else ()),
        f"<details><summary>现在不做的，以及为什么</summary>{_list(_not_now(plan))}</details>" if plan.not_now else "",
    ]  # fmt: skip
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
    return f'<!doctype html>\n<html lang="zh-CN"><head>{head}<style>{STYLE}</style></head><body><main>{"".join(parts)}</main></body></html>\n'


def timeline_svg(points: Iterable[Mark], title: str) -> str:
    """The time line as SVG, one row a point, oldest on top; a gap of more than a month is told."""
    rows: list[str] = []
    y, last = 18, None
    for mark in points:
        if last is not None and (mark.day - last).days > 31:
            rows.append(_text(TEXT_AT, y + 4, f"· {_gap((mark.day - last).days)} ·", 11, "#94a3b8"))
            y += 24
        row, height = _row(mark, y, same_day=mark.day == last)
        rows.append(row)
        y, last = y + height, mark.day
    line = f'<line x1="{LINE}" y1="10" x2="{LINE}" y2="{y - 8}" stroke="#cbd5e1" stroke-width="2"/>'
    return f'<svg viewBox="0 0 {WIDTH} {y}" role="img" aria-label="{title}：时间线" xmlns="http://www.w3.org/2000/svg">{line}{"".join(rows)}</svg>'


def _row(mark: Mark, y: int, same_day: bool) -> tuple[str, int]:
    colour = COLOURS[mark.kind]
    strong = mark.kind in ("today", "end")
    parts = []
    if not same_day:
        parts.append(_text(LINE - 12, y + 4, f"{mark.day:%Y-%m-%d}", 11, "#334155", anchor="end", bold=strong))
    if mark.hour:
        parts.append(_text(LINE - 12, y + (18 if not same_day else 4), mark.hour, 10, "#94a3b8", anchor="end"))
    fill = colour if mark.kind in ("event", "filing", "answer", "today", "end") else "#fff"
    parts.append(
        f'<circle cx="{LINE}" cy="{y}" r="{6 if strong else 5}" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
    )
    at = y + 4
    for words, size, ink, bold in (
        (mark.title, 13, colour if strong else "#0f172a", True),
        (mark.text, 12, "#475569", False),
    ):
        for piece in _wrapped(words, UNITS if size > 12 else UNITS + 6):
            parts.append(_text(TEXT_AT, at, piece, size, ink, bold=bold))
            at += 17
    return "".join(parts), max(at - y + 4, 30)


def _text(x: int, y: int, words: str, size: int, ink: str, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{ink}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )


def _wrapped(words: str, units: int) -> Iterator[str]:
    """Lines of at most so many units; a closing mark does not begin a line."""
    line, used = "", 0
    for char in words.replace("\n", " "):
        width = 2 if east_asian_width(char) in "WFA" else 1
        if used + width > units and char not in "，。、；：？！）”’》":
            yield line
            line, used = "", 0
        line, used = line + char, used + width
    if line:
        yield line


def _gap(days: int) -> str:
    years, months = days // 365, days % 365 // 30
    return f"相隔约{f'{years}年' if years else ''}{f'{months}个月' if months else ''}"


def _legend(points: Iterable[Mark]) -> str:
    used = {"due" if mark.kind == "wait" else mark.kind for mark in points}
    return (
        '<div class="key">'
        + "".join(f'<span><i style="background:{COLOURS[k]}"></i>{v}</span>' for k, v in LEGEND.items() if k in used)
        + "</div>"
    )


def _today(plan: Plan) -> Iterator[str]:
    if not plan.today:
        yield '<div class="card">今天没有要提交的文书。</div>'
    for step in plan.today:
        mode = MODES.get(step.mode, "")
        follow = f"<p>提交后等到{spoken_moment(step.wait.until)}：{escape(step.wait.rule)}。</p>" if step.wait else ""
        yield f'<div class="card today"><b>{escape(step.name)}{f"：{mode}" if mode else ""}</b><p>{escape(step.why)}。</p>{follow}</div>'


def _waiting(plan: Plan) -> Iterator[str]:
    for w in plan.waiting:
        number = f"（{escape(w.number)}）" if w.number else ""
        over = "，已经过期" if w.over else ""
        yield f'<div class="card wait"><b>{escape(w.name)}{number}</b><p>等到{spoken_moment(w.until)}{over}：{escape(w.rule)}。</p></div>'


def _dates(plan: Plan) -> Iterator[str]:
    for due in plan.due:
        mark = "（已过）" if due.at < plan.on else "（暂定）" if due.provisional else ""
        words = "；".join(filter(None, (due.rule, label_of(due).advice)))
        yield f"<b>{chinese_date(due.at)}</b>{mark} {escape(label_of(due).end)}<br>{escape(words)}。"


def _not_now(plan: Plan) -> Iterator[str]:
    for identity, reason in plan.not_now.items():
        yield f"{escape(plan.names.get(identity, identity))}：{escape(without_code(reason))}"


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
