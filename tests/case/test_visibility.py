"""What a level may not see is in nothing that its letters can reach, wherever it was typed."""

import random
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from letters.case.facts.facts import ANSWERS, Facts
from letters.case.facts.story import Entry
from letters.case.file.read import Case
from letters.case.model import CaseFile, CasePart
from letters.case.model.fields import Field, fields_of
from letters.case.model.masks import MASKS
from letters.case.model.moment import SHANGHAI
from letters.case.model.persons import QUESTIONS
from letters.case.model.visibility import NEVER, Visibility
from letters.case.view.case_view import CaseView
from letters.case.view.identifying import secrets
from letters.case.view.shown import MeView, OrderView, PartyView, PaymentView
from letters.channels.known_channels import channels
from letters.data.ground_index import index_of
from letters.drafting.draft import compose
from letters.errors import LettersError
from letters.law.matter import matter_of
from letters.letter import texts
from tests.conftest import EXAMPLES

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 1, 20, 14, tzinfo=SHANGHAI)
BORN = date(1987, 3, 19)
VIEWS = {MeView: "Complainant Guardian Agent", PartyView: "Respondent", PaymentView: "Payment", OrderView: "Order"}


def parts(part: type[msgspec.Struct] = CaseFile) -> dict[str, type[msgspec.Struct]]:
    """Every part of the model by its name."""
    found = {part.__name__: part}
    for field in fields_of(part).values():
        inner = field.item.part if field.item else field.part
        if inner is not None and inner.__name__ not in found:
            found |= parts(inner)
    return found


def labels() -> Iterator[tuple[str, Field]]:
    for name, part in parts().items():
        yield from ((f"{name}.{key}", field) for key, field in fields_of(part).items())


@pytest.mark.parametrize(("name", "field"), list(labels()))
def test_every_field_says_who_may_see_it(name: str, field: Field) -> None:
    visible = field.visible
    assert visible is not None, f"{name} has no level: it is seen in no letter; say level=NEVER where that is meant"
    assert 0 <= visible.level <= NEVER
    for mask in (visible.mask, visible.in_text):
        assert not mask or mask in MASKS or not mask.isascii(), f"{name}: {mask} is no mask and no words"
    for question in (visible.masked_if, visible.in_text_if):
        assert not question or question in QUESTIONS
    of_text = field.sort == "text" or (field.item is not None and field.item.sort == "text")
    assert of_text or not (visible.free or visible.mask or visible.in_text)
    if of_text and visible.level == 0 and not (field.refers or field.defines or field.pattern or field.form):
        assert visible.free, f"{name}: words that everybody may see are free text"


@pytest.mark.parametrize(
    ("level", "names"),
    [
        (3, "Complainant.id_number Complainant.address Complainant.residence Guardian.id_number IdDocument.number Payment.paid_from"),
        (2, "Complainant.name Complainant.phone Complainant.email Guardian.name Agent.phone Account.phone Payer.name"),
        (1, "Account.name Order.number Order.target_account Payment.transaction_id Payment.card_last4 Filing.number Respondent.name"),
    ],
)  # fmt: skip
def test_levels_are_those_of_the_channels(level: int, names: str) -> None:
    known = dict(labels())
    for name in names.split():
        visible = known[name].visible
        assert visible is not None and visible.level == level, name


@pytest.mark.parametrize("kind", [*VIEWS, Entry])
def test_every_field_of_a_view_has_a_label(kind: type[msgspec.Struct]) -> None:
    sources = [fields_of(parts()[name]) for name in VIEWS.get(kind, "").split()]
    for key, field in fields_of(kind).items():
        assert field.visible or any(key in source for source in sources), key


def test_what_names_somebody_is_no_answer_for_everybody() -> None:
    assert ANSWERS["birth"].level == 3
    assert ANSWERS["opponent"].level == ANSWERS["claimed_orders"].level == NEVER
    assert ANSWERS["minor"].level == ANSWERS["paid"].level == ANSWERS["has"].level == 0


# -- a case in which every text is known by its place ------------------------------------------------


def words(field: Field) -> tuple[Any, ...]:
    return tuple(index_of().labels(field.opens)) if field.opens else field.words


class Filled:
    """A case with a value in every field, of which `tokens` tells from which level each may be seen."""

    def __init__(self, seed: int, *, private: bool) -> None:
        self.random = random.Random(seed)
        self.private = private
        self.tokens: dict[str, Visibility] = {}
        bare = self._part(CaseFile, free="")
        assert isinstance(bare, CaseFile)
        hidden = "，".join(secret.text for secret in secrets(bare))
        self.case = self._told(bare, f"说过{hidden}等")

    def _token(self, length: int = 14) -> str:
        return "".join(self.random.choice("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥") for _ in range(length))

    def _part(self, part: type[msgspec.Struct], free: str) -> Any:
        return part(**{field.attr: self._value(part, field, free) for field in fields_of(part).values()})

    def _value(self, part: type[msgspec.Struct], field: Field, free: str) -> Any:
        if field.part is not None:
            return self._part(field.part, free)
        if field.item is not None:
            return (self._value(part, field.item, free),) if field.item.part else self._words(part, field)
        plain = {"truth": False, "whole": 1, "money": Decimal("98.00"), "moment": AT, "day": ON}
        if field.sort in plain:
            return self.private if field.key == "private_person" else plain[field.sort]
        if field.sort == "words":
            return "transfer" if field.key == "method" else "unknown" if field.key == "payee_kind" else words(field)[-1]
        return self._text(part, field)

    def _words(self, part: type[msgspec.Struct], field: Field) -> tuple[Any, ...]:
        assert field.item is not None
        if field.refers == "evidence":
            return ("evidence1",)
        return (words(field.item)[0],) if words(field.item) else ("词",)

    def _text(self, part: type[msgspec.Struct], field: Field) -> str:
        assert field.visible is not None
        if field.defines or field.refers:
            return f"{field.defines or {'actors': 'complainant', 'parties': 'respondents'}.get(field.refers, field.refers)}1"
        if field.key == "id_number" and part.__name__ == "Complainant":
            found = f"110105{BORN:%Y%m%d}002X"
        else:
            found = "customer-service" if field.pattern and not field.form else self._token()
        if field.visible.level:
            self.tokens[found] = field.visible
        return found

    def _told(self, part: Any, words: str) -> Any:
        changed = {}
        kind: type[msgspec.Struct] = type(part)
        for field in fields_of(kind).values():
            value = getattr(part, field.attr)
            if isinstance(value, CasePart):
                changed[field.attr] = self._told(value, words)
            elif isinstance(value, tuple) and value and isinstance(value[0], CasePart):
                changed[field.attr] = tuple(self._told(each, words) for each in value)
            elif field.visible is not None and field.visible.free:
                changed[field.attr] = words if isinstance(value, str) else (words,)
        return replace(part, **changed)


def reachable(value: Any, seen: set[int] | None = None) -> Iterator[Any]:
    """Every text, number and date that can be read from a value by its public names."""
    seen = set() if seen is None else seen
    if isinstance(value, str | int | Decimal | date | None):
        yield value
    elif id(value) not in seen and not callable(value):
        seen.add(id(value))
        if isinstance(value, CaseView):
            for name in {*dir(value), *vars(value), *ANSWERS}:
                if not name.startswith("_") and hasattr(value, name):
                    yield from reachable(getattr(value, name), seen)
            yield from reachable([value.party(r.id) for r in value._facts.case.respondents], seen)
        elif isinstance(value, msgspec.Struct):
            for name in (name for name in dir(value) if not name.startswith("_")):
                yield from reachable(getattr(value, name), seen)
        elif isinstance(value, dict):
            yield from reachable([*value, *value.values()], seen)
        else:
            for each in value:
                yield from reachable(each, seen)


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("level", [0, 1, 2, 3])
@pytest.mark.parametrize("seed", range(3))
def test_nothing_above_a_level_can_be_reached(seed: int, level: int, private: bool) -> None:
    filled = Filled(seed, private=private)
    found = list(reachable(CaseView(Facts(filled.case, ON, index_of()), level)))
    everything = "\n".join(str(each) for each in found)
    for token, visible in filled.tokens.items():
        if level < visible.level and (private or not visible.masked_if):
            assert token not in everything, (token, visible)
    assert (BORN in found) == (level == 3)
    if level == 3:
        assert filled.case.complainant.name in everything and filled.case.complainant.id_number in everything


def test_firms_may_be_named_in_public() -> None:
    case = Filled(0, private=False).case
    view = CaseView(Facts(case, ON, index_of()), 0)
    assert view.other is not None and view.other.name == case.respondents[0].name
    hidden = CaseView(Facts(Filled(0, private=True).case, ON, index_of()), 0).other
    assert hidden is not None and hidden.name.endswith("**") and hidden.brand.endswith("**") and not hidden.website


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_what_is_made_of_a_number_is_hidden_as_the_number_is(level: int) -> None:
    me = CaseView(Facts(Filled(0, private=False).case, ON, index_of()), level).me
    assert (me.sex, me.birth, me.age) == (("女", BORN, 39) if level == 3 else ("", None, None))
    assert bool(me.phone_last4) == (level >= 1) and bool(me.phone) == (level >= 2)


# -- the letters -------------------------------------------------------------------------------------

LOW = [channel.id for channel in channels() if channel.level < 3]


@pytest.mark.parametrize("example", sorted(path.parent.name for path in EXAMPLES.glob("*/case.yaml")))
def test_no_letter_tells_what_its_level_hides(example: str) -> None:
    case: Any = Case.load(EXAMPLES / example / "case.yaml")
    known = list(secrets(case))
    assert len(known) > 4
    words = "，".join(secret.text for secret in known)
    told = replace(
        case,
        events=tuple(replace(e, did=f"{e.did}，说{words}", quote=f"{e.quote}{words}") for e in case.events),
        filings=tuple(replace(f, outcome=f"{f.outcome}{words}", asked=f"{f.asked}{words}") for f in case.filings),
        orders=tuple(replace(o, item=f"{o.item}{words}") for o in case.orders),
        evidence=tuple(replace(e, title=f"{e.title}{words}", proves=f"{e.proves}{words}") for e in case.evidence),
        demands=tuple(replace(d, basis=f"{d.basis}{words}") for d in case.demands),
    )
    matter, office, written = matter_of(told, ON), channels(), 0
    for name in LOW:
        try:
            letter = compose(matter, name)
        except LettersError:
            continue
        written += 1
        bodies = (letter.body, *letter.variants.values())
        shown = "\n".join(
            [letter.title, *(t for b in bodies for t in texts(b)), *(t for f in letter.fields for t in f)]
        )
        for secret in known:
            assert len(secret.text) < 2 or office[name].level >= secret.level or secret.text not in shown, (
                name,
                secret,
            )
    assert written > 3
