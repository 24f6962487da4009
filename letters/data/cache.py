"""What was read and compiled once, kept in the user's own cache folder: YAML as msgpack, Jinja2 code as bytecode.

A cache is never needed: one that cannot be written, is stale or damaged is passed over. LETTERS_NO_CACHE turns it off.
"""

import os
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
#: Another way of reading files is another format: what the old way kept is passed over.
_FORMAT = b"letters-data-2"


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


def remembered(content: bytes, name: str, kind: type[T], read: Callable[[], T]) -> T:
    """What `read` makes of a file's `content`, from the cache if it is there: a value of the msgspec type `kind`.

    The type is checked at every reading, so what an older program kept is read anew where it no longer fits. `name` is for
    those who look into the folder. Errors of `read` pass through and are not remembered.
    """
    home = folder("data")
    if home is None:
        return read()
    from msgspec import DecodeError, msgpack

    digest = blake2b(content, digest_size=12, key=repr(kind).encode()[-64:], person=_FORMAT).hexdigest()
    file = home / f"{name}-{digest}.msgpack"
    try:
        return msgpack.decode(file.read_bytes(), type=kind)
    except (OSError, DecodeError, ValueError):
        value = read()
    try:
        temporary = file.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(msgpack.encode(value))
        os.replace(temporary, file)
    except (OSError, TypeError, OverflowError):
        pass
    return value


@cache
def bytecode() -> Any:
    """A bytecode cache for Jinja2, or None. Another way of compiling the markup is another folder."""
    drafting = Path(__file__).parent.parent / "drafting" / "template"
    way = b"".join((drafting / name).read_bytes() for name in ("markup.py", "notation.py", "sandbox.py"))
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
