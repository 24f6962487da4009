"""A zip package whose bytes depend on its contents alone: fixed dates, fixed order, nothing of the machine.

Parts that never change are deflated once and kept as a `Base`; a letter is appended to it. Format: PKWARE APPNOTE 6.3.
"""

import zlib
from collections.abc import Iterable
from struct import Struct as Packing
from typing import Final

from msgspec import Struct

LEVEL: Final = 6
STORED_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".gif")
SMALL: Final = 1024
_LOCAL: Final = Packing("<4s5H3I2H")
_CENTRAL: Final = Packing("<4s6H3I5H2I")
_END: Final = Packing("<4s4H2IH")
_DATE: Final = (1980 - 1980) << 9 | 1 << 5 | 1


class Base(Struct, frozen=True):
    """Entries already packed: their bytes, their lines of the central directory, their number."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0


def extend(base: Base, parts: Iterable[tuple[str, bytes]]) -> Base:
    """`base` with `parts` (name, content) packed behind it; pictures and parts below 1 kB are stored as they are."""
    bodies = [base.body]
    lines = [base.directory]
    offset = len(base.body)
    count = base.count
    for name, content in parts:
        path = name.encode()
        check = zlib.crc32(content)
        stored = len(content) < SMALL or name.endswith(STORED_SUFFIXES)
        data = content if stored else _deflate(content)
        method = 0 if stored else 8
        head = (20, 0, method, 0, _DATE, check, len(data), len(content), len(path), 0)
        local = _LOCAL.pack(b"PK\x03\x04", *head)
        bodies += (local, path, data)
        lines += (_CENTRAL.pack(b"PK\x01\x02", 20, *head, 0, 0, 0, 0, offset), path)
        offset += len(local) + len(path) + len(data)
        count += 1
    return Base(b"".join(bodies), b"".join(lines), count)


def close(base: Base) -> bytes:
    """The finished package."""
    end = _END.pack(b"PK\x05\x06", 0, 0, base.count, base.count, len(base.directory), len(base.body), 0)
    return b"".join((base.body, base.directory, end))


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
