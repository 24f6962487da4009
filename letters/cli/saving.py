"""Writing what was made: all files or none, and none over another without leave."""

import os
from collections.abc import Mapping
from pathlib import Path

from letters.cli.failures import reason_of
from letters.cli.language import join, say
from letters.errors import LettersError

#: More names than this are counted, not listed.
_LISTED = 5


def write_all(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write every file whole, or none: each to a temporary name beside its place, then all are renamed.

    Raises LettersError if one exists and `force` is not given, or if one cannot be written; nothing is then left behind.
    """
    taken = [str(path) for path in files if os.path.lexists(path)]
    if taken and not force:
        more = say("write.more", count=len(taken) - _LISTED) if len(taken) > _LISTED else ""
        raise LettersError(say("write.exists", names=join(taken[:_LISTED]) + more), fix=say("write.exists-fix"))
    for path in files:
        if path.is_dir():
            raise LettersError(say("write.is-folder", path=path))
    made: list[Path] = []
    fresh: dict[Path, Path] = {}
    placed: list[Path] = []
    current = next(iter(files), Path())
    try:
        for path, data in files.items():
            current = path
            _make_folder(path.parent, made)
            temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
            fresh[temporary] = path
            _write(temporary, data)
        for temporary, current in fresh.items():
            before = os.path.lexists(current)
            os.replace(temporary, current)
            if not before:
                placed.append(current)
    except BaseException as error:
        for path in (*fresh, *placed):
            path.unlink(missing_ok=True)
        for folder in reversed(made):
            _remove(folder)
        if isinstance(error, OSError):
            said = say("write.failed", path=current, reason=reason_of(error))
            raise LettersError(said, fix=say("write.failed-fix")) from None
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent, made)
    folder.mkdir()
    made.append(folder)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        pass
