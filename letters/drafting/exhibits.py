"""The rows of an evidence list: numbered in the order of the story, grouped as courts read them (证据规定 19)."""

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from letters.case.model import Evidence
from letters.drafting.functions import saying

if TYPE_CHECKING:
    from letters.drafting.session import Session
    from letters.law.matter import Matter

#: Groups in writing order; the evidence parts that go into each.
GROUPS = (
    ("主体资格", ("identity",)),
    ("合同与付款", ("transaction",)),
    ("履行情况", ("anomaly",)),
    ("协商与拒绝", ("communication",)),
    ("损失", ("loss",)),
)
CLAUSE_GROUP = "格式条款"
_OWN_WORDS = ("本人", "我的", "自己的")
#: What the complaint of a case cites: a list may be rendered several times, the complaint is composed once.
_CITED: "WeakKeyDictionary[Matter, tuple[str, ...]]" = WeakKeyDictionary()


def order_of_story(session: "Session") -> list[str]:
    """Evidence ids by first mention in the story, then the clause, then what is mentioned nowhere."""
    case = session.case
    told = [i for entry in case.story for i in entry.evidence]
    clause = list(case.clause.evidence) if case.clause else []
    return [i for i in dict.fromkeys([*told, *clause, *case.evidence]) if i in case.evidence]


def source_of(session: "Session", item: Evidence) -> str:
    """Where the evidence comes from, with the holder called as the voice calls him: 原告手机."""
    owner = session.voice["owner"]
    for word in _OWN_WORDS:
        if item.source.startswith(word):
            return owner + item.source.removeprefix(word)
    return owner + item.source if item.holder == "complainant" else item.source


def _group(session: "Session", item: Evidence) -> str:
    clause = session.case.clause
    if clause and item.id in clause.evidence and "clause" in item.shows:
        return CLAUSE_GROUP
    return next((name for name, parts in GROUPS if item.part in parts), "其他")


def rows(session: "Session") -> list[dict[str, Any]]:
    """Groups with their items: name, items of {item, source, proves, form, made, pages, first, last}.

    The order is that of the complaint, so that both give a piece the same number; a group never comes twice. What the
    complaint does not name and would stand among strangers comes under 其他. Pages run on.
    """
    from letters.drafting.functions.proof import captured, proves

    order = [name for name, _ in GROUPS]
    order.insert(order.index("损失"), CLAUSE_GROUP)
    order.append("其他")
    found: dict[str, list[dict[str, Any]]] = {}
    page, current = 1, 0
    ordered = order_of_complaint(session)
    cited = frozenset(_CITED[session.matter])
    for identity in ordered:
        item = session.case.evidence[identity]
        natural = order.index(_group(session, item))
        if natural < current and identity not in cited:
            natural = len(order) - 1
        current = max(current, natural)
        pages = item.pages or 1
        found.setdefault(order[current], []).append(
            {
                "item": item, "source": source_of(session, item), "proves": proves(session, item), "form": _form(session, item),
                "made": captured(item), "pages": pages, "first": page, "last": page + pages - 1,
            }
        )  # fmt: skip
        page += pages
    return [{"name": name, "items": items} for name, items in found.items()]


def order_of_complaint(session: "Session") -> list[str]:
    """Evidence ids as the complaint numbers them, then what it does not mention, in the order of the story."""
    if session.matter not in _CITED:
        _CITED[session.matter] = _cited(session.matter)
    return list(dict.fromkeys([*_CITED[session.matter], *order_of_story(session)]))


def _cited(matter: "Matter") -> tuple[str, ...]:
    from letters.drafting.draft import compose
    from letters.errors import LettersError

    try:
        return tuple(e.id for e in compose(matter, "small-claims").exhibits)
    except LettersError:
        return ()


def _form(session: "Session", item: Evidence) -> str:
    held = f"，原件由{session.voice['owner']}保存" if item.original == "held" else ""
    return saying.form_of(session, item.form) + held
