"""The text of a case file, taken from disk with care."""

from pathlib import Path
from typing import NamedTuple

from letters.case.file.problems import Unreadable

#: A case file is text of a few kilobytes; evidence stays in files of its own.
MAX_BYTES = 2_000_000
_BOM = b"\xef\xbb\xbf"
_SIGNATURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word、Excel 或压缩文件"),
    (b"\xd0\xcf\x11\xe0", "Word、Excel"),
    (b"\x1f\x8b", "gzip"),
)


class Document(NamedTuple):
    """A text file as it is: the text without byte order mark, line ends untouched, and whether it had the mark."""

    path: Path
    text: str
    marked: bool = False

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (_BOM if self.marked else b"") + self.text.encode("utf-8")


def read_document(path: str | Path) -> Document:
    """A case file's text. Raises Unreadable for what is missing, too large, no text, or not UTF-8."""
    path = Path(path)
    data = _read_bytes(path)
    marked = data.startswith(_BOM)
    try:
        return Document(path, data[3 * marked :].decode("utf-8"), marked)
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error.start) from None


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("directory", path)
        size = path.stat().st_size
        if not path.is_file():
            raise Unreadable("no-file", path)
        if size <= MAX_BYTES:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            size = max(size, len(data))
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise Unreadable("os-error", path, reason=getattr(error, "strerror", None) or str(error)) from None
    if size > MAX_BYTES:
        raise Unreadable("too-large", path, size=_megabytes(size), limit=_megabytes(MAX_BYTES))
    if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _no_text(path, data)
    return data


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _missing(path: Path) -> Unreadable:
    from difflib import get_close_matches

    try:
        names = [each.name for each in path.parent.iterdir() if each.suffix in (".yaml", ".yml")]
    except OSError:
        names = []
    near = next(iter(get_close_matches(path.name, names, n=1, cutoff=0.7)), "")
    return Unreadable("near-file", path, other=near) if near else Unreadable("missing-file", path)


def _no_text(path: Path, data: bytes) -> Unreadable:
    if (
        data.startswith((b"\xff\xfe", b"\xfe\xff"))
        or _looks_utf16(data, "utf-16-le")
        or _looks_utf16(data, "utf-16-be")
    ):
        return Unreadable("utf16", path, base=path.name)
    return Unreadable("binary", path, what=_kind(data))


def _looks_utf16(data: bytes, codec: str) -> bool:
    """Whether the beginning, read that way, is printable text."""
    try:
        text = data[:400].decode(codec)
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\t\r\n" for char in text) and ":" in text


def _not_utf8(path: Path, data: bytes, at: int) -> Unreadable:
    if any(data.startswith(mark) for mark, _ in _SIGNATURES):
        return Unreadable("binary", path, what=_kind(data))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return Unreadable("encoding", path, data[:at].count(b"\n") + 1, at=at + 1)
    common = sum("\u4e00" <= char <= "\u9fff" for char in text)
    strange = sum(ord(char) > 0x7F for char in text) - common
    return Unreadable("gbk", path, base=path.name) if common > strange else Unreadable("encoding", path, at=at + 1)


def _kind(data: bytes) -> str:
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "二进制 binary")
