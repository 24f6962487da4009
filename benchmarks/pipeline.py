"""From a case to the bytes of a letter: what drafting, review and law add to the writing."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

from benchmarks import others
from benchmarks.measure import Comparison, Limit
from letters import Case, draft
from letters.channels.known_channels import channels
from letters.drafting.draft import compose
from letters.drafting.rendering import context_for, rendering
from letters.drafting.template.blocks import Parsed
from letters.drafting.template.environment import Templates, templates_in
from letters.law.matter import Matter, matter_of
from letters.letter import Letter
from letters.review import Review
from letters.writers.docx.document import to_docx
from letters.writers.text import to_text

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
#: A case whose papers must be shortened to fit, and one whose complaint is as long as the one the writers are measured by.
CASE = _EXAMPLES / "points-not-delivered" / "case.yaml"
FITTING = _EXAMPLES / "refund-unpaid" / "case.yaml"
DAY = date(2026, 11, 22)
COMPLAINT = "small-claims"
SHORT = "customer-service"
NOTICE = "demand-letter"
#: Why drafting costs more than one rendering.
_WHY = (
    "Where a text is longer than its length, drafting renders it again for each choice of optional parts that it must "
    "measure: a part that falls changes numbers, names of laws and times elsewhere, so sizes cannot be added up. A "
    "text that fits at once is rendered once. In a profile of the complaint's drafting, what each does included: legal "
    "reasons 18 %, the story 12 %, blocks 8 %, claims 7 %, words of the ground 7 %, macros imported with their context "
    "6 %, measuring 4 %; the rest is spread over the template's own lines."
)


@cache
def case(path: Path) -> Case:
    return Case.load(path)


def matter(path: Path = CASE) -> Matter:
    """The loaded case before anything about it was computed."""
    return matter_of(case(path), DAY, base=path.parent)


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
    """A complaint that fits at once, as DOCX from a loaded case."""
    return _document(FITTING, "A complaint as DOCX from a loaded case, warm")


def longer() -> Comparison:
    """A complaint of which parts must fall."""
    return _document(CASE, "A longer complaint as DOCX from a loaded case, warm")


def _document(path: Path, title: str) -> Comparison:
    """A complaint made with and without all that comes before it, and where the time goes."""
    ready, known = matter(path), channels()
    channel, letter = known[COMPLAINT], compose(ready, COMPLAINT)
    drafting = "letters: drafting and DOCX, the law read before"
    whole = "letters: case, law, review, drafting, DOCX"
    floor = "floor: the same ready parts through zipfile"
    others_way = "docxtpl, rendering alone"
    return Comparison(
        title,
        {
            drafting: lambda: to_docx(compose(ready, COMPLAINT)),
            whole: lambda: draft(matter(path), COMPLAINT).docx(),
            "of that: DOCX alone": lambda: to_docx(letter),
            "of that: the template rendered once, into blocks": lambda: rendered(ready, COMPLAINT),
            "of that: law, sums and periods": lambda: read_by_the_law(matter(path)),
            "of that: review before and after drafting": lambda: Review(ready, channel, known=known).of(letter),
            floor: zipped(letter),
            others_way: others.docxtpl,
        },
        (
            Limit(drafting, others_way, 15, faster=True),
            Limit(drafting, floor, 2),
            Limit(whole, others_way, 5, faster=True),
        ),
        notes=(_effort(ready, COMPLAINT), "", _WHY),
    )


def text() -> Comparison:
    """Short letters as text against their templates rendered by Jinja2 and nothing more."""
    ready = matter()
    ours = {channel: f"letters: {channel}, drafting and text, the law read before" for channel in (NOTICE, SHORT)}
    bare = {channel: f"Jinja2: the template of {channel} rendered once" for channel in ours}
    entries: dict[str, Callable[[], object]] = {}
    for channel, name in ours.items():
        entries[name] = partial(drafted_text, ready, channel)
        entries[bare[channel]] = only_rendered(ready, channel)
    letter = compose(ready, SHORT)
    entries["of that: blocks to text"] = lambda: to_text(letter.body, letter.layout)
    return Comparison(
        "Letters as text, warm",
        entries,
        tuple(Limit(ours[channel], bare[channel], 2) for channel in ours),
        notes=(*(_effort(ready, channel) for channel in ours), "", _WHY),
    )


def drafted_text(ready: Matter, channel: str) -> str:
    letter = compose(ready, channel)
    return to_text(letter.body, letter.layout)


def read_by_the_law(fresh: Matter) -> object:
    return fresh.basis, fresh.sums, fresh.dues


def shortest(identity: str) -> int:
    """The channel's shortest length, 0 for none."""
    return next(iter(channels()[identity].lengths), 0)


def rendered(ready: Matter, identity: str) -> Parsed:
    return rendering(ready, channels()[identity], channels(), length=shortest(identity)).parsed


def only_rendered(ready: Matter, identity: str) -> Callable[[], object]:
    """The template filled in and no more; its sections, which count on from one rendering to the next, stay at one."""
    template = templates_in(channels().folders).template(identity)
    context = context_for(ready, channels()[identity], channels(), length=shortest(identity))
    names = context.names | {"section": lambda: "一", "subsection": lambda: "一"}
    return lambda: template.render(names)


def _effort(ready: Matter, identity: str) -> str:
    """How often drafting renders a template, and why."""
    with patch.object(Templates, "render", autospec=True, side_effect=Templates.render) as render:
        letter = compose(ready, identity)
    lengths = " and ".join(map(str, channels()[identity].lengths)) or "0"
    fallen = sum(1 for _ in letter.dropped)
    return f"- {identity}: rendered {render.call_count} times for the lengths {lengths}, after which {fallen} optional parts had fallen."
