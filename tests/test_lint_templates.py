"""`letters lint` of templates: what is wrong in front matter, names, articles and conditions, and what rendering shows."""

from datetime import date
from pathlib import Path

import pytest

from letters.lint.example_cases import example_cases, of_another
from letters.lint.templates import lint_templates
from tests.conftest import ROOT

ON = date(2026, 11, 22)
HEIMAO = (ROOT / "templates" / "zh_CN" / "heimao.md").read_text("utf-8")
DESK = (ROOT / "templates" / "zh_CN" / "customer-service.md").read_text("utf-8")


def lint(tmp_path: Path, text: str, name: str = "desk.md", only: bool = True) -> list[tuple[str, str, str]]:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = lint_templates(tmp_path, ON, path if only else None)
    return [(each.code, each.path.removeprefix(f"{tmp_path}/"), f"{each.message} {each.fix}") for each in found]


def desk(old: str = "", new: str = "") -> str:
    text = DESK.replace("id: customer-service", "id: desk")
    assert old in text
    return text.replace(old, new, 1) if old else text


def public(said: str) -> str:
    assert "{% block demand %}\n" in HEIMAO
    return HEIMAO.replace("{% block demand %}\n", f"{{% block demand %}}\n{said}\n", 1)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_our_templates_are_clean() -> None:
    assert list(lint_templates(ROOT / "templates", ON)) == []


def test_a_copy_of_ours_is_clean(tmp_path: Path) -> None:
    assert lint(tmp_path, desk()) == []


BODY = "{% block demand %}\n"


@pytest.mark.parametrize(
    ("said", "code", "says"),
    [
        ("{{ no_such_name }}", "template", "no_such_name"),
        ("{{ nown }}", "template", "noun"),
        ("{{ case.ordr.item }}", "template", "order"),
        ("{% if case.refusd %}{% endif %}", "template", "refused"),
        ("{% if case.has('not-deliverd') %}{% endif %}", "template", "not-delivered"),
        ("{{ w.titel }}", "template", "title"),
        ("{{ channel.path }}", "template", "path"),
        ("{{ case.__class__ }}", "template", "__class__"),
        ("{% if false %}{{ law('minfadian:9999') }}{% endif %}", "article", "9999"),
        ("{% if false %}{{ law('tousu_jubao_zanxing_banfa_feizhi:14') }}{% endif %}", "article", "废止"),
        ("{{ deadline }}", "output", "partial"),
        ("{{ asks }}", "output", "partial"),
        ("{{ asks() }}", "output", "tuple"),
        ("{{ case }}", "output", "CaseView"),
        ("{{ case.orders }}", "output", "tuple"),
        ("{{ case.consumer }}", "output", "bool"),
        ("{{ case.order }}", "output", "OrderView"),
        ("{{ 1 / 0 }}", "template", "出错"),
        ("{{ case.on + '年' }}", "template", "出错"),
        ("{% if %}", "syntax", ""),
        ("> 引文", "syntax", "不支持"),
    ],
)
def test_what_a_body_says_wrong_is_named_with_its_line(tmp_path: Path, said: str, code: str, says: str) -> None:
    text = desk(BODY, f"{BODY}{said}\n")
    found = lint(tmp_path, text)
    where = f"desk.md:{line_of(text, said)}"
    assert [each for each in found if each[0] == code and each[1] == where and says in each[2]], found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("voice: platform", "voice: platfrom", "platform"),
        ("tier: message", "tier: mesage", "message"),
        ("level: 1", "level: 0", "level"),
        ("body: other-side", "body: public", "level"),
        ("moves: {terminate: demand-letter", "moves: {terminate: demand-leter", "demand-letter"),
        ("moves: {terminate", "moves: {terminat", "terminate"),
        ("after: [seller-message]", "after: [seller-mesage]", "seller-message"),
        ("today: case.self_operated", "today: case.self_operate", "self_operate"),
        ("name: 平台客服工单", "name: 平台客服工单\nwhen: dispute.old", "dispute"),
        ("name: 平台客服工单", "name: 平台客服工单\nneeds: [complainant.telephone]", "telephone"),
        ("name: 平台客服工单", "name: 平台客服工单\nmethod: weixin", "weixin"),
        ("{workdays: 3, from", "{period: no_such, from", "no_such"),
        ("kind: customary}", 'kind: law, article: "minfadian:9999"}', "9999"),
        ("name: 平台客服工单", "name: 平台客服工单\nfields:\n  - [甲, '{{ no_such }}']", "no_such"),
        ("name: 平台客服工单", "name: 平台客服工单\nfields:\n  - [甲, '{{ asks() }}']", "tuple"),
        ("name: 平台客服工单", "name: 平台客服工单\nfields:\n  - [甲, '{{ noun']", "fields[0]"),
        ('titles: ["', 'titles: ["{{ w.titel }}", "{w.title}{title-names-reques}", "', "title"),
        ("{what: 受理并及时处理投诉, value", "{what: 受理并及时处理投诉, valu", "value"),
    ],
)  # fmt: skip
def test_what_front_matter_says_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = desk(old, new)
    found = lint(tmp_path, text)
    assert found and says in " ".join(each[2] for each in found), found
    assert all(each[1].startswith("desk.md:") for each in found)


@pytest.mark.parametrize("said", ["{{ case.me.id_number }}", "{{ law('minfadian:577') }}"])
def test_what_a_public_channel_may_say(tmp_path: Path, said: str) -> None:
    assert lint(tmp_path, public(said), "heimao.md") == []


def test_who_the_person_is_does_not_show_in_public(tmp_path: Path) -> None:
    told = "本人生于{{ case.birth }}，今年{{ (case.on - case.birth).days // 365 }}岁。"
    text = public(told)
    found = lint(tmp_path, text, "heimao.md")
    assert found and all(where == f"heimao.md:{line_of(text, told)}" for _, where, _ in found)
    renamed = lint(tmp_path / "other", text, "leak.md")
    assert [code for code, _, _ in renamed][0] == "profile" and len(renamed) > 1


def test_parts_are_read_too(tmp_path: Path) -> None:
    text = "{% macro greeting() %}\n{{ noone }}您好\n{% endmacro %}\n"
    assert [each[:2] for each in lint(tmp_path, text, "parts/greeting.md", only=False)] == [
        ("template", "parts/greeting.md:2")
    ]


def test_another_person_has_the_same_dispute() -> None:
    for case, _ in example_cases().values():
        other = of_another(case)
        assert other.complainant.name != case.complainant.name
        assert other.complainant.id_number != case.complainant.id_number
        assert [event.at for event in other.events] == [event.at for event in case.events]
        assert other.demands == case.demands
