"""Where drafted letters go: one text to standard output, all else to files, by the names of their channels."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from letters.cli.choice import Choice
from letters.cli.language import say

if TYPE_CHECKING:
    from letters.api import Drafted, Outcome
    from letters.law.matter import Matter
    from letters.writers.docx.document import Reference

_FORMATS = {".txt": "txt", ".docx": "docx", ".html": "html", ".htm": "html", ".pdf": "pdf"}


def deliver(outcome: "Outcome", choice: Choice, case: Path) -> None:
    """Print or write the letters. Raises LettersError if a file cannot be made or is there already."""
    target, single = _target(choice, outcome.letters, case)
    options = _docx_options(choice)
    wanted = [
        (each, format) for each in outcome.letters for format in _formats(choice, each, target if single else None)
    ]
    if choice.output is None and len(wanted) == 1 and wanted[0][1] == "txt":
        _print(wanted[0][0], case)
        return
    if single and len(wanted) > 1:
        raise click.UsageError(say("draft.one-file"), click.get_current_context())
    from letters.cli.output import complain
    from letters.cli.saving import write_all

    files: dict[Path, bytes] = {}
    for drafted, format in wanted:
        data = _bytes(drafted, format, options)
        if single:
            files[target] = data
        else:
            files[target / f"{drafted.letter.channel}.{format}"] = data
            files.update(_beside(drafted, format, target))
    write_all(files, force=choice.force)
    for path in files:
        complain(say("draft.written", path=path))


def _target(choice: Choice, letters: Iterable["Drafted"], case: Path) -> tuple[Path, bool]:
    """Where to, and whether that is one file."""
    output = choice.output
    if output is None:
        return case.parent / f"{case.stem}-letters", False
    if output.is_dir() or output.suffix.lower() not in _FORMATS:
        if output.exists() and not output.is_dir():
            raise click.UsageError(say("draft.not-folder", path=output), click.get_current_context())
        return output, False
    return output, True


def _formats(choice: Choice, drafted: "Drafted", file: Path | None) -> tuple[str, ...]:
    if file is not None:
        format = _FORMATS[file.suffix.lower()]
        if choice.formats and choice.formats != (format,):
            said = say("draft.other-format", suffix=file.suffix, format=", ".join(choice.formats))
            raise click.UsageError(said, click.get_current_context())
        return (format,)
    if choice.formats:
        return choice.formats
    from letters.api import channels_of

    return (channels_of(choice.templates)[drafted.channel].format,)


def deliver_book(matter: "Matter", choice: Choice, case: Path) -> None:
    """Write the evidence book and its manifest."""
    from letters.cli.book import bound_evidence, folder_of
    from letters.cli.output import complain
    from letters.cli.saving import write_all

    folder = folder_of(choice, case)
    made = bound_evidence(matter, choice, _letterhead(choice))
    files = {folder / name: data for name, data in made.items()}
    write_all(files, force=choice.force)
    for path in files:
        complain(say("draft.written", path=path))


def _docx_options(choice: Choice) -> dict[str, Any]:
    reference = _letterhead(choice)
    return {"reference": reference} if reference else {}


def _letterhead(choice: Choice) -> "Reference | None":
    if choice.reference is None:
        return None
    from letters.cli.output import complain
    from letters.writers.letterhead.reading import load_reference

    reference = load_reference(choice.reference)
    for note in reference.notes:
        complain(note)
    return reference


def _bytes(drafted: "Drafted", format: str, options: dict[str, Any]) -> bytes:
    from letters.api import with_fields
    from letters.writers import write

    if format == "txt":
        return write(drafted.letter, format)
    return write(with_fields(drafted.letter), format, **(options if format == "docx" else {}))


def _beside(drafted: "Drafted", format: str, folder: Path) -> dict[Path, bytes]:
    """The shorter variants of a text, and the fields of the form it is typed into."""
    if format != "txt":
        return {}
    from letters.writers import write

    letter = drafted.letter
    files = {
        folder / f"{letter.channel}-{length}.txt": write(replace(letter, body=body), "txt")
        for length, body in letter.variants.items()
        if body != letter.body
    }
    if letter.fields:
        lines = "".join(f"{name}：{value}\n" for name, value in letter.fields)
        files[folder / f"{letter.channel}-fields.txt"] = lines.encode()
    return files


def _print(drafted: "Drafted", case: Path) -> None:
    from letters.cli.output import complain, show
    from letters.letter import Paragraph, plain

    letter = drafted.letter
    opening = next((plain(b.runs) for b in letter.body if isinstance(b, Paragraph)), "")
    if letter.layout == "box" and letter.title and letter.title != opening:
        complain(say("draft.title", title=letter.title))
    show(drafted.text)
    shorter = [length for length, body in letter.variants.items() if body != letter.body]
    if shorter or letter.fields:
        complain(say("draft.more-texts", lengths="、".join(shorter) or "-", folder=f"{case.stem}-letters/"))
