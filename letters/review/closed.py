"""Whether the channel is open for this case at all: another body has the dispute, a filing runs, or it is not for it."""

from collections.abc import Iterator

from letters.review.finding import Finding, block
from letters.review.subject import Scope

_SOURCES = {
    "exclusive-channel": "投诉举报处理办法第16条第1款第2项",
    "duplicate-filing": "渠道规则：一个渠道只提交一次，补充材料用原编号",
}


def _filing(scope: Scope) -> str:
    """The path of the filing that shuts the channel, or an empty string."""
    found, filings = scope.standing, scope.case.filings
    if found is None or found.code not in _SOURCES:
        return ""
    if found.filing in filings:
        return f"filings[{filings.index(found.filing)}]"
    taken = [i for i, f in enumerate(filings) if (to := scope.known.get(f.channel)) and to.exclusive]
    return f"filings[{taken[-1]}]" if taken else ""


def closed(scope: Scope) -> Iterator[Finding]:
    """What keeps the channel shut: `exclusive-channel`, `duplicate-filing`, or that the case is none of its matters.

    The gates and the regulator's three years have rules of their own, which name the place.
    """
    found = scope.standing
    if scope.channel is None or found is None or found.open or found.code.startswith("gate-"):
        return
    if found.code == "limitation-passed" and scope.channel.regulator_complaint:
        return
    yield block(
        found.code or "not-applicable",
        found.why or f"本案不适用{scope.channel.name}",
        path=_filing(scope),
        fix=found.fix or "`letters plan` 列出可以使用的渠道",
        source=_SOURCES.get(found.code, "渠道的受理范围"),
    )
