"""A case read by the law on a day: the legal basis, the sums and the dates, each computed once, when first asked for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from letters.case.facts import Facts
from letters.case.model import CaseFile, Respondent
from letters.case.view import CaseView
from letters.law.basis import Due, LegalBasis, Problem, SmallClaimsAnswer, Sum
from letters.law.catalogue import Catalogue
from letters.messages import LettersError

if TYPE_CHECKING:
    from letters.law.claims import Assessment
    from letters.law.grounds import Grounds
    from letters.law.tables import Tables


@cache
def shared_catalogue(folders: tuple[Path, ...] = ()) -> Catalogue:
    """One catalogue for all cases that use the same folders, so that each law is read once."""
    return Catalogue(folders)


class Dossier:
    """A case on the day `on`, with the law that applies to it.

    `base` is the folder of the case file: members of a joint complaint and evidence files are looked for there and nowhere
    else. `statutes` are the user's own statute folders (laws/, grounds/, tables/ in them), which come before ours.
    """

    def __init__(
        self,
        case: CaseFile,
        on: date,
        catalogue: Catalogue | None = None,
        *,
        base: Path | None = None,
        statutes: Sequence[Path] = (),
    ) -> None:
        self.case = case
        self.on = on
        self.base = base
        self.statutes = tuple(statutes)
        self.catalogue = catalogue or shared_catalogue(self.statutes)
        self.facts = Facts(case, on)
        self._views: dict[tuple[int, str, bool, str], CaseView] = {}

    @cached_property
    def tables(self) -> "Tables":
        """The law's numbers, by date."""
        from letters.law.tables import shared_tables

        return shared_tables(self.statutes)

    @cached_property
    def grounds(self) -> "Grounds":
        """The reasoning as data."""
        from letters.law.grounds import shared_grounds

        return shared_grounds(self.statutes)

    @cached_property
    def basis(self) -> LegalBasis:
        """The arguments that hold in this case, and those that do not with the reason."""
        from letters.law.reasoning import advise

        return advise(self)

    @cached_property
    def _assessment(self) -> "Assessment":
        from letters.law.claims import assess

        return assess(self)

    @property
    def sums(self) -> Mapping[str, Sum]:
        """The amounts that exist in this case.

        Keys: refund difference interest triple damages costs total joint_total court_fee court_fee_halved
        payment_order_fee preservation_fee small_claims_ceiling.
        """
        return self._assessment.sums

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Figures that cannot be right or cannot be computed, each with its place and cure."""
        return self._assessment.problems

    @cached_property
    def small_claims(self) -> SmallClaimsAnswer:
        """Whether the small-claims procedure is open (民诉法 165, 166)."""
        from letters.law.claims.small_claims import small_claims

        return small_claims(self)

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """The periods that run in this case, by their last day."""
        from letters.law.periods import periods

        return periods(self)

    @cached_property
    def reply_deadline(self) -> datetime:
        """What the letters set as the last moment for an answer; a `WholeDay` means 24:00 of that day."""
        from letters.law.periods.reply import reply_deadline

        return reply_deadline(self)

    @cached_property
    def members(self) -> tuple["Dossier", ...]:
        """The other members of a joint complaint, each on the same day and for himself alone.

        LettersError for a file that cannot be used, lies outside the case's folder, or is named twice.
        """
        return tuple(self._member(name, index) for index, name in enumerate(self.case.joint))

    def view(self, level: int, towards: Respondent | None = None, *, own: bool = False, method: str = "") -> CaseView:
        """The case as identity level `level` (0 to 3) may see it, in a letter to or about `towards`.

        `own`: his orders alone; `method`: the payments made in that way alone.
        """
        key = (level, towards.id if towards else "", own, method)
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = CaseView(self.facts, level, towards, own=own, method=method)
        return view

    def _member(self, name: str, index: int) -> "Dossier":
        from msgspec.structs import replace

        from letters.case.case import Case

        where = f"joint[{index}]"
        if self.base is None:
            raise LettersError(f"不知道案件文件在哪个文件夹，读不到联名成员“{name}”", fix="从文件载入案件", where=where)
        base = self.base.resolve()
        path = (base / name).resolve()
        if not path.is_relative_to(base):
            raise LettersError(f"联名成员“{name}”不在案件文件夹中", fix="把成员的案件文件放进同一文件夹", where=where)
        try:
            there = path.is_file()
        except OSError:  # a name longer than the disk allows
            there = False
        if not there:
            raise LettersError(f"找不到联名成员的案件文件“{name}”", fix="核对 joint 中的文件名", where=where)
        if any((base / other).resolve() == path for other in self.case.joint[:index]):
            raise LettersError(f"联名成员的案件文件“{name}”写了两次", fix="每位成员只写一次", where=where)
        alone = replace(Case.load(path), joint=())
        return Dossier(alone, self.on, self.catalogue, base=path.parent, statutes=self.statutes)
