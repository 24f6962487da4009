"""A channel's file: YAML front matter (its profile) between two lines of `---`, then the Jinja2 body."""

from pathlib import Path

from msgspec import Struct

from letters.channels.front_matter import FrontMatter
from letters.channels.profile import Channel
from letters.data.cache import remembered
from letters.data.load import content_of, parsed, text_of, tree_of
from letters.data.mistakes import BadFile, Mistake

SUFFIX = ".md"


class BadProfile(BadFile):
    """A channel's file has no front matter that can be used."""


def split(text: str, where: Path) -> tuple[str, str, int]:
    """Front matter, body and the line on which the body starts."""
    if not text.startswith("---\n"):
        raise BadProfile(
            "模板开头没有“---”包围的渠道说明",
            where=f"{where}:1",
            fix="第一行写 ---，列出 id、name、body 等键，再以 --- 结束",
        )
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        raise BadProfile("渠道说明没有以“---”结束", where=f"{where}:1", fix="在说明的最后单独写一行 ---")
    return head, body, head.count("\n") + 4


class _Head(Struct, frozen=True):
    front: FrontMatter
    body_line: int


def read_profile(path: Path) -> Channel:
    """The channel in a file, whatever the file is called; BadProfile says all that is wrong with its front matter."""
    content = content_of(path, BadProfile)

    def head() -> _Head:
        text, _, line = split(text_of(path, content, BadProfile), path)
        front = parsed(path, content, FrontMatter, BadProfile, lambda _: f"\n{text}")
        return _Head(front, line)

    found = remembered(content, path.stem, _Head, head)
    return Channel.of(found.front, path, found.body_line)


def named_profile(path: Path) -> Channel:
    """The channel in a file that is called as it."""
    channel = read_profile(path)
    if channel.id != path.name.removesuffix(SUFFIX):
        said = f"id 是 {channel.id}，文件名却是 {path.name}"
        raise BadProfile.of(path, [Mistake("id", line_of(path, "id"), said, "两者要一致")])
    return channel


def line_of(path: Path, key: str) -> int:
    """The line on which a key of the front matter stands, such as `waits[0].rule`."""
    from letters.data.yaml_tree import Places  # only for a mistake

    head = split(text_of(path, content_of(path)), path)[0]
    return Places(tree_of(path, f"\n{head}")).line_of(key)
