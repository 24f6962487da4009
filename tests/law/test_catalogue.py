"""The catalogue: enacted wording, dates, laziness, names, and what it says when asked for what is not there."""

import json
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.data.folders import statutes_dir
from letters.law.statutes.catalogue import Catalogue, NotInForce, UnknownArticle, UnknownLaw
from letters.law.statutes.law_file import BadLawFile
from letters.law.statutes.reference import UnknownPart, parse_ref
from letters.law.statutes.search import look_up
from letters.law.statutes.statute import Validity
from tests.tools import needs_shared

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "law"
TODAY = date(2026, 11, 22)

LAW = """\
id: {slug}
title: 中华人民共和国样法
short: 样法
issuer: 某机关
kind: law
nature: substance
versions:
  - {{label: 旧, promulgated: 2000-01-01, effective: 2000-02-01, text: false}}
  - {{label: 新, promulgated: 2010-01-01, effective: 2010-02-01, text: true}}
source: {{official: 某公报, checked: 2026-11-22, verified: true}}
articles:
  "1":
    heading: 我的标题
    plain: 我的说明。
    text: |-
      我的文字。
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@needs_shared("law")
def test_every_article_has_the_enacted_wording(catalogue: Catalogue) -> None:
    compared = 0
    for path in sorted(REFERENCE.glob("*.json")):
        reference = json.loads(path.read_text(encoding="utf-8"))
        law = catalogue.law(path.stem)
        assert law.title == reference["title"]
        assert law.held.effective.isoformat() == reference["effective"]
        for number, article in law.articles.items():
            assert article.text == reference["articles"][number], f"{path.stem}:{number}"
            compared += 1
    assert compared > 1000


@pytest.mark.parametrize(
    ("slug", "count"),
    [
        ("xiaobaofa", 63),
        ("xiaobao_tiaoli", 53),
        ("dianshangfa", 89),
        ("wangluo_xiaofei_jieshi", 20),
        ("yufu_jieshi", 27),
    ]
    + [("tousu_jubao_banfa", 46), ("wangluo_jiaoyi_banfa", 56), ("qiri_tuihuo_banfa", 38), ("susong_feiyong", 56)]
    + [
        ("qinhai_xiaofeizhe_chufa_banfa", 22),
        ("jiejiari_banfa", 8),
        ("hetong_tongze_jieshi", None),
        ("minfadian", None),
    ],
)
def test_whole_laws_are_whole(catalogue: Catalogue, slug: str, count: int | None) -> None:
    law = catalogue.law(slug)
    assert law.whole is (count is not None)
    if count:
        assert list(law.articles) == [str(number) for number in range(1, count + 1)]


def test_every_article_has_a_heading_and_a_plain_line_of_our_own(catalogue: Catalogue) -> None:
    for slug in catalogue.slugs:
        for article in catalogue.law(slug).articles.values():
            assert 4 <= len(article.heading) <= 14, str(article.ref)
            assert 15 <= len(article.plain) <= 60, str(article.ref)
            assert article.plain.endswith("。"), str(article.ref)
            assert "！" not in article.plain, str(article.ref)
            assert article.plain.removesuffix("。") not in article.text, str(article.ref)


def test_names_belong_to_one_law(catalogue: Catalogue) -> None:
    names = [name for slug in catalogue.slugs for name in {slug, *catalogue.head(slug).names}]
    assert len(names) == len(set(names))


def test_citing_three_laws_reads_three_files() -> None:
    catalogue = Catalogue()
    for ref in ("minfadian:577", "xiaobaofa:52", "minfadian:563(1)(3)", "dianshangfa:74"):
        catalogue.article(ref)
    catalogue.cite_name("minsufa", first=True, paper=True)
    assert catalogue.loaded == {"minfadian", "xiaobaofa", "dianshangfa"}


def test_looking_up_ten_articles_is_cheap(catalogue: Catalogue) -> None:
    refs = [parse_ref(f"xiaobaofa:{number}") for number in range(20, 30)]
    times = []
    for _ in range(20):
        start = time.perf_counter()
        for ref in refs:
            catalogue.in_force(ref, TODAY)
            catalogue.label(ref)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.001


@pytest.mark.parametrize(
    ("ref", "on", "standing"),
    [
        ("minfadian:577", date(2020, 6, 1), Validity.NOT_YET),
        ("minfadian:577", date(2020, 12, 31), Validity.NOT_YET),
        ("minfadian:577", date(2021, 1, 1), Validity.IN_FORCE),
        ("tousu_jubao_zanxing_banfa_feizhi:14", date(2025, 6, 1), Validity.IN_FORCE),
        ("tousu_jubao_zanxing_banfa_feizhi:14", date(2026, 4, 14), Validity.IN_FORCE),
        ("tousu_jubao_zanxing_banfa_feizhi:14", date(2026, 4, 15), Validity.REPEALED),
        ("tousu_jubao_zanxing_banfa_feizhi:14", TODAY, Validity.REPEALED),
        ("tousu_jubao_banfa:15(1)", date(2026, 4, 14), Validity.NOT_YET),
        ("tousu_jubao_banfa:15(1)", date(2026, 4, 15), Validity.IN_FORCE),
        ("xiaobao_tiaoli:12", date(2024, 6, 30), Validity.NOT_YET),
        ("xiaobao_tiaoli:12", date(2024, 7, 1), Validity.IN_FORCE),
        ("xiaobaofa:55(1)", date(2014, 3, 14), Validity.OTHER_TEXT),
        ("xiaobaofa:55(1)", date(1993, 12, 31), Validity.NOT_YET),
        ("minsufa:165(1)", date(2023, 12, 31), Validity.OTHER_TEXT),
        ("wangluo_jiaoyi_banfa:18", date(2024, 1, 1), Validity.OTHER_TEXT),
        ("wangluo_jiaoyi_banfa:21", date(2024, 1, 1), Validity.IN_FORCE),
        ("xingfa:287-1", date(2015, 10, 31), Validity.NOT_YET),
        ("xingfa:266", date(2015, 10, 31), Validity.IN_FORCE),
        ("hulianwang_fayuan:2", TODAY, Validity.NOT_CITABLE),
    ],
)
def test_what_a_text_is_worth_on_a_day(catalogue: Catalogue, ref: str, on: date, standing: Validity) -> None:
    status = catalogue.status(ref, on)
    assert status.standing is standing
    assert catalogue.in_force(ref, on) is (standing is Validity.IN_FORCE)
    if standing is Validity.IN_FORCE:
        assert catalogue.require(ref, on) is catalogue.article(ref)
    else:
        with pytest.raises(NotInForce) as caught:
            catalogue.require(ref, on)
        assert caught.value.where == ref
        assert caught.value.fix


def test_the_repealed_text_names_its_successor(catalogue: Catalogue) -> None:
    with pytest.raises(NotInForce) as caught:
        catalogue.require("tousu_jubao_zanxing_banfa_feizhi:15", TODAY)
    assert "2026年4月15日" in caught.value.message
    assert "tousu_jubao_banfa" in caught.value.fix


@pytest.mark.parametrize(
    ("ref", "facts", "letter", "in_force"),
    [
        ("xiaobao_tiaoli:12", date(2024, 6, 30), TODAY, False),
        ("xiaobao_tiaoli:46(1)", date(2024, 6, 30), TODAY, True),
        ("minsufa:165(1)", date(2023, 6, 30), TODAY, True),
        ("tousu_jubao_zanxing_banfa_feizhi:14", date(2025, 6, 1), TODAY, False),
        ("tousu_jubao_zanxing_banfa_feizhi:14", date(2025, 6, 1), date(2025, 7, 1), True),
        ("minfadian:577", date(2020, 6, 1), TODAY, False),
        ("hetong_tongze_jieshi:10(3)", date(2022, 6, 1), TODAY, True),
        ("hetong_tongze_jieshi:10(3)", date(2022, 6, 1), date(2023, 6, 1), False),
        ("hetong_tongze_jieshi:10(3)", date(2020, 6, 1), TODAY, False),
        ("yufu_jieshi:14", date(2025, 4, 30), TODAY, False),
    ],
)
def test_substance_by_the_facts_procedure_by_the_letter(
    catalogue: Catalogue, ref: str, facts: date, letter: date, in_force: bool
) -> None:
    assert catalogue.applies(ref, facts=facts, letter=letter).in_force is in_force


def test_parts_and_labels(catalogue: Catalogue) -> None:
    assert catalogue.label("minfadian:563(1)(3)") == "第五百六十三条第一款第三项"
    assert catalogue.label("tousu_jubao_banfa:16(1)(2)") == "第十六条第二项"
    assert catalogue.label("tousu_jubao_banfa:13(2)") == "第十三条"
    assert catalogue.label("tousu_jubao_banfa:23(1)(5)") == "第二十三条第五项"
    assert catalogue.label("pingtai_guize_banfa:30(1)(4)") == "第三十条第四项"
    assert catalogue.label("susong_feiyong:13(1)(1)") == "第十三条第一款第一项"
    assert catalogue.label("xiaobaofa:39(1)(3)") == "第三十九条第三项"
    assert catalogue.text("xiaobaofa:26(3)").endswith("其内容无效。")


@pytest.mark.parametrize(
    ("ref", "error", "says"),
    [
        ("xiaobofa:26", UnknownLaw, "xiaobaofa"),
        ("xiaobaofa:64", UnknownArticle, "共63条"),
        ("minfadian:1261", UnknownArticle, "共1260条"),
        ("minfadian:1100", UnknownArticle, "没有收录"),
        ("xiaobaofa:26(4)", UnknownPart, "只有3款"),
        ("xiaobaofa:39(1)(6)", UnknownPart, "只有5项"),
    ],
)
def test_what_is_not_there_is_said_plainly(catalogue: Catalogue, ref: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=re.escape(says)):
        catalogue.article(ref)


@pytest.mark.parametrize(
    ("slug", "first", "paper", "again", "name"),
    [
        ("minfadian", True, True, True, "《中华人民共和国民法典》（以下简称民法典）"),
        ("minfadian", True, True, False, "《中华人民共和国民法典》"),
        ("minfadian", False, True, True, "民法典"),
        ("minfadian", True, False, True, "《中华人民共和国民法典》"),
        ("minfadian", False, False, True, "《民法典》"),
        ("minsu_jieshi", True, False, True, "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》"),
        ("tousu_jubao_banfa", False, True, True, "《市场监督管理投诉举报处理办法》"),
    ],
)
def test_names_as_printed(catalogue: Catalogue, slug: str, first: bool, paper: bool, again: bool, name: str) -> None:
    assert catalogue.cite_name(slug, first, paper, again) == name


def test_a_users_folder_comes_first(tmp_path: Path) -> None:
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "xiaobaofa.yaml").write_text(LAW.format(slug="xiaobaofa"), encoding="utf-8")
    (tmp_path / "laws" / "yangfa.yaml").write_text(LAW.format(slug="yangfa"), encoding="utf-8")
    catalogue = Catalogue([tmp_path])
    assert catalogue.article("xiaobaofa:1").text == "我的文字。"
    assert catalogue.status("yangfa:1", date(2005, 1, 1)).standing is Validity.OTHER_TEXT
    assert catalogue.article("minfadian:577").slug == "minfadian"
    assert "yangfa" in catalogue.slugs


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xce\xd2\xb5\xc4", "UTF-8"),
        (b"- a\n- b\n", "对照表"),
        (b"id: [", "YAML"),
        (LAW.format(slug="yangfa").replace("issuer: 某机关\n", "").encode(), "issuer"),
        (LAW.format(slug="yangfa").replace("2010-02-01", "明年").encode(), "日期"),
        (LAW.format(slug="other").encode(), "文件名"),
        (LAW.format(slug="yangfa").replace("    text: |-\n      我的文字。\n", "").encode(), "text"),
        (LAW.format(slug="yangfa").replace("text: true", "text: false").encode(), "text: true"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "yangfa.yaml"
    path.write_bytes(content)
    with pytest.raises(BadLawFile, match=re.escape(says)) as caught:
        Catalogue([tmp_path]).law("yangfa")
    assert caught.value.where.partition(":")[0] == str(path)


@pytest.mark.parametrize(
    ("query", "ref", "label"),
    [
        ("消保法26", "xiaobaofa:26", "第二十六条"),
        ("消费者权益保护法第二十六条第二款", "xiaobaofa:26(2)", "第二十六条第二款"),
        ("民法典 577", "minfadian:577", "第五百七十七条"),
        ("五七七", "minfadian:577", "第五百七十七条"),
        ("刑法287之一", "xingfa:287-1", "第二百八十七条之一"),
        ("消法48条第八项", "xiaobaofa:48(1)(8)", "第四十八条第一款第八项"),
        ("电商法 62", "dianshangfa:62", "第六十二条"),
        ("12315办法15(1)", "tousu_jubao_banfa:15(1)", "第十五条第一款"),
        ("民诉法解释第二十条", "minsu_jieshi:20", "第二十条"),
    ],
)
def test_people_find_the_article(catalogue: Catalogue, query: str, ref: str, label: str) -> None:
    found = look_up(query, TODAY, catalogue)
    assert found.kind == "article"
    assert (found.matches[0].ref, found.matches[0].label) == (ref, label)


@pytest.mark.parametrize(
    ("query", "note", "suggestion"),
    [
        ("民法典1300", "共1260条", "民法典1165"),
        ("消保法26第四款", "只有3款", "消费者权益保护法26"),
        ("电伤法20", "没有名为“电伤法”", "电子商务法20"),
        ("合同法107", "由《民法典》取代", "民法典"),
        ("网络交易管理办法", "已废止", "网络交易监督管理办法"),
        ("", "请写", "消保法26"),
        ("quux", "没有找到", None),
    ],
)
def test_odd_questions_get_the_nearest_thing(
    catalogue: Catalogue, query: str, note: str, suggestion: str | None
) -> None:
    found = look_up(query, TODAY, catalogue)
    assert found.kind == "none"
    assert note in "".join(found.notes)
    assert suggestion is None or suggestion in found.suggestions


SHARED = Catalogue()


@given(
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(
            ["民法典", "消保法", "刑法", "第", "条", "款", "项", "之", "一", "百", "零", "7", "26", "(", ")", "-", ":"]
        )
    ).map("".join)
)
def test_no_question_breaks_the_answer(typed: str) -> None:
    found = look_up(typed, TODAY, SHARED)
    assert found.matches or found.notes


def test_an_answer_tells_the_standing(catalogue: Catalogue) -> None:
    early = look_up("minfadian:577", date(2020, 6, 1), catalogue)
    assert early.matches[0].status.standing is Validity.NOT_YET
    assert "2021年1月1日" in early.notes[0]
    old = look_up("投诉举报暂行办法14", TODAY, catalogue)
    assert "tousu_jubao_banfa" in "".join(old.notes)
    assert "分款" in "".join(look_up("12315办法13", TODAY, catalogue).notes)


def test_search_ranks_what_is_about_the_words(catalogue: Catalogue) -> None:
    found = look_up("格式条款 无效", TODAY, catalogue)
    assert found.kind == "search"
    assert "minfadian:497" in [match.ref for match in found.matches[:3]]
    assert all(match.status.in_force for match in found.matches)
    assert any("格式条款" in match.snippet for match in found.matches)
    assert [m.ref for m in found.matches] == [m.ref for m in look_up("格式条款 无效", TODAY, catalogue).matches]


def test_a_law_by_its_name(catalogue: Catalogue) -> None:
    found = look_up("消保法", TODAY, catalogue)
    assert found.kind == "law"
    assert found.law is not None
    assert (found.law.slug, found.law.articles, len(found.matches)) == ("xiaobaofa", 63, 63)


def test_the_files_are_where_the_package_looks(catalogue: Catalogue) -> None:
    assert set(catalogue.slugs) >= {path.stem for path in (statutes_dir() / "laws").glob("*.yaml")}
    assert len(catalogue.slugs) >= 36
