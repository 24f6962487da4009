"""What a letter tells of a person: no more than the level of its channel (0 nothing, 1 account, 2 name and phone, 3 all)."""

import re

import pytest

from letters.api import channels_of
from letters.case.view.identifying import identifiers
from tests.drafting.every import CASES, drafted, opened, printed

PERSON = r"^complainant\.(guardian\.|agent\.)?"
#: The fields that a level may not show; level 0 shows none of the identifiers.
HIDDEN = {1: PERSON + "(name|phone|email|id_number|address|residence)$", 2: PERSON + "(id_number|address|residence)$"}


def stands_alone(secret: str, text: str) -> bool:
    """Whether `secret` is there as a whole: digits, letters and the stars of a mask make another word of it."""
    if not secret.isascii():
        return secret in text
    return re.search(rf"(?<![0-9A-Za-z*]){re.escape(secret)}(?![0-9A-Za-z])", text) is not None


@pytest.mark.parametrize("name", CASES)
def test_no_text_tells_more_than_its_level(name: str) -> None:
    secrets = identifiers(opened(name).case)
    for letter in drafted(name):
        level = channels_of()[letter.channel].level
        text = printed(letter)
        for path, secret in secrets.items():
            kept = level == 0 or (level in HIDDEN and re.search(HIDDEN[level], path))
            if kept and len(secret) > 1:
                assert not stands_alone(secret, text), f"{letter.channel}: {path}"
