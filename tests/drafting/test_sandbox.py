"""What a template of unknown origin cannot reach: the case behind its view, the disk, and anything private."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.drafting.draft import compose
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


def test_what_is_for_templates_is_there(tmp_path: Path) -> None:
    assert "读到：1、0" in drafted(tmp_path, "{{ case.orders | length }}、{{ case.level }}")
