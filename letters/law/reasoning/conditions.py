"""The conditions of the ground files: Jinja2 expressions over `case` and `sums`, sandboxed, compiled once per text."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from jinja2 import ChainableUndefined, Template, TemplateError
from jinja2.environment import TemplateExpression
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letters.case.view.case_view import CaseView
from letters.data import cache as cache_file
from letters.data.ground_index import GroundIndex
from letters.errors import LettersError

NAMES = ("case", "sums")
#: The condition that always holds.
ALWAYS = "true"


class BadExpression(LettersError):
    """A condition that does not compile, or names what does not exist."""


class _Conditions(ImmutableSandboxedEnvironment):
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing private; the view of a case has nothing else to hide, so it needs no closer look."""
        if type(obj) is CaseView:
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment of conditions: what is missing is false, nothing can be changed."""
    return _Conditions(undefined=ChainableUndefined, cache_size=0, optimized=False)


@lru_cache(maxsize=4096)
def compiled_expression(text: str) -> TemplateExpression:
    """One condition, compiled; BadExpression with the reason if it is none."""
    try:
        return environment().compile_expression(text, undefined_to_none=False)
    except TemplateError as error:
        raise BadExpression(f"条件写得不对：{error.message}", where=text) from error


@lru_cache(maxsize=1024)
def _together(texts: tuple[str, ...]) -> Callable[[Mapping[str, Any]], Sequence[Any]]:
    """All conditions as one small template, whose code is kept between runs."""
    source = "{% set answers = [" + ", ".join(f"({text})" for text in texts) + "] %}"
    try:
        code = cache_file.compiled(environment(), "conditions", source)
    except TemplateError:
        for text in texts:
            compiled_expression(text)
        raise
    template = Template.from_code(environment(), code, {})

    def answer(names: Mapping[str, Any]) -> Sequence[Any]:
        context = template.new_context(names if isinstance(names, dict) else dict(names), shared=True)
        for _ in template.root_render_func(context):
            pass
        answers: Sequence[Any] = context.vars["answers"]
        return answers

    return answer


def conditions(texts: Sequence[str]) -> Callable[[Mapping[str, Any]], list[bool]]:
    """A function that answers all conditions at once, for a mapping of `case` and `sums`.

    One that cannot be answered, such as a comparison with a day that is not known, does not hold.
    """
    asked = tuple(dict.fromkeys(text for text in texts if text != ALWAYS))
    expression = _together(asked)

    def answer(names: Mapping[str, Any]) -> list[bool]:
        try:
            answers = dict(zip(asked, expression(names) or (), strict=True))
        except (TypeError, AttributeError, TemplateError):
            answers = {text: holds(text, names) for text in asked}
        return [text == ALWAYS or bool(answers[text]) for text in texts]

    return answer


def holds(text: str, names: Mapping[str, Any]) -> bool:
    """Whether one condition holds; False where it cannot be answered."""
    try:
        return bool(_together((text,))(names)[0])
    except (TypeError, AttributeError, TemplateError):
        return False


def check_expression(text: str, names: Sequence[str] = NAMES, index: GroundIndex | None = None) -> list[str]:
    """What is wrong with a condition, in words; empty if nothing is.

    A condition must compile, use no names but `names`, and ask a case only for what its view has.
    """
    from letters.law.reasoning.case_names import unknown_names

    try:
        compiled_expression(text)
        return unknown_names(environment().parse("{{ " + text + " }}"), names, index)
    except BadExpression as error:
        return [error.message]
