"""What a case gives nothing for is said of the case, with a code; it is never called a fault of the template."""

import json
from pathlib import Path

import yaml

from tests.conftest import DAY, Run

CASE = {
    "schema": 1,
    "complainant": {"name": "陆清和", "account": {"name": "qinghe_lu"}},
    "purpose": "own-use",
    "respondents": [
        {"id": "store", "role": "platform", "self_operated": True, "name": "某某充值服务部", "private_person": True}
    ],
    "orders": [
        {"id": "o1", "number": "XZ20261101-77", "seller": "store", "platform": "store", "item": "会员余额充值500元",
         "kind": "balance", "amount": "500.00", "ordered_at": "2026-11-01T09:30:00", "delivery": "partial", "received_value": "120.00"}
    ],
    "payments": [{"id": "p1", "order": "o1", "method": "wechat", "amount": "500.00", "paid_at": "2026-11-01T09:31:00"}],
    "dispute": {"grounds": ["prepaid-balance"], "found_at": "2026-11-10T10:00:00"},
    "events": [{"at": "2026-11-10T10:00:00", "by": "complainant", "kind": "request", "did": "申请退还余额"}],
    "filings": [
        {"channel": "customer-service", "at": "2026-11-11T09:00:00", "status": "refused", "answered_at": "2026-11-12T09:00:00", "outcome": "余额不退"}
    ],
    "demands": [{"kind": "refund"}],
}  # fmt: skip


def written(folder: Path, **more: object) -> Path:
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump({**CASE, **more}, allow_unicode=True), "utf-8")
    return path


def test_a_letter_for_which_the_law_gives_nothing_is_refused_with_a_code(run: Run, tmp_path: Path) -> None:
    case = written(tmp_path)
    done = run("draft", case, "-c", "platform-appeal", "-t", "json", "--date", DAY)
    assert done.code == 1
    (refused,) = json.loads(done.out)["refused"]
    assert refused["codes"] == ["part-missing"] and "法律依据" in refused["message"]
    assert "leaves_out" not in done.err and ".md" not in done.err
    every = json.loads(run("draft", case, "--all", "-t", "json", "--date", DAY).out)
    assert "seller-message" in {letter["channel"] for letter in every["letters"]}
    assert not [each for each in every["refused"] if "template" in each["codes"]]
    checked = json.loads(run("check", case, "-c", "platform-appeal", "--json", "--date", DAY).out)
    assert checked["channels"]["platform-appeal"]["blocked_by"] == ["part-missing"]


def test_a_member_that_is_not_there_is_a_matter_of_the_case(run: Run, tmp_path: Path) -> None:
    case = written(tmp_path, joint=["nobody.yaml"])
    done = run("draft", case, "--all", "-t", "json", "--date", DAY)
    codes = {each["channel"]: each["codes"] for each in json.loads(done.out)["refused"]}
    assert "field-missing" in codes["representative-election"]
    assert not [code for found in codes.values() for code in found if code == "template"]
    assert "representative-election.md" not in done.err
