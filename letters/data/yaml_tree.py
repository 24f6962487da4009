"""YAML as written: a tree of nodes that know their text, line and place, and nothing guessed about their types.

98.00 stays "98.00", `no` stays a word, 20:14 is no number; only an empty value, `null` and `~` are nothing. Anchors,
aliases and tags are refused, depth and size are bounded, so no file can blow up or run anything.
"""

import re
from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 40
MAX_NODES = 100_000
#: What YAML cannot hold as it is, and XML 1.0 (2.2) mostly forbids: control characters, lone surrogates, U+FEFF inside.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar:
    """One value; `plain` if it was written without quotes, `start` and `end` are offsets in the text."""

    __slots__ = ("end", "line", "plain", "start", "text")

    def __init__(self, text: str, *, plain: bool, line: int = 0, start: int = 0, end: int = 0) -> None:
        self.text = text
        self.plain = plain
        self.line = line
        self.start = start
        self.end = end

    @property
    def nothing(self) -> bool:
        """Whether the value is absent: empty, `null` or `~`, not in quotes."""
        return self.plain and self.text in _NOTHING


class Sequenced:
    """A list; `flow` if it was written in brackets. `end` is the end of its last content."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, *, flow: bool, line: int = 0, start: int = 0, column: int = 0) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.line = line
        self.start = start
        self.end = start
        self.column = column


class Mapped:
    """Keys and values in order, double keys included; `flow` if it was written in braces."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, *, flow: bool, line: int = 0, start: int = 0, column: int = 0) -> None:
        self.items: list[tuple[Scalar, Node]] = []
        self.flow = flow
        self.line = line
        self.start = start
        self.end = start
        self.column = column

    def get(self, key: str) -> "Node | None":
        """The value of the first `key`, or None."""
        return next((value for name, value in self.items if name.text == key), None)


Node = Scalar | Sequenced | Mapped


class TreeError(Exception):
    """A text that cannot be read as the YAML we take; `code` is a message id, `line` counts from one."""

    def __init__(self, code: str, line: int, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.details = details


def parse_tree(text: str) -> Node | None:
    """The tree of `text`, or None if it holds nothing. Forbidden characters are read as U+FFFD.

    Raises TreeError where the text is no YAML, or more than any file of ours needs.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(loader(FORBIDDEN.sub("\ufffd", text)), yaml)
    except yaml.MarkedYAMLError as error:
        opened = error.context_mark if "end of stream" in (error.problem or "") else None
        mark = opened or error.problem_mark or error.context_mark
        # libyaml has a bound of its own since PyYAML 6.0.4, and meets it before we have seen as many levels
        code = "too-deep" if "nesting depth" in (error.problem or "") else "syntax"
        raise TreeError(code, mark.line + 1 if mark else 1, problem=error.problem or "") from None
    except yaml.YAMLError as error:
        raise TreeError("syntax", 1, problem=str(error)) from None


def _build(parser: Any, yaml: Any) -> Node | None:
    stack: list[Node] = []
    keys: list[Scalar | None] = []
    root: Node | None = None
    count = 0
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.AliasEvent or getattr(event, "anchor", None) is not None:
            raise TreeError("alias", event.start_mark.line + 1)
        if kind is yaml.DocumentStartEvent and root is not None:
            raise TreeError("documents", event.start_mark.line + 1)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            done = stack.pop()
            keys.pop()
            if isinstance(done, Sequenced | Mapped) and done.flow:
                done.end = event.end_mark.index
            if stack:
                stack[-1].end = done.end
            continue
        if kind not in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent):
            continue
        count += 1
        node = _node(event, kind, yaml)
        if count > MAX_NODES or len(stack) >= MAX_DEPTH:
            raise TreeError("too-deep" if len(stack) >= MAX_DEPTH else "too-many", node.line)
        if stack:
            _attach(stack[-1], keys, node)
        else:
            root = node
        if not isinstance(node, Scalar):
            stack.append(node)
            keys.append(None)
    return None if isinstance(root, Scalar) and root.nothing else root


def _node(event: Any, kind: Any, yaml: Any) -> Node:
    start = event.start_mark
    if event.tag is not None:
        raise TreeError("tag", start.line + 1, tag=str(event.tag)[:60])
    if kind is yaml.ScalarEvent:
        plain = not event.style
        return Scalar(event.value, plain=plain, line=start.line + 1, start=start.index, end=event.end_mark.index)
    made = Mapped if kind is yaml.MappingStartEvent else Sequenced
    return made(flow=bool(event.flow_style), line=start.line + 1, start=start.index, column=start.column)


def _attach(parent: Node, keys: list[Scalar | None], node: Node) -> None:
    if isinstance(parent, Sequenced):
        parent.items.append(node)
    elif isinstance(parent, Mapped):
        key = keys[-1]
        if key is not None:
            parent.items.append((key, node))
            keys[-1] = None
        elif isinstance(node, Scalar):
            keys[-1] = node
        else:
            raise TreeError("key-shape", node.line)
    parent.end = node.end


def forbidden_in(node: Node, text: str, path: str = "") -> Iterator[tuple[str, int, str]]:
    """Path, line and character of every forbidden character that stands, as it is, inside a key or value of `node`."""
    spots = [(match.start(), match.group()) for match in FORBIDDEN.finditer(text)]
    if spots:
        yield from _spots_in(node, spots, path)


def _spots_in(node: Node, spots: list[tuple[int, str]], path: str) -> Iterator[tuple[str, int, str]]:
    if isinstance(node, Scalar):
        for at, char in spots:
            if node.start <= at < node.end:
                yield path, node.line, char
    elif isinstance(node, Sequenced):
        for index, item in enumerate(node.items):
            yield from _spots_in(item, spots, f"{path}[{index}]")
    else:
        for key, value in node.items:
            name = f"{path}.{key.text}" if path else key.text
            yield from _spots_in(key, spots, name)
            yield from _spots_in(value, spots, name)


class Places:
    """Where each value stands in its file."""

    def __init__(self, root: Node | None) -> None:
        self._root = root

    def line_of(self, path: str) -> int:
        """The line (from one) of `orders[0].amount`; of the nearest part above where it is not written; 0 without file."""
        node, line = self._root, 1
        for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
            if name and isinstance(node, Mapped):
                found = next(((key, value) for key, value in node.items if key.text == name), None)
                if found is None:
                    break
                line, node = found[0].line, found[1]
            elif index and isinstance(node, Sequenced) and int(index) < len(node.items):
                node = node.items[int(index)]
                line = node.line
            else:
                break
        return line if self._root is not None else 0
