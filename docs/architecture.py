"""Draws docs/architecture.svg from the imports of the code: rooms by layer, and who knows whom. `make picture` runs it.

An arrow that others already imply (cli knows law, for cli knows api and api knows law) is left out.
"""

import ast
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "letters"
WIDTH, ROW, BOX, GAP, MARGIN, LANE = 960, 78, 46, 24, 84, 9
#: What a room is for; a room that is not named here cannot be drawn.
ROOMS = {
    "cli": "命令行", "web": "本机网页", "api": "程序库", "plan": "下一步、日历", "many": "批量、联名", "intake": "问答、账单、截图",
    "lint": "检查模板和法条", "review": "起草前后的检查", "drafting": "从模板到文书", "writers": "文书变成文件",
    "admissibility": "渠道今天能不能用", "law": "法条、理由、金额、期间", "case": "案件：文件、模型、事实、视图", "channels": "渠道的规定",
    "data": "读随包和自带的数据", "letter": "文书这个值", "errors": "给用户看的错误",
}  # fmt: skip


def imports() -> dict[str, set[str]]:
    """Which room imports which, functions and type-checking included."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / PROGRAM).rglob("*.py")):
        room = path.relative_to(ROOT / PROGRAM).parts[0].removesuffix(".py")
        if room.startswith("__"):
            continue
        names = found.setdefault(room, set())
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PROGRAM}."):
                names.add((node.module or "").split(".")[1])
            elif isinstance(node, ast.ImportFrom) and node.module == PROGRAM:
                names |= {alias.name for alias in node.names}
    return {room: {name for name in names if name in found and name != room} for room, names in found.items()}


def layers(rooms: set[str]) -> list[list[str]]:
    """The rows of the picture: the layers of pyproject.toml, the writers beside the drafting that they do not know."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    rows = [[part.strip(" ()").removeprefix(f"{PROGRAM}.") for part in row.split("|")] for row in contract["layers"]]
    placed = [[room for room in row if room in rooms] for row in rows]
    if "writers" in rooms and not any("writers" in row for row in placed):
        next(row for row in placed if "drafting" in row).append("writers")
    missing = rooms - {room for row in placed for room in row}
    if missing:
        raise SystemExit(f"no layer of pyproject.toml names {', '.join(sorted(missing))}")
    return [row for row in placed if row]


def reduced(graph: dict[str, set[str]]) -> list[tuple[str, str]]:
    """The imports that no chain of others implies."""
    below = {room: _reached(graph, room) for room in graph}
    return [
        (room, known)
        for room in graph
        for known in sorted(graph[room])
        if not any(known in below[other] for other in graph[room] - {known})
    ]


def _reached(graph: dict[str, set[str]], room: str) -> set[str]:
    found: set[str] = set()
    left = list(graph[room])
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += graph[name]
    return found


def _inner(room: str) -> str:
    folder = ROOT / PROGRAM / room
    return (
        " · ".join(sorted(p.name for p in folder.iterdir() if (p / "__init__.py").is_file())) if folder.is_dir() else ""
    )


def drawing() -> str:
    """The picture as SVG."""
    graph = imports()
    rows = layers(set(graph))
    places: dict[str, tuple[float, float, float]] = {}
    for index, row in enumerate(rows):
        wide = (WIDTH - 2 * MARGIN - GAP * (len(row) - 1)) / max(len(row), 2)
        start = (WIDTH - wide * len(row) - GAP * (len(row) - 1)) / 2
        for place, room in enumerate(row):
            places[room] = (start + place * (wide + GAP), 16 + index * ROW, wide)
    arrows = sorted(reduced(graph), key=lambda arrow: places[arrow[1]][1] - places[arrow[0]][1])
    parts, lanes = [], {"left": 0, "right": 0}
    for room, known in arrows:
        (x, y, wide), (to_x, to_y, to_wide) = places[room], places[known]
        foot, head = (x + wide / 2, y + BOX), (to_x + to_wide / 2, to_y - 2)
        if to_y - y <= ROW:
            parts.append(_down(foot, head))
            continue
        side = "left" if foot[0] < WIDTH / 2 or (foot[0] == WIDTH / 2 and lanes["left"] < lanes["right"]) else "right"
        lanes[side] += 1
        shift = wide * (0.5 - 0.06 * lanes[side])
        to_shift = to_wide * (0.5 - 0.06 * lanes[side])
        lane = MARGIN - LANE * lanes[side]
        if side == "right":
            shift, to_shift, lane = -shift, -to_shift, WIDTH - lane
        parts.append(_round((foot[0] - shift, foot[1]), (head[0] - to_shift, head[1]), lane))
    parts += [_box(room, *place) for room, place in places.items()]
    high = 16 + len(rows) * ROW
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" width="{WIDTH}" height="{high}" role="img" '
            'font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif">',
            "<title>letters：哪一层知道哪一层（由 docs/architecture.py 从代码的 import 画出）</title>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#64748b"/></marker></defs>',
            f'<rect width="{WIDTH}" height="{high}" fill="#fff"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


def _box(room: str, x: float, y: float, wide: float) -> str:
    inner, middle = _inner(room), x + wide / 2
    lines = [(f"{room}　{ROOMS[room]}", 13, "#0f172a", 20 if inner else 28)]
    lines += [(inner, 10, "#64748b", 36)] if inner else []
    text = "".join(
        f'<text x="{middle:g}" y="{y + down:g}" font-size="{size}" fill="{ink}" text-anchor="middle">{escape(words)}</text>'
        for words, size, ink, down in lines
    )
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{BOX}" rx="6" fill="#f1f5f9" stroke="#94a3b8"/>{text}'


def _down(start: tuple[float, float], end: tuple[float, float]) -> str:
    """From the foot of a room to the head of one in the next row."""
    (x, y), (to_x, to_y) = start, end
    return _line(f"M{x:g} {y:g}C{x:g} {y + 16:g} {to_x:g} {to_y - 16:g} {to_x:g} {to_y:g}")


def _round(start: tuple[float, float], end: tuple[float, float], lane: float) -> str:
    """Past the rooms in between, on a lane of its own beside them."""
    (x, y), (to_x, to_y) = start, end
    turn, back = (6 if lane > x else -6), (6 if lane > to_x else -6)
    return _line(
        f"M{x:g} {y:g}v6q0 6 {turn} 6H{lane - turn:g}q{turn} 0 {turn} 6V{to_y - 18:g}q0 6 {-back} 6H{to_x + back:g}"
        f"q{-back} 0 {-back} 6V{to_y:g}"
    )


def _line(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="#64748b" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    (ROOT / "docs" / "architecture.svg").write_text(drawing(), "utf-8")
