"""All texts of a case say the same: sums, days, order numbers, the request and the time to answer."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from letters.api import Drafted, channels_of, draft_letters, open_case
from letters.case.model.kinds import MONEY_KINDS
from letters.law.matter import Matter
from tests.drafting.every import CASES, drafted, opened, printed

SUM = re.compile(r"(?<![\d.,，])(\d+(?:\.\d{1,2})?)元")
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
#: Marks that only a part left out can leave behind.
DOUBLED = re.compile(r"[，、；][，。；、]|。[。；]|（）|（、|None|Markup")
#: Annexes and calls that need not name the order.
WITHOUT_ORDER = {"anti-fraud-script", "service-address", "police-report", "payment-regulator"}
#: The letters whose reader decides the sum: what is asked is the same everywhere.
MONEY = ("refund", "difference")


def typed(name: str) -> str:
    path, _ = CASES[name]
    return path.read_text("utf-8")


def sums_of(matter: Matter) -> set[Decimal]:
    """Every sum that a letter of the case may name."""
    case, found = matter.case, set[Decimal]()
    for each in (matter, *matter.members):
        found |= {s.amount for s in each.sums.values()} | {part for s in each.sums.values() for _, part in s.by}
        found |= {Decimal(n) for s in each.sums.values() for n in re.findall(r"\d+(?:\.\d+)?", s.formula)}
        found |= {o.amount for o in each.case.orders if o.amount} | {
            o.unit_price for o in each.case.orders if o.unit_price
        }
        found |= {o.discount for o in each.case.orders if o.discount}
        found |= {p.amount for p in each.case.payments} | {r.amount for r in each.case.refunds}
        found |= {sum((p.amount for p in each.case.payments if p.order == o.id), Decimal(0)) for o in each.case.orders}
        found |= {sum((p.amount for p in each.case.payments), Decimal(0))}
    found |= {sum((m.sums[k].amount for m in (matter, *matter.members) if k in m.sums), Decimal(0)) for k in MONEY}
    asked = [s.amount for kind, s in matter.sums.items() if kind in MONEY_KINDS]
    found |= {sum(asked, Decimal(0)), sum((s.amount for k, s in matter.sums.items() if k in MONEY), Decimal(0))}
    wage = case.preferences.small_claims
    return found | {Decimal(0)} | ({wage.average_wage} if wage and wage.average_wage else set())


@pytest.mark.parametrize("name", CASES)
def test_no_letter_knows_another_sum(name: str) -> None:
    matter = opened(name)
    known = {f"{amount:.2f}" for amount in sums_of(matter)}
    known |= {f"{Decimal(n):.2f}" for n in re.findall(r"(?<![\d.])\d+(?:\.\d{1,2})?(?![\d.])", typed(name))}
    for letter in drafted(name):
        strange = {n for n in SUM.findall(printed(letter)) if f"{Decimal(n):.2f}" not in known}
        assert not strange, letter.channel


@pytest.mark.parametrize("name", CASES)
def test_no_letter_knows_another_day(name: str) -> None:
    matter, own = opened(name), typed(name)
    known = {date(*map(int, found)) for found in re.findall(r"(\d{4})[-年](\d{1,2})[-月](\d{1,2})", own)}
    known |= {matter.on, matter.reply_deadline.date(), *(due.at for due in matter.dues)}
    people = [p for p in (matter.case.complainant, matter.case.complainant.guardian) if p]
    known |= {date(int(i[6:10]), int(i[10:12]), int(i[12:14])) for p in people if len(i := p.id_number) == 18}
    known |= {matter.facts.contract.ended_at.date()} if matter.facts.contract.ended_at else set()
    known |= {day + timedelta(days=1) for day in known}
    for letter in drafted(name):
        found = {date(*map(int, day)) for day in DAY.findall(printed(letter))}
        assert found <= known, letter.channel


@pytest.mark.parametrize("name", CASES)
def test_the_same_is_asked_for_everywhere(name: str) -> None:
    """A payment firm is asked for what went through it, the others for the same."""
    matter = opened(name)
    asked: dict[tuple[str, str], set[Decimal]] = {}
    for letter in drafted(name):
        part = channels_of()[letter.channel].body == "payment-provider"
        for demand in letter.demands:
            assert not part or demand.amount is None or demand.amount <= matter.sums[demand.kind].amount
            if demand.amount is not None and demand.kind != "interest" and not part:
                asked.setdefault((demand.kind, demand.respondent), set()).add(demand.amount)
                assert demand.amount > 0
    assert all(len(amounts) == 1 for amounts in asked.values()), asked
    for kind in MONEY:
        total = sum((amount for (k, _), found in asked.items() if k == kind for amount in found), Decimal(0))
        assert total <= (matter.sums[kind].amount if kind in matter.sums else 0) or len(matter.members) > 0


@pytest.mark.parametrize("name", CASES)
def test_one_time_to_answer(name: str) -> None:
    limits = {letter.letter.deadline for letter in drafted(name)} - {None}
    assert len({limit.date() for limit in limits if limit}) <= 1


@pytest.mark.parametrize("name", CASES)
def test_the_order_is_named_whole_or_masked(name: str) -> None:
    numbers = [o.number for o in opened(name).facts.told.claimed_orders if o.number]
    for letter in drafted(name):
        if letter.channel in WITHOUT_ORDER or not _tells_the_deal(letter):
            continue
        text, public = printed(letter), channels_of()[letter.channel].level == 0
        assert not numbers or any((n[-4:] if public else n) in text for n in numbers), letter.channel


def _tells_the_deal(letter: Drafted) -> bool:
    return channels_of()[letter.channel].body not in ("police", "court", "annex")


@pytest.mark.parametrize("name", CASES)
def test_words_that_no_letter_uses(name: str) -> None:
    own = typed(name)
    for letter in drafted(name):
        text = printed(letter)
        for word in ("「", "」", "严重侵害", "恶劣", "霸王条款", "无良", "众所周知", "望尽快", "否则将"):
            assert word not in text or word in own, f"{letter.channel}: {word}"
        assert "！" not in text or "！" in own, letter.channel
        assert not DOUBLED.search(text) or DOUBLED.search(own), letter.channel


def test_an_order_without_any_time_is_still_named(tmp_path: Path) -> None:
    data = yaml.safe_load(CASES["points-not-delivered"][0].read_text("utf-8"))
    del data["orders"][0]["ordered_at"]
    for payment in data["payments"]:
        del payment["paid_at"]
    data["events"] = [e for e in data["events"] if e["kind"] not in ("order", "payment")]
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    number, item = data["orders"][0]["number"], data["orders"][0]["item"]
    wanted = ["customer-service", "12315", "demand-letter", "small-claims"]
    letters = draft_letters(open_case(path, CASES["points-not-delivered"][1]), wanted).letters
    assert [letter.channel for letter in letters] == wanted
    for letter in letters:
        assert number in letter.text and item in letter.text and "付款198" in letter.text, letter.channel
