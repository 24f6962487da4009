"""What was read and compiled once, kept in the user's own cache folder: YAML as msgpack, Jinja2 code as bytecode.

A cache is never needed: one that cannot be written, is stale or damaged is passed over. LETTERS_NO_CACHE turns it off.
"""

import os
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

_DAY, _MOMENT = 1, 2


@cache
def folder(name: str) -> Path | None:
    """A private folder for one kind of cache, or None where there can be none."""
    if os.environ.get("LETTERS_NO_CACHE"):
        return None
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    found = Path(home) / "letters" / name
    try:
        found.mkdir(parents=True, exist_ok=True, mode=0o700)
        own = found.stat()
    except OSError:
        return None
    return found if not hasattr(os, "getuid") or (own.st_uid == os.getuid() and not own.st_mode & 0o022) else None


def remembered(path: Path, part: str, read: Callable[[], Any]) -> Any:
    """What `read` makes of the file `path`: plain data (mappings, lists, text, numbers, dates), from the cache if fresh.

    `part` names what of the file is read. Errors of `read` pass through and are not remembered.
    """
    home = folder("data")
    if home is None:
        return read()
    from msgspec import DecodeError, msgpack

    try:
        known = path.stat()
    except OSError:
        return read()
    key = f"{path.resolve()}|{part}|{known.st_mtime_ns}|{known.st_size}|1"
    file = home / f"{path.stem}-{blake2b(key.encode(), digest_size=12).hexdigest()}.msgpack"
    try:
        return msgpack.decode(file.read_bytes(), ext_hook=_back, strict=False)
    except (OSError, DecodeError, ValueError):
        data = read()
    try:
        packed = msgpack.encode(_packable(data))
        temporary = file.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(packed)
        os.replace(temporary, file)
    except (OSError, TypeError, OverflowError):
        pass
    return data


def _packable(data: Any) -> Any:
    from msgspec import msgpack

    if isinstance(data, dict):
        return {key: _packable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_packable(value) for value in data]
    if isinstance(data, datetime):
        return msgpack.Ext(_MOMENT, data.isoformat().encode())
    if isinstance(data, date):
        return msgpack.Ext(_DAY, data.isoformat().encode())
    return data


def _back(code: int, data: memoryview) -> date | datetime:
    text = bytes(data).decode()
    if code == _DAY:
        return date.fromisoformat(text)
    if code == _MOMENT:
        return datetime.fromisoformat(text)
    raise ValueError(f"unknown extension {code}")


@cache
def bytecode() -> Any:
    """A bytecode cache for Jinja2, or None. Another way of compiling the markup is another folder."""
    drafting = Path(__file__).parent.parent / "drafting" / "template"
    way = b"".join((drafting / name).read_bytes() for name in ("markup.py", "sandbox.py"))
    home = folder(f"templates-{blake2b(way, digest_size=6).hexdigest()}")
    if home is None:
        return None
    from jinja2 import FileSystemBytecodeCache
    from jinja2.bccache import Bucket

    class Kept(FileSystemBytecodeCache):
        """Jinja2's own, which does not stumble over a damaged file."""

        def load_bytecode(self, bucket: Bucket) -> None:
            try:
                super().load_bytecode(bucket)
            except Exception:  # a broken pickle may raise anything
                bucket.reset()

    return Kept(str(home))


def compiled(environment: Any, name: str, source: str) -> Any:
    """The code of a template text that has no file, by way of the bytecode cache; errors are those of Jinja2.

    Texts of one name, such as those that begin alike, are kept beside each other.
    """
    kept = bytecode()
    if kept is None:
        return environment.compile(source, name=name, filename="<data>")
    bucket = kept.get_bucket(environment, name, kept.get_source_checksum(source), source)
    if bucket.code is None:
        bucket.code = environment.compile(source, name=name, filename="<data>")
        kept.set_bucket(bucket)
    return bucket.code
