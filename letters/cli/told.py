"""Findings and refusals in words for a person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from letters.cli.language import say
from letters.cli.output import coloured, complain

if TYPE_CHECKING:
    from letters.api import Drafted, Refused
    from letters.review.finding import Finding

_LEVELS = ("block", "warn", "note")


def finding_lines(finding: "Finding", case: str = "") -> str:
    """`! [code] what is wrong (field, line)` and the cure under it."""
    place = f"{case}:{finding.line} " if finding.line else ""
    field = f"（{place}{finding.path}）" if finding.path else ""
    source = f"〔{finding.source}〕" if finding.source else ""
    mark = coloured(say(f"level.{finding.level}"), finding.level)
    cure = f"\n    → {finding.fix}" if finding.fix else ""
    return f"  {mark} [{finding.code}] {finding.message}{field}{source}{cure}"


def by_level(findings: Iterable["Finding"]) -> list["Finding"]:
    """The gravest first, otherwise in order."""
    return sorted(findings, key=lambda finding: _LEVELS.index(finding.level))


def tell_findings(letters: Iterable["Drafted"]) -> None:
    """What to heed before sending, once for all letters, on standard error; notes are left to `check`."""
    seen: dict[tuple[str, str, str], Finding] = {}
    for drafted in letters:
        for finding in drafted.findings:
            if finding.level != "note":
                seen.setdefault((finding.code, finding.path, finding.message), finding)
    if seen:
        complain(say("told.heed"))
        for finding in by_level(seen.values()):
            complain(finding_lines(finding))


def tell_refused(refused: Iterable["Refused"]) -> None:
    """The channels that got no letter, with the reason, on standard error."""
    for each in refused:
        codes = f" [{', '.join(each.codes)}]" if each.codes else ""
        complain(f"{each.channel}{codes}: {each.message}")
