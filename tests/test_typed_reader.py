"""The one reader of our YAML files: every mistake at once with line, key and cure, and never anything but that error."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.channels.channel_file import read_profile
from letters.channels.front_matter import FrontMatter
from letters.channels.known_channels import Channels
from letters.data.load import parsed, read
from letters.data.mistakes import BadFile
from letters.drafting.template.words_file import WordsFile
from letters.errors import LettersError
from letters.law.reasoning.ground_file import GroundFile
from letters.law.statutes.law_file import LawEntry
from letters.law.tables.dated import DatedTable
from letters.review.tone import Manner
from tests.conftest import ROOT

HEAD = "id: desk\nname: 窗口\nnature: public-body\naddressee: regulator\nlevel: 2\nlengths: [300, 500]\n"
TEMPLATES, STATUTES = ROOT / "templates" / "zh_CN", ROOT / "statutes"


def front(tmp_path: Path, head: str) -> Path:
    path = tmp_path / "desk.md"
    path.write_text(f"---\n{head}---\n正文\n", encoding="utf-8")
    return path


def told(tmp_path: Path, head: str) -> BadFile:
    path = front(tmp_path, head)
    with pytest.raises(BadFile) as caught:
        Channels([tmp_path])["desk"]
    assert caught.value.where.startswith(f"{path}:")
    return caught.value


@pytest.mark.parametrize(
    ("line", "where", "says"),
    [
        ("level: 99\n", 7, "不能写“99”"),
        ("level: high\n", 7, "不能写“high”"),
        ("tier: mesage\n", 8, "是不是想写 message"),
        ("nature_: x\n", 8, "是不是想写 nature"),
        ("nature: public\n", 8, "第一次在第 4 行"),
        ("lengths: 300\n", 8, "两次"),
        ("hard: many\n", 8, "应当是整数"),
        ("hard: -1\n", 8, "不能小于 0"),
        ("consumer: maybe\n", 8, "true 或 false"),
        ("allow: refund\n", 8, "应当是列表"),
        ("moves: [refund]\n", 8, "一组"),
        ("fields: [[甲]]\n", 8, "正好 2 项"),
        ("titles: [a, ]\nneeds: [x,,y]\n", 9, "YAML"),
        ("titles:\n  - 甲\n  -\n", 10, "空的"),
        ("leaves_out: {basis: 无}\n", 8, "没有“basis”这个键"),
        ("waits:\n  - {rule: 等, days: 3, hours: 2}\n", 9, "正好写一种"),
        ("waits:\n  - {rule: 等, days: 三天}\n", 9, "应当是整数"),
        ("ladder: {order: 5, stage: talk}\n", 8, "talk"),
        ("ladder: {hurry: {due: x}}\n", 8, "没有填写 days"),
        ("facts:\n  - {what: 甲, value: 乙, mark: sure, source: 丙}\n", 9, "sure"),
        ("note: &n 甲\nfiled: *n\n", 8, "锚点"),
        ("note: !!str 甲\n", 8, "标签"),
        ('note: "甲\x07"\n', 8, "U+0007"),
        ("max_articles: 2\n", 8, "tier"),
        ("deadline: none\n", 8, "原因"),
    ],
)
def test_each_mistake_is_named_with_its_line(tmp_path: Path, line: str, where: int, says: str) -> None:
    error = told(tmp_path, (HEAD.replace("level: 2\n", "") if line.startswith("level") else HEAD) + line)
    assert says in str(error)
    assert f"desk.md:{where}" in str(error)


def test_a_public_channel_knows_nobody(tmp_path: Path) -> None:
    error = told(tmp_path, HEAD.replace("public-body", "public").replace("level: 2", "level: 3"))
    assert "desk.md:6：level" in str(error) and "level: 0" in str(error)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    error = told(tmp_path, HEAD + "tier: mesage\nhard: x\nlayout: pdf\nnam: y\n")
    assert [mistake.key for mistake in error.mistakes] == ["tier", "hard", "layout", "nam"]
    assert len(str(error).splitlines()) >= 4


def test_what_was_wrong_is_not_remembered(tmp_path: Path) -> None:
    told(tmp_path, HEAD + "level_: 1\n")
    assert read_profile(front(tmp_path, HEAD)).level == 2
    assert read_profile(front(tmp_path, HEAD.replace("level: 2", "level: 1"))).level == 1


def test_numbers_that_are_names_stay_text(tmp_path: Path) -> None:
    assert read_profile(front(tmp_path, HEAD + "shut_by: [12345, no]\n")).shut_by == ("12345", "no")


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 500, "a: [" + "b," * 200_000 + "]", "a: &x [1]\nb: *x\n", "- a\n", "a: 1\na: 2\n"]
)
def test_no_file_blows_up(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile):
        read(path, dict[str, DatedTable])


def _bent() -> st.SearchStrategy[object]:
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.dates(), st.sampled_from(["", "refund", "3", "{{"]),
        st.floats(allow_nan=False),
    )  # fmt: skip
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=6,
    )


FILES: list[tuple[Path, type[object]]] = [
    *((path, GroundFile) for path in sorted((STATUTES / "grounds").glob("*.yaml"))),
    *((path, dict[str, DatedTable]) for path in sorted((STATUTES / "tables").glob("*.yaml"))),
    (STATUTES / "laws" / "xingfa.yaml", LawEntry),
    (TEMPLATES / "_words.yaml", WordsFile),
    (TEMPLATES / "_tone.yaml", dict[str, Manner]),
    *((path, FrontMatter) for path in sorted(TEMPLATES.glob("*.md")) if path.read_text("utf-8").startswith("---\n")),
]


def _head(path: Path) -> str:
    text = path.read_text("utf-8")
    return text[4:].partition("\n---\n")[0] if path.suffix == ".md" else text


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_any_bent_file_loads_or_names_file_and_line(file: tuple[Path, type[object]], data: st.DataObject) -> None:
    path, kind = file
    held = yaml.load(_head(path), Loader=yaml.CSafeLoader) or {}
    part = held
    while isinstance(part, dict | list) and part:
        place = data.draw(st.sampled_from(sorted(part, key=str) if isinstance(part, dict) else range(len(part))))
        if not isinstance(part[place], dict | list) or data.draw(st.booleans()):
            if isinstance(part, dict) and data.draw(st.booleans()):
                part[data.draw(st.text(max_size=6))] = part.pop(place)
            else:
                part[place] = data.draw(_bent())
            break
        part = part[place]
    text = yaml.dump(held, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
    try:
        parsed(path, text.encode("utf-8", "replace"), kind)
    except LettersError as error:
        assert isinstance(error, BadFile) and error.mistakes
        assert all(mistake.line >= 1 and mistake.said for mistake in error.mistakes)
        assert str(error).startswith(f"{path}:")
