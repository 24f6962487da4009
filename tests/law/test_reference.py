"""Citations: read, printed, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.law.statutes.numerals import from_chinese, to_chinese
from letters.law.statutes.query import Query, parse_query
from letters.law.statutes.reference import (
    BadReference,
    Ref,
    UnknownPart,
    article_label,
    paragraphs_of,
    parse_ref,
    part_text,
    sort_key,
)

TWO_PARAGRAPHS = "有下列情形之一的：\n（一）甲；\n（二）乙；\n（十一）丙。\n另一款。"
ONE_WITH_ITEMS = "有下列情形：\n（一）甲；\n（二）乙。"

numbers = st.integers(min_value=1, max_value=9999)
refs = st.builds(
    lambda slug, number, added, paragraph, item: Ref(
        slug, f"{number}-{added}" if added else str(number), paragraph, item if paragraph else None
    ),
    st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True),
    numbers,
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 30),
    st.none() | st.integers(1, 20),
)


@given(numbers)
def test_numerals_come_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(numbers)
def test_digits_read_out_one_by_one(number: int) -> None:
    assert from_chinese("".join("零一二三四五六七八九"[int(digit)] for digit in str(number))) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (115, "一百一十五")]
    + [(577, "五百七十七"), (1000, "一千"), (1005, "一千零五"), (1050, "一千零五十"), (1165, "一千一百六十五")],
)
def test_numerals_as_statutes_write_them(number: int, words: str) -> None:
    assert to_chinese(number) == words


@pytest.mark.parametrize(
    "words", ["", "百五十", "五百七七", "十十", "五千千", "零", "0", "甲", "一百百", "12345", "五十百"]
)
def test_what_is_no_numeral(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_chinese(words)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numerals_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="between"):
        to_chinese(number)


@given(refs)
def test_references_come_back(ref: Ref) -> None:
    assert parse_ref(str(ref)) == ref


@pytest.mark.parametrize(
    "text",
    ["", "minfadian", "minfadian:", "minfadian:0", "minfadian:577()", "minfadian:577(0)", "577", "民法典:577"]
    + ["minfadian:577(1)(2)(3)", "minfadian: 577", "minfadian:99999", "Minfadian:577"],
)
def test_what_is_no_reference(text: str) -> None:
    with pytest.raises(BadReference) as caught:
        parse_ref(text)
    assert "55(1)" in caught.value.fix


def test_an_item_needs_its_paragraph() -> None:
    with pytest.raises(ValueError, match="paragraph"):
        Ref("minfadian", "563", None, 3)


@pytest.mark.parametrize(
    ("ref", "text", "label"),
    [
        ("l:563(1)(2)", TWO_PARAGRAPHS, "第五百六十三条第一款第二项"),
        ("l:563(1)(11)", TWO_PARAGRAPHS, "第五百六十三条第一款第十一项"),
        ("l:563(2)", TWO_PARAGRAPHS, "第五百六十三条第二款"),
        ("l:16(1)(2)", ONE_WITH_ITEMS, "第十六条第二项"),
        ("l:16(1)", ONE_WITH_ITEMS, "第十六条"),
        ("l:287-1(1)(2)", TWO_PARAGRAPHS, "第二百八十七条之一第一款第二项"),
        ("l:10", "只有一款。", "第十条"),
    ],
)
def test_labels(ref: str, text: str, label: str) -> None:
    assert article_label(parse_ref(ref), paragraphs_of(text)) == label


def test_uncertain_paragraphs_are_not_printed() -> None:
    paragraphs = paragraphs_of(TWO_PARAGRAPHS)
    assert article_label(parse_ref("l:23(1)(2)"), paragraphs, certain=False) == "第二十三条第二项"
    assert article_label(parse_ref("l:23(2)"), paragraphs, certain=False) == "第二十三条"


@pytest.mark.parametrize(
    ("ref", "says"),
    [("l:5(3)", "只有2款"), ("l:5(1)(4)", "只有3项"), ("l:5(2)(1)", "没有分项"), ("l:5(1)(3)", "没有第三项")],
)
def test_parts_that_do_not_exist(ref: str, says: str) -> None:
    with pytest.raises(UnknownPart) as caught:
        part_text(parse_ref(ref), paragraphs_of(TWO_PARAGRAPHS))
    assert says in caught.value.message


def test_subitems_belong_to_their_item() -> None:
    paragraphs = paragraphs_of(
        "按下列标准：\n（一）财产案件：\n1．不超过1万元的；\n2．超过的。\n（二）其他。\n另一款。"
    )
    assert len(paragraphs) == 2
    assert part_text(parse_ref("l:13(1)(1)"), paragraphs) == "（一）财产案件：\n1．不超过1万元的；\n2．超过的。"
    assert part_text(parse_ref("l:13(2)"), paragraphs) == "另一款。"


@given(st.lists(st.integers(1, 400), min_size=2, max_size=2), st.integers(1, 9))
def test_articles_sort_as_in_the_law(pair: list[int], added: int) -> None:
    low, high = sorted(pair)
    assert sort_key(str(low)) <= sort_key(str(high))
    assert sort_key(str(low)) < sort_key(f"{low}-{added}") < sort_key(str(low + 1))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("消保法26", Query("消保法", "26")),
        ("消费者权益保护法第二十六条第二款", Query("消费者权益保护法", "26", 2)),
        ("《中华人民共和国民法典》第五百六十三条第一款第（三）项", Query("民法典", "563", 1, 3)),
        ("民法典 577", Query("民法典", "577")),
        ("五七七", Query("", "577")),
        ("577条", Query("", "577")),
        ("第577条第1款", Query("", "577", 1)),
        ("民法典第５７７条", Query("民法典", "577")),
        ("minfadian:577", Query("minfadian", "577")),
        ("xiaobaofa:39(1)(3)", Query("xiaobaofa", "39", 1, 3)),
        ("刑法287之一", Query("刑法", "287-1")),
        ("刑法第二百八十七条之一", Query("刑法", "287-1")),
        ("12315办法13", Query("12315办法", "13")),
        ("网络消费纠纷规定（一）第五条", Query("网络消费纠纷规定(一)", "5")),
        ("消法48条第八项", Query("消法", "48", None, 8)),
    ],
)
def test_citations_as_people_write_them(typed: str, query: Query) -> None:
    assert parse_query(typed) == query


@pytest.mark.parametrize("typed", ["格式条款", "消保法", "虚拟商品 不退", "", "消保法0", "民法典第五百七七条条"])
def test_words_are_no_citation(typed: str) -> None:
    assert parse_query(typed) is None


@given(numbers, st.none() | st.integers(1, 20), st.none() | st.integers(1, 20))
def test_a_printed_citation_is_read_back(number: int, paragraph: int | None, item: int | None) -> None:
    printed = f"《民法典》第{to_chinese(number)}条"
    printed += f"第{to_chinese(paragraph)}款" if paragraph else ""
    printed += f"第{to_chinese(item)}项" if item else ""
    assert parse_query(printed) == Query("民法典", str(number), paragraph, item)
