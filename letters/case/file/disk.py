"""The case file on disk: read with care, changed in place, written back whole or not at all."""

import os
from pathlib import Path

from letters.case.file.edit import add_item, set_value, update_item
from letters.case.file.problems import Unreadable
from letters.case.file.source import MAX_BYTES, Document, read_document

__all__ = [
    "MAX_BYTES",
    "Document",
    "add_item",
    "read_document",
    "save",
    "set_value",
    "update_item",
    "write_atomically",
]


def save(path: str | Path, document: Document) -> None:
    """Write a document back; a file that already holds the same bytes is not touched."""
    path = Path(path)
    if not path.is_file() or path.read_bytes() != document.data:
        write_atomically(path, document.data)


def write_atomically(path: str | Path, data: bytes, backup: bool = True) -> None:
    """Put `data` into `path` whole or not at all: a temporary file beside it is synced and renamed over it.

    The version before stays as `NAME.bak` if `backup`; the mode of the file is kept, and a link stays a link.
    Raises Unreadable("unwritable") if the disk is full or the folder is closed; the old file is then as it was.
    """
    target = Path(os.path.realpath(path))
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    spare = target.with_name(f".{target.name}.{os.getpid()}.old")
    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        _write_new(fresh, data, mode)
        if backup and mode is not None:
            _write_new(spare, target.read_bytes(), mode)
            os.replace(spare, target.with_name(f"{target.name}.bak"))
        os.replace(fresh, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise Unreadable("unwritable", path, reason=error.strerror or str(error)) from None
    finally:
        fresh.unlink(missing_ok=True)
        spare.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _sync_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
