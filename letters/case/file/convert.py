"""From the tree of a file to the parts of a case, collecting every mistake on the way instead of stopping at the first."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from letters.case.file import scalars
from letters.case.file.problems import FieldProblem
from letters.case.file.scalars import Unfit
from letters.case.model.fields import Field, fields_of
from letters.case.model.formats import FORMS
from letters.data.ground_index import GroundIndex, Listed, index_of
from letters.data.yaml_tree import FORBIDDEN, Mapped, Node, Scalar, Sequenced

_SCALARS: dict[str, Callable[[str], Any]] = {
    "truth": scalars.truth,
    "whole": scalars.whole,
    "money": scalars.money,
    "moment": scalars.moment,
    "day": scalars.day,
}


class Mention(NamedTuple):
    """An id that is given (`defines`) or pointed at (`refers`): the list it belongs to, itself, and its place."""

    list: str
    id: str
    path: str
    line: int
    title: str


class Found:
    """What a walk over the tree finds beside the values: mistakes, ids given, ids pointed at.

    `index` holds the words of the open vocabularies: the grounds and excuses of the statutes folders.
    """

    def __init__(self, index: GroundIndex | None = None) -> None:
        self.index = index or index_of()
        self.problems: list[FieldProblem] = []
        self.given: list[Mention] = []
        self.pointed: list[Mention] = []

    def add(self, code: str, field: Field, path: str, line: int, *, right: str = "", **details: Any) -> None:
        """Note a mistake; `right` is a better example than the model's."""
        example = right or _example(field, self.index)
        self.problems.append(FieldProblem(code, path, line, field.title, example, details))


def read_part(part: type[msgspec.Struct], node: Mapped, path: str, found: Found) -> Any:
    """The part that `node` describes, or None if there are mistakes in it."""
    fields = fields_of(part)
    before = len(found.problems)
    values: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for key, value in node.items:
        name = key.text
        label = name if name in fields else shown(name)
        where = f"{path}.{label}" if path else label
        if name in seen:
            title = fields[name].title if name in fields else ""
            found.problems.append(FieldProblem("double-key", where, key.line, title, details={"first": seen[name]}))
            continue
        seen[name] = key.line
        field = fields.get(name)
        if field is None:
            _unknown(part, node, key, value, where, found)
            continue
        if _absent(value, field):
            continue
        values[field.attr] = _read(field, value, where, value.line or key.line, found)
    for name, field in fields.items():
        if field.required and field.attr not in values:
            found.add("missing", field, f"{path}.{name}" if path else name, seen.get(name, node.line))
    return part(**values) if len(found.problems) == before else None


def _absent(value: Node, field: Field) -> bool:
    """Nothing is written, or only blanks where a number, time or word is wanted, or a required text."""
    if not isinstance(value, Scalar):
        return False
    if value.nothing:
        return True
    return not value.text.strip() and (field.sort != "text" or field.required) and "" not in field.words


def _read(field: Field, node: Node, path: str, line: int, found: Found) -> Any:
    if field.sort == "part":
        if isinstance(node, Mapped) and field.part is not None:
            return read_part(field.part, node, path, found)
        if isinstance(node, Scalar) and field.part is not None and field.short:
            return _read_short(field, field.part, node, path, line, found)
        return found.add("want-part", field, path, line)
    if field.sort == "list":
        return _read_list(field, node, path, line, found)
    if not isinstance(node, Scalar):
        return found.add("want-text" if field.sort == "text" else "want-value", field, path, line)
    try:
        if field.sort == "text":
            return _text(field, node, path, line, found)
        if field.sort == "words":
            return _word(field, node.text.strip(), found.index)
        read = scalars.month_or_moment if field.month else _SCALARS[field.sort]
        value: Any = read(node.text.strip())
        if field.low is not None and value < field.low:
            raise Unfit("range-low", low=field.low)
        if field.high is not None and value > field.high:
            raise Unfit("range-high", high=field.high)
        return value
    except Unfit as unfit:
        return found.add(unfit.code, field, path, line, right=unfit.right, **unfit.details)


def _read_short(field: Field, part: type[msgspec.Struct], node: Scalar, path: str, line: int, found: Found) -> Any:
    """A part written as the value of its chief key: `perform_on: 2026-10-01` for `{from: 2026-10-01}`."""
    before = len(found.problems)
    inner = msgspec.structs.replace(fields_of(part)[field.short], title=field.title)
    value = _read(inner, node, path, line, found)
    return part(**{inner.attr: value}) if len(found.problems) == before else None


def _read_list(field: Field, node: Node, path: str, line: int, found: Found) -> Any:
    item = field.item
    if item is None or not isinstance(node, Sequenced) and not field.single:
        return found.add("want-list", field, path, line)
    labelled = msgspec.structs.replace(item, title=field.title, refers=field.refers, required=True)
    if not isinstance(node, Sequenced):
        return (_read(labelled, node, path, line, found),)
    if len(node.items) < field.shortest:
        found.add("too-few", field, path, line, low=field.shortest)
    values = []
    for index, each in enumerate(node.items):
        where = f"{path}[{index}]"
        if _absent(each, labelled):
            found.add("empty-item", labelled, where, each.line or line)
        else:
            values.append(_read(labelled, each, where, each.line or line, found))
    return tuple(values)


def _text(field: Field, node: Scalar, path: str, line: int, found: Found) -> str:
    text = node.text
    bad = FORBIDDEN.search(text)
    if bad:
        raise Unfit("control", char=f"U+{ord(bad.group()):04X}")
    if not field.lines:
        text = text.strip("\r\n")
        if "\n" in text or "\r" in text:
            raise Unfit("line-break")
    if field.form and text.strip():
        text = FORMS[field.form](text.strip())
    if len(text) < field.shortest:
        raise Unfit("too-short", low=field.shortest)
    if field.longest is not None and len(text) > field.longest:
        raise Unfit("too-long", size=len(text), high=field.longest)
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise Unfit("pattern")
    if field.defines and text:
        found.given.append(Mention(field.defines, text, path, line, field.title))
    if field.refers and text:
        found.pointed.append(Mention(field.refers, text, path, line, field.title))
    return text


def _word(field: Field, text: str, index: GroundIndex) -> Any:
    if field.opens:
        return _open_word(field.opens, text, index)
    for word in field.words:
        if text == str(word):
            return word
    if "yes" in field.words:
        try:
            return "yes" if scalars.truth(text) else "no"
        except Unfit:
            pass
    if field.key == "schema":
        raise Unfit("schema")
    words = [str(word) for word in field.words if word]
    raise Unfit("words", said=shown(text), words=" ".join(words), near=_nearest(text, words))


def _open_word(listed: Listed, text: str, index: GroundIndex) -> str:
    """A word of a list that a user's folder may lengthen; a plain name near what was written leads to its id too."""
    if index.knows(listed, text):
        return text
    labels = index.labels(listed)
    by_label = {label: word for word, label in labels.items()}
    near = _nearest(text, [*labels, *by_label])
    raise Unfit("words", said=shown(text), words=" ".join(labels), near=by_label.get(near, near))


def _unknown(part: type, node: Mapped, key: Scalar, value: Node, path: str, found: Found) -> None:
    fields = fields_of(part)
    by_title = {field.title: name for name, field in fields.items()}
    near = _nearest(key.text, [*fields, *by_title])
    near = by_title.get(near, near)
    split_by_comma = not near and node.flow and isinstance(value, Scalar) and value.nothing
    label = fields[near].title if near in fields else ""
    details = {"near": f"{near}（{label}）" if label else near, "hint": "comma-hint" if split_by_comma else ""}
    found.problems.append(FieldProblem("unknown-key", path, key.line, details=details))


def _nearest(text: str, known: list[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(text[:60], known, n=1, cutoff=0.6)), "")


def shown(text: str) -> str:
    """What was written, short, without long numbers: it may be a phone or a card."""
    short = re.sub(r"\s+", " ", FORBIDDEN.sub("\ufffd", text[:40]))
    return re.sub(r"[0-9Xx]{9,}", "****", short) + ("…" if len(text) > 40 else "")


def _example(field: Field, index: GroundIndex) -> str:
    from letters.case.file.emit import flow

    example = field.example
    if field.part is not None and isinstance(example, dict):
        lists = {key: each.item for key, each in fields_of(field.part).items() if each.required and each.item}
        example = {key: [_first(index, item.opens)] for key, item in lists.items() if item.opens} | example
    if example is not None:
        return example if isinstance(example, str) else flow(example)
    opens = field.opens or (field.item.opens if field.item else None)
    if opens:
        return flow([_first(index, opens)]) if field.item else _first(index, opens)
    return str(next((word for word in field.words if word), ""))


def _first(index: GroundIndex, listed: Listed) -> str:
    return next(iter(index.labels(listed)), "")
