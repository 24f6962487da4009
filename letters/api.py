"""The library: a case opened on a day, drafted for one channel or many, reviewed and planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from letters.admissibility.standing import Standings
from letters.case.file.read import Case, load_with_places
from letters.case.model.moment import today as today
from letters.channels.known_channels import Channels, channels
from letters.drafting.draft import TooLong, compose
from letters.drafting.template.environment import folders_of
from letters.errors import LettersError, NotReady
from letters.law.matter import Matter, matter_of
from letters.letter import Citation, DemandLine, Exhibit, Letter, Run, Table, Title
from letters.review import Finding, Review, review_case
from letters.review.finding import block
from letters.writers.text import to_text
from letters.writers.writing import write

if TYPE_CHECKING:
    from letters.plan.steps import Plan
    from letters.writers.docx.reference_document import Reference

Folders = Sequence[Path | str]


@dataclass(frozen=True)
class Drafted:
    """A letter with what the review says of it, and its bytes in every format."""

    letter: Letter
    findings: tuple[Finding, ...] = ()

    @property
    def channel(self) -> str:
        return self.letter.channel

    @property
    def title(self) -> str:
        return self.letter.title

    @cached_property
    def text(self) -> str:
        """The longest variant as plain text."""
        return to_text(self.letter.body, self.letter.layout)

    @cached_property
    def variants(self) -> dict[str, str]:
        """The text of each length budget, by the budget."""
        return {length: to_text(blocks, self.letter.layout) for length, blocks in self.letter.variants.items()}

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.letter.citations

    @property
    def demands(self) -> tuple[DemandLine, ...]:
        return self.letter.demands

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        return self.letter.exhibits

    @property
    def deadline(self) -> datetime | None:
        return self.letter.deadline

    def docx(self, reference: "Reference | None" = None) -> bytes:
        """The letter as DOCX; `reference` is the user's own letterhead."""
        return self.write("docx", **({"reference": reference} if reference else {}))

    def html(self) -> bytes:
        return self.write("html")

    def pdf(self) -> bytes:
        return self.write("pdf")

    def write(self, format: str, **options: Any) -> bytes:
        """The bytes in a format of `letters.writers.registry`, such as `docx`."""
        return write(self.letter, format, **options)


@dataclass(frozen=True)
class Refused:
    """A channel for which nothing was written: the finding codes and the reason in words."""

    channel: str
    codes: tuple[str, ...]
    message: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What came of drafting several channels."""

    letters: tuple[Drafted, ...]
    refused: tuple[Refused, ...]


def open_case(path: Path | str, on: date | None = None, *, templates: Folders = (), statutes: Folders = ()) -> Matter:
    """The case in the file `path`, read by the law on the day `on` (default: today in China)."""
    known, own = channels_of(templates), folders_of(statutes)
    loaded = load_with_places(Path(path), own)
    base = Path(path).resolve().parent
    return matter_of(loaded.case, on or today(), base=base, statutes=own, channels=known)


def channels_of(templates: Folders = ()) -> Channels:
    """The channels of the user's folders and ours."""
    return channels(folders_of(templates))


def draft_letters(
    matter: Matter, channel_ids: Iterable[str], *, force: bool = False, to: str = "", templates: Folders = ()
) -> Outcome:
    """Drafts each channel that the case supports; the others are refused with the findings that keep them back.

    `force` writes through findings that block. An unknown channel is an error.
    """
    standings = Standings(matter, channels_of(templates))
    letters: list[Drafted] = []
    refused: list[Refused] = []
    for identity in dict.fromkeys(channel_ids):
        result = _draft_one(matter, standings, identity, force=force, to=to, templates=templates)
        (letters if isinstance(result, Drafted) else refused).append(result)  # type: ignore[arg-type]
    return Outcome(tuple(letters), tuple(refused))


def _draft_one(
    matter: Matter, standings: Standings, identity: str, *, force: bool, to: str, templates: Folders
) -> Drafted | Refused:
    channel = standings.known[identity]
    stands = standings.of(channel)
    follow_up = not stands.open and stands.mode != "new"
    check = Review(matter, channel, standings=standings)
    blocks = [f for f in check.findings if f.level == "block" and not (follow_up and f.code == stands.code)]
    if blocks and not force:
        return _refused(identity, blocks)
    try:
        letter = compose(matter, identity, templates=templates, to=to, mode=stands.mode if follow_up else "new")
    except NotReady as error:
        if blocks and not isinstance(error, TooLong):
            return _refused(identity, blocks)
        found = block(
            error.finding,
            error.message,
            path="" if error.where == identity else error.where,
            fix=error.fix,
            channel=identity,
        )
        return Refused(identity, (error.finding,), f"{error.message}。{error.fix}", (found,))
    except LettersError:
        if not force or not blocks:
            raise
        return _refused(identity, blocks)
    final = check.of(letter)
    final = tuple(f for f in final if not (follow_up and f.level == "block" and f.code == stands.code))
    blocks = [f for f in final if f.level == "block"]
    return _refused(identity, blocks) if blocks and not force else Drafted(letter, final)


def _refused(identity: str, blocks: list[Finding]) -> Refused:
    codes = tuple(dict.fromkeys(f.code for f in blocks))
    message = "；".join(dict.fromkeys(f"{f.message}{f'（{f.fix}）' if f.fix else ''}" for f in blocks))
    return Refused(identity, codes, message, tuple(blocks))


def draft(
    case: Case | Matter, channel: str, *, on: date | None = None, force: bool = False, to: str = "", templates: Folders = (),
    statutes: Folders = (), base: Path | None = None,
) -> Drafted:  # fmt: skip
    """The letter for one channel.

    `on` is the letter's date, `base` the case's folder where it names files. Raises NotReady with the findings where
    something blocks it.
    """
    matter = _matter(case, on, templates, statutes, base)
    outcome = draft_letters(matter, [channel], force=force, to=to, templates=templates)
    if outcome.refused:
        refused = outcome.refused[0]
        raise NotReady(refused.message, where=channel, fix="`letters check` 列出全部问题")
    return outcome.letters[0]


def review(
    case: Case | Matter, channel: str | None = None, *, on: date | None = None, templates: Folders = ()
) -> tuple[Finding, ...]:
    """The findings of a case, or of one channel."""
    matter, known = _matter(case, on, templates), channels_of(templates)
    return review_case(matter, known[channel] if channel else None, known=known)


def plan(case: Case | Matter, *, on: date | None = None, templates: Folders = ()) -> "Plan":
    """What to do today, what waits until when, what comes next and what must not be done."""
    from letters.plan.steps import make_plan  # a draft needs no plan

    matter = _matter(case, on, templates)
    return make_plan(matter, channels_of(templates))


def _matter(
    case: Case | Matter, on: date | None, templates: Folders, statutes: Folders = (), base: Path | None = None
) -> Matter:
    """The case read by the law; a matter as it is."""
    if isinstance(case, Matter):
        return case
    known = channels_of(templates)
    return matter_of(case, on or today(), base=base, statutes=folders_of(statutes), channels=known)


def with_fields(letter: Letter) -> Letter:
    """The letter with the boxes of its form as a sheet before the text, under a title, for documents."""
    if not letter.fields:
        return letter
    rows = tuple(((Run(label),), (Run(value),)) for label, value in letter.fields)
    sheet = Table(header=(((Run("栏目", True),), (Run("填写内容", True),)),), rows=rows, widths=(3, 7), kind="sheet")
    titled = any(isinstance(block, Title) for block in letter.body)
    return replace(letter, body=(*(() if titled else (Title((Run(letter.title),)),)), sheet, *letter.body))
