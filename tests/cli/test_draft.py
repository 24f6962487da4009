"""`letters draft`: where letters go, what is never overwritten, what programs read."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from letters.api import channels_of
from tests.conftest import DAY, EXAMPLES, Run, files_under

FRAUD = EXAMPLES / "fraud" / "case.yaml"


def data(run: Run, *arguments: object) -> dict[str, Any]:
    done = run(*arguments)
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def test_one_text_letter_goes_to_standard_output(run: Run, case: Path) -> None:
    done = run("draft", case, "-c", "customer-service", "--date", DAY)
    assert done.code == 0
    assert "FY2026103120045501" in done.out and "198元" in done.out and "2026年11月27日24时前" in done.out
    assert files_under(case.parent) == {"case.yaml", *(f"evidence/E{n}.png" for n in range(1, 6))}


def test_anything_else_goes_beside_the_case(run: Run, case: Path) -> None:
    assert run("draft", case, "-c", "small-claims", "-c", "customer-service", "--date", DAY).code == 0
    names = files_under(case.parent / "case-letters")
    assert {"small-claims.docx", "customer-service.txt"} <= names
    assert (case.parent / "case-letters" / "small-claims.docx").read_bytes().startswith(b"PK")


def test_several_formats_at_once(run: Run, case: Path) -> None:
    assert run("draft", case, "-c", "customer-service", "-t", "txt", "-t", "html", "--date", DAY).code == 0
    assert {"customer-service.txt", "customer-service.html"} <= files_under(case.parent / "case-letters")


def test_variants_and_form_fields_are_files_of_their_own(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("draft", case, "-c", "12315", "-o", f"{tmp_path}/out/", "--date", DAY).code == 0
    texts = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert len(texts["12315-300.txt"].strip()) <= 300 and len(texts["12315-500.txt"].strip()) <= 500
    assert len(texts["12315.txt"]) > len(texts["12315-500.txt"])
    assert "飞羽" in texts["12315-fields.txt"]


def test_file_name_gives_the_format(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.docx"
    assert run("draft", case, "-c", "customer-service", "-o", target, "--date", DAY).code == 0
    assert target.read_bytes().startswith(b"PK")
    done = run("draft", case, "-c", "customer-service", "-o", tmp_path / "letter.txt", "-t", "docx", "--date", DAY)
    assert done.code == 2 and ".txt" in done.err
    done = run("draft", case, "-c", "customer-service", "-c", "12315", "-o", tmp_path / "both.txt", "--date", DAY)
    assert done.code == 2 and files_under(tmp_path) & {"both.txt", "letter.txt"} == set()


def test_nothing_is_overwritten_without_force(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("mine")
    done = run("draft", case, "-c", "customer-service", "-o", target, "--date", DAY)
    assert done.code == 2 and "letter.txt" in done.err and target.read_text() == "mine"
    assert run("draft", case, "-c", "customer-service", "-o", target, "--date", DAY, "--force").code == 0
    assert "飞羽" in target.read_text("utf-8")


def test_one_file_in_the_way_keeps_all_back(run: Run, case: Path) -> None:
    folder = case.parent / "case-letters"
    folder.mkdir()
    (folder / "small-claims.docx").write_text("mine")
    done = run("draft", case, "-c", "customer-service", "-c", "small-claims", "--date", DAY)
    assert done.code == 2 and files_under(folder) == {"small-claims.docx"}


@pytest.mark.parametrize("failing", ["write", "replace", "second replace"])
def test_a_full_disk_leaves_nothing_half_written(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    calls = 0

    def full(*arguments: object) -> None:
        nonlocal calls
        calls += 1
        if failing != "replace" and calls == 1:
            original(*arguments)
        else:
            raise OSError(28, "No space left on device")

    import letters.cli.saving as files

    original: Any = files._write if failing == "write" else os.replace
    monkeypatch.setattr(*(files, "_write", full) if failing == "write" else (os, "replace", full))
    before = files_under(case.parent)
    done = run("draft", case, "-c", "customer-service", "-c", "small-claims", "--date", DAY)
    assert done.code == 2 and "磁盘已满" in done.err
    assert files_under(case.parent) == before and not (case.parent / "case-letters").exists()


def test_unwritable_target(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("draft", case, "-c", "customer-service", "-o", tmp_path / "file" / "letter.txt", "--date", DAY)
    assert done.code == 2 and "Traceback" not in done.err


def test_json_has_the_keys_that_programs_read(run: Run, case: Path) -> None:
    found = data(run, "draft", case, "-c", "12315", "-t", "json", "--date", DAY)
    assert set(found) == {"letters", "refused"} and found["refused"] == []
    (letter,) = found["letters"]
    assert {
        "channel",
        "date",
        "title",
        "text",
        "variants",
        "citations",
        "demands",
        "deadline",
        "exhibits",
        "dropped",
    } <= set(letter)
    assert letter["channel"] == "12315" and letter["date"] == DAY
    assert set(letter["variants"]) == {"300", "500", "1000"}
    refund = next(each for each in letter["demands"] if each["kind"] == "refund")
    assert refund["amount"] == "198.00" and refund["respondent"] == "feiyu"
    assert all({"article", "demand", "strength", "reason"} == set(each) for each in letter["citations"])
    assert letter["exhibits"][0].startswith("E")


def test_json_deadline_is_iso(run: Run, case: Path) -> None:
    (letter,) = data(run, "draft", case, "-c", "customer-service", "-t", "json", "--date", DAY)["letters"]
    assert letter["deadline"].startswith("2026-11-27")


def test_json_and_file(run: Run, case: Path, tmp_path: Path) -> None:
    target = tmp_path / "letters.json"
    done = run("draft", case, "-c", "customer-service", "-t", "json", "-o", target, "--date", DAY)
    assert (done.code, done.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["letters"][0]["channel"] == "customer-service"


def test_refused_channel_exits_1_with_reason_on_standard_error(run: Run, case: Path) -> None:
    done = run("draft", case, "-c", "alipay", "--date", DAY)
    assert (done.code, done.out) == (1, "") and "alipay" in done.err and "other-method" in done.err
    done = run("draft", case, "-c", "alipay", "-t", "json", "--date", DAY)
    (refused,) = json.loads(done.out)["refused"]
    assert done.code == 1 and refused["channel"] == "alipay" and refused["codes"] == ["other-method"]
    assert refused["message"]


def test_unknown_channel_names_the_near_ones(run: Run, case: Path) -> None:
    done = run("draft", case, "-c", "small-claim", "--date", DAY)
    assert done.code == 2 and "small-claims" in done.err


def test_unknown_respondent_is_told(run: Run, case: Path) -> None:
    done = run("draft", case, "-c", "customer-service", "--to", "nobody", "--date", DAY)
    assert (done.code, done.out) == (2, "") and "feiyu" in done.err
    assert run("draft", case, "-c", "customer-service", "--to", "feiyu", "--date", DAY).code == 0


def test_all_writes_what_can_be_written_and_says_why_not(run: Run, case: Path, tmp_path: Path) -> None:
    done = run("draft", case, "--all", "-o", f"{tmp_path}/out/", "--date", DAY)
    assert done.code == 0
    assert {"customer-service.txt", "12315.txt", "small-claims.docx", "demand-letter.docx"} <= files_under(
        tmp_path / "out"
    )
    assert "alipay" in done.err and "other-method" in done.err
    assert "[template]" not in done.err and "程序内部出错" not in done.err


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/case.yaml")))
def test_every_example_is_drafted_whole(run: Run, name: str) -> None:
    done = run("draft", EXAMPLES / name / "case.yaml", "--all", "-t", "json", "--date", DAY)
    found = json.loads(done.out)
    assert done.code == 0 and len(found["letters"]) >= (2 if name == "fraud" else 15)
    assert [each for each in found["refused"] if "template" in each["codes"]] == []


def test_next_drafts_the_steps_of_today(run: Run, case: Path) -> None:
    plan = data(run, "plan", case, "--json", "--date", DAY)
    found = data(run, "draft", case, "--next", "-t", "json", "--date", DAY)
    assert {each["channel"] for each in found["letters"]} == {each["channel"] for each in plan["today"]}


def test_a_fraud_gate_is_passed_only_channel_by_channel(run: Run, tmp_path: Path) -> None:
    done = run("draft", FRAUD, "-c", "customer-service", "--date", DAY)
    assert (done.code, done.out) == (1, "") and "gate-fraud" in done.err
    done = run("draft", FRAUD, "--all", "--force", "-o", f"{tmp_path}/out/", "--date", DAY)
    assert done.code == 0
    frozen = {each.id for each in channels_of() if each.frozen}
    assert frozen and files_under(tmp_path / "out")
    assert not [name for name in files_under(tmp_path / "out") if name.rpartition(".")[0] in frozen]
    assert run("draft", FRAUD, "-c", "customer-service", "--force", "--date", DAY).out


def test_same_case_same_date_same_bytes(run: Run, case: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("draft", case, "-c", "small-claims", "-o", tmp_path / f"{name}.docx", "--date", DAY).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_letterhead_of_ones_own(run: Run, case: Path, tmp_path: Path) -> None:
    head = tmp_path / "head.docx"
    assert run("reference-doc", head).code == 0
    done = run(
        "draft", case, "-c", "small-claims", "--reference-doc", head, "-o", tmp_path / "letter.docx", "--date", DAY
    )
    assert done.code == 0 and (tmp_path / "letter.docx").exists()
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    done = run("draft", case, "-c", "small-claims", "--reference-doc", bad, "-o", tmp_path / "l.docx", "--date", DAY)
    assert done.code == 2 and "bad.docx" in done.err and not (tmp_path / "l.docx").exists()


def test_a_template_of_ones_own_is_a_channel(run: Run, case: Path, tmp_path: Path) -> None:
    from letters.data.folders import templates_dir

    own = tmp_path / "own"
    own.mkdir()
    ours = (templates_dir() / "zh_CN" / "customer-service.md").read_text("utf-8")
    (own / "school-office.md").write_text(ours.replace("id: customer-service", "id: school-office"), "utf-8")
    done = run("draft", case, "-c", "school-office", "--templates", own, "--date", DAY)
    assert done.code == 0 and "飞羽" in done.out
    assert "school-office" in run("channels", "--templates", own).out
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "school-office.md").write_text(
        ours.replace("id: customer-service", "id: school-office") + "{{ nothing", "utf-8"
    )
    done = run("draft", case, "-c", "school-office", "--templates", broken, "--date", DAY)
    assert done.code == 2 and "school-office.md:" in done.err


def test_the_library_says_what_the_command_says(run: Run, case: Path) -> None:
    from letters import Case, draft

    drafted = draft(Case.load(case), "customer-service", on=date(2026, 11, 22), base=case.parent)
    assert drafted.text == run("draft", case, "-c", "customer-service", "--date", DAY).out.removesuffix("\n")
    assert drafted.docx().startswith(b"PK")
    assert drafted.citations is drafted.letter.citations
    assert [each.amount for each in drafted.demands if each.kind == "refund"] == [Decimal("198.00")]
    assert replace(drafted.letter) == drafted.letter
