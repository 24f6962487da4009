"""`check`, `plan`, `law`, `channels`, `schema`, `lint`, `reference-doc`."""

import json
from pathlib import Path

import pytest

from tests.conftest import DAY, EXAMPLES, Run


def test_check_of_a_ready_case(run: Run, case: Path) -> None:
    done = run("check", case, "--date", DAY, "--json")
    found = json.loads(done.out)
    assert done.code == 0 and set(found) == {"findings", "channels", "outlook"}
    assert {"level", "code", "channel", "path", "line", "message", "fix", "source"} <= set(found["findings"][0])
    assert found["channels"]["small-claims"] == {"ready": True, "blocked_by": []}
    assert found["channels"]["alipay"] == {"ready": False, "blocked_by": ["other-method"]}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/case.yaml")))
def test_examples_have_nothing_missing(run: Run, name: str) -> None:
    found = json.loads(run("check", EXAMPLES / name / "case.yaml", "--date", DAY, "--json").out)
    grave = {each["code"] for each in found["findings"] if each["level"] != "note"}
    expected = {"fraud": {"gate-fraud", "transfer-to-person", "defendant-unreachable"}}
    assert grave <= expected.get(name, set()) | {"jurisdiction-doubt"}


def test_check_names_the_line(run: Run, case: Path) -> None:
    text = case.read_text("utf-8").replace("evidence/E1.png", "evidence/E9.png")
    case.write_text(text, "utf-8")
    found = json.loads(run("check", case, "--date", DAY, "--json").out)
    (missing,) = [each for each in found["findings"] if each["code"] == "evidence-file-missing"]
    assert missing["line"] == text[: text.index("evidence/E9.png")].count("\n") + 1
    assert f"case.yaml:{missing['line']}" in run("check", case, "--date", DAY).out


def test_check_of_one_channel_exits_1_where_it_is_kept_back(run: Run, case: Path) -> None:
    assert run("check", case, "-c", "alipay", "--date", DAY).code == 1
    done = run("check", case, "-c", "customer-service", "--date", DAY, "--json")
    assert done.code == 0 and json.loads(done.out)["channels"] == {
        "customer-service": {"ready": True, "blocked_by": []}
    }


def test_check_of_a_gated_case_exits_1(run: Run) -> None:
    done = run("check", EXAMPLES / "fraud" / "case.yaml", "--date", DAY)
    assert done.code == 1 and "gate-fraud" in done.out


def test_check_in_english(run: Run, case: Path) -> None:
    done = run("--lang", "en", "check", case, "--date", DAY)
    assert "Channels" in done.out and "kept back by" in done.out


def test_plan(run: Run, case: Path) -> None:
    found = json.loads(run("plan", case, "--date", DAY, "--json").out)
    assert {"today", "waiting", "next", "not_now", "due"} <= set(found)
    assert {"what", "at", "rule", "provisional"} <= set(found["due"][0])
    assert {"channel", "why"} <= set(found["today"][0])
    assert {"what": "reply-deadline", "at": "2026-11-27"}.items() <= found["due"][1].items()
    text = run("plan", case, "--date", DAY).out
    assert "催告函" in text and "2026年11月27日" in text


def test_law_by_name_day_and_words(run: Run) -> None:
    assert "第二十六条" in run("law", "消保法26", "--on", DAY).out
    done = run("law", "minfadian:577", "--on", "2020-06-01")
    assert done.code == 0 and "尚未施行" in done.out
    assert "格式条款" in run("law", "格式条款").out
    assert json.loads(run("law", "民法典", "577", "--json").out)["articles"][0]["article"] == "minfadian:577"


@pytest.mark.parametrize("query", ["民法典9999", "民法典577第九款", "没有的法12", "   "])
def test_law_that_is_not_there_is_answered_plainly(run: Run, query: str) -> None:
    done = run("law", query)
    assert (done.code, done.out) == (2, "") and done.err and "程序内部出错" not in done.err


def test_law_lists_all(run: Run) -> None:
    laws = json.loads(run("law", "--json", "--on", DAY).out)["laws"]
    assert len(laws) >= 30 and {"id", "title", "short", "in_force", "message"} == set(laws[0])


def test_why(run: Run, case: Path) -> None:
    found = json.loads(run("law", "--why", case, "--on", DAY, "--json").out)
    assert {"chosen", "rejected", "amounts"} <= set(found)
    assert found["amounts"]["refund"]["amount"] == "198.00"
    assert {"article", "demand", "strength", "reason"} <= set(found["chosen"][0])
    assert {"article", "reason"} <= set(found["rejected"][0])
    text = run("law", "--why", case, "--on", DAY).out
    assert "电子商务法第二十条" in text and "198.00" in text and "第二十五条" in text


@pytest.mark.parametrize("name", sorted(path.parent.name for path in EXAMPLES.glob("*/case.yaml")))
def test_why_speaks_for_every_example(run: Run, name: str) -> None:
    assert run("law", "--why", EXAMPLES / name / "case.yaml", "--on", DAY).code == 0


def test_channels(run: Run) -> None:
    found = json.loads(run("channels", "--json").out)["channels"]
    assert {"12315", "small-claims", "customer-service"} <= {each["id"] for each in found}
    assert "12315" in run("channels").out
    for each in found:
        assert each["name"] in run("channels", each["id"]).out
    assert run("channels", "12351").code == 2


def test_schema_is_a_schema(run: Run) -> None:
    found = json.loads(run("schema").out)
    assert found["$schema"].endswith("2020-12/schema")
    assert "complainant" in found["properties"]


def test_lint_of_ours_is_clean(run: Run) -> None:
    done = run("lint")
    assert (done.code, done.err) == (0, "")


def test_lint_finds_what_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "grounds").mkdir()
    (tmp_path / "grounds" / "own.yaml").write_text(
        "id: own\ntitle: 自定\narguments:\n  - {id: a, cite: [minfadian:9999]}\n"
    )
    done = run("lint", tmp_path)
    assert done.code == 1 and "own.yaml" in done.out
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.md").write_text("---\nid: mine\nname: 自定\nnature: public\n---\n{% if %}\n", "utf-8")
    done = run("lint", tmp_path / "mine")
    assert done.code == 1 and "mine.md" in done.out
    assert run("lint", tmp_path / "none").code == 2


def test_reference_doc(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "ours.docx"
    assert run("reference-doc", target).code == 0
    first = target.read_bytes()
    assert first.startswith(b"PK") and run("reference-doc", target).code == 2
    assert run("reference-doc", target, "--force").code == 0 and target.read_bytes() == first
