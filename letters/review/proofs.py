"""Evidence: events that nothing proves, elements of the ground without proof and how to get it, late captures."""

import re
from collections.abc import Iterator
from datetime import timedelta

from letters.case.model import Evidence, Order
from letters.data.folders import templates_dir
from letters.drafting.template.words import load_words
from letters.law.reasoning.ground_file import Element
from letters.review.finding import Finding, note, warn
from letters.review.naming import in_words
from letters.review.subject import Scope

#: A page captured within this time after the order still shows what stood there (DESIGN: Review, L5).
FRESH_PAGE = timedelta(hours=24)
#: A state that goes on is captured anew when the last look is older.
FRESH_STATE = timedelta(days=3)
_COMMON = frozenset({"time", "amount"})
_GOES_ON = frozenset({"none", "partial", "banned"})


def unproved_events(scope: Scope) -> Iterator[Finding]:
    """Events that are asserted and have no evidence (L8); a filing with a number proves itself."""
    filed = [f.at for f in scope.case.filings if f.number or f.evidence]
    for index, event in enumerate(scope.case.events):
        if (
            event.evidence
            or event.kind in ("order", "payment")
            or any(abs(event.at - at) <= timedelta(minutes=1) for at in filed)
        ):
            continue
        yield warn(
            "evidence-missing",
            f"{in_words(event.at)}的经过没有证据（L8）：{_short(event.did)}",
            path=f"events[{index}].evidence",
            fix="补上截图、录音或者回执的编号；没有证据又不重要的，删去这一条",
            source="民诉法解释第90条；证据规则 L8",
        )


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"


def _noun(scope: Scope) -> str:
    order: Order | None = scope.facts.told.main_order
    if order is None:
        return "商品"
    words = load_words((templates_dir() / "zh_CN",))
    return order.noun or str(words["goods"].get(order.kind, words["goods"]["other"])["noun"])


def _said(scope: Scope, text: str) -> str:
    """A text of the ground files without its Jinja2: the noun is put in, other expressions fall."""
    if "{" not in text:
        return text
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", re.sub(r"\{\{\s*noun\s*\}\}", _noun(scope), text))


def _applies(scope: Scope, element: Element) -> bool:
    match element.id:
        case "promise" | "promised-time":
            return any(o.promised for o in scope.facts.told.claimed_orders)
        case "clause-used" | "clause-prompt":
            return scope.case.dispute.clause is not None
        case _:
            return True


def _shown(element: Element, exhibit: Evidence) -> bool:
    """Whether the exhibit shows what the element needs; an exhibit that does not say what it shows is believed."""
    wanted = set(element.shows)
    telling = wanted - _COMMON or wanted
    if not exhibit.shows or not telling:
        return exhibit.form in (element.forms or (exhibit.form,))
    return bool(telling & set(exhibit.shows))


def unproved_elements(scope: Scope) -> Iterator[Finding]:
    """What must be shown on each ground and is not, with the way to get it (channels §5.3)."""
    from letters.data.ground_index import BadGround

    told: set[str] = set()
    for identity in scope.case.dispute.grounds:
        try:
            ground = scope.matter.law.grounds.ground(identity)
        except BadGround:
            continue
        for element in ground.elements:
            what = _said(scope, element.what)
            if what in told or not _applies(scope, element):
                continue
            told.add(what)
            yield from _element(scope, element, what)


def _element(scope: Scope, element: Element, what: str) -> Iterator[Finding]:
    part = element.part
    same = [e for e in scope.case.evidence if e.part == part]
    if any(
        _shown(element, e)
        for e in scope.case.evidence
        if e.part == part or set(element.shows) <= set(e.shows) and e.shows
    ):
        return
    fix = f"取得方法：{_said(scope, element.how)}"
    if same:
        yield note("evidence-missing", f"现有证据没有直接显示：{what}", path="evidence", fix=fix, source="证据要点")
    else:
        yield warn("evidence-missing", f"没有证据证明：{what}", path="evidence", fix=fix, source="证据要点")


def state(scope: Scope) -> Iterator[Finding]:
    """What goes on being undelivered was last looked at long ago: a fresh capture on the day of the letter."""
    if scope.facts.told.illegal:
        return
    taken = [e.captured_at for e in scope.case.evidence if e.part == "anomaly" and e.captured_at]
    for index, order in enumerate(scope.case.orders):
        if order not in scope.facts.told.claimed_orders or order.delivery not in _GOES_ON:
            continue
        looked = max((*taken, *([order.delivery_as_of] if order.delivery_as_of else [])), default=None)
        if looked is None or looked + FRESH_STATE < scope.facts.end_of_day:
            yield note(
                "evidence-missing",
                "交付状态没有近日的截图，文书只能写到最后一次查看的时间",
                path=f"orders[{index}].delivery_as_of",
                fix="发出文书当天再截一次图，填写 delivery_as_of 和 delivery_evidence",
                source="证据要点",
            )


def late(scope: Scope) -> Iterator[Finding]:
    """The page with the promise was captured more than a day after the order (L5)."""
    for exhibit, order in _pages(scope):
        if exhibit.captured_at and order.ordered_at and exhibit.captured_at > order.ordered_at + FRESH_PAGE:
            index = scope.case.evidence.index(exhibit)
            yield warn(
                "evidence-late",
                f"证据{exhibit.id}（{exhibit.title}）在下单{(exhibit.captured_at - order.ordered_at).days}日后才取得，对方可能说页面当时不是这样（L5）",
                path=f"evidence[{index}].captured_at",
                fix="找下单前后的浏览记录、快照、客服确认或者同一商品的历史评价",
                source="证据规则 L5",
            )


def late_clause(scope: Scope) -> Iterator[Finding]:
    """The clause was captured late and its version is not stated: it may be younger than the order (L5)."""
    clause, order = scope.case.dispute.clause, scope.facts.told.main_order
    if clause is None or clause.in_force_from or order is None or order.ordered_at is None:
        return
    taken = [e.captured_at for e in scope.case.evidence if e.id in clause.evidence and e.captured_at]
    if taken and min(taken) > order.ordered_at + FRESH_PAGE:
        yield note(
            "evidence-late",
            "条款的截图晚于下单一日以上，看不出下单时是不是这个版本（L5）",
            path="dispute.clause.in_force_from",
            fix="在协议页面找生效日期，填写 in_force_from",
            source="证据规则 L5",
        )


def single(scope: Scope) -> Iterator[Finding]:
    """One exhibit alone proves little (channels §6.7)."""
    if len(scope.case.evidence) == 1:
        yield warn(
            "evidence-missing",
            "只有一份证据（L8）：下单、付款、问题和沟通各需要一份",
            path="evidence[0]",
            fix="补上订单详情、付款账单、异常截图和聊天记录",
            source="证据规则 L8",
        )


def _pages(scope: Scope) -> Iterator[tuple[Evidence, Order]]:
    facts, seen = scope.facts, set[str]()
    by_id = {e.id: e for e in scope.case.evidence}
    for order in facts.told.claimed_orders:
        named = order.promised.evidence if order.promised else ()
        shown = [e.id for e in scope.case.evidence if e.part == "transaction" and "promise" in e.shows]
        for identity in dict.fromkeys((*named, *(shown if len(facts.told.claimed_orders) == 1 else ()))):
            if identity in by_id and identity not in seen:
                seen.add(identity)
                yield by_id[identity], order
