"""From a case to the bytes of a letter: what drafting, review and law add to the writing."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks import others
from benchmarks.measure import Comparison, Limit
from letters import Case, draft
from letters.drafting.draft import compose, towards
from letters.drafting.environment import drafter
from letters.drafting.session import Session
from letters.law.dossier import Dossier
from letters.letter import Letter
from letters.writers.docx import to_docx
from letters.writers.text import to_text

CASE = Path(__file__).resolve().parent.parent / "examples" / "points-not-delivered" / "case.yaml"
DAY = date(2026, 11, 22)
COMPLAINT = "small-claims"
SHORT = "customer-service"


@cache
def case() -> Case:
    return Case.load(CASE)


def dossier() -> Dossier:
    """The loaded case before anything about it was computed."""
    return Dossier(case(), DAY, base=CASE.parent)


def zipped(letter: Letter) -> Callable[[], bytes]:
    """The floor: the parts of a finished letter through zipfile."""
    with zipfile.ZipFile(io.BytesIO(to_docx(letter))) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def floor() -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    return floor


def document() -> Comparison:
    """A complaint as DOCX from a loaded case."""
    ready = dossier()
    letter = compose(ready, COMPLAINT)
    drafting = "letters: drafting and DOCX, the law read before"
    whole = "letters: case, law, review, drafting, DOCX"
    floor = "floor: the same ready parts through zipfile"
    return Comparison(
        "A complaint as DOCX from a loaded case, warm",
        {
            drafting: lambda: to_docx(compose(ready, COMPLAINT)),
            whole: lambda: draft(dossier(), COMPLAINT).docx(),
            "of that: DOCX alone": lambda: to_docx(letter),
            floor: zipped(letter),
            "docxtpl, rendering alone": others.docxtpl,
        },
        (
            Limit(drafting, "docxtpl, rendering alone", 15, faster=True),
            Limit(drafting, floor, 2),
            Limit(whole, "docxtpl, rendering alone", 5, faster=True),
        ),
    )


def text() -> Comparison:
    """A short letter as text against its template rendered by Jinja2 and nothing more."""
    ready = dossier()
    letter = compose(ready, SHORT)
    office = drafter(())
    channel = office.channels[SHORT]
    session = Session(office, ready, channel, ready.view(channel.level, towards(ready.facts, channel)), length=300)
    template = office.template(SHORT)
    names = session.names
    ours, bare = "letters: drafting and text, the law read before", "Jinja2: the same template rendered once"
    return Comparison(
        "A message to customer service as text, warm",
        {
            ours: lambda: to_text(compose(ready, SHORT).body, "box"),
            "of that: blocks to text": lambda: to_text(letter.body, "box"),
            bare: lambda: template.render(names),
        },
        (Limit(ours, bare, 2),),
        notes=("Drafting renders the template again for each optional part that has to fall to fit the form.",),
    )
