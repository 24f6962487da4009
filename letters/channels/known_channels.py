"""The channels there are: one file each, in the user's own folders and ours; a new file is a new channel."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from letters.channels.channel_file import SUFFIX, named_profile
from letters.channels.front_matter import GROUPS, Kind
from letters.channels.profile import Channel
from letters.data.folders import templates_dir
from letters.errors import LettersError

LOCALE = "zh_CN"
#: What other channels extend; no channel itself.
_BASE = "base"


class Channels:
    """The channels of one locale in `folders`, each read when first asked for."""

    def __init__(self, folders: Sequence[Path] = (), locale: str = LOCALE) -> None:
        ours = templates_dir() / locale
        theirs = [folder / locale if (folder / locale).is_dir() else folder for folder in folders]
        self.folders = (*theirs, ours)
        self._known: dict[str, Channel] = {}
        self._ordered: tuple[Channel, ...] | None = None

    def ids(self) -> tuple[str, ...]:
        """All channel ids, ours in the order of the ladder, then the user's own."""
        found = {
            p.name.removesuffix(SUFFIX): None for f in reversed(self.folders) for p in sorted(f.glob(f"*{SUFFIX}"))
        }
        found.pop(_BASE, None)
        return tuple(i for i in found if not i.startswith("_"))

    def __iter__(self) -> Iterator[Channel]:
        if self._ordered is None:
            found = [self[i] for i in self.ids()]
            self._ordered = tuple(sorted(found, key=lambda c: (c.ladder.order or 1000, c.id)))
        return iter(self._ordered)

    def that(self, **traits: object) -> tuple[Channel, ...]:
        """The channels of which every trait is as asked, in the order of the ladder: `that(binds=True)`."""
        return tuple(c for c in self if all(getattr(c, name) == value for name, value in traits.items()))

    def named(self, words: Iterable[str | Kind]) -> tuple[str, ...]:
        """The ids that a list means: an id is itself, a body or procedure all of its channels, a `Kind` those that are all of it."""
        found: dict[str, None] = {}
        for word in words:
            if isinstance(word, Kind):
                traits = {name: trait for name in word.__struct_fields__ if (trait := getattr(word, name))}
                found.update(dict.fromkeys(channel.id for channel in self.that(**traits)))
            else:
                found.update(dict.fromkeys([c.id for c in self if c.is_a(word)] if word in GROUPS else [word]))
        return tuple(found)

    def means(self, identity: str, words: Collection[str], to: str = "") -> bool:
        """Whether one of the words means the channel of that id, and its addressee is `to` where that is given."""
        if not to and (identity in words or GROUPS.isdisjoint(words)):
            return identity in words
        found = self.get(identity)
        return found is not None and any(map(found.is_a, words)) and to in ("", found.addressee)

    def beside(self, one: Channel, other: str) -> bool:
        """Whether the front matter of one of the two lets them run at the same time."""
        found = self.get(other)
        return found is not None and (any(map(found.is_a, one.beside)) or any(map(one.is_a, found.beside)))

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
            if path is None or identity == _BASE or identity.startswith("_"):
                import difflib

                near = difflib.get_close_matches(identity, self.ids(), n=3, cutoff=0.5)
                fix = "相近的有：" + "、".join(near) if near else "`letters channels` 列出全部渠道"
                raise LettersError(f"没有“{identity}”这个渠道", fix=fix)
            self._known[identity] = named_profile(path)
        return self._known[identity]


@lru_cache(maxsize=8)
def channels(folders: tuple[Path, ...] = ()) -> Channels:
    """The channels of the given folders before ours, kept for the process."""
    return Channels(folders)
