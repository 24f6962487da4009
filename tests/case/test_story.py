"""A piece of evidence that no event names stands with the order or payment it shows, where there is but one."""

from datetime import date
from pathlib import Path

from letters.api import open_case
from letters.case.facts.story import story

PREPAID = Path(__file__).resolve().parents[1] / "cases" / "prepaid-private.yaml"
ORDER = "  - {id: o1, number: XZ20261101-77,"
SECOND = '  - {id: o2, number: XZ20261101-78, seller: store, item: 会员余额, amount: "9.00", ordered_at: 2026-11-02T09:30:00}\n'


def told(folder: Path, text: str) -> dict[str, tuple[str, ...]]:
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    return {
        f"{entry.kind}:{entry.order_id}": entry.evidence
        for entry in story(open_case(path, date(2026, 11, 22)).facts)
        if entry.kind in ("order", "payment")
    }


def test_a_capture_of_the_order_stands_with_the_only_order(tmp_path: Path) -> None:
    found = told(tmp_path, PREPAID.read_text("utf-8"))
    assert found["order:o1"] == ("E1",)
    assert all(not evidence for kind, evidence in found.items() if kind.startswith("payment"))


def test_a_capture_of_the_payee_stands_with_the_payment(tmp_path: Path) -> None:
    text = PREPAID.read_text("utf-8").replace("[order-number, amount, time]", "[payee, amount, time]")
    found = told(tmp_path, text)
    assert not found["order:o1"]
    assert ("E1",) in [evidence for kind, evidence in found.items() if kind.startswith("payment")]


def test_with_two_orders_nobody_can_tell_whose_capture_it_is(tmp_path: Path) -> None:
    text = PREPAID.read_text("utf-8").replace(ORDER, SECOND + ORDER)
    found = told(tmp_path, text)
    assert not found["order:o1"]
    assert not any(found.values())
