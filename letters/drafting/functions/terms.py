"""Sums, section numbers and fixed terms in templates: how the letter's voice writes what the case holds."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from letters.case.view.shown import OrderView
from letters.drafting.context import Context
from letters.drafting.prose import forms
from letters.drafting.prose.capitals import in_capitals
from letters.law.reasoning.cause import cause_of_action
from letters.law.statutes.numerals import to_chinese


def voiced_sum(context: Context, amount: Decimal) -> str:
    """98元 or 98.00元, as this voice writes sums."""
    return forms.written_sum(amount, context.voice["money"])


def capitals(context: Context, amount: Decimal) -> str:
    """人民币玖拾捌元整."""
    return in_capitals(amount)


def sum_of(context: Context, kind: str) -> Decimal:
    """The amount of a kind, zero where there is none."""
    found = context.matter.sums.get(kind)
    return found.amount if found else Decimal(0)


def section(context: Context) -> str:
    """一, 二, 三: the next section number."""
    context.sections = [context.sections[0] + 1, 0]
    return to_chinese(context.sections[0])


def subsection(context: Context) -> str:
    context.sections[1] += 1
    return to_chinese(context.sections[1])


def ordinal(context: Context, index: int) -> str:
    """一, 十一: the number in Chinese, 1 to 9999."""
    return to_chinese(index)


def method(context: Context, identity: str) -> str:
    return str(context.words["methods"].get(identity, identity))


def form_of(context: Context, identity: str) -> str:
    return str(context.words["forms"].get(identity, identity))


def order_noun(context: Context, order: OrderView) -> str:
    return order.noun or str(context.words["goods"][order.kind]["noun"])


def small_claims_answer(context: Context) -> Any:
    """Whether the case may be heard as a small claim, and why."""
    return context.matter.small_claims


def cause(context: Context) -> str:
    """案由 by the kind of goods and the date of filing."""
    return cause_of_action(context.matter.facts, context.matter.law)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "money": voiced_sum,
    "capitals": capitals,
    "sum_of": sum_of,
    "section": section,
    "subsection": subsection,
    "ordinal": ordinal,
    "method": method,
    "form_of": form_of,
    "order_noun": order_noun,
    "small_claims": small_claims_answer,
    "cause": cause,
}
