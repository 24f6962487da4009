"""Annexes of a letter: the rows of an evidence list, grouped as courts read them (证据规定 19), and many payments one by one."""

from collections.abc import Callable
from typing import Any

from letters.case.model import Evidence
from letters.drafting.context import Context
from letters.drafting.functions.proof import captured, proves
from letters.drafting.prose import forms

#: Groups in writing order; the evidence parts that go into each.
GROUPS = (
    ("主体资格", ("identity",)),
    ("合同与付款", ("transaction",)),
    ("履行情况", ("anomaly",)),
    ("协商与拒绝", ("communication",)),
    ("损失", ("loss",)),
)
CLAUSE_GROUP, OTHERS = "格式条款", "其他"
_ORDER = (*(name for name, _ in GROUPS[:-1]), CLAUSE_GROUP, GROUPS[-1][0], OTHERS)
_OWN_WORDS = ("本人", "我的", "自己的")


def evidence_rows(context: Context) -> list[dict[str, Any]]:
    """Groups with their items: name, items of {item, source, proves, form, made, pages, first, last}.

    The order is that of the complaint, so that both give a piece the same number; a group never comes twice. What the
    complaint does not name and would stand among strangers comes under 其他. Pages run on.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    page, current = 1, 0
    cited = context.court_order()
    for identity in dict.fromkeys([*cited, *_order_of_story(context)]):
        item = context.case.evidence[identity]
        natural = _ORDER.index(_group(context, item))
        if natural < current and identity not in cited:
            natural = len(_ORDER) - 1
        current = max(current, natural)
        pages = item.pages or 1
        found.setdefault(_ORDER[current], []).append(
            {
                "item": item, "source": source_of(context, item), "proves": proves(context, item), "form": _form(context, item),
                "made": captured(item), "pages": pages, "first": page, "last": page + pages - 1,
            }
        )  # fmt: skip
        page += pages
    return [{"name": name, "items": items} for name, items in found.items()]


def source_of(context: Context, item: Evidence) -> str:
    """Where the evidence comes from, with the holder called as the voice calls him: 原告手机."""
    owner = context.voice["owner"]
    for word in _OWN_WORDS:
        if item.source.startswith(word):
            return owner + item.source.removeprefix(word)
    return owner + item.source if item.holder == "complainant" else item.source


def bills(context: Context) -> list[dict[str, str]]:
    """Many payments one by one, for an annex: time, method, amount, number. Empty where the letter tells each anyway."""
    paid = sorted(((p.paid_at, p) for p in context.case.payments if p.paid_at), key=lambda each: each[0].isoformat())
    if len(paid) <= 3:
        return []
    methods = context.words["methods"]
    return [
        {
            "time": forms.long_date(at.date()) + forms.clock_time(at, "paper"), "method": str(methods.get(p.method, p.method)),
            "amount": forms.written_sum(p.amount, context.voice["money"]), "number": p.transaction_id,
        }
        for at, p in paid
    ]  # fmt: skip


def _order_of_story(context: Context) -> list[str]:
    """Evidence ids by first mention in the story, then the clause, then what is mentioned nowhere."""
    case = context.case
    told = [i for entry in case.story for i in entry.evidence]
    clause = list(case.clause.evidence) if case.clause else []
    return [i for i in dict.fromkeys([*told, *clause, *case.evidence]) if i in case.evidence]


def _group(context: Context, item: Evidence) -> str:
    clause = context.case.clause
    if clause and item.id in clause.evidence and "clause" in item.shows:
        return CLAUSE_GROUP
    return next((name for name, parts in GROUPS if item.part in parts), OTHERS)


def _form(context: Context, item: Evidence) -> str:
    held = f"，原件由{context.voice['owner']}保存" if item.original == "held" else ""
    return str(context.words["forms"].get(item.form, item.form)) + held


FUNCTIONS: dict[str, Callable[..., Any]] = {"evidence_rows": evidence_rows, "source_of": source_of, "bills": bills}
