"""What some tests need beside Python: which of it is missing here, and how to get it."""

import shutil
from pathlib import Path

import pytest
import typst

from letters.errors import LettersError
from letters.writers import pdf

SHARED = Path(__file__).resolve().parents[2] / "shared"
#: The faces that tests/fonts.conf and the known page counts take for granted, and Debian's packages for them.
FACES = {
    "Noto Serif CJK SC": "fonts-noto-cjk",
    "Noto Sans CJK SC": "fonts-noto-cjk",
    "Liberation Serif": "fonts-liberation",
}


def _missing(lacking: dict[str, str]) -> pytest.MarkDecorator:
    """Skips where anything is lacking, given as what it is and Debian's package of it."""
    packages = " ".join(dict.fromkeys(lacking.values()))
    reason = f"not here: {', '.join(lacking)}; cure: bash .ci/run, or apt install {packages}"
    return pytest.mark.skipif(bool(lacking), reason=reason)


def _programs(needed: dict[str, str]) -> dict[str, str]:
    return {program: package for program, package in needed.items() if not shutil.which(program)}


def _faces() -> dict[str, str]:
    families = set(typst.Fonts().families())
    return {face: package for face, package in FACES.items() if face not in families}


def _no_pdf() -> str:
    try:
        pdf.chosen_fonts()
    except LettersError as error:
        return f"{error.message.partition('，')[0]}; cure: {error.fix}"
    return ""


def needs_shared(*parts: str) -> pytest.MarkDecorator:
    """Skips where the project's reference material does not lie beside the checkout."""
    reason = f"not here: {SHARED.joinpath(*parts)}; cure: lay the project's shared folder beside the checkout"
    return pytest.mark.skipif(not SHARED.joinpath(*parts).exists(), reason=reason)


NEEDS_PDF = pytest.mark.skipif(bool(_no_pdf()), reason=f"no PDF can be made here: {_no_pdf()}")
NEEDS_PANDOC = _missing(_programs({"pandoc": "pandoc"}))
NEEDS_LAYOUT = _missing(_programs({"soffice": "libreoffice-writer", "pdfinfo": "poppler-utils"}) | _faces())
