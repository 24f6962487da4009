"""Where drafted letters go: one text to standard output, all else to files, by the names of their channels."""

from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from letters.api import Drafted, Outcome, channels_of, with_fields
from letters.cli.choice import Choice, folder_beside
from letters.cli.language import say
from letters.cli.output import complain, show
from letters.cli.saving import write_all
from letters.letter import Letter, Paragraph, plain
from letters.writers.registry import Format, format_named, format_of_suffix
from letters.writers.writing import write


def deliver(outcome: Outcome, choice: Choice, case: Path) -> None:
    """Print or write the letters. Raises LettersError if a file cannot be made or is there already."""
    file = _file(choice)
    options = letterhead(choice)
    wanted = [(each, format) for each in outcome.letters for format in _formats(choice, each, file)]
    if choice.output is None and len(wanted) == 1 and wanted[0][1].is_text:
        _print(*wanted[0], case)
        return
    if file and len(wanted) > 1:
        raise click.UsageError(say("draft.one-file"), click.get_current_context())
    folder = choice.output or folder_beside(case)
    files: dict[Path, bytes] = {}
    for drafted, format in wanted:
        data = _bytes(drafted.letter, format, options)
        if file:
            files[file] = data
        else:
            files[folder / f"{drafted.channel}{format.suffixes[0]}"] = data
            files.update(_beside(drafted.letter, format, folder))
    write_all(files, force=choice.force)
    for path in files:
        complain(say("draft.written", path=path))


def letterhead(choice: Choice) -> dict[str, Any]:
    """The user's own letterhead as the option of a writer; nothing where none was given."""
    if choice.reference is None:
        return {}
    # lxml is loaded for a letterhead alone
    from letters.writers.letterhead.reading import load_reference

    reference = load_reference(choice.reference)
    for note in reference.notes:
        complain(note)
    return {"reference": reference}


def _file(choice: Choice) -> Path | None:
    """The one file that was asked for, None for a folder."""
    output = choice.output
    if output is None or output.is_dir():
        return None
    if format_of_suffix(output.suffix):
        return output
    if output.exists():
        raise click.UsageError(say("draft.not-folder", path=output), click.get_current_context())
    return None


def _formats(choice: Choice, drafted: Drafted, file: Path | None) -> tuple[Format, ...]:
    of_file = format_of_suffix(file.suffix) if file else None
    if of_file and choice.formats and choice.formats != (of_file.name,):
        said = say("draft.other-format", suffix=file.suffix if file else "", format=", ".join(choice.formats))
        raise click.UsageError(said, click.get_current_context())
    if of_file:
        return (of_file,)
    if choice.formats:
        return tuple(format_named(name) for name in choice.formats)
    profile = channels_of(choice.templates)[drafted.channel]
    return (format_named(profile.format, where=profile.path),)


def _bytes(letter: Letter, format: Format, options: dict[str, Any]) -> bytes:
    shown = letter if format.is_text else with_fields(letter)
    return write(shown, format.name, **(options if format.letterhead else {}))


def _beside(letter: Letter, format: Format, folder: Path) -> dict[Path, bytes]:
    """The shorter variants of a text, and the fields of the form it is typed into."""
    if not format.is_text:
        return {}
    suffix = format.suffixes[0]
    files = {
        folder / f"{letter.channel}-{length}{suffix}": write(replace(letter, body=body), format.name)
        for length, body in letter.variants.items()
        if body != letter.body
    }
    if letter.fields:
        lines = "".join(f"{name}：{value}\n" for name, value in letter.fields)
        files[folder / f"{letter.channel}-fields{suffix}"] = lines.encode()
    return files


def _print(drafted: Drafted, format: Format, case: Path) -> None:
    letter = drafted.letter
    opening = next((plain(b.runs) for b in letter.body if isinstance(b, Paragraph)), "")
    if letter.layout == "box" and letter.title and letter.title != opening:
        complain(say("draft.title", title=letter.title))
    show(write(letter, format.name).decode().removesuffix("\n"))
    shorter = [length for length, body in letter.variants.items() if body != letter.body]
    if shorter or letter.fields:
        complain(say("draft.more-texts", lengths="、".join(shorter) or "-", folder=f"{folder_beside(case).name}/"))
