"""The review of a case, of one channel or of a drafted letter."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from letters.admissibility.standing import Standings
from letters.channels.known_channels import Channels, channels
from letters.channels.profile import Channel
from letters.errors import LettersError
from letters.law.matter import Matter
from letters.letter import Letter
from letters.review.finding import Finding, block
from letters.review.rules import RULES
from letters.review.subject import Rule, Scope


class Readiness(NamedTuple):
    """Whether a channel's letter may go out, and the codes that keep it back."""

    ready: bool
    blocked_by: tuple[str, ...]


def review_case(
    matter: Matter, channel: Channel | None = None, letter: Letter | None = None, *, known: Channels | None = None
) -> tuple[Finding, ...]:
    """All findings, gravest first; of the case as a whole where `channel` is None.

    `letter` is the drafted letter, without which length, privacy and the letter's own words are not judged. `known` are
    the channels there are, ours where left out.
    """
    return Review(matter, channel, letter, known=known).findings


class Review:
    """A review that may be taken up again when the letter is drafted: only what looks at letters is then asked again."""

    def __init__(
        self,
        matter: Matter,
        channel: Channel | None = None,
        letter: Letter | None = None,
        *,
        known: Channels | None = None,
        standings: Standings | None = None,
    ) -> None:
        self._scope = Scope(matter, standings or Standings(matter, known or channels()), channel, letter)
        self._found: dict[str, list[Finding]] = {}
        self._about_letters: list[tuple[str, Rule]] = []
        for name, rule in RULES:
            self._scope.asked = False
            self._found[name] = list(_said(rule, self._scope))
            if self._scope.asked:
                self._about_letters.append((name, rule))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, gravest first."""
        found = (finding for findings in self._found.values() for finding in findings)
        return tuple(sorted(_once(_placed(self._scope, found)), key=lambda finding: finding.rank))

    def of(self, letter: Letter) -> tuple[Finding, ...]:
        """The findings now that the letter is there, gravest first."""
        self._scope.drafted = letter
        for name, rule in self._about_letters:
            self._found[name] = list(_said(rule, self._scope))
        return self.findings


def _said(rule: Rule, scope: Scope) -> Iterator[Finding]:
    """What a rule says; one that cannot be run, as where a table or ground file is broken, says why."""
    try:
        yield from rule(scope)
    except LettersError as error:
        where = f"{error.where}：" if error.where else ""
        yield block("cannot-check", f"无法检查：{where}{error.message}", fix=error.fix, source="程序的数据文件")


def _placed(scope: Scope, found: Iterable[Finding]) -> Iterator[Finding]:
    for finding in found:
        yield replace(finding, channel=scope.id) if scope.channel and finding.channel is None else finding


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """One finding a cause: the gravest of those with the same code, place and channel."""
    kept: dict[tuple[str, str, str | None], Finding] = {}
    for finding in found:
        key = (finding.code, finding.path or finding.message, finding.channel)
        if key not in kept or finding.rank < kept[key].rank:
            kept[key] = finding
    return iter(kept.values())


def ready(
    matter: Matter, known: Channels | None = None, letters: Mapping[str, Letter] | None = None
) -> dict[str, Readiness]:
    """For every channel whether it is ready and, if not, the codes that keep it back, each once."""
    standings = Standings(matter, known or channels())
    return {
        channel.id: readiness(Review(matter, channel, (letters or {}).get(channel.id), standings=standings).findings)
        for channel in standings.known
    }


def readiness(findings: Iterable[Finding]) -> Readiness:
    """Whether these findings let a letter go out."""
    codes = tuple(dict.fromkeys(finding.code for finding in findings if finding.level == "block"))
    return Readiness(not codes, codes)
