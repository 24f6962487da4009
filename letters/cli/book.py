"""`draft -c evidence-list --with-files`: the list bound with the exhibits themselves, and a manifest of the originals."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letters.cli.language import say
from letters.messages import LettersError, NotReady

if TYPE_CHECKING:
    from letters.cli.draft import Choice
    from letters.law.dossier import Dossier
    from letters.letter import Exhibit, Letter
    from letters.writers.book import Book, BookExhibit
    from letters.writers.docx import Reference

CHANNEL = "evidence-list"
FORMATS = ("docx", "pdf")
SLIP = "本证据没有编入电子文件，请将原件的复印件附于此处。"


def evidence_book(dossier: "Dossier", choice: "Choice", reference: "Reference | None") -> dict[str, bytes]:
    """The book in the formats asked for (DOCX where none is) and manifest.json, by file name.

    The exhibits are read first, for the list names the pages on which they stand. Raises LettersError where one cannot be
    bound and `--skip-broken` is not given.
    """
    from letters.cli.output import complain
    from letters.writers.book import bind, evidence_book_pdf, manifest
    from letters.writers.book import evidence_book as evidence_book_docx

    strange = [format for format in choice.formats if format not in FORMATS]
    if strange:
        raise LettersError(say("book.formats", format=strange[0]))
    if dossier.base is None:
        raise LettersError(say("book.no-folder"))
    exhibits = tuple(_exhibits(dossier, _list(dossier, choice).exhibits))
    files = bind([one for one in exhibits if one.path], dossier.base, choice.skip_broken)
    book = _with_slips(exhibits, files)
    counted = {one.exhibit.id: len(one.prepared.pages) for one in book.bound}
    letter = _list(_with_pages(dossier, counted), choice)
    made: dict[str, bytes] = {}
    for format in choice.formats or ("docx",):
        data = evidence_book_pdf(letter, book) if format == "pdf" else evidence_book_docx(letter, book, reference)
        made[f"evidence-book.{format}"] = data
    told = manifest(book)
    told["exhibits"] = [each for each in told["exhibits"] if each["sha256"]]
    made["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    for note in (*book.notes, *(f"{one.name}：{one.reason}。{one.fix}" for one in book.broken)):
        complain(note)
    return made


def _list(dossier: "Dossier", choice: "Choice") -> "Letter":
    from letters.api import draft_letters

    force = choice.force or choice.skip_broken
    outcome = draft_letters(dossier, [CHANNEL], force=force, to=choice.to, templates=choice.templates)
    if outcome.refused:
        raise NotReady(outcome.refused[0].message, where=CHANNEL)
    return outcome.letters[0].letter


def _exhibits(dossier: "Dossier", listed: "Iterable[Exhibit]") -> "Iterable[BookExhibit]":
    from letters.case.moment import knows_hour
    from letters.writers.book import BookExhibit

    evidence = {item.id: item for item in dossier.case.evidence}
    for exhibit in listed:
        item = evidence[exhibit.id]
        at = item.captured_at
        captured = "" if at is None else f"{at:%Y-%m-%d %H:%M}" if knows_hour(at) else f"{at:%Y-%m-%d}"
        yield BookExhibit(exhibit.number, item.title, item.source, captured, item.file, item.id)


def _with_slips(exhibits: "Iterable[BookExhibit]", files: "Book") -> "Book":
    """The book with a page for each exhibit that has no file or was left out, so that the list's page numbers hold."""
    from msgspec.structs import replace

    from letters.writers.book import Bound
    from letters.writers.exhibit import Page, Prepared

    prepared = {one.exhibit.id: one.prepared for one in files.bound}
    slip = Prepared("", "", 0, "text/plain", (Page(text=SLIP),))
    bound: list[Bound] = []
    first = 1
    for exhibit in exhibits:
        bound.append(Bound(exhibit, prepared.get(exhibit.id, slip), first))
        first = bound[-1].last + 1
    return replace(files, bound=tuple(bound))


def _with_pages(dossier: "Dossier", counted: dict[str, int]) -> "Dossier":
    """The dossier with the number of pages that each bound exhibit has."""
    from msgspec.structs import replace

    from letters.law.dossier import Dossier

    evidence: tuple[Any, ...] = tuple(
        replace(item, pages=counted[item.id]) if item.id in counted else item for item in dossier.case.evidence
    )
    case = replace(dossier.case, evidence=evidence)
    return Dossier(case, dossier.on, dossier.catalogue, base=dossier.base, statutes=dossier.statutes)


def folder_of(choice: "Choice", case: Path) -> Path:
    """Where the book goes: the folder of `-o`, else the one beside the case."""
    if choice.output is None:
        return case.parent / f"{case.stem}-letters"
    if choice.output.suffix or (choice.output.exists() and not choice.output.is_dir()):
        raise LettersError(say("book.folder"))
    return choice.output
