"""The sandbox of templates: nothing private, nothing that changes, and our own values without delay."""

from types import FunctionType, MethodType
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from letters.case.shown import MeView, OrderView, PartyView, PaymentView
from letters.case.view import CaseView
from letters.drafting.asks import Ask
from letters.law.basis import Argument, Sum
from letters.letter import Exhibit

#: Types of ours that hold nothing to hide and cannot be changed; their public attributes need no further look.
OURS = frozenset({CaseView, MeView, OrderView, PartyView, PaymentView, Ask, Argument, Sum, Exhibit})


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's immutable sandbox, which answers at once for values of ours and calls of plain functions."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) in OURS and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        if type(obj) in (FunctionType, MethodType):
            return not (getattr(obj, "unsafe_callable", False) or getattr(obj, "alters_data", False))
        return super().is_safe_callable(obj)


