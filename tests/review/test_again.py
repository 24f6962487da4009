"""A review taken up again with the letter finds what a review with the letter finds."""

from datetime import date
from pathlib import Path

import pytest

from letters.case.case import Case
from letters.drafting.channel import channels
from letters.drafting.draft import compose
from letters.law.dossier import Dossier
from letters.messages import LettersError
from letters.review import Review, review
from tests.conftest import EXAMPLES

CASES = sorted((Path(__file__).parents[1] / "scenarios").glob("[0-3]*[05]-*[a-z].yaml")) + sorted(EXAMPLES.glob("*/case.yaml"))


@pytest.mark.parametrize("path", [p for p in CASES if ".expect" not in p.name], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_again_is_as_anew(path: Path) -> None:
    dossier = Dossier(Case.load(path), date(2026, 11, 22), base=path.parent)
    for channel in channels():
        try:
            letter = compose(dossier, channel.id)
        except LettersError:
            continue
        assert Review(dossier, channel).of(letter) == review(dossier, channel, letter), channel.id
        assert Review(dossier, channel).findings == review(dossier, channel), channel.id
