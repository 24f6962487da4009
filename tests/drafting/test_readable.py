"""Templates that can be read aloud: how much of them is tags, how long their lines are, how deep their questions nest."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

#: What `templates/` has reached and must keep.
LONGEST_LINE, NESTED_IFS, NESTED_IN_ALL = 160, 2, 3
#: The share of Jinja2's own tags, and of them with the names in braces and the questions in brackets.
SHARE_OF_TAGS, SHARE_WITH_NAMES = 0.495, 0.79

#: Below this line of a part nobody reads prose: each name of the first edition is one sentence of the second.
OLDER_NAMES = "{# 以下是第一版的名字"

TEMPLATES = ROOT / "templates" / "zh_CN"
_COMMENT = re.compile(r"\{#.*?#\}", re.S)
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
#: A name in single braces, as the short notation has it.
_NAME = re.compile(r"\{[^{}%#\n][^{}\n]*\}")
_QUESTION = re.compile(r"\[([^\[\]{}]*?) \? ")
_NESTING = re.compile(r"\{%-?\s*(if|for|optional|endif|endfor|endoptional)\b")


def body(text: str) -> str:
    """A template without its front matter, its comments, and the names kept for templates of the first edition."""
    if text.startswith("---\n"):
        text = text[4:].partition("\n---\n")[2]
    return _COMMENT.sub("", text.partition(OLDER_NAMES)[0])


def in_tags(text: str) -> int:
    """How many characters stand in tags of Jinja2."""
    return sum(len(tag) for tag in _TAG.findall(text))


def with_names(text: str) -> int:
    """How many characters stand in tags, in braces and in the questions of brackets."""
    rest = _TAG.sub("", text)
    names = sum(len(name) for name in _NAME.findall(rest))
    return in_tags(text) + names + sum(len(asked) for asked in _QUESTION.findall(rest))


def deepest(text: str, words: tuple[str, ...]) -> int:
    """How many of the tags named stand in one another."""
    depth = most = 0
    for word in _NESTING.findall(text):
        if word in words:
            depth += 1
            most = max(most, depth)
        elif word.removeprefix("end") in words:
            depth -= 1
    return most


def share(of: Callable[[str], int]) -> float:
    """The share of all bodies together that `of` counts."""
    texts = [body(path.read_text("utf-8")) for path in TEXTS.values()]
    return sum(map(of, texts)) / sum(map(len, texts))


TEXTS = {path.relative_to(TEMPLATES).as_posix(): path for path in sorted(TEMPLATES.rglob("*.md"))}


def test_most_of_the_templates_is_text() -> None:
    assert share(in_tags) <= SHARE_OF_TAGS
    assert share(with_names) <= SHARE_WITH_NAMES


@pytest.mark.parametrize("name", TEXTS)
def test_no_line_of_a_body_is_long(name: str) -> None:
    long = [line for line in body(TEXTS[name].read_text("utf-8")).split("\n") if len(line) > LONGEST_LINE]
    assert not long


@pytest.mark.parametrize("name", TEXTS)
def test_no_question_nests_deep(name: str) -> None:
    text = body(TEXTS[name].read_text("utf-8"))
    assert deepest(text, ("if",)) <= NESTED_IFS
    assert deepest(text, ("if", "for", "optional")) <= NESTED_IN_ALL


@pytest.mark.parametrize("path", sorted((TEMPLATES / "sentences").glob("*.yaml")), ids=lambda path: path.stem)
def test_no_line_of_a_sentence_is_long(path: Path) -> None:
    assert not [line for line in path.read_text("utf-8").split("\n") if len(line) > LONGEST_LINE]


def test_fields_and_titles_are_short_too() -> None:
    kept = re.compile(r"  - \[|  - \"|titles:")
    heads = [path.read_text("utf-8").partition("\n---\n")[0] for path in TEXTS.values()]
    assert not [line for head in heads for line in head.split("\n") if kept.match(line) and len(line) > LONGEST_LINE]


def test_what_is_measured_is_measured() -> None:
    assert in_tags("你好") == 0 and in_tags("{{ a }}好{b}") == 7
    assert with_names("{{ a }}好{b}") == 10 and with_names("[a ? 好 : 坏]") == 1
    nested = "{% if a %}{% for b in c %}{% if d %}x{% endif %}{% endfor %}{% endif %}{% if e %}{% endif %}"
    assert deepest(nested, ("if",)) == 2 and deepest(nested, ("if", "for")) == 3
    assert body("---\na: 1\n---\n{# 注 #}文") == "文"
