"""Between the parts of a case: ids given once, references that lead somewhere, something bought or paid."""

from letters.case.file.convert import Found, Mention, shown
from letters.case.file.problems import FieldProblem
from letters.data.yaml_tree import Mapped, Scalar, Sequenced

#: Who may have done something, beside the respondents (`events.by`).
PERSONS = ("complainant", "guardian", "other")
#: Lists of which a strange id is left to the review: letters that do not need it can still be written.
LENIENT = frozenset({"parties"})


def check_ids(found: Found) -> None:
    """Add a mistake for every id given twice or kept for something else, and for every reference into the void."""
    lists: dict[str, dict[str, Mention]] = {}
    for mention in found.given:
        first = lists.setdefault(mention.list, {}).setdefault(mention.id, mention)
        if first is not mention:
            found.problems.append(_problem("double-id", mention, id=shown(mention.id), first=first.line))
        elif mention.list == "respondents" and mention.id in PERSONS:
            found.problems.append(_problem("reserved-id", mention, id=shown(mention.id)))
    for mention in found.pointed:
        if mention.list in LENIENT:
            continue
        known = list(lists.get("respondents" if mention.list == "actors" else mention.list, ()))
        if mention.list == "actors":
            known += PERSONS
        if mention.id not in known:
            found.problems.append(_unknown(mention, known))


def _unknown(mention: Mention, known: list[str]) -> FieldProblem:
    from difflib import get_close_matches

    near = next(iter(get_close_matches(mention.id, known, n=1, cutoff=0.5)), "")
    name = "respondents" if mention.list == "actors" else mention.list
    listed = " ".join(map(shown, known[:20]))
    details = {"list": name, "id": shown(mention.id), "known": listed, "near": shown(near) if len(known) > 1 else ""}
    code = "unknown-reference" if known else "unknown-reference-none"
    return FieldProblem(code, mention.path, mention.line, mention.title, shown(near), details)


def _problem(code: str, mention: Mention, **details: object) -> FieldProblem:
    return FieldProblem(code, mention.path, mention.line, mention.title, details=details)


def check_purchase(root: Mapped, found: Found) -> None:
    """A case needs at least one order or one payment."""
    listed = [root.get("orders"), root.get("payments")]
    unreadable = any(each is not None and not _empty(each) for each in listed)
    if not unreadable:
        found.problems.append(FieldProblem("no-purchase", "orders", root.line, "订单", "- id: o1"))


def _empty(node: object) -> bool:
    return (isinstance(node, Sequenced) and not node.items) or (isinstance(node, Scalar) and node.nothing)
