"""Sentences as data: alternatives in order, what falls, what is given, a user's own, and mistakes with their place."""

from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.data.mistakes import BadFile
from letters.drafting.draft import compose
from letters.drafting.template.environment import TemplateProblem, templates_in
from letters.drafting.template.notation import to_jinja
from letters.drafting.template.sentence_book import BadSentence, sentence_book
from letters.law.matter import Matter, matter_of
from letters.letter import texts
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "points-not-delivered" / "case.yaml"
CHANNEL = """---
id: my-desk
name: 自拟渠道
body: other-side
nature: negotiation
voice: platform
tier: message
may_ask: [refund]
leaves_out: {{legal_basis: 便条不引法条}}
{more}---
{{% extends "base.md" %}}
{{% block facts %}}
{bought()}{facts}
{{% endblock %}}
{{% block demand %}}
请于{{deadline()}}退款。
{{% endblock %}}
""".replace("{bought()}", "{{bought()}}")


def own(folder: Path, sentences: str, facts: str, more: str = "") -> Path:
    (folder / "sentences").mkdir()
    (folder / "sentences" / "mine.yaml").write_text(sentences, "utf-8")
    (folder / "my-desk.md").write_text(CHANNEL.format(facts=facts, more=more), "utf-8")
    return folder


@pytest.fixture(scope="module")
def matter() -> Matter:
    return matter_of(Case.load(EXAMPLE), date(2026, 11, 22), base=EXAMPLE.parent)


def said(folder: Path, matter: Matter) -> str:
    return "".join(texts(compose(matter, "my-desk", templates=[folder]).body))


def test_the_first_that_holds_is_said(tmp_path: Path, matter: Matter) -> None:
    sentences = "which-one:\n  - {when: case.minor, text: 甲。}\n  - {when: case.orders, text: 乙。}\n  - 丙。\n"
    text = said(own(tmp_path, sentences, "{which-one}"), matter)
    assert "乙。" in text and "甲。" not in text and "丙。" not in text


def test_a_sentence_says_another_with_what_it_is_given(tmp_path: Path, matter: Matter) -> None:
    sentences = "the-outer:\n  given: {word: 无}\n  text: '[（{the-inner(tail=\"！\")}）]'\n"
    sentences += "the-inner:\n  given: {tail: ？}\n  text: '{word}{tail}'\n"
    assert "（有！）" in said(own(tmp_path, sentences, "{the-outer(word='有')}"), matter)


def test_each_is_joined_and_none_is_said(tmp_path: Path, matter: Matter) -> None:
    sentences = "in-a-row: {each: 'n in [1, 2, 3]', joint: 、, end: 。, text: '{n}'}\n"
    sentences += "none-there: {each: 'n in []', text: '{n}', none: 没有。}\n"
    assert "1、2、3。没有。" in said(own(tmp_path, sentences, "{in-a-row}{none-there}"), matter)


def test_a_register_has_its_own_text(tmp_path: Path, matter: Matter) -> None:
    sentences = "by-register: {text: 平常。, message: 短信。, court: 法庭。}\n"
    assert "短信。" in said(own(tmp_path, sentences, "{by-register}"), matter)


def test_what_may_fall_falls_and_is_reported(tmp_path: Path, matter: Matter) -> None:
    sentences = f"may-fall: {{drop: 2, name: 次要, text: {'补充说明。' * 40}}}\n"
    sentences += "never-due: {when: case.minor, drop: 3, name: 不说, text: 不说。}\n"
    folder = own(tmp_path, sentences, "{may-fall}{never-due}", "lengths: [160]\n")
    letter = compose(matter, "my-desk", templates=[folder])
    assert "补充说明" not in "".join(texts(letter.body))
    assert [dropped.name for dropped in letter.dropped if dropped.name in ("次要", "不说")] == ["次要"]


def test_a_users_sentence_stands_before_ours(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, "state-now: 自己的话。\n", "{state-now}")
    assert "自己的话。" in said(folder, matter)
    letter = compose(matter, "demand-letter", templates=[folder])
    assert "自己的话。" in "".join(texts(letter.body))


def test_an_unknown_sentence_is_named_with_the_nearest_and_its_place(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, "my-words: 好。\n", "{my-wrods}")
    with pytest.raises(TemplateProblem) as caught:
        said(folder, matter)
    assert "my-wrods" in caught.value.message and "my-words" in caught.value.fix
    assert caught.value.where.endswith("my-desk.md:13")


def test_a_name_that_does_not_exist_is_named_with_the_sentence(tmp_path: Path, matter: Matter) -> None:
    folder = own(tmp_path, "first-one: 好。\nmy-words: '{nothing_there}'\n", "{my-words}")
    with pytest.raises(TemplateProblem, match=r"my-words（.*mine\.yaml:2）.*nothing_there"):
        said(folder, matter)


@pytest.mark.parametrize(
    ("sentences", "wrong"),
    [
        ("single: 好。\n", "代号"),
        ("my-words: {text: 好。, wen: 好。}\n", "wen"),
        ("my-words: {text: 好。, drop: 3}\n", "名字"),
    ],
)
def test_a_file_written_wrongly_says_where(tmp_path: Path, sentences: str, wrong: str) -> None:
    with pytest.raises(BadFile, match=r"mine\.yaml") as caught:
        sentence_book([own(tmp_path, sentences, "")])
    assert wrong in str(caught.value)


def test_sentences_that_name_each_other_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSentence, match="one-way → other-way → one-way"):
        sentence_book([own(tmp_path, "one-way: '{other-way}'\nother-way: '{one-way}'\n", "")])


def test_every_sentence_of_ours_compiles() -> None:
    templates = templates_in((ROOT / "templates" / "zh_CN",))
    for identity in templates.sentences.sentences:
        templates.sentence(identity)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{p.name}", "{{ p.name }}"),
        ("[，{p.phone}]", "{% if p.phone %}，{{ p.phone }}{% endif %}"),
        ("[（{a}[，{b}]）]", "{% if a %}（{{ a }}{% if b %}，{{ b }}{% endif %}）{% endif %}"),
        ("[，{f(x)}]", "{% set v0_ = f(x) %}{% if v0_ %}，{{ v0_ }}{% endif %}"),
        ("[a ? {b} : 无]", "{% if a %}{{ b }}{% else %}无{% endif %}"),
        ("{two-words(p=p)}", "{{ sentence('two-words', p=p) }}"),
        ("[投诉]{% if a %}[{{ b }}]{% endif %}", "[投诉]{% if a %}[{{ b }}]{% endif %}"),
    ],
)
def test_the_short_notation(text: str, source: str) -> None:
    assert to_jinja(text) == source
