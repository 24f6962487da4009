"""Naming the law: which provisions a letter names, how they are grouped, and full or short titles by order of mention."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from letters.drafting.template.markup import LAW, LAW_END
from letters.law.results import Argument
from letters.law.statutes.catalogue import Catalogue
from letters.letter import Citation

_LEVELS = re.compile(r"第[^第]*?条(?:之[一二三四五六七八九十]+)?|第[^第]*?款|第[^第]*?项")
_NAMED = re.compile(f"{LAW}([a-z_]+){LAW_END}")


def _joined(parts: list[str]) -> str:
    return "和".join(("、".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def _labels(labels: list[str]) -> list[str]:
    """Labels with what they share said once: 第二十六条第二款、第三款."""
    groups: list[list[str]] = []
    shared: list[str] = []
    for label in labels:
        levels = _LEVELS.findall(label)
        if shared and levels[0] == shared[0] and len(levels) > 1:
            common = 1
            while common < min(len(levels), len(shared)) - 1 and levels[common] == shared[common]:
                common += 1
            groups[-1].append("".join(levels[common:]))
        else:
            groups.append([label])
        shared = levels
    return ["、".join(group) for group in groups]


@lru_cache(maxsize=1024)
def _printed(catalogue: Catalogue, refs: tuple[str, ...]) -> str:
    by_law: dict[str, list[str]] = {}
    for ref in refs:
        by_law.setdefault(ref.partition(":")[0], []).append(catalogue.label(ref))
    inner = "、".join if len(by_law) > 1 else _joined
    return _joined([f"{LAW}{slug}{LAW_END}{inner(_labels(labels))}" for slug, labels in by_law.items()])


class Citer:
    """Collects what a letter cites. Names of laws are resolved at the end, when it is known which come again."""

    def __init__(self, catalogue: Catalogue, titles: str) -> None:
        self.catalogue = catalogue
        self.titles = titles
        self.found: dict[str, Citation] = {}

    def cite(self, refs: Iterable[str], argument: Argument | None) -> str:
        """The provisions as printed, the name of each law still a mark; records them as cited."""
        printed = _printed(self.catalogue, refs := tuple(refs))
        for ref in refs:
            if ref not in self.found:
                self.found[ref] = self._citation(ref, argument)
        return printed

    def _citation(self, ref: str, argument: Argument | None) -> Citation:
        if argument is not None:
            return Citation(ref, argument.demand, argument.strength, argument.reason)
        return Citation(ref, "procedure", "strong", self.catalogue.article(ref).heading)

    def resolve(self, rendered: str) -> str:
        """The text with every law's name in the form due at that mention."""
        left = Counter(_NAMED.findall(rendered))
        seen: set[str] = set()

        def name(match: re.Match[str]) -> str:
            slug = match.group(1)
            left[slug] -= 1
            first = slug not in seen
            seen.add(slug)
            if self.titles == "short":
                return self.catalogue.cite_name(slug, first=False, paper=False)
            return self.catalogue.cite_name(slug, first=first, paper=self.titles == "court", again=left[slug] > 0)

        return _NAMED.sub(name, rendered)
