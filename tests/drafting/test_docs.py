"""docs/channels.md tells template authors every name and key there is, and its example works."""

import re
from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.channels.profile import Channel
from letters.drafting.draft import compose
from letters.drafting.template_names import VOCABULARY
from letters.law.matter import matter_of
from letters.letter import texts

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "channels.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(VOCABULARY))
def test_every_function_is_documented(name: str) -> None:
    assert re.search(rf"`{name}\b", DOCS)


@pytest.mark.parametrize("key", sorted(set(Channel.__struct_encode_fields__) - {"path", "body_line"}))
def test_every_key_of_a_profile_is_documented(key: str) -> None:
    assert f"`{key}`" in DOCS


def test_the_worked_example_drafts(tmp_path: Path) -> None:
    example = DOCS[DOCS.index("```\n---\nid: shop-card") + 4 :].partition("\n```\n")[0]
    (tmp_path / "shop-card.md").write_text(example + "\n", "utf-8")
    path = ROOT / "examples" / "points-not-delivered" / "case.yaml"
    letter = compose(
        matter_of(Case.load(path), date(2026, 11, 22), base=path.parent), "shop-card", templates=[tmp_path]
    )
    text = "".join(texts(letter.body))
    assert "198" in text and "24时前" in text and len(text) <= 150
