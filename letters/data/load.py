"""The one reader of YAML files that we or a user wrote: front matter, grounds, laws, tables, words.

The kind of file is a msgspec type. Every mistake is named at once, with line, key and cure; what was read once is kept as
msgpack, so that the next start only decodes it.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct

from letters.data.cache import remembered
from letters.data.mistakes import BadFile, Mistake, at_line

if TYPE_CHECKING:
    from letters.data.yaml_tree import Mapped, Places

T = TypeVar("T")
#: A file of ours has at most some hundred kilobytes.
MAX_BYTES = 4_000_000


Cut = Callable[[str], str]


def read(path: Path, kind: type[T], *, error: type[BadFile] = BadFile, cut: Cut = str) -> T:
    """What the file holds, as `kind`; `error` with all that is wrong with it. `cut` takes the YAML out of the text, lines where they are.

    A struct may have a method `mistakes`, which yields key, what is wrong and cure of what its types cannot say.
    """
    content = content_of(path, error)
    return remembered(content, path.stem, kind, lambda: parsed(path, content, kind, error, cut))


def content_of(path: Path, error: type[BadFile] = BadFile) -> bytes:
    """The bytes of a file that is neither missing nor too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as reason:
        raise error(f"读不出来：{reason.strerror}", where=path) from None
    if len(content) > MAX_BYTES:
        raise error("文件太大", fix=f"最多 {MAX_BYTES // 1_000_000} MB", where=path)
    return content


def parsed(path: Path, content: bytes, kind: type[T], error: type[BadFile] = BadFile, cut: Cut = str) -> T:
    """What a text holds, without cache."""
    import msgspec

    from letters.data.typed import data_of, type_of
    from letters.data.yaml_tree import Places, forbidden_in

    text = cut(text_of(path, content, error))
    root = tree_of(path, text, error)
    found: list[Mistake] = []
    data = data_of(root, type_of(cast(Hashable, kind)), "", found)
    for key, line, sign in forbidden_in(root, text):
        found.append(Mistake(key, line, f"含有不能使用的控制字符 U+{ord(sign):04X}", "删去它"))
    if not found:
        try:
            value = msgspec.convert(data, kind)
        except msgspec.ValidationError as reason:
            found.append(Mistake("", 1, f"内容有误：{reason}"))
        else:
            lines = Places(root)
            found += [Mistake(key, lines.line_of(key), said, fix) for key, said, fix in _asked(value, "")]
            if not found:
                return value
    raise error.of(path, found)


def text_of(path: Path, content: bytes, error: type[BadFile] = BadFile) -> str:
    """The text of a file in UTF-8, line ends as YAML has them."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = content[: reason.start].count(b"\n") + 1
        raise error("不是 UTF-8 编码的文本", fix="另存为 UTF-8", where=at_line(path, line)) from None
    return text.replace("\r\n", "\n")


def tree_of(path: Path, text: str, error: type[BadFile] = BadFile) -> "Mapped":
    """The tree of a file's YAML, empty for an empty file."""
    from letters.data.yaml_syntax import syntax_hint
    from letters.data.yaml_tree import Mapped, TreeError, parse_tree

    try:
        root = parse_tree(text)
    except TreeError as reason:
        said = (
            _TREE[reason.code]
            if reason.code != "syntax"
            else f"YAML 写法有误：{syntax_hint(str(reason.details['problem']), 'zh')}"
        )
        raise error.of(path, [Mistake("", reason.line, said, _CURES.get(reason.code, ""))]) from None
    if root is None:
        return Mapped(flow=False, line=1)
    if not isinstance(root, Mapped):
        said = "应当是“键：内容”的对照表"
        raise error.of(path, [Mistake("", root.line, said, "每行写一个键，冒号加空格，再写内容")])
    return root


def lines_of(path: Path) -> "Places":
    """Where each key of a file stands."""
    from letters.data.yaml_tree import Places

    return Places(tree_of(path, text_of(path, content_of(path))))


def _asked(value: Any, key: str) -> Iterator[tuple[str, str, str]]:
    """What the parts of a file say is wrong with them, with the key from the top of the file."""
    if isinstance(value, Struct):
        if hasattr(value, "mistakes"):
            for inner, said, fix in value.mistakes():
                yield ".".join(filter(None, (key, inner))), said, fix
        for name, encoded in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from _asked(getattr(value, name), f"{key}.{encoded}" if key else encoded)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _asked(each, f"{key}.{name}" if key else str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, each in enumerate(value):
            yield from _asked(each, f"{key}[{index}]")


_TREE = {
    "alias": "不支持 YAML 的锚点和引用（& 和 *）",
    "tag": "不支持 YAML 标签（!）",
    "documents": "一个文件只能有一份内容，这里又开始了一份（---）",
    "too-deep": "层级太深",
    "too-many": "内容太多",
    "key-shape": "键必须是一个词",
}
_CURES = {
    "alias": "把被引用的内容原样写出来；如果是文字，请整段加引号",
    "tag": "如果是文字，请整段加引号",
    "key-shape": "以花括号、方括号开头的文字请整段加引号",
}
