"""A channel is one template file: YAML front matter (its profile) and a Jinja2 body.

A user's own folders come before ours; a new file is a new channel.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from letters.data.cache import remembered
from letters.data.folders import templates_dir
from letters.errors import LettersError

LOCALE = "zh_CN"
SUFFIX = ".md"


class Channel(Struct, frozen=True, kw_only=True):
    """The profile of a channel, as its front matter states it (docs/channels.md explains each key)."""

    id: str
    name: str
    nature: str
    addressee: str = "opponent"
    towards: str = "opponent"
    format: str = "txt"
    layout: str = "box"
    voice: str = "letter"
    level: int = 1
    tier: str = ""
    max_articles: int = 0
    title_max: int = 0
    titles: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    exhibits: str = "inline"
    lengths: tuple[int, ...] = ()
    hard: int = 0
    deadline: str = "reply"
    leaves_out: Mapping[str, str] = field(default_factory=dict)
    allow: frozenset[str] = frozenset()
    moves: Mapping[str, str] = field(default_factory=dict)
    implies: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    method: str = ""
    when: str = ""
    unless: tuple[Mapping[str, str], ...] = ()
    consumer: bool = False
    frozen: bool = True
    shut_by: tuple[str, ...] = ()
    filed: str = ""
    answers: str = "other"
    images: int = 0
    waits: tuple[Mapping[str, Any], ...] = ()
    ladder: Mapping[str, Any] = field(default_factory=dict)
    facts: tuple[Mapping[str, str], ...] = ()
    note: str = ""
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


_FIELDS = {name for name in Channel.__struct_fields__ if name not in ("path", "body_line")}
_TUPLES = {"titles", "fields", "lengths", "needs", "unless", "shut_by", "waits", "facts"}
_SETS = {"allow", "implies"}


def split(text: str, where: Path) -> tuple[str, str, int]:
    """Front matter, body and the line on which the body starts."""
    if not text.startswith("---\n"):
        raise LettersError(
            "模板开头没有“---”包围的渠道说明",
            where=where,
            fix="第一行写 ---，列出 id、name、nature 等键，再以 --- 结束",
        )
    head, mark, body = text[4:].partition("\n---\n")
    if not mark:
        raise LettersError("渠道说明没有以“---”结束", where=where, fix="在说明的最后单独写一行 ---")
    return head, body, head.count("\n") + 4


def _front_matter(path: Path) -> tuple[Any, int]:
    """The front matter as data, and the line on which the body starts."""
    import yaml

    head, _, line = split(path.read_text(encoding="utf-8"), path)
    try:
        return yaml.load(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), line
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 2}" if mark else str(path)
        raise LettersError("渠道说明不是正确的 YAML", where=place, fix=str(getattr(error, "problem", error))) from None


def _profile(path: Path) -> Channel:
    data, line = remembered(path, "profile", lambda: _front_matter(path))
    if not isinstance(data, dict):
        raise LettersError("渠道说明应当是“键: 值”", where=path)
    unknown = sorted(set(data) - _FIELDS)
    if unknown:
        import difflib

        near = difflib.get_close_matches(unknown[0], _FIELDS, n=1)
        raise LettersError(
            f"渠道说明里没有“{unknown[0]}”这个键",
            where=path,
            fix=f"是不是 {near[0]}？" if near else "见 docs/channels.md",
        )
    for name in ("id", "name", "nature"):
        if not data.get(name):
            raise LettersError(f"渠道说明缺少 {name}", where=path)
    if str(data["id"]) != path.name.removesuffix(SUFFIX):
        raise LettersError(f"id 是 {data['id']}，文件名却是 {path.name}", where=path, fix="两者要一致")
    data["id"] = str(data["id"])
    for name in _TUPLES & set(data):
        data[name] = tuple(data[name] or ())
    for name in _SETS & set(data):
        data[name] = frozenset(data[name] or ())
    return Channel(**data, path=path, body_line=line)


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
        return iter(sorted(channels, key=lambda c: (c.ladder.get("order", 1000), c.id)))

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
