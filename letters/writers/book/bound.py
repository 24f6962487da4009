"""The bound book of evidence: the list, then every exhibit on pages of its own, numbered on from 1.

First `bind` reads the files; `page_numbers` tells the list where each exhibit will stand; last the book is written.
An exhibit's pages are known before any layout, since a page holds one picture, one PDF page or one slip.
"""

import re
from collections.abc import Sequence
from functools import cache
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from letters.errors import NotReady
from letters.letter import Attachment, Letter
from letters.writers.book.exhibit import load_exhibit
from letters.writers.book.pages import BrokenExhibit, Page, Prepared
from letters.writers.docx.body import body_xml
from letters.writers.docx.document import Reference, assemble
from letters.writers.docx.drawing import CAPTION_LINE, caption, drawing_paragraph, scaled
from letters.writers.docx.parts import DOCUMENT_RELATIONS, FOOTER_RELATION, HEIGHT, PAGE, WIDTH, footer, static_parts
from letters.writers.docx.zipped import Base, extend
from letters.writers.pdf import TEMPLATE, compile_pdf

EXHIBITS_RELATION: Final = "rIdFooterExhibits"
# Room for the picture's own line and for rounding; a letterhead's header may be taller than its margin.
SPARE: Final = 400
SPARE_ON_LETTERHEAD: Final = 1600


class BookExhibit(Struct, frozen=True):
    """An exhibit as the list names it: its number, and in words its title, source and time of capture."""

    number: int
    title: str
    source: str
    captured_at: str
    path: str
    id: str = ""


class Bound(Struct, frozen=True):
    """An exhibit with its pages; `first` is the number of its first page in the book."""

    exhibit: BookExhibit
    prepared: Prepared
    first: int

    @property
    def last(self) -> int:
        """Number of its last page."""
        return self.first + len(self.prepared.pages) - 1


class Book(Struct, frozen=True):
    """What was read: the exhibits in order, and those left out because they were broken."""

    bound: tuple[Bound, ...]
    broken: tuple[BrokenExhibit, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know about the pictures."""
        return tuple(note for one in self.bound for note in one.prepared.notes)


class BrokenBook(NotReady):
    """Some exhibits cannot be bound; `broken` has each with its reason and cure."""

    def __init__(self, broken: tuple[BrokenExhibit, ...]) -> None:
        lines = "\n".join(f"  {one.name}：{one.reason}。{one.fix}" for one in broken)
        fix = "改正后再做；加 --skip-broken 可以先做其余部分。"
        super().__init__(f"有{len(broken)}份证据放不进证据册：\n{lines}", fix=fix)
        self.broken = broken


def bind(exhibits: Sequence[BookExhibit], root: Path, skip_broken: bool = False) -> Book:
    """Reads every exhibit from the case's folder `root`; BrokenBook names all that are broken, unless skipped."""
    bound: list[Bound] = []
    broken: list[BrokenExhibit] = []
    first = 1
    for exhibit in exhibits:
        try:
            prepared = load_exhibit(exhibit.path, root)
        except BrokenExhibit as error:
            broken.append(error)
            continue
        bound.append(Bound(exhibit, prepared, first))
        first = bound[-1].last + 1
    if broken and not skip_broken:
        raise BrokenBook(tuple(broken))
    return Book(tuple(bound), tuple(broken))


def page_numbers(book: Book) -> dict[int, str]:
    """For the list: exhibit number to its pages, `3` or `3-5`."""
    return {
        one.exhibit.number: str(one.first) if one.first == one.last else f"{one.first}-{one.last}" for one in book.bound
    }


def manifest(book: Book) -> dict[str, Any]:
    """What the book holds, for manifest.json: each original with its SHA-256, and what was left out and why."""
    pages = page_numbers(book)
    return {
        "exhibits": [
            {
                "number": one.exhibit.number,
                "id": one.exhibit.id,
                "title": one.exhibit.title,
                "source": one.exhibit.source,
                "captured_at": one.exhibit.captured_at,
                "file": one.exhibit.path,
                "sha256": one.prepared.digest,
                "bytes": one.prepared.size,
                "media_type": one.prepared.media_type,
                "pages": pages[one.exhibit.number],
                "notes": list(one.prepared.notes),
            }
            for one in book.bound
        ],
        "skipped": [{"file": one.name, "reason": one.reason, "fix": one.fix} for one in book.broken],
    }


def book_docx(letter: Letter, book: Book, reference: Reference | None = None) -> bytes:
    """The list `letter` and the exhibits as one DOCX. Pages of a PDF become slips; `book_pdf` shows them."""
    total = book.bound[-1].last if book.bound else 0
    chosen = reference or _reference(total)
    spare = SPARE_ON_LETTERHEAD if reference else SPARE
    media: list[Attachment] = []
    pieces: list[str] = []
    if book.bound:
        gap = chosen.ids["gap"]
        section = reference.section if reference else _section(FOOTER_RELATION)
        pieces.append(f'<w:p><w:pPr><w:pStyle w:val="{gap}"/>{section}</w:pPr></w:p>')
    for one in book.bound:
        for index, page in enumerate(one.prepared.pages):
            lines = _caption(one, index)
            pieces.append(caption(lines, chosen.ids, fresh=bool(index) or one.first > 1))
            if not page.data:
                pieces.append(caption((page.text,), chosen.ids, fresh=False))
                continue
            name = f"证据{one.exhibit.number}：{one.exhibit.title}"
            media.append(Attachment(name, page.media_type, page.data, page.width, page.height))
            size = _fit(page, lines, chosen.width, chosen.height - spare)
            pieces.append(drawing_paragraph(len(media), name, *size, chosen.ids))
    if reference:
        chosen = replace(chosen, section=_restarted(reference.section))
    elif not book.bound:
        chosen = replace(chosen, section=_section(FOOTER_RELATION))
    body = body_xml(letter.body, chosen.ids, chosen.width) + "".join(pieces).encode()
    return assemble(letter, body, chosen, media)


def book_pdf(letter: Letter, book: Book) -> bytes:
    """The list `letter` and the exhibits as one PDF, with the pages of PDF exhibits themselves."""
    pages: list[dict[str, Any]] = []
    with TemporaryDirectory(prefix="letters-") as folder:
        root = Path(folder)
        (root / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        for one in book.bound:
            for index, page in enumerate(one.prepared.pages):
                lines = list(_caption(one, index))
                file = _place(root, one, index, page)
                if not file:
                    lines.append(page.text)
                alt = f"证据{one.exhibit.number}：{one.exhibit.title}"
                width, height = _fit(page, tuple(lines), WIDTH, HEIGHT - SPARE) if page.data else (0, 0)
                size = {"width": width / 20, "height": height / 20}
                pages.append({"caption": lines, "file": file, "page": page.pdf_page, "alt": alt, **size})
        return compile_pdf(letter, pages, root, root / TEMPLATE.name)


def _place(root: Path, one: Bound, index: int, page: Page) -> str:
    """Puts what a page shows under `root`; the name that the template finds it by, empty for a slip."""
    if page.pdf_page:
        name = f"exhibit{one.first}.pdf"
        if index == 0:
            (root / name).write_bytes(one.prepared.original)
        return f"/{name}"
    if not page.data:
        return ""
    name = f"exhibit{one.first + index}.{page.media_type.partition('/')[2]}"
    (root / name).write_bytes(page.data)
    return f"/{name}"


def _caption(one: Bound, index: int) -> tuple[str, ...]:
    count = len(one.prepared.pages)
    part = f"（第{index + 1}页，共{count}页）" if count > 1 else ""
    facts = [("来源", one.exhibit.source), ("形成时间", one.exhibit.captured_at)]
    known = "　".join(f"{name}：{value}" for name, value in facts if value)
    digest = f"SHA-256：{one.prepared.digest}" if one.prepared.digest else ""
    lines = (f"证据{one.exhibit.number}　{one.exhibit.title}{part}", known, digest)
    return tuple(line for line in lines if line)


def _fit(page: Page, lines: tuple[str, ...], width: int, height: int) -> tuple[int, int]:
    return scaled(page.width, page.height, width, height - _lines(lines, width) * CAPTION_LINE)


def _lines(lines: tuple[str, ...], width: int) -> int:
    """How many lines a caption takes at most, at 12 pt."""
    room = width // 240 - 1
    return sum(ceil(sum(1.0 if ord(char) > 0x2000 else 0.62 for char in line) / room) or 1 for line in lines)


def _section(relation: str, numbering: str = "") -> str:
    return f'<w:sectPr><w:footerReference w:type="default" r:id="{relation}"/>{PAGE}{numbering}</w:sectPr>'


def _restarted(section: str) -> str:
    """A letterhead's section with page numbers from 1; the order of its children is fixed by ISO/IEC 29500, 17.6.17."""
    later = "cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid"
    plain = re.sub(r"<w:pgNumType\b[^>]*/>", "", section)
    return re.sub(rf"(<w:(?:{later})\b|</w:sectPr>)", r'<w:pgNumType w:start="1"/>\1', plain, count=1)


@cache
def _reference(total: int) -> Reference:
    """Our reference document with a footer for the list and one for `total` exhibit pages that begin at 1."""
    footers = {
        "footer1.xml": footer(before="证据目录 第", after=" 页"),
        "footer2.xml": footer(before="证据材料 第", after=f" 页 共 {total} 页"),
    }
    return Reference(
        extend(Base(), static_parts(footers).items()),
        section=_section(EXHIBITS_RELATION, '<w:pgNumType w:start="1"/>'),
        links={**DOCUMENT_RELATIONS, EXHIBITS_RELATION: ("footer", "footer2.xml")},
    )
