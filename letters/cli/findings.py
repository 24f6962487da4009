"""Findings and refusals in words for a person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from letters.cli.language import LANGUAGE, join, say
from letters.cli.output import coloured, complain

if TYPE_CHECKING:
    from letters.api import Drafted, Refused
    from letters.review.finding import Finding


def in_language(finding: "Finding") -> "Finding":
    """The finding in the language of the command."""
    if LANGUAGE.get() != "en":
        return finding
    from letters.review.english import in_english

    return in_english(finding)


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
    return sorted(findings, key=lambda finding: finding.rank)


def tell_findings(letters: Iterable["Drafted"]) -> None:
    """What to heed before sending, once for all letters, on standard error; notes are left to `check`."""
    seen: dict[str, dict[tuple[str, str], Finding]] = {}
    for drafted in letters:
        for finding in drafted.findings:
            if finding.level != "note":
                seen.setdefault(finding.code, {}).setdefault((finding.path, finding.message), finding)
    if not seen:
        return
    complain(say("told.heed"))
    for finding in by_level(next(iter(alike.values())) for alike in seen.values()):
        complain(finding_lines(in_language(finding)))
        others = len(seen[finding.code]) - 1
        if others:
            complain("    " + say("told.others", count=others))


def tell_refused(refused: Iterable["Refused"]) -> None:
    """The channels that got no letter, with the reason, on standard error."""
    alike: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for each in refused:
        alike.setdefault((each.codes, each.message), []).append(each.channel)
    for (codes, message), channels in alike.items():
        complain(say("told.refused", channels=join(channels), codes=", ".join(codes), message=message))
