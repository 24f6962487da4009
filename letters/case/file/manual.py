"""The tables of docs/case.md, made from the model: every part of a case with its keys, words and examples."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from letters.case.file.emit import flow
from letters.case.file.read import Case
from letters.case.model.fields import Field, fields_of
from letters.data.ground_index import index_of

_SORTS = {"text": "文字", "truth": "是否", "whole": "整数", "money": "金额", "moment": "时间", "day": "日期"}
_HEAD = "| 字段 | 名称 | 写什么 | 说明 | 例 |\n| --- | --- | --- | --- | --- |"


def field_tables() -> str:
    """A heading and a table for each part, in the order in which a case meets them."""
    sections = []
    for name, path, part in _parts():
        rows = "\n".join(_row(key, field) for key, field in fields_of(part).items())
        sections.append(f"### {name}\n\n{path}\n\n{_HEAD}\n{rows}\n")
    return "\n".join(sections)


def _parts() -> Iterator[tuple[str, str, type[msgspec.Struct]]]:
    yield "Case", "最外层的字段。", Case
    seen: set[type] = set()

    def below(part: type[msgspec.Struct], path: str) -> Iterator[tuple[str, str, type[msgspec.Struct]]]:
        inner = []
        for key, field in fields_of(part).items():
            held = field.part or (field.item.part if field.item else None)
            if held is None or held in seen:
                continue
            seen.add(held)
            inner.append((held, f"{path}{key}{'[]' if field.item else ''}"))
        for held, where in inner:
            yield held.__name__, f"`{where}`", held
            yield from below(held, f"{where}.")

    yield from below(Case, "")


def _row(key: str, field: Field) -> str:
    needed = "（必填）" if field.required else ""
    example = (
        ""
        if field.example is None or field.sort in ("words", "part") or _holds_parts(field)
        else f"`{flow(field.example)}`"
    )
    return f"| `{key}` | {field.title}{needed} | {_kind(field)} | {field.description} | {example} |"


def _holds_parts(field: Field) -> bool:
    return field.item is not None and field.item.sort in ("part", "words")


def _kind(field: Field) -> str:
    if field.sort == "words":
        return "，".join(_word(word, field) for word in field.words if word != "")
    if field.part is not None:
        chief = fields_of(field.part)[field.short] if field.short else None
        return f"见 {_link(field.part)}" + (
            f"；也可以只写{_SORTS.get(chief.sort, '其中的')}“{chief.title}”" if chief else ""
        )
    if field.item is None:
        return _SORTS[field.sort] + ("，可以只到月" if field.month else "")
    if field.item.part is not None:
        return f"列表，每项见 {_link(field.item.part)}" + ("；只有一项的可以直接写" if field.single else "")
    if field.item.sort == "words":
        known = index_of().labels(field.item.opens) if field.item.opens else field.item.words
        return "列表：" + "，".join(_word(word, field) for word in known)
    return f"{_SORTS[field.item.sort]}列表"


def _word(word: object, field: Field) -> str:
    meaning = field.says.get(word) or (field.item.says.get(word) if field.item else None)
    if field.item and field.item.opens:
        meaning = index_of().labels(field.item.opens)[str(word)]
    return f"`{word}` {meaning}" if meaning else f"`{word}`"


def _link(part: type[msgspec.Struct]) -> str:
    return f"[{part.__name__}](#{part.__name__.lower()})"


def rewrite(page: Path) -> None:
    """Put the tables of today's model into the page, below its heading of the first part."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text[: text.index("### Case\n")] + field_tables(), encoding="utf-8")


if __name__ == "__main__":
    rewrite(Path("docs/case.md"))
