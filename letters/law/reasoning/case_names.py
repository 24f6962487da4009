"""What the conditions and sentences of the ground files may ask of a case: the names of the view, checked without a case."""

import inspect
import types
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from jinja2 import meta, nodes

from letters.case.facts.facts import ANSWERS
from letters.case.model import DemandKind, FraudSign
from letters.case.model.visibility import NEVER
from letters.case.view.case_view import CaseView
from letters.data.ground_index import GroundIndex, Listed, index_of
from letters.law.results import Sum

#: Attributes that are set on every view.
_SET = {"level": int, "on": date, "public": bool}
_WORDS: dict[str, Any] = {"wants": DemandKind, "signs": FraudSign}
_LISTED: dict[str, Listed] = {"has": "grounds", "defends": "defences"}
_UNKNOWN = object()


def unknown_names(tree: nodes.Template, names: Sequence[str], index: GroundIndex | None = None) -> list[str]:
    """What a parsed fragment uses that does not exist: names other than `names`, attributes of a case, and words.

    `index` holds the grounds and excuses that may be named; ours where left out.
    """
    strange = sorted(meta.find_undeclared_variables(tree) - set(names))
    found = [f"没有“{name}”这个名称，只能用 {'、'.join(names)}" for name in strange]
    found += [said for _, said in wrong_names(tree, index)]
    return list(dict.fromkeys(found))


def wrong_names(tree: nodes.Template, index: GroundIndex | None = None) -> Iterator[tuple[int, str]]:
    """Line and fault of each attribute of a case, and each word asked of it, that does not exist."""
    yield from _wrong_attributes(tree)
    yield from _wrong_words(tree, index or index_of())


def laws_named(tree: nodes.Template) -> Iterator[str]:
    """The references that a parsed fragment prints with law(...)."""
    return (article for _, article, printed in laws_asked(tree) if printed)


def laws_asked(tree: nodes.Template) -> Iterator[tuple[nodes.Call, str, bool]]:
    """Call and reference of each provision that is printed with law(...), or only asked for with in_force and cites."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("law", "in_force", "cites"):
            for argument in call.args:
                if isinstance(argument, nodes.Const):
                    yield call, str(argument.value), call.node.name == "law"


def _wrong_attributes(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    found: list[nodes.Getattr | nodes.Getitem] = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Getitem)]
    for node in found:
        base = _type_of(node.node)
        name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        if isinstance(name, str) and name.startswith("_"):
            yield node.lineno, f"不能使用以下划线开头的“{name}”"
        elif isinstance(name, str) and base is not _UNKNOWN and _member(base, name) is None:
            if base is CaseView and name in ANSWERS:
                yield node.lineno, f"“{name}”不能在这里使用：它会带出未遮盖的信息"
                continue
            near = get_close_matches(name, _members(base), n=1)
            yield node.lineno, f"案件中没有“{name}”" + (f"，是不是 {near[0]}" if near else "")


def _wrong_words(tree: nodes.Template, index: GroundIndex) -> Iterator[tuple[int, str]]:
    """Words asked for that the case file does not know, such as case.has('not-deliverd')."""
    for call in tree.find_all(nodes.Call):
        asked = call.node
        if not (
            isinstance(asked, nodes.Getattr) and asked.attr in (_WORDS | _LISTED) and _type_of(asked.node) is CaseView
        ):
            continue
        listed = _LISTED.get(asked.attr)
        known = tuple(index.labels(listed)) if listed else get_args(_WORDS[asked.attr])
        for argument in call.args:
            if isinstance(argument, nodes.Const) and argument.value not in known:
                near = get_close_matches(str(argument.value), known, n=1)
                yield call.lineno, f"{asked.attr}() 中没有“{argument.value}”" + (f"，是不是 {near[0]}" if near else "")


def _type_of(node: nodes.Node) -> Any:
    """The type of an expression that starts at `case`; _UNKNOWN for everything else."""
    if isinstance(node, nodes.Name):
        return CaseView if node.name == "case" else _UNKNOWN
    if isinstance(node, nodes.Call):
        return _type_of(node.node)
    if isinstance(node, nodes.Getattr):
        base = _type_of(node.node)
        if isinstance(node.node, nodes.Name) and node.node.name == "sums":
            return Sum
        return _UNKNOWN if base is _UNKNOWN else _strip(_member(base, node.attr))
    if isinstance(node, nodes.Getitem):
        items = get_args(_type_of(node.node))
        return _strip(items[0]) if items else _UNKNOWN
    return _UNKNOWN


def _strip(found: Any) -> Any:
    """`T` of `T | None`; _UNKNOWN where nothing more is known."""
    if found is None or found is Any:
        return _UNKNOWN
    if get_origin(found) in (Union, types.UnionType):
        kept = [each for each in get_args(found) if each is not type(None)]
        return kept[0] if len(kept) == 1 else _UNKNOWN
    return found


@cache
def _member(base: Any, name: str) -> Any:
    """The type of a member of a type; None if there is none that may be used."""
    if base is CaseView:
        return _of_view(name)
    if isinstance(base, type) and (hasattr(base, "__dataclass_fields__") or issubclass(base, msgspec.Struct)):
        return get_type_hints(base).get(name)
    return Any if hasattr(get_origin(base) or base, name) else None


def _of_view(name: str) -> Any:
    if name.startswith("_"):
        return None
    if name in _SET:
        return _SET[name]
    held = inspect.getattr_static(CaseView, name, None)
    if held is not None:
        return _returned(held)
    if name not in ANSWERS or ANSWERS[name].level >= NEVER:
        return None
    return _returned(inspect.getattr_static(ANSWERS[name].kind, name))


def _returned(held: Any) -> Any:
    function = held.func if isinstance(held, cached_property) else held.fget if isinstance(held, property) else held
    return get_type_hints(function).get("return", Any) if callable(function) else Any


def _members(base: Any) -> list[str]:
    if base is CaseView:
        return [name for name in {*_SET, *dir(CaseView), *ANSWERS} if not name.startswith("_")]
    return [name for name in (get_type_hints(base) if isinstance(base, type) else ()) if not name.startswith("_")]
