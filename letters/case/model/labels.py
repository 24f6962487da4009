"""How the model labels a key, and the types that several of its parts share."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from letters.case.model.visibility import NEVER, Visibility

__all__ = ["NEVER", "CasePart", "Count", "EvidenceIds", "Key", "Money", "Where", "YesNo", "field"]


def field(
    title: str,
    description: str = "",
    example: Any = None,
    *,
    says: dict[str, str] | None = None,
    form: str = "",
    lines: bool = False,
    level: int | None = None,
    mask: str = "",
    masked_if: str = "",
    in_text: str = "",
    in_text_if: str = "",
    free: bool = False,
    defines: str = "",
    refers: str = "",
    single: bool = False,
    short: str = "",
    month: bool = False,
    opens: str = "",
    **limits: Any,
) -> Meta:
    """The label of a key: `title` is what a person is asked for, `example` a right answer, or
    what finds one in the data.

    `says` is what each word of a vocabulary means; `form` names a check in `letters.case.model.formats`; `lines` allows several
    lines; `defines` and `refers` name the list whose ids the value adds to or must be found in.
    `single` lets one part stand where a list is meant, `short` lets a part be written as the value of that one key, `month`
    lets a time be known to the month only (2026-02). `opens` names an open vocabulary, whose words
    stand in the statutes folders: grounds or defences.

    Who may see the value: `level` and what follows it, as `Visibility` says; a `free` text is for everybody unless a level
    is given, `in_text` is the mask unless given. What has no level is seen in no letter.
    """
    visible = None
    if level is not None or free:
        visible = Visibility(level or 0, mask, masked_if, in_text or mask, in_text_if or masked_if, free)
    marks: dict[str, Any] = {
        "says": says,
        "form": form,
        "lines": lines,
        "visible": visible,
        "defines": defines,
        "refers": refers,
        "single": single,
        "short": short,
        "month": month,
        "opens": opens,
    }
    return Meta(
        title=title,
        description=description or None,
        examples=None if example is None else [example],
        extra={name: mark for name, mark in marks.items() if mark} or None,
        **limits,
    )


Money = Annotated[Decimal, field("金额", "人民币元，最多两位小数，不为负", "98.00", level=0)]
Count = Annotated[int, Meta(ge=1, le=100_000)]
YesNo = Literal["yes", "no", "unknown"]
Where = Literal["", "page", "chat", "contract", "advert", "rules", "oral"]
Key = Annotated[str, field("关键词句", "原话里起决定作用的几个字，须是原话的一部分", "概不退款", lines=True, free=True)]
EvidenceIds = Annotated[
    tuple[str, ...], field("证据编号", "引用 evidence 中的编号", ["E1"], refers="evidence", level=0)
]


class CasePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all parts of a case: immutable, named keys only."""
