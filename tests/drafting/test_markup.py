"""The line markup: what it makes of templates, that values are never parsed, and that it agrees with Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from markdown_it import MarkdownIt

from letters.drafting.template.blocks import Parsed
from letters.drafting.template.markup import FENCES, LineMarkup, Marked, clean
from letters.drafting.template.sandbox import Sandbox
from letters.letter import Block, Closing, Heading, Item, PageBreak, Paragraph, Table, Title, plain, texts

HOSTILE = "# x | ** {{ 7*7 }} {% if %} <w:p/> &amp; ``` - 1. 😀"


def blocks(source: str, **values: object) -> list[Block]:
    environment = Sandbox(
        loader=DictLoader({"t": source}),
        extensions=[LineMarkup],
        undefined=StrictUndefined,
        autoescape=True,
        finalize=clean,
    )
    values.setdefault("keep", lambda rank, name="": True)
    return Parsed(environment.get_template("t").render(values)).blocks


def test_neighbouring_lines_join_and_tags_alone_add_nothing() -> None:
    found = blocks("甲，\n{% if yes %}\n乙，\n{% endif %}\n丙。\n\n丁。", yes=True)
    assert [plain(b.runs) for b in found if isinstance(b, Paragraph)] == ["甲，乙，丙。", "丁。"]


def test_every_kind_of_line() -> None:
    source = "# 标题\n\n## 一、节\n\n### 小节\n\n正文**粗**体\\\n断行\n\n1. 甲\n1. 乙\n\n- 丙\n\n| 栏 | 值 |\n|---|---|\n| a | b |\n"
    found = blocks(source)
    assert [type(b) for b in found] == [Title, Heading, Heading, Paragraph, Item, Item, Item, Table]
    paragraph = found[3]
    assert isinstance(paragraph, Paragraph)
    assert [(r.text, r.bold) for r in paragraph.runs] == [("正文", False), ("粗", True), ("体\n断行", False)]
    assert [b.label for b in found if isinstance(b, Item)] == ["1. ", "2. ", ""]
    table = found[-1]
    assert isinstance(table, Table) and len(table.header) == 1 and len(table.rows) == 1


def test_numbering_starts_again_after_a_heading_and_runs_through_loops() -> None:
    found = blocks("{% for i in range(3) %}\n1. 项\n{% endfor %}\n\n## 节\n\n1. 又\n")
    assert [b.label for b in found if isinstance(b, Item)] == ["1. ", "2. ", "3. ", "1. "]


def test_fenced_blocks() -> None:
    found = blocks(
        "```salute\n此致\n某法院\n```\n\n```signature\n签名：\n```\n\n```pagebreak\n```\n\n```sheet 1 3\n| 甲 | 乙 |\n```\n\n```party\n原告\n被告\n```"
    )
    assert isinstance(found[0], Closing)
    assert [role for role, _ in found[0].lines] == ["opening", "body", "sign"]
    assert isinstance(found[1], PageBreak)
    assert isinstance(found[2], Table) and found[2].kind == "sheet" and found[2].widths == (1, 3)
    assert [b.role for b in found[3:] if isinstance(b, Paragraph)] == ["party", "party"]


def test_a_value_is_never_parsed() -> None:
    found = blocks("{{ v }}\n\n| {{ v }} |\n\n1. {{ v }}\n\n# {{ v }}\n", v=HOSTILE)
    assert list(texts(tuple(found))) == [HOSTILE] * 4


@given(st.text())
def test_any_value_comes_out_as_it_went_in_but_for_control_characters(value: str) -> None:
    allowed = "".join(c for c in value if c in "\t\n" or (ord(c) >= 32 and ord(c) not in (0x7F, 0xFFFE, 0xFFFF)))
    found = blocks("前{{ v }}后", v=value)
    assert plain(found[0].runs) == f"前{allowed}后"  # type: ignore[union-attr]


def test_joining_marked_text_never_escapes() -> None:
    assert str("<b>&" + Marked("x") + "|&lt;") == "<b>&x|&lt;"
    assert str(Marked("，").join(["<", Marked("&")])) == "<，&"


@pytest.mark.parametrize(
    "source",
    [
        "> 引用",
        "* 星号",
        "#### 四级",
        "```nothing\n```",
        "| 没有右边",
        "**没有成对",
        "<b>标签</b>",
        "```lines\n```lines\n",
        "{% if x",
    ],
)
def test_what_the_subset_does_not_have_is_refused_with_its_line(source: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        blocks("第一行\n\n" + source)
    assert caught.value.lineno in (3, 4)


def test_the_line_of_an_error_is_that_of_the_file() -> None:
    with pytest.raises(Exception) as caught:
        blocks("一\n\n{% for i in [1] %}\n二\n{% endfor %}\n\n三{{ missing }}\n")
    line = 0
    trace = caught.value.__traceback__
    while trace is not None:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename in ("<template>", "t") else line
        trace = trace.tb_next
    assert line == 7


def test_parts_count_what_they_hold() -> None:
    environment = Sandbox(
        loader=DictLoader({"t": "{% part facts %}\n事实。\n{% endpart %}\n\n{% part demand %}\n{% if no %}\n诉求\n{% endif %}\n{% endpart %}\n"}),
        extensions=[LineMarkup], undefined=StrictUndefined, autoescape=True, finalize=clean,
    )  # fmt: skip
    parts = Parsed(environment.get_template("t").render(no=False)).parts
    assert parts["facts"] > 0
    assert parts["demand"] == 0


def test_optional_parts_fall_by_rank() -> None:
    source = '甲{% optional 1 "票" %}，乙{% endoptional %}{% optional 2 %}，丙{% endoptional %}。'
    assert plain(blocks(source, keep=lambda rank, name="": rank > 1)[0].runs) == "甲，丙。"  # type: ignore[union-attr]


_LINES = st.lists(
    st.one_of(
        st.just(""), st.sampled_from(["# 题", "## 节", "### 小节", "- 项", "1. 条", "正文一句。", "**粗**与常", "另一句。"]),
    ), min_size=1, max_size=14,
)  # fmt: skip


def _by_markdown(source: str) -> list[tuple[str, str]]:
    """What CommonMark makes of the source: kind and text of each block."""
    found, kind, depth = [], "", []
    for token in MarkdownIt().parse(source):
        if token.type == "heading_open":
            kind = token.tag
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            depth.append("ul" if token.type.startswith("bullet") else "ol")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth.pop()
        elif token.type == "paragraph_open":
            kind = depth[-1] if depth else "p"
        elif token.type == "inline":
            found.append((kind, token.content.replace("\n", "").replace("**", "")))
    return found


def _ours(source: str) -> list[tuple[str, str]]:
    found = []
    for block in blocks(source):
        match block:
            case Title(runs):
                found.append(("h1", plain(runs)))
            case Heading(runs, level):
                found.append((f"h{level + 1}", plain(runs)))
            case Paragraph(runs):
                found.append(("p", plain(runs)))
            case Item(runs, label):
                found.append(("ol" if label else "ul", plain(runs)))
            case _:
                raise AssertionError(block)
    return found


@given(_LINES)
def test_the_subset_means_what_markdown_means(lines: list[str]) -> None:
    source = "\n".join(lines)
    assert _ours(source) == _by_markdown(source)


def test_fences_are_listed() -> None:
    assert {"salute", "signature", "sheet", "grid", "party", "pagebreak"} <= FENCES
