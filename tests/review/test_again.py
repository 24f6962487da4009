"""A review taken up again with the letter finds what a review with the letter finds."""

from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.channels.known_channels import channels
from letters.drafting.draft import compose
from letters.errors import LettersError
from letters.law.matter import matter_of
from letters.review import Review, review_case
from tests.conftest import EXAMPLES

CASES = sorted((Path(__file__).parents[1] / "scenarios").glob("[0-3]*[05]-*[a-z].yaml")) + sorted(
    EXAMPLES.glob("*/case.yaml")
)


@pytest.mark.parametrize(
    "path", [p for p in CASES if ".expect" not in p.name], ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_again_is_as_anew(path: Path) -> None:
    matter = matter_of(Case.load(path), date(2026, 11, 22), base=path.parent)
    for channel in channels():
        try:
            letter = compose(matter, channel.id)
        except LettersError:
            continue
        assert Review(matter, channel).of(letter) == review_case(matter, channel, letter), channel.id
        assert Review(matter, channel).findings == review_case(matter, channel), channel.id
