"""The rows of an evidence list: numbered in the order of the story, grouped as courts read them (证据规定 19)."""

from typing import TYPE_CHECKING, Any

from letters.case.model import Evidence

if TYPE_CHECKING:
    from letters.drafting.session import Session

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
    """Groups with their items: name, items of {item, source, proves, form, pages, first_page}. Page numbers run on."""
    found: dict[str, list[dict[str, Any]]] = {}
    order = [name for name, _ in GROUPS]
    order.insert(order.index("损失"), CLAUSE_GROUP)
    items = [session.case.evidence[i] for i in order_of_story(session)]
    items.sort(key=lambda e: (*order, "其他").index(_group(session, e)))
    page = 1
    for item in items:
        pages = item.pages or 1
        found.setdefault(_group(session, item), []).append(
            {
                "item": item, "source": source_of(session, item), "proves": item.proves.replace("「", "“").replace("」", "”"),
                "form": session.form_of(item.form), "pages": pages, "first": page, "last": page + pages - 1,
            }
        )  # fmt: skip
        page += pages
    return [{"name": name, "items": items_} for name, items_ in found.items()]
