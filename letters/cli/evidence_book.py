"""`draft --with-files`: the list of evidence bound with the exhibits themselves, and a manifest of the originals."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from letters.api import draft_letters
from letters.case.facts.facts import Facts
from letters.case.model.moment import knows_hour
from letters.cli.choice import Choice, folder_beside
from letters.cli.deliver import letterhead
from letters.cli.language import join, say
from letters.cli.output import complain
from letters.cli.saving import write_all
from letters.errors import LettersError, NotReady
from letters.law.matter import Matter, matter
from letters.letter import Exhibit, Letter
from letters.writers.book.bound import Book, BookExhibit, Bound, bind, manifest
from letters.writers.book.pages import Page, Prepared
from letters.writers.registry import FORMATS, Format, loaded

SLIP = "本证据没有编入电子文件，请将原件的复印件附于此处。"


def deliver_book(read: Matter, choice: Choice, case: Path) -> None:
    """Write the evidence book and its manifest."""
    folder = _folder(choice, case)
    made = _evidence_book(read, choice, letterhead(choice))
    files = {folder / name: data for name, data in made.items()}
    write_all(files, force=choice.force)
    for path in files:
        complain(say("draft.written", path=path))


def _evidence_book(read: Matter, choice: Choice, options: dict[str, Any]) -> dict[str, bytes]:
    """The book in the formats asked for and manifest.json, by file name.

    The exhibits are read first, for the list names the pages on which they stand. Raises LettersError where one cannot be
    bound and `--skip-broken` is not given.
    """
    formats = _formats(choice)
    if read.base is None:
        raise LettersError(say("book.no-folder"))
    exhibits = tuple(_exhibits(read, _list(read, choice).exhibits))
    files = bind([one for one in exhibits if one.path], read.base, choice.skip_broken)
    book = _with_slips(exhibits, files)
    counted = {one.exhibit.id: len(one.prepared.pages) for one in book.bound}
    letter = _list(_with_pages(read, counted), choice)
    made: dict[str, bytes] = {
        f"evidence-book{format.suffixes[0]}": loaded(format.book)(
            letter, book, **(options if format.letterhead else {})
        )
        for format in formats
    }
    told = manifest(book)
    told["exhibits"] = [each for each in told["exhibits"] if each["sha256"]]
    made["manifest.json"] = (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    for note in (*book.notes, *(f"{one.name}：{one.reason}。{one.fix}" for one in book.broken)):
        complain(note)
    return made


def _formats(choice: Choice) -> tuple[Format, ...]:
    """The formats asked for, the first that can bind where none is."""
    able = {each.name: each for each in FORMATS if each.book}
    strange = [name for name in choice.formats if name not in able]
    if strange:
        raise LettersError(say("book.formats", format=strange[0], known=join(list(able))))
    return tuple(able[name] for name in choice.formats) or tuple(able.values())[:1]


def _list(read: Matter, choice: Choice) -> Letter:
    force = choice.force or choice.skip_broken
    outcome = draft_letters(read, choice.channels, force=force, to=choice.to, templates=choice.templates)
    if outcome.refused:
        raise NotReady(outcome.refused[0].message, where=outcome.refused[0].channel)
    return outcome.letters[0].letter


def _exhibits(read: Matter, listed: Iterable[Exhibit]) -> Iterable[BookExhibit]:
    evidence = {item.id: item for item in read.case.evidence}
    for exhibit in listed:
        item = evidence[exhibit.id]
        at = item.captured_at
        captured = "" if at is None else f"{at:%Y-%m-%d %H:%M}" if knows_hour(at) else f"{at:%Y-%m-%d}"
        yield BookExhibit(exhibit.number, item.title, item.source, captured, item.file, item.id)


def _with_slips(exhibits: Iterable[BookExhibit], files: Book) -> Book:
    """The book with a page for each exhibit that has no file or was left out, so that the list's page numbers hold."""
    prepared = {one.exhibit.id: one.prepared for one in files.bound}
    slip = Prepared("", "", 0, "text/plain", (Page(text=SLIP),))
    bound: list[Bound] = []
    first = 1
    for exhibit in exhibits:
        bound.append(Bound(exhibit, prepared.get(exhibit.id, slip), first))
        first = bound[-1].last + 1
    return replace(files, bound=tuple(bound))


def _with_pages(read: Matter, counted: dict[str, int]) -> Matter:
    """The matter with the number of pages that each bound exhibit has."""
    evidence: tuple[Any, ...] = tuple(
        replace(item, pages=counted[item.id]) if item.id in counted else item for item in read.case.evidence
    )
    case = replace(read.case, evidence=evidence)
    return matter(Facts(case, read.on, read.law.grounds.index, read.facts.channels), read.law, base=read.base)


def _folder(choice: Choice, case: Path) -> Path:
    """Where the book goes: the folder of `-o`, else the one beside the case."""
    if choice.output is None:
        return folder_beside(case)
    if choice.output.suffix or (choice.output.exists() and not choice.output.is_dir()):
        raise LettersError(say("book.folder"))
    return choice.output
