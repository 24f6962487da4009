"""`sentence('price-promised')`: the sentences of the data, which bodies and fields name in braces."""

from collections.abc import Callable
from typing import Any

from jinja2 import TemplateError

from letters.drafting.context import Context
from letters.drafting.template.markup import Marked, marked
from letters.drafting.template.sentence_book import BadSentence
from letters.errors import LettersError


def sentence(context: Context, *identities: str, **given: Any) -> Marked:
    """The sentences of these ids, one after the other; `given` goes to those that ask for it."""
    said: list[str] = []
    wanted: set[str] = set()
    for identity in identities:
        code, speak = context.spoken(identity)
        wanted |= code.given.keys()
        try:
            said += speak(context.names, {name: given.get(name, default) for name, default in code.given.items()})
        except (LettersError, TemplateError, AttributeError, TypeError, KeyError, ValueError) as error:
            message = error.message if isinstance(error, LettersError) else str(error)
            fix = error.fix if isinstance(error, LettersError) else "检查句子里用到的名字（docs/channels.md）"
            raise BadSentence(f"句子 {identity}（{code.where}）：{message}", fix=fix) from error
    if strange := given.keys() - wanted:
        raise BadSentence(f"句子 {'、'.join(identities)} 不用 {'、'.join(sorted(strange))}")
    return marked("".join(said))


FUNCTIONS: dict[str, Callable[..., Any]] = {"sentence": sentence}
