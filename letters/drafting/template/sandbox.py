"""The sandbox of templates: nothing private, nothing that changes, and our own values without delay."""

from collections.abc import MutableMapping, MutableSequence, MutableSet
from functools import partial
from pathlib import PurePath
from types import FunctionType, MethodType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letters.case.view.case_view import Unseen

#: Jinja2 looks at attributes of these more closely than at a leading underscore.
_WATCHED = (str, type, MutableMapping, MutableSequence, MutableSet)


class _Ours(dict[type, bool]):
    """Whether values of a type, ours or Jinja2's own, hide nothing but what begins with an underscore."""

    def __missing__(self, kind: type) -> bool:
        known = kind in (LoopContext, TemplateModule) or kind.__module__.startswith("letters.")
        self[kind] = known and not issubclass(kind, _WATCHED)
        return self[kind]


_OURS = _Ours()


class _Code(CodeGenerator):
    """Code that prints what `finalize` returns: it is Markup always, so there is nothing left to escape."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """A constant is printed as any other value; only the template's own text is taken as it stands."""
        const = node.as_const(frame.eval_ctx)
        return str(const if isinstance(node, nodes.TemplateData) else finalize.const(const))

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """`a ~ b` joins what could be printed alone."""
        self.write("markup_join((")
        for each in node.nodes:
            self.write("environment.finalize(")
            self.visit(each, frame)
            self.write("), ")
        self.write("))")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's immutable sandbox, which answers at once for values of ours, and calls our functions and macros directly.

    It must be given a `finalize` that returns Markup.
    """

    code_generator_class = _Code

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute[:1] != "_" and _OURS[type(obj)]:
            try:
                return getattr(obj, attribute)
            except AttributeError as error:
                hint = str(error) if isinstance(error, Unseen) else None
                return self.undefined(hint=hint, obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Calls as Jinja2 does, only that a bound function of ours or a macro needs no asking what it may be handed."""
        kind = type(obj)
        if kind is not partial and kind is not Macro:
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return obj(*args, **kwargs) if kind is partial else obj(context.eval_ctx, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of what is only to be called or named: our functions hold the whole case, paths open the disk."""
        return not isinstance(obj, partial | PurePath) and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        if type(obj) in (FunctionType, MethodType):
            return not (getattr(obj, "unsafe_callable", False) or getattr(obj, "alters_data", False))
        return super().is_safe_callable(obj)
