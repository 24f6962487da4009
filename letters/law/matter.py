"""A case read by the law on a day: facts, then sums, then dates, then the legal basis, each from what stands before it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from letters.case.facts.facts import Facts
from letters.case.model import CaseFile, Respondent
from letters.case.view.case_view import CaseView
from letters.channels.known_channels import Channels
from letters.errors import LettersError, NotReady
from letters.law.claims import Assessment, assess
from letters.law.claims.small_claims import small_claims
from letters.law.library import Law, law_of
from letters.law.periods import periods
from letters.law.periods.reply import reply_deadline
from letters.law.reasoning.advise import advise
from letters.law.results import Due, LegalBasis, Problem, SmallClaimsAnswer, Sum

T = TypeVar("T")


class Matter:
    """What the law makes of a case on a day; everything is computed by `matter` and only read afterwards.

    `base` is the folder of the case file. What could not be computed, for want of a number of the law on that day or of a
    member's file, raises its LettersError when it is read.
    """

    def __init__(
        self, facts: Facts, law: Law, *, base: Path | None, view: "Views", members: "tuple[Matter, ...] | LettersError",
        assessment: Assessment | LettersError, small_claims: SmallClaimsAnswer | LettersError,
        reply_deadline: datetime | LettersError, dues: tuple[Due, ...] | LettersError, basis: LegalBasis | LettersError,
    ) -> None:  # fmt: skip
        self.facts, self.case, self.on, self.law, self.base = facts, facts.case, facts.on, law, base
        self.view = view
        self._members, self._assessment, self._small_claims = members, assessment, small_claims
        self._reply_deadline, self._dues, self._basis = reply_deadline, dues, basis

    @property
    def members(self) -> "tuple[Matter, ...]":
        """The other members of a joint complaint, each on the same day and for himself alone.

        LettersError for a file that cannot be used, lies outside the case's folder, or is named twice.
        """
        return given(self._members)

    @property
    def sums(self) -> Mapping[str, Sum]:
        """The amounts that exist in this case.

        Keys: refund difference interest triple damages costs total joint_total court_fee court_fee_halved
        payment_order_fee preservation_fee small_claims_ceiling.
        """
        return given(self._assessment).sums

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Figures that cannot be right or cannot be computed, each with its place and cure."""
        return given(self._assessment).problems

    @property
    def small_claims(self) -> SmallClaimsAnswer:
        """Whether the small-claims procedure is open (民诉法 165, 166)."""
        return given(self._small_claims)

    @property
    def reply_deadline(self) -> datetime:
        """What the letters set as the last moment for an answer; a `WholeDay` means 24:00 of that day."""
        return given(self._reply_deadline)

    @property
    def dues(self) -> tuple[Due, ...]:
        """The periods that run in this case, by their last day."""
        return given(self._dues)

    @property
    def basis(self) -> LegalBasis:
        """The arguments that hold in this case, and those that do not with the reason."""
        return given(self._basis)

    @property
    def names(self) -> dict[str, Any]:
        """What the conditions of grounds may ask: `case` with everything in it, and `sums`."""
        return {"case": self.view(3), "sums": self.sums}


class Views:
    """The views of a case, each made once: `view(level, towards, own=..., method=...)`."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._made: dict[tuple[int, str, bool, str], CaseView] = {}

    def __call__(
        self, level: int, towards: Respondent | None = None, *, own: bool = False, method: str = ""
    ) -> CaseView:
        """The case as identity level `level` (0 to 3) may see it, in a letter to or about `towards`.

        `own`: his orders alone; `method`: the payments made in that way alone.
        """
        key = (level, towards.id if towards else "", own, method)
        view = self._made.get(key)
        if view is None:
            view = self._made[key] = CaseView(self._facts, level, towards, own=own, method=method)
        return view


def matter(facts: Facts, law: Law, *, base: Path | None = None) -> Matter:
    """What the law makes of the facts: members, sums, dates and basis, straight down."""
    view = Views(facts)
    members = attempted(lambda: tuple(_member(facts, law, base, index) for index in range(len(facts.case.joint))))
    totals = members if isinstance(members, LettersError) else _totals(members)
    assessment = attempted(lambda: assess(facts, law, totals))
    deadline = attempted(lambda: reply_deadline(facts, law))
    return Matter(
        facts, law, base=base, view=view, members=members, assessment=assessment, reply_deadline=deadline,
        small_claims=attempted(lambda: small_claims(facts, law, given(assessment).sums)),
        dues=attempted(lambda: periods(facts, law, given(deadline))),
        basis=attempted(lambda: advise(facts, law, {"case": view(3), "sums": given(assessment).sums})),
    )  # fmt: skip


def attempted(step: Callable[[], T]) -> T | LettersError:
    """What the step gives, or why it cannot."""
    try:
        return step()
    except LettersError as error:
        return error


def given(found: T | LettersError) -> T:
    """What a step gave; raises what it could not."""
    if isinstance(found, LettersError):
        raise found
    return found


def matter_of(
    case: CaseFile,
    on: date,
    *,
    base: Path | None = None,
    statutes: Sequence[Path] = (),
    channels: Channels | None = None,
) -> Matter:
    """`matter` for a case on the day `on`, by the law in the user's folders `statutes` and ours; `channels` as in Facts."""
    law = law_of(statutes)
    return matter(Facts(case, on, law.grounds.index, channels), law, base=base)


def _totals(members: tuple[Matter, ...]) -> tuple[tuple[str, Sum | None], ...]:
    return tuple((member.case.complainant.name, member.sums.get("total")) for member in members)


def _member(facts: Facts, law: Law, base: Path | None, index: int) -> Matter:
    from msgspec.structs import replace

    from letters.case.file.read import Case  # only joint complaints read further files

    name, where = facts.case.joint[index], f"joint[{index}]"
    if base is None:
        raise NotReady(f"不知道案件文件在哪个文件夹，读不到联名成员“{name}”", fix="从文件载入案件", where=where)
    base = base.resolve()
    path = (base / name).resolve()
    if not path.is_relative_to(base):
        raise NotReady(f"联名成员“{name}”不在案件文件夹中", fix="把成员的案件文件放进同一文件夹", where=where)
    try:
        there = path.is_file()
    except OSError:  # a name longer than the disk allows
        there = False
    if not there:
        raise NotReady(f"找不到联名成员的案件文件“{name}”", fix="核对 joint 中的文件名", where=where)
    if any((base / other).resolve() == path for other in facts.case.joint[:index]):
        raise NotReady(f"联名成员的案件文件“{name}”写了两次", fix="每位成员只写一次", where=where)
    member = replace(Case.load(path, law.folders), joint=())
    return matter(Facts(member, facts.on, law.grounds.index, facts.channels), law, base=path.parent)
