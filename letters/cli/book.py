"""`draft -c evidence-list --with-files`: the list bound with the exhibits themselves, and a manifest of the originals."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letters.cli.choice import Choice
from letters.cli.language import say
from letters.errors import LettersError, NotReady

if TYPE_CHECKING:
    from letters.law.matter import Matter
    from letters.letter import Exhibit, Letter
    from letters.writers.book.bound import Book, BookExhibit
    from letters.writers.docx.document import Reference

CHANNEL = "evidence-list"
FORMATS = ("docx", "pdf")
SLIP = "本证据没有编入电子文件，请将原件的复印件附于此处。"


def bound_evidence(matter: "Matter", choice: Choice, reference: "Reference | None") -> dict[str, bytes]:
    """The book in the formats asked for (DOCX where none is) and manifest.json, by file name.

    The exhibits are read first, for the list names the pages on which they stand. Raises LettersError where one cannot be
    bound and `--skip-broken` is not given.
    """
    from letters.cli.output import complain
    from letters.writers.book.bound import bind, evidence_book, evidence_book_pdf, manifest

    strange = [format for format in choice.formats if format not in FORMATS]
    if strange:
        raise LettersError(say("book.formats", format=strange[0]))
    if matter.base is None:
        raise LettersError(say("book.no-folder"))
    exhibits = tuple(_exhibits(matter, _list(matter, choice).exhibits))
    files = bind([one for one in exhibits if one.path], matter.base, choice.skip_broken)
    book = _with_slips(exhibits, files)
    counted = {one.exhibit.id: len(one.prepared.pages) for one in book.bound}
    letter = _list(_with_pages(matter, counted), choice)
    made: dict[str, bytes] = {}
    for format in choice.formats or ("docx",):
        data = evidence_book_pdf(letter, book) if format == "pdf" else evidence_book(letter, book, reference)
        made[f"evidence-book.{format}"] = data
    told = manifest(book)
    told["exhibits"] = [each for each in told["exhibits"] if each["sha256"]]
    made["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    for note in (*book.notes, *(f"{one.name}：{one.reason}。{one.fix}" for one in book.broken)):
        complain(note)
    return made


def _list(matter: "Matter", choice: Choice) -> "Letter":
    from letters.api import draft_letters

    force = choice.force or choice.skip_broken
    outcome = draft_letters(matter, [CHANNEL], force=force, to=choice.to, templates=choice.templates)
    if outcome.refused:
        raise NotReady(outcome.refused[0].message, where=CHANNEL)
    return outcome.letters[0].letter


def _exhibits(matter: "Matter", listed: "Iterable[Exhibit]") -> "Iterable[BookExhibit]":
    from letters.case.model.moment import knows_hour
    from letters.writers.book.bound import BookExhibit

    evidence = {item.id: item for item in matter.case.evidence}
    for exhibit in listed:
        item = evidence[exhibit.id]
        at = item.captured_at
        captured = "" if at is None else f"{at:%Y-%m-%d %H:%M}" if knows_hour(at) else f"{at:%Y-%m-%d}"
        yield BookExhibit(exhibit.number, item.title, item.source, captured, item.file, item.id)


def _with_slips(exhibits: "Iterable[BookExhibit]", files: "Book") -> "Book":
    """The book with a page for each exhibit that has no file or was left out, so that the list's page numbers hold."""
    from msgspec.structs import replace

    from letters.writers.book.bound import Bound
    from letters.writers.book.exhibit import Page, Prepared

    prepared = {one.exhibit.id: one.prepared for one in files.bound}
    slip = Prepared("", "", 0, "text/plain", (Page(text=SLIP),))
    bound: list[Bound] = []
    first = 1
    for exhibit in exhibits:
        bound.append(Bound(exhibit, prepared.get(exhibit.id, slip), first))
        first = bound[-1].last + 1
    return replace(files, bound=tuple(bound))


def _with_pages(matter: "Matter", counted: dict[str, int]) -> "Matter":
    """The matter with the number of pages that each bound exhibit has."""
    from msgspec.structs import replace

    from letters.case.facts.facts import Facts
    from letters.law.matter import matter as read

    evidence: tuple[Any, ...] = tuple(
        replace(item, pages=counted[item.id]) if item.id in counted else item for item in matter.case.evidence
    )
    case = replace(matter.case, evidence=evidence)
    return read(Facts(case, matter.on), matter.law, base=matter.base)


def folder_of(choice: Choice, case: Path) -> Path:
    """Where the book goes: the folder of `-o`, else the one beside the case."""
    if choice.output is None:
        return case.parent / f"{case.stem}-letters"
    if choice.output.suffix or (choice.output.exists() and not choice.output.is_dir()):
        raise LettersError(say("book.folder"))
    return choice.output
