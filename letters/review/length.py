"""The hard limit of a channel's text box: over it nothing can be submitted."""

from collections.abc import Iterator

from letters.case.model import CaseFile
from letters.letter import length, measure
from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope

_LONG = 120


def longest(case: CaseFile) -> tuple[tuple[str, int], ...]:
    """The user's longest texts, path and length, at most three."""
    found = [(f"events[{i}].did", length(e.did)) for i, e in enumerate(case.events)]
    found += [(f"events[{i}].quote", length(e.quote)) for i, e in enumerate(case.events)]
    found += [(f"orders[{i}].item", length(o.item)) for i, o in enumerate(case.orders)]
    found += [(f"filings[{i}].outcome", length(f.outcome)) for i, f in enumerate(case.filings)]
    if case.dispute.deceit:
        found.append(("dispute.deceit.statement", length(case.dispute.deceit.statement)))
    return tuple(sorted((f for f in found if f[1] > 20), key=lambda f: -f[1])[:3])


def too_long(scope: Scope) -> Iterator[Finding]:
    """Every variant over the hard limit; a title over its limit is only a warning."""
    letter, channel = scope.letter, scope.channel
    if letter is None or channel is None:
        return
    limit = channel.hard
    sizes = [measure(blocks) for blocks in (letter.variants.values() or (letter.body,))]
    if limit and min(sizes) > limit:
        long = longest(scope.case)
        named = "、".join(f"{path}（{count}字）" for path, count in long)
        yield block(
            "too-long",
            f"{channel.name}最多{limit}字，正文有{min(sizes)}字，超出{min(sizes) - limit}字",
            path=long[0][0] if long else "",
            fix=f"缩短较长的内容：{named}" if named else "减少诉求或者经过的条目",
            source="渠道字数上限",
        )
    if channel.title_max and length(letter.title) > channel.title_max and channel.layout == "box":
        yield warn(
            "too-long",
            f"标题有{length(letter.title)}字，{channel.name}一般不超过{channel.title_max}字",
            path="title",
            fix="缩短商品简称（orders 的 noun）",
            source="渠道字数惯例",
        )
