"""Writing back: nothing changes but what is meant to, and an interrupted write leaves the old file whole."""

import errno
import os
import stat
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.case.file.disk import Document, add_item, read_document, save, set_value, update_item, write_atomically
from letters.case.file.problems import Unreadable
from letters.case.file.read import Case
from letters.case.model.moment import SHANGHAI, WholeDay

from .samples import ROOT, WHOLE

EXAMPLES = [path for path in sorted(ROOT.glob("examples/**/*.yaml")) if "\nrespondents:" in path.read_text("utf-8")]
FILING = {"channel": "12315", "at": datetime(2026, 11, 22, 9, tzinfo=SHANGHAI), "number": "1420111", "status": "open"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_write_back_unchanged(path: Path, tmp_path: Path) -> None:
    document = read_document(path)
    assert document.data == path.read_bytes()
    Case.loads(document.text, path)


@pytest.mark.parametrize("data", [WHOLE.encode(), b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode(), b"a: 1"])
def test_reading_and_saving_changes_no_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(data)
    save(path, read_document(path))
    assert path.read_bytes() == data
    assert not (tmp_path / "case.yaml.bak").exists()


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_filing_is_one_new_line() -> None:
    gone, come = changed_lines(WHOLE, add_item(WHOLE, "events", FILING | {"by": "other"}))
    assert gone == []
    assert come == [
        '  - {channel: "12315", at: 2026-11-22T09:00:00, number: "1420111", status: open, by: other}\n',
    ]


def test_an_item_takes_the_manner_of_its_neighbours() -> None:
    text = add_item(WHOLE, "filings", FILING)
    assert '- channel: "12315"\n  at: 2026-11-22T09:00:00\n' in text
    assert [filing.number for filing in Case.loads(text).filings] == ["", "1420111"]


def test_an_empty_list_keeps_its_comment() -> None:
    text = add_item(WHOLE, "refunds", {"payment": "p1", "amount": Decimal("98.00")})
    assert 'refunds:                              # 还没有\n  - {payment: p1, amount: "98.00"}\n' in text
    assert Case.loads(text).refunds[0].amount == Decimal("98.00")


def test_a_list_that_is_not_there_is_made() -> None:
    text = add_item(WHOLE.replace("refunds: []", "# refunds"), "refunds", {"amount": Decimal(1)})
    assert Case.loads(text).refunds[0].amount == 1


def test_setting_a_value_touches_its_line_alone() -> None:
    gone, come = changed_lines(WHOLE, set_value(WHOLE, "orders[0].unit_price", Decimal("120.50")))
    assert gone == ["    unit_price: 98.00                 # 没有引号\n"]
    assert come == ['    unit_price: "120.50"              # 没有引号\n']


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("orders[0].noun", "点券"),
        ("complainant.account.name", "user 99"),
        ("preferences.small_claims.province", "山东省"),
        ("statements.true_account", "2026-11-22"),
        ("orders[0].promised.evidence[1]", "E1"),
        ("respondents[1].name", '换行\n和“引号”" \\ 🙏 \u2028 \x85 # : , {}'),
        ("filings[0].outcome", "一行"),
        ("filings[0].quote", "他说：\n- 不退"),
        ("events[1].at", WholeDay(2026, 11, 5, tzinfo=SHANGHAI)),
        ("dispute.grounds", ["late"]),
        ("dispute.deceit", {"statement": "官方直充", "evidence": ["E1"]}),
        ("title", None),
        ("events", [{"at": "2026-11-01", "by": "other", "did": "x"}]),
        ("joint", ["a.yaml", "b.yaml"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_value_set_is_the_value_read(path: str, value: Any, newline: str) -> None:
    before = WHOLE.replace("\n", newline)
    after = set_value(before, path, value)
    assert after.count("\r") == (after.count("\n") if newline == "\r\n" else 0)
    kept = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in kept if line not in after.splitlines()] == []
    assert set_value(after, path, value) == after


def test_an_outcome_joins_its_filing() -> None:
    text = update_item(WHOLE, "filings", 0, {"status": "settled", "outcome": "同意退款", "evidence": ["E1"]})
    filing = Case.loads(text).filings[0]
    assert (filing.status, filing.outcome, filing.evidence) == ("settled", "同意退款", ("E1",))


@pytest.mark.parametrize("path", ["orders[5].item", "title.more", "events.by", "complainant[0]"])
def test_what_has_no_place_is_refused(path: str) -> None:
    with pytest.raises(Unreadable):
        set_value(WHOLE, path, "x")


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff"), max_size=30)


@given(WORDS, WORDS, st.sampled_from(["\n", "\r\n"]))
def test_any_text_survives(said: str, did: str, newline: str) -> None:
    text = add_item(
        WHOLE.replace("\n", newline), "events", {"at": "2026-11-03", "by": "other", "did": f"x{did}", "quote": said}
    )
    event = Case.loads(text).events[-1]
    assert (event.did, event.quote) == (f"x{did}", said)
    assert Case.loads(set_value(text, "events[2].did", f"y{said}")).events[-1].did == f"y{said}"


def test_saving_keeps_mode_link_and_the_version_before(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("a: 1\n")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    save(link, Document(link, "a: 2\n"))
    assert link.is_symlink() and real.read_text() == "a: 2\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert (tmp_path / "real.yaml.bak").read_text() == "a: 1\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.yaml", "real.yaml", "real.yaml.bak"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("a: 1\n")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((Unreadable, KeyboardInterrupt)):
        write_atomically(path, b"a: 2\n")
    assert path.read_text() == "a: 1\n"
    assert [each.name for each in tmp_path.iterdir()] == ["case.yaml"]


def test_a_new_file_has_no_backup(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new.yaml", b"a: 1\n")
    assert [each.name for each in tmp_path.iterdir()] == ["new.yaml"]
