"""Changing a case file as a careful hand would: only the characters that must change; comments, order, quotes stay.

Each change is planned on the tree and proved on the result: the new text must read back as the old content with the
change and nothing else, or the change is refused.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from letters.case.file.emit import flow, scalar
from letters.case.file.plain import from_data
from letters.case.file.problems import Unreadable
from letters.data.yaml_tree import Mapped, Node, Scalar, Sequenced, TreeError, parse_tree

Step = str | int


def add_item(text: str, list_key: str, item: Mapping[str, Any]) -> str:
    """`text` with `item` at the end of the top-level list `list_key`, which is made if it is not there."""
    node = _parsed(text)
    listed = node.get(list_key) if isinstance(node, Mapped) else None
    size = len(listed.items) if isinstance(listed, Sequenced) else 0
    return _set(text, [list_key, size], item)


def update_item(text: str, list_key: str, index: int, changes: Mapping[str, Any]) -> str:
    """`text` with some keys of one item of a top-level list set; None empties a key."""
    for key, value in changes.items():
        text = _set(text, [list_key, index, key], value)
    return text


def set_value(text: str, path: str, value: Any) -> str:
    """`text` with the value at `path` (`preferences.reply_days`, `respondents[0].uscc`) set.

    Groups on the way are made; the index that follows the last item adds one. Raises Unreadable where the file has no
    place for it.
    """
    steps: list[Step] = [name or int(index) for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path)]
    return _set(text, steps, value)


class _Spot(NamedTuple):
    """The deepest node on the way to a place, what it hangs on, and the steps that are left."""

    node: Node
    parent: Node | None
    key: Scalar | None
    left: list[Step]


def _set(text: str, steps: list[Step], value: Any) -> str:
    root = _parsed(text)
    if root is None:
        changed = _with_break(text) + _entry(str(steps[0]), _nest(steps[1:], value), "", _break_of(text))
    else:
        changed = _changed(text, _find(root, steps), value)
    expected = _applied(_data(root), steps, _data(from_data(value)))
    try:
        proved = _data(parse_tree(changed)) == expected
    except TreeError:
        proved = False
    if not proved:
        raise Unreadable("no-place", "", path=_path(steps))
    return changed


def _parsed(text: str) -> Node | None:
    try:
        return parse_tree(text)
    except TreeError as error:
        raise Unreadable(error.code, "", error.line, **error.details) from None


def _find(root: Node, steps: list[Step]) -> _Spot:
    node: Node = root
    parent: Node | None = None
    key: Scalar | None = None
    for depth, step in enumerate(steps):
        if isinstance(node, Mapped) and isinstance(step, str):
            pair = next(((name, value) for name, value in node.items if name.text == step), None)
            if pair is None:
                return _Spot(node, parent, key, steps[depth:])
            parent, (key, node) = node, pair
        elif isinstance(node, Sequenced) and isinstance(step, int) and step < len(node.items):
            parent, key, node = node, None, node.items[step]
        else:
            return _Spot(node, parent, key, steps[depth:])
    return _Spot(node, parent, key, [])


def _changed(text: str, spot: _Spot, value: Any) -> str:
    node, step = spot.node, spot.left[0] if spot.left else None
    nested = _nest(spot.left[1:], value)
    if step is None or (isinstance(node, Scalar) and node.nothing):
        return _replaced(text, spot, _nest(spot.left, value))
    if isinstance(node, Mapped) and isinstance(step, str):
        return _with_key(text, node, step, nested)
    if isinstance(node, Sequenced) and step == len(node.items):
        if not node.items and isinstance(nested, Mapping):
            return _replaced(text, spot, [nested])
        return _with_item(text, node, nested)
    return text


def _replaced(text: str, spot: _Spot, value: Any) -> str:
    node, end = spot.node, _content_end(text, spot.node)
    in_block = isinstance(spot.parent, Mapped) and not spot.parent.flow
    start = node.start
    if spot.key is not None and (start == end or not isinstance(node, Scalar)):
        start = text.find(":", spot.key.end) + 1
        if "\n" not in text[start : node.start]:
            start = max(start, node.start)
    if in_block and isinstance(spot.parent, Mapped) and _is_items(value):
        head, rest = text[:start].rstrip(" "), text[end:]
        line, found, after = rest.partition("\n")
        pad = " " * (len(text[:start]) - len(head) + end - start) if line.strip() else ""
        broken = head + pad + line.rstrip("\r") + _break_of(text)
        indent = " " * spot.parent.column
        return broken + _items(value, indent + "  ", _break_of(text)) + (after if found else "")
    gap = "" if text[:start].endswith((" ", "\n")) or spot.parent is None else " "
    made = gap + flow(value)
    return text[:start] + made + _aligned(text[end:], len(made) - (end - start))


def _aligned(rest: str, wider: int) -> str:
    """What follows a value on its line: a comment keeps its column while there is room."""
    spaces = len(rest) - len(rest.lstrip(" "))
    if not rest[spaces:].startswith("#"):
        return rest
    return " " * max(1, spaces - wider) + rest[spaces:]


def _with_key(text: str, node: Mapped, key: str, value: Any) -> str:
    if node.flow:
        return _in_flow(text, node, f"{scalar(key)}: {flow(value)}")
    return _after(text, node, _entry(key, value, " " * node.column, _break_of(text)))


def _with_item(text: str, node: Sequenced, value: Any) -> str:
    if node.flow:
        return _in_flow(text, node, flow(value))
    last = node.items[-1]
    indent = " " * node.column
    if isinstance(value, Mapping) and isinstance(last, Mapped) and not last.flow:
        lines = [_entry(str(key), each, indent + "  ", _break_of(text)) for key, each in value.items()]
        return _after(text, node, f"{indent}- " + "".join(lines).lstrip(" "))
    return _after(text, node, f"{indent}- {flow(value)}{_break_of(text)}")


def _in_flow(text: str, node: Mapped | Sequenced, piece: str) -> str:
    if not node.items:
        return text[: node.start + 1] + piece + text[node.start + 1 :]
    last = node.items[-1]
    end = (last[1] if isinstance(last, tuple) else last).end
    return f"{text[:end]}, {piece}{text[end:]}"


def _after(text: str, node: Node, lines: str) -> str:
    """`lines` put in after the line on which the content of a block ends."""
    end = text.find("\n", _content_end(text, node))
    if end < 0:
        return _with_break(text) + lines
    return text[: end + 1] + lines + text[end + 1 :]


def _content_end(text: str, node: Node) -> int:
    end = max(node.start, node.end)
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return end


def _entry(key: str, value: Any, indent: str, newline: str) -> str:
    if _is_items(value):
        return f"{indent}{scalar(key)}:{newline}" + _items(value, indent + "  ", newline)
    return f"{indent}{scalar(key)}: {flow(value)}{newline}"


def _items(values: Sequence[Any], indent: str, newline: str) -> str:
    return "".join(f"{indent}- {flow(value)}{newline}" for value in values)


def _is_items(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _nest(steps: list[Step], value: Any) -> Any:
    for step in reversed(steps):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _break_of(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _with_break(text: str) -> str:
    return text if not text or text.endswith("\n") else text + _break_of(text)


def _data(node: Node | None) -> Any:
    if isinstance(node, Mapped):
        return [(key.text, _data(value)) for key, value in node.items]
    if isinstance(node, Sequenced):
        return {index: _data(item) for index, item in enumerate(node.items)}
    return None if node is None or node.nothing else node.text


def _applied(data: Any, steps: list[Step], value: Any) -> Any:
    """The content `data` with `value` at `steps`; mappings are lists of pairs here, lists are dicts by index."""
    if not steps:
        return value
    step, left = steps[0], steps[1:]
    if isinstance(step, int):
        items = data if isinstance(data, dict) else {}
        return {**items, step: _applied(items.get(step), left, value)}
    pairs = data if isinstance(data, list) else []
    at = next((index for index, (key, _) in enumerate(pairs) if key == step), len(pairs))
    old = pairs[at][1] if at < len(pairs) else None
    return [*pairs[:at], (step, _applied(old, left, value)), *pairs[at + 1 :]]


def _path(steps: list[Step]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
