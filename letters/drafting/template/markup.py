"""The line markup of templates: a strict subset of Markdown, compiled together with the template.

Each source line becomes a block mark made of control characters; values can never hold those, so what a user typed
is never parsed. Subset: `#` `##` `###`, paragraphs (neighbouring lines join, a trailing backslash breaks), `1. ` and
`- ` items, `|` tables, `**bold**`, fenced blocks (FENCES), `{name}` and `[…{name}…]` (notation.py).
docs/channels.md shows it by example.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from letters.drafting.template.notation import to_jinja
from letters.drafting.template.printing import printed

BLOCK, CELL, BOLD, UNBOLD, BREAK = "\x1e", "\x1f", "\x02", "\x03", "\x0b"
LAW, LAW_END, EXHIBIT = "\x04", "\x05", "\x06"
_FORBIDDEN = {code: None for code in range(32) if chr(code) not in "\t\n"}
_FORBIDDEN |= {0x7F: None, 0xFFFE: None, 0xFFFF: None}

#: Fenced blocks whose lines are paragraphs of a role, and those that make a closing block.
ROLES = {"lines": "flush", "party": "party", "centre": "centre", "right": "right", "note": "note"}
CLOSINGS = {"salute": "salute", "signature": "sign"}
TABLES = frozenset({"grid", "sheet", "plain"})
FENCES = frozenset({*ROLES, *CLOSINGS, *TABLES, "pagebreak"})

_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", re.S)
_ONLY_TAGS = re.compile(r"\s*(?:(?:\{%.*?%\}|\{#.*?#\})\s*)+")
_RULE = re.compile(r"\|\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_REFUSED = re.compile(r"(>|\* |\+ |~~~|#### |={3,}|-{3,}$|<)")


class Marked(Markup):
    """Text that may hold marks. What is joined to it is cleaned, never escaped: letters are no HTML."""

    @classmethod
    def escape(cls, s: Any, /) -> "Marked":
        return s if isinstance(s, cls) else cls(s) if isinstance(s, Markup) else _unmarked(printed(s))


def clean(value: object) -> Markup:
    """A value as text that can be no mark: control characters are taken out, nothing is escaped or parsed.

    Unprintable for anything but text, numbers and dates.
    """
    return value if isinstance(value, Markup) else _unmarked(value if type(value) is str else printed(value))


def marked(text: str) -> Marked:
    """Text of ours, whose marks stay."""
    return str.__new__(Marked, text)


def ours(text: str) -> Marked:
    """Text whose exhibit marks are ours; nothing else in it can be a mark."""
    return marked(EXHIBIT.join(str(clean(part)) for part in text.split(EXHIBIT)))


def _unmarked(text: str) -> Marked:
    return marked(text if text.isprintable() else text.translate(_FORBIDDEN))


def _inline(text: str, number: int, name: str | None) -> str:
    """Bold and escapes in the literal parts of a line; Jinja2 tags pass untouched."""
    out, position, bold = [], 0, False
    for tag in [*_TAG.finditer(text), None]:
        literal = text[position : tag.start() if tag else len(text)]
        pieces = re.split(r"(\\[\\|*#`\-]|\*\*)", literal)
        for piece in pieces:
            if piece == "**":
                bold = not bold
                out.append(BOLD if bold else UNBOLD)
            elif len(piece) == 2 and piece[0] == "\\":
                out.append(piece[1])
            else:
                out.append(piece)
        if tag:
            out.append(tag.group())
            position = tag.end()
    if bold:
        raise TemplateSyntaxError("** 没有成对", number, name)
    return "".join(out)


def _cells(line: str) -> str:
    """A table row with its cells parted; a bar inside a Jinja2 tag is no border."""
    kept: list[str] = []

    def hold(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\x00{len(kept) - 1}\x00"

    masked = _TAG.sub(hold, line.strip()).replace("\\|", "\x01")
    cells = [cell.strip() for cell in masked.strip("|").split("|")] if masked.endswith("|") else None
    if cells is None:
        raise ValueError
    return re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m.group(1))], CELL.join(cells).replace("\x01", "\\|"))


class _Source:
    """One pass over the lines of a template."""

    def __init__(self, source: str, name: str | None) -> None:
        self.lines = source.split("\n")
        self.name = name
        self.fence = ""

    def error(self, message: str, number: int) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, number, self.name)

    def compiled(self) -> Iterator[str]:
        number = 0
        while number < len(self.lines):
            first, line = number, self.lines[number]
            while line.count("{%") + line.count("{{") + line.count("{#") > line.count("%}") + line.count(
                "}}"
            ) + line.count("#}"):
                number += 1
                if number == len(self.lines):
                    raise self.error("标签没有结束", first + 1)
                line += "\n" + self.lines[number]
            number += 1
            yield self.line(line, first + 1)
            yield "{#\n#}"

    def line(self, line: str, number: int) -> str:
        text = line.strip()
        if text and _ONLY_TAGS.fullmatch(text):
            return to_jinja(text)
        text = to_jinja(text)
        if text.startswith("```"):
            return self.fenced(text[3:].strip(), number)
        if not text:
            return "" if self.fence else f"{BLOCK}."
        if text.startswith("|") and (not self.fence or self.fence in TABLES):
            if _RULE.fullmatch(text):
                return f"{BLOCK}S"
            try:
                return f"{BLOCK}R{_inline(_cells(text), number, self.name)}"
            except ValueError:
                raise self.error("表格的一行要以 | 开头和结尾", number) from None
        broken = text.endswith("\\") and not text.endswith("\\\\")
        tail = BREAK if broken else ""
        text = text[:-1].rstrip() if broken else text
        if self.fence:
            if self.fence in TABLES:
                raise self.error("表格块里只能有以 | 开头的行", number)
            return f"{BLOCK}L{self.fence}{CELL}{_inline(text, number, self.name)}{tail}"
        for sign, mark in (("# ", "T"), ("## ", "H"), ("### ", "h"), ("1. ", "N"), ("- ", "U")):
            if text.startswith(sign):
                return f"{BLOCK}{mark}{_inline(text[len(sign) :], number, self.name)}{tail}"
        if _REFUSED.match(text):
            raise self.error(f"模板标记不支持这一行：{text[:20]}", number)
        return f"{BLOCK}P{_inline(text, number, self.name)}{tail}"

    def fenced(self, info: str, number: int) -> str:
        if self.fence:
            if info:
                raise self.error("上一个块还没有用 ``` 结束", number)
            self.fence = ""
            return f"{BLOCK}."
        kind, _, rest = info.partition(" ")
        if kind not in FENCES:
            raise self.error(f"没有“{kind}”这种块，可用：{'、'.join(sorted(FENCES))}", number)
        self.fence = kind
        if kind == "pagebreak":
            return f"{BLOCK}B"
        return f"{BLOCK}K{kind}{CELL}{rest}" if kind in TABLES else f"{BLOCK}."


class LineMarkup(Extension):
    """Compiles the markup when Jinja2 loads a template, and adds the tags `part` and `optional`."""

    tags = {"part", "optional"}

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if name is not None and name.startswith("inline:"):
            return to_jinja(source.strip().replace("\n", ""))
        return "".join(_Source(source, name).compiled())

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        tag = next(parser.stream)
        if tag.value == "part":
            name = parser.stream.expect("name").value
            body = parser.parse_statements(("name:endpart",), drop_needle=True)
            begin = nodes.Output([nodes.TemplateData(f"{BLOCK}[{name}{CELL}")], lineno=tag.lineno)
            return [begin, *body, nodes.Output([nodes.TemplateData(f"{BLOCK}]")], lineno=tag.lineno)]
        rank = parser.parse_expression()
        name_node = parser.parse_expression() if parser.stream.current.type != "block_end" else nodes.Const("")
        body = parser.parse_statements(("name:endoptional",), drop_needle=True)
        test = nodes.Call(nodes.Name("keep", "load"), [rank, name_node], [], None, None)
        return nodes.If(test, body, [], [], lineno=tag.lineno)
