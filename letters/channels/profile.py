"""A channel is one template file: YAML front matter (its profile) and a Jinja2 body.

A user's own folders come before ours; a new file is a new channel.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from letters.channels.front_matter import FrontMatter
from letters.data.cache import remembered
from letters.data.folders import templates_dir
from letters.data.load import Excerpt, content_of, parsed, text_of, tree_of
from letters.data.mistakes import BadFile, Mistake
from letters.errors import LettersError

LOCALE = "zh_CN"
SUFFIX = ".md"


class Channel(FrontMatter, frozen=True, kw_only=True):
    """A channel: what its front matter states, its file and the line on which its body starts."""

    path: Path = Path()
    body_line: int = 1

    @property
    def public(self) -> bool:
        """Whether everybody may read what is sent here."""
        return self.level == 0

    @property
    def to_one(self) -> bool:
        """Whether a text goes to, or against, one of several debtors: a letter to a seller, a complaint about one payee's bill."""
        return self.nature == "payment" or (self.nature == "negotiation" and self.addressee in ("seller", "opponent"))


class BadProfile(BadFile):
    """A channel's file has no front matter that can be used."""


def split(text: str, where: Path) -> tuple[str, str, int]:
    """Front matter, body and the line on which the body starts."""
    if not text.startswith("---\n"):
        raise BadProfile(
            "模板开头没有“---”包围的渠道说明",
            where=f"{where}:1",
            fix="第一行写 ---，列出 id、name、nature 等键，再以 --- 结束",
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
        front = parsed(path, content, FrontMatter, BadProfile, lambda _: Excerpt(text, above=1))
        return _Head(front, line)

    found = remembered(content, path.stem, _Head, head)
    values = {name: getattr(found.front, name) for name in found.front.__struct_fields__}
    return Channel(**values, path=path, body_line=found.body_line)


def _profile(path: Path) -> Channel:
    channel = read_profile(path)
    if channel.id != path.name.removesuffix(SUFFIX):
        said = f"id 是 {channel.id}，文件名却是 {path.name}"
        raise BadProfile.of(path, [Mistake("id", line_of(path, "id"), said, "两者要一致")])
    return channel


def line_of(path: Path, key: str) -> int:
    """The line on which a key of the front matter stands, such as `waits[0].rule`."""
    from letters.data.yaml_tree import Places  # only for a mistake

    head = split(text_of(path, content_of(path)), path)[0]
    return Places(tree_of(path, Excerpt(head, above=1))).line_of(key) + 1


class Channels:
    """The channels of one locale in `folders`, each read when first asked for."""

    def __init__(self, folders: Sequence[Path] = (), locale: str = LOCALE) -> None:
        ours = templates_dir() / locale
        theirs = [folder / locale if (folder / locale).is_dir() else folder for folder in folders]
        self.folders = (*theirs, ours)
        self._known: dict[str, Channel] = {}

    def ids(self) -> tuple[str, ...]:
        """All channel ids, ours in the order of the ladder, then the user's own."""
        found = {
            p.name.removesuffix(SUFFIX): None for f in reversed(self.folders) for p in sorted(f.glob(f"*{SUFFIX}"))
        }
        found.pop("base", None)
        return tuple(i for i in found if not i.startswith("_"))

    def __iter__(self) -> Iterator[Channel]:
        channels = [self[i] for i in self.ids()]
        return iter(sorted(channels, key=lambda c: (c.ladder.order or 1000, c.id)))

    def __contains__(self, identity: object) -> bool:
        return identity in self._known or self._path(str(identity)) is not None

    def _path(self, identity: str) -> Path | None:
        """The file of a channel; a name that is none (with a slash, too long for a disk) has no file."""
        if "/" in identity or "\\" in identity or len(identity.encode()) > 200:
            return None
        return next((p for f in self.folders if (p := f / f"{identity}{SUFFIX}").is_file()), None)

    def get(self, identity: str) -> Channel | None:
        """The channel, or None where there is none of that id."""
        return self[identity] if identity in self else None  # noqa: SIM401  this is what get is

    def __getitem__(self, identity: str) -> Channel:
        if identity not in self._known:
            path = self._path(identity)
            if path is None or identity == "base" or identity.startswith("_"):
                import difflib

                near = difflib.get_close_matches(identity, self.ids(), n=3, cutoff=0.5)
                fix = "相近的有：" + "、".join(near) if near else "`letters channels` 列出全部渠道"
                raise LettersError(f"没有“{identity}”这个渠道", fix=fix)
            self._known[identity] = _profile(path)
        return self._known[identity]


@lru_cache(maxsize=8)
def channels(folders: tuple[Path, ...] = ()) -> Channels:
    """The channels of the given folders before ours, kept for the process."""
    return Channels(folders)
