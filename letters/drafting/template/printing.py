"""What a template may print: text, numbers and dates, and nothing else."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from jinja2 import Undefined, pass_eval_context
from jinja2.filters import make_attrgetter, sync_do_join
from jinja2.runtime import Macro

from letters.errors import LettersError

#: Undefined is the missing else of `a if b`, which is empty; a name that does not exist raises when it is turned into text.
_PRINTS = (str, int, float, Decimal, date, Undefined)
_CALL = "函数要加括号调用"
_JUDGE = "先用 {% if … %} 判断，再写要写的文字"
_PART = "写它的某一项，可用的名字见 docs/channels.md"


class Unprintable(LettersError):
    """A template prints what is no text, number or date."""


def printed(value: object) -> str:
    """The text of a text, number or date; Unprintable for anything else, for a missing value and for yes or no too."""
    if isinstance(value, _PRINTS) and not isinstance(value, bool):
        return str(value)
    if value is None:
        raise Unprintable("这里要写的值是空的（none）", fix=_JUDGE)
    if isinstance(value, bool):
        raise Unprintable("这里要写的值是“是”或者“否”（true、false），不是文字", fix=_JUDGE)
    if isinstance(value, partial | Macro):
        name = value.name if isinstance(value, Macro) else getattr(value.func, "__name__", "")
        raise Unprintable(f"文书里只能写文字、数字和日期，这里是函数 {name}", fix=_CALL)
    raise Unprintable(f"文书里只能写文字、数字和日期，这里是 {type(value).__name__}", fix=_PART)


def text(value: object) -> str:
    """Jinja2's `string`, of what could be printed."""
    return value if isinstance(value, str) else printed(value)


@pass_eval_context
def joined_texts(eval_ctx: Any, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja2's `join`, of what could be printed."""
    if attribute is not None:
        value = map(make_attrgetter(eval_ctx.environment, attribute), value)
    return sync_do_join(eval_ctx, [text(each) for each in value], d)


FILTERS: dict[str, Callable[..., Any]] = {"string": text, "join": joined_texts}
