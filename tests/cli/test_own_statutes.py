"""A user's own ground, excuse and law under --statutes are as good as ours, in every command."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import DAY, EXAMPLES, ROOT, Run

LAW = """id: chenshi_xiaofei_tiaoli
title: 某市消费者权益保护条例
short: 某市消费者权益保护条例
issuer: 某市人民代表大会常务委员会
kind: regulation
nature: substance
last_article: 9
versions:
  - {label: 2020年1月1日通过, promulgated: 2020-01-01, effective: 2020-03-01, text: true}
repealed: null
citable: true
source: {official: 某市人大常委会公报, checked: 2026-11-22, verified: true, note: 虚构}
articles:
  "9": {heading: 未交付的退款, plain: 没有交付的七日内退款, text: 经营者收取价款后没有交付的，应当自消费者提出之日起七日内退还。}
"""


@pytest.fixture
def mine(tmp_path: Path) -> tuple[Path, Path]:
    """A statutes folder with a ground, an excuse and a law of one's own, and the first example on that ground."""
    statutes = tmp_path / "mine"
    (statutes / "grounds").mkdir(parents=True)
    (statutes / "laws").mkdir()
    (statutes / "laws" / "chenshi_xiaofei_tiaoli.yaml").write_text(LAW, "utf-8")
    ground = yaml.safe_load((ROOT / "statutes" / "grounds" / "not-delivered.yaml").read_text("utf-8"))
    ground |= {"id": "rental-lock", "title": "付款后租号上锁", "label": "租来的账号被锁", "code": "D30"}
    for argument in ground["arguments"]:
        argument["id"] = argument["id"].replace("not-delivered", "rental-lock")
        if "when" in argument:
            argument["when"] = argument["when"].replace("not-delivered", "rental-lock")
    ground["arguments"].append(
        {
            "id": "rental-lock-local", "demand": "refund", "strength": "strong", "group": "claim", "order": 41,
            "tiers": ["letter", "paper", "court"], "cite": ["chenshi_xiaofei_tiaoli:9"],
            "text": "依照{{ law('chenshi_xiaofei_tiaoli:9') }}，应当在七日内退还。", "reason": "本地条例另有规定",
        }
    )  # fmt: skip
    (statutes / "grounds" / "rental-lock.yaml").write_text(yaml.safe_dump(ground, allow_unicode=True), "utf-8")
    (statutes / "grounds" / "_defences.yaml").write_text(
        "defences:\n  - id: owner-took-it\n    says: 号主拿回去了。\n    label: 号主拿回去了\n"
        '    answer: "号主是否收回账号，不影响{{ they }}退款。"\n    short: 号主收回账号不影响退款\n    spoken: 号主的事请您和号主解决。\n',
        "utf-8",
    )
    shutil.copytree(EXAMPLES / "points-not-delivered", tmp_path / "case")
    case = tmp_path / "case" / "case.yaml"
    text = case.read_text("utf-8").replace("grounds: [not-delivered", "grounds: [rental-lock")
    case.write_text(text.replace("defences: [", "defences: [owner-took-it, "), "utf-8")
    assert "rental-lock" in text and "owner-took-it" in case.read_text("utf-8")
    return case, statutes


def test_every_letter_of_ours_is_written_for_a_ground_of_ones_own(run: Run, mine: tuple[Path, Path]) -> None:
    case, statutes = mine
    original = EXAMPLES / "points-not-delivered" / "case.yaml"
    shutil.copytree(original.parent, case.parent.parent / "ours")
    ours = run("draft", case.parent.parent / "ours" / "case.yaml", "--all", "-t", "json", "--date", DAY)
    own = run("draft", case, "--all", "-t", "json", "--date", DAY, "--statutes", statutes)
    assert (ours.code, own.code) == (0, 0), own.err
    letters = [{letter["channel"]: letter for letter in json.loads(each.out)["letters"]} for each in (ours, own)]
    assert letters[0].keys() == letters[1].keys()
    cited = {citation["article"] for citation in letters[1]["demand-letter"]["citations"]}
    assert "chenshi_xiaofei_tiaoli:9" in cited
    assert "《某市消费者权益保护条例》第九条" in letters[1]["demand-letter"]["text"]
    assert any("号主是否收回账号，不影响" in letter["text"] for letter in letters[1].values())
    refused = [json.loads(each.out)["refused"] for each in (ours, own)]
    assert [(r["channel"], r["codes"]) for r in refused[0]] == [(r["channel"], r["codes"]) for r in refused[1]]


def test_every_command_knows_a_ground_of_ones_own(run: Run, mine: tuple[Path, Path]) -> None:
    case, statutes = mine
    with_own = ("--date", DAY, "--statutes", statutes)
    checked = run("check", case, "--json", *with_own)
    assert checked.code in (0, 1) and json.loads(checked.out)["channels"]["12315"]["ready"], checked.err
    planned = run("plan", case, "--json", *with_own)
    assert planned.code == 0 and "termination-right" in {due["what"] for due in json.loads(planned.out)["due"]}
    why = json.loads(run("law", "--why", case, "--json", *with_own).out)
    assert "chenshi_xiaofei_tiaoli:9" in {each["article"] for each in why["chosen"]}
    assert "七日内退还" in run("law", "某市消费者权益保护条例9", "--statutes", statutes).out
    schema = json.loads(run("schema", "--statutes", statutes).out)["$defs"]["Dispute"]["properties"]
    assert "rental-lock" in schema["grounds"]["items"]["enum"] and "租来的账号被锁" in schema["grounds"]["description"]
    assert "owner-took-it" in schema["defences"]["items"]["enum"]
    written = run("record", case, "-c", "12315", "--number", "N1", *with_own)
    assert written.code == 0, written.err
    clean = run("lint", statutes)
    assert clean.code == 0, clean.out
    assert run("lint", "--statutes", statutes).out == clean.out


def test_without_the_folder_the_word_is_unknown_and_the_nearest_is_named(run: Run, mine: tuple[Path, Path]) -> None:
    case, statutes = mine
    done = run("check", case, "--date", DAY)
    assert done.code == 2 and "rental-lock" in done.err and "dispute.grounds[0]" in done.err
    case.write_text(case.read_text("utf-8").replace("rental-lock", "rental-lok"), "utf-8")
    done = run("check", case, "--date", DAY, "--statutes", statutes)
    assert done.code == 2 and "rental-lock" in done.err and "case.yaml:" in done.err


def test_a_plain_name_leads_to_the_word(run: Run, mine: tuple[Path, Path]) -> None:
    case, statutes = mine
    case.write_text(case.read_text("utf-8").replace("rental-lock", "租来的账号锁了"), "utf-8")
    done = run("check", case, "--date", DAY, "--statutes", statutes)
    assert done.code == 2 and "rental-lock" in done.err.splitlines()[0]
