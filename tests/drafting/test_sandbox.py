"""What a template of unknown origin cannot reach: the case behind its view, the disk, and anything private."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.drafting.draft import compose
from letters.drafting.template.environment import TemplateProblem
from letters.errors import LettersError
from letters.law.matter import matter_of
from letters.letter import texts
from tests.conftest import EXAMPLES

OWN = Path(__file__).parents[2] / "templates" / "zh_CN"


def drafted(tmp_path: Path, expression: str) -> str:
    """The text of the public channel with one more expression in it."""
    shutil.copy(OWN / "heimao.md", tmp_path / "heimao.md")
    with (tmp_path / "heimao.md").open("a", encoding="utf-8") as file:
        file.write("{% block closing %}\n读到：" + expression + "\n{% endblock %}\n")
    path = EXAMPLES / "points-not-delivered" / "case.yaml"
    letter = compose(matter_of(Case.load(path), date(2026, 11, 22)), "heimao", templates=[tmp_path])
    return "\n".join(texts(letter.body))


@pytest.mark.parametrize(
    "expression",
    [
        "{{ channel.path.read_text() }}",
        "{{ channel.path.unlink() }}",
        "{{ channel.path | attr('parent') }}",
        "{{ deal.args }}",
        "{{ deal['args'] }}",
        "{{ deal | attr('func') }}",
        "{{ [deal] | map(attribute='args') | first }}",
        "{{ '{0.args}'.format(deal) }}",
        "{{ '{0._facts}'.format(case) }}",
        "{{ case._facts.case.complainant }}",
        "{{ w._session }}",
        "{{ keep.__self__ }}",
        "{{ case.has.__func__.__globals__ }}",
        "{{ case.orders.__class__ }}",
        "{{ case.story.append(1) }}",
    ],
)
def test_what_is_not_for_templates_is_an_error(tmp_path: Path, expression: str) -> None:
    with pytest.raises(LettersError):
        drafted(tmp_path, expression)
    assert (tmp_path / "heimao.md").is_file()


@pytest.mark.parametrize(
    "expression",
    [
        "{{ case.birth }}",
        "{{ case.youngest_age }}",
        "{{ case.opponent }}",
        "{{ deadline }}",
        "{{ channel.path }}",
        "{{ channel }}",
        "{{ case.me }}",
        "{{ case.orders }}",
        "{{ case.minor }}",
        "{{ case.closure }}",
        "{{ none }}",
        "{{ sums }}",
        "{{ case.nothing }}",
        "{{ '截至' ~ deadline }}",
        "{{ [case.me] | join('、') }}",
        "{{ case.me | string }}",
    ],
)
def test_only_text_numbers_and_dates_are_printed(tmp_path: Path, expression: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        drafted(tmp_path, expression)
    lines = (tmp_path / "heimao.md").read_text(encoding="utf-8").splitlines()
    assert caught.value.where == f"{tmp_path / 'heimao.md'}:{lines.index('读到：' + expression) + 1}"


@pytest.mark.parametrize("place", ["titles:\n", "fields:\n  - [投诉对象, "])
def test_what_front_matter_prints_is_looked_at_too(tmp_path: Path, place: str) -> None:
    text = (OWN / "heimao.md").read_text(encoding="utf-8")
    start = text.index(place) + len(place)
    start = text.index('"', start)
    end = text.index('"\n' if place.startswith("titles") else '"]\n', start)
    text = f'{text[:start]}"{{{{ deadline }}}}{text[start + 1 : end]}{text[end:]}'
    (tmp_path / "heimao.md").write_text(text, encoding="utf-8")
    path = EXAMPLES / "points-not-delivered" / "case.yaml"
    with pytest.raises(TemplateProblem) as caught:
        compose(matter_of(Case.load(path), date(2026, 11, 22)), "heimao", templates=[tmp_path])
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "{{ deadline }}" in each)
    assert caught.value.where == f"{tmp_path / 'heimao.md'}:{line}"


@pytest.mark.parametrize(
    ("expression", "shown"),
    [("{{ 5 }}", "5"), ("{{ on }}", "2026-11-22"), ("{{ case.paid }}", "198.00"), ("{{ '甲' if false }}", ""), ("{{ '<a&b>' }}", "<a&b>"), ("{{ [1, '乙'] | join('、') }}", "1、乙")],
)  # fmt: skip
def test_text_numbers_and_dates_are(tmp_path: Path, expression: str, shown: str) -> None:
    assert f"读到：{shown}\n" in drafted(tmp_path, expression) + "\n"


def test_what_is_for_templates_is_there(tmp_path: Path) -> None:
    assert "读到：1、0" in drafted(tmp_path, "{{ case.orders | length }}、{{ case.level }}")
