"""What a file of `sentences/` may say: each sentence by its id, with its texts, its conditions and its alternatives."""

import re
from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

from msgspec import Struct, field

#: What a sentence may say otherwise than `text`, by the register of the voice, each with the one it falls back on.
REGISTERS = {"message": "text", "formal": "text", "court": "formal", "public": "message", "spoken": "message"}
#: Two words at least, so that an id in braces is never taken for a name.
SENTENCE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


class Sentence(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One sentence, or one alternative of it; a condition left out always holds."""

    name: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    let: Mapping[str, str] = field(default_factory=dict)
    when: str = ""
    drop: int = 0
    each: str = ""
    joint: str = ""
    end: str = ""
    none: str = ""
    text: str = ""
    message: str = ""
    formal: str = ""
    court: str = ""
    public: str = ""
    spoken: str = ""
    first_of: "tuple[str | Sentence, ...]" = ()

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        if self.drop and not self.name:
            yield "drop", "可省略的句子要有名字", "加上 name：省略时按这个名字报告"

    @property
    def condition(self) -> str:
        """When it is said: where `when` holds, and then only as long as it need not fall."""
        kept = f"keep({self.drop}, {dumps(self.name, ensure_ascii=False)})" if self.drop else ""
        return f"({self.when}) and {kept}" if self.when and kept else self.when or kept

    @property
    def all(self) -> "Iterator[Sentence]":
        """The sentence and its alternatives, all the way down."""
        yield self
        for alternative in self.first_of:
            if isinstance(alternative, Sentence):
                yield from alternative.all


#: A text alone, alternatives in order, or a sentence with all it may have.
Written = str | tuple[str | Sentence, ...] | Sentence


def sentence_of(written: Written) -> Sentence:
    """The sentence that an entry stands for."""
    if isinstance(written, str):
        return Sentence(text=written)
    return written if isinstance(written, Sentence) else Sentence(first_of=written)
