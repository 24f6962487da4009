"""Composing letters: the user's own channels, the formula, length fitting, errors that name file and line."""

from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.channels.known_channels import Channels, channels
from letters.drafting.draft import TooLong, compose
from letters.drafting.template.environment import TemplateProblem, templates_in
from letters.errors import LettersError
from letters.law.matter import Matter, matter_of
from letters.letter import measure, texts

EXAMPLE = Path(__file__).parents[2] / "examples" / "points-not-delivered" / "case.yaml"
ON = date(2026, 11, 22)
HEAD = (
    "---\nid: {id}\nname: 自拟渠道\nnature: negotiation\nvoice: platform\ntier: message\nallow: [refund]\n{more}---\n"
)
BODY = """{{% extends "base.md" %}}
{{% block facts %}}
{{{{ bought() }}}}{facts}
{{% endblock %}}
{{% block legal_basis %}}
{{{{ claim_line() }}}}
{{% endblock %}}
{{% block demand %}}
请于{{{{ deadline() }}}}{{% for a in asks() %}}{{{{ phrase(a) }}}}{{% endfor %}}。
{{% endblock %}}
"""


@pytest.fixture(scope="module")
def matter() -> Matter:
    path = next(iter(sorted(EXAMPLE.parent.glob("*.yaml"))), EXAMPLE)
    return matter_of(Case.load(path), ON, base=path.parent)


def own(tmp_path: Path, body: str, more: str = "", name: str = "my-desk") -> Path:
    (tmp_path / f"{name}.md").write_text(HEAD.format(id=name, more=more) + body, encoding="utf-8")
    return tmp_path


def test_a_new_file_is_a_new_channel(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, BODY.format(facts=""))
    assert "my-desk" in Channels([folder]).ids()
    letter = compose(matter, "my-desk", templates=[folder])
    text = "\n".join(texts(letter.body))
    assert letter.deadline is not None and letter.citations and letter.demands
    assert matter.case.orders[0].number in text


def test_optional_parts_fall_until_it_fits_and_are_reported(tmp_path: Path, matter: Matter) -> None:
    filler = "补充说明。" * 30
    facts = (
        f'{{% optional 5 "重要" %}}重要的话。{{% endoptional %}}{{% optional 2 "次要" %}}{filler}{{% endoptional %}}'
    )
    folder = own(tmp_path, BODY.format(facts=facts), "lengths: [260]\n")
    letter = compose(matter, "my-desk", templates=[folder])
    text = "".join(texts(letter.body))
    assert filler not in text and "重要的话" in text
    assert "次要" in [d.name for d in letter.dropped] and "重要" not in [d.name for d in letter.dropped]
    assert measure(letter.body) <= 260


def test_a_hard_limit_that_cannot_be_met_names_the_longest_fields(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, BODY.format(facts="很长的正文。" * 40), "lengths: [100]\nhard: 100\n")
    with pytest.raises(TooLong) as caught:
        compose(matter, "my-desk", templates=[folder])
    assert "超出" in caught.value.message


@pytest.mark.parametrize(
    ("body", "said", "line"),
    [
        (BODY.format(facts="{{ nothing_like_this }}"), "nothing_like_this", "11"),
        (BODY.format(facts="{% if %}"), "语法", "11"),
        (BODY.format(facts="{{ law('minfadian:9999') }}"), "九千九百九十九", "11"),
        (BODY.format(facts="{{ law('tousu_jubao_zanxing_banfa_feizhi:14') }}"), "废止", "11"),
        (BODY.format(facts="{{ case.me.__class__ }}"), "", "11"),
    ],
)
def test_errors_of_a_users_template_name_file_line_and_cure(
    tmp_path: Path, matter: Matter, body: str, said: str, line: str
) -> None:
    folder = own(tmp_path, body)
    with pytest.raises(LettersError) as caught:
        compose(matter, "my-desk", templates=[folder])
    assert said in str(caught.value)
    assert f"my-desk.md:{line}" in caught.value.where


def test_a_missing_part_of_the_formula_is_an_error(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, "只有一句话。\n")
    with pytest.raises(TemplateProblem) as caught:
        compose(matter, "my-desk", templates=[folder])
    assert "事实" in caught.value.message and "诉求" in caught.value.message


def test_a_part_left_out_with_a_reason_is_no_error(tmp_path: Path, matter: Matter) -> None:
    why = "leaves_out: {facts: 口头已说, legal_basis: 不需要, demand: 不需要, deadline: 不需要}\n"
    assert compose(matter, "my-desk", templates=[own(tmp_path, "只有一句话。\n", why)]).body


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("没有说明", "---"),
        ("---\nid: my-desk\n", "结束"),
        ("---\nid: other\nname: 名\nnature: payment\n---\n", "文件名"),
        ("---\nid: my-desk\nname: 名\nnature: payment\nlenght: [3]\n---\n", "lengths"),
        ("---\nid: my-desk\nname: [\nnature: payment\n---\n", "YAML"),
    ],
)
def test_a_bad_profile_is_explained(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "my-desk.md").write_text(text, encoding="utf-8")
    with pytest.raises(LettersError) as caught:
        Channels([tmp_path])["my-desk"]
    assert said in str(caught.value)


def test_an_unknown_channel_names_the_nearest() -> None:
    with pytest.raises(LettersError) as caught:
        Channels()["small-claim"]
    assert "small-claims" in caught.value.fix


def test_templates_see_no_raw_case(matter: Matter) -> None:
    view = matter.view(0)
    assert view.me.name == "" and view.me.id_number == "" and view.order is not None
    with pytest.raises(AttributeError):
        _ = view.case
    with pytest.raises(AttributeError):
        _ = view.opponent


def test_same_case_same_letter(matter: Matter) -> None:
    assert compose(matter, "small-claims") == compose(matter_of(matter.case, ON, base=matter.base), "small-claims")


def test_templates_are_kept_for_the_process() -> None:
    folders = channels().folders
    assert templates_in(folders) is templates_in(folders)
