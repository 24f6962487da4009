"""Opening a DOCX that a stranger may have made: what is refused, and how the refusal reads."""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree
from lxml.etree import _Element
from msgspec import Struct, field

from letters.errors import LettersError

LARGEST: Final = 20_000_000
LARGEST_UNPACKED: Final = 100_000_000
MOST_PARTS: Final = 2_000
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS: Final = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# Encrypted DOCX and old .doc files are OLE compound files (MS-CFB 2.2).
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bad(file: Path, message: str, fix: str) -> LettersError:
    """The error about a letterhead that cannot be used."""
    return LettersError(message, fix=fix, where=file)


class Parts(Struct, frozen=True):
    """The parts of an opened package, read once each and never more than 100 MB in all."""

    file: Path
    content: dict[str, bytes]
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)

    def kind(self, path: str) -> str:
        """The content type of a part, an empty string if none is given."""
        return self.overrides.get(f"/{path}") or self.defaults.get(path.rpartition(".")[2].lower(), "")

    def xml(self, path: str) -> _Element:
        """A part as XML; document types and entities are refused, nothing outside is ever read."""
        return parse_xml(self.content[path], self.file, path)


def parse_xml(content: bytes, file: Path, path: str) -> _Element:
    """`content` as an element; LettersError if it is not well formed or declares a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise bad(file, f"{path} 不是完好的 XML，文件已损坏", "用 Word 打开并修复后另存。") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise bad(file, f"{path} 含有文档类型声明（DTD），Word 文档里不应有", "用 Word 另存一份干净的 .docx。")
    return root


def open_package(file: Path) -> Parts:
    """The parts of `file`; LettersError if it is missing, too large, encrypted, with macros or no package at all."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            start = stream.read(8)
    except OSError as error:
        raise bad(file, f"打不开：{error.strerror or error}", "检查文件名和权限。") from error
    if start == _OLE:
        raise bad(file, "已加密，或者是旧的 .doc 格式", "在 Word 中取消密码，另存为 .docx。")
    if size > LARGEST:
        raise bad(file, f"太大：{size / 1e6:.0f} MB，上限 {LARGEST // 1_000_000} MB", "压缩其中的图片。")
    try:
        with ZipFile(file) as package:
            content = _contents(package, file)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise bad(file, "不是 DOCX 文件，或者已损坏", "用 Word、WPS 或 LibreOffice 另存为 .docx。") from error
    if "[Content_Types].xml" not in content:
        raise bad(file, "不是 DOCX 文件：没有内容类型表", "用 Word、WPS 或 LibreOffice 另存为 .docx。")
    types = parse_xml(content["[Content_Types].xml"], file, "[Content_Types].xml")
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types.findall(f"{_TYPES}Default")}
    overrides = {e.get("PartName", ""): e.get("ContentType", "") for e in types.findall(f"{_TYPES}Override")}
    macro = any("macroEnabled" in kind or "vbaProject" in kind for kind in (*defaults.values(), *overrides.values()))
    if macro or any(name.lower().endswith("vbaproject.bin") for name in content):
        raise bad(file, "含有宏", "在 Word 中另存为不含宏的 .docx。")
    return Parts(file, content, defaults, overrides)


def _contents(package: ZipFile, file: Path) -> dict[str, bytes]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        raise bad(file, "已加密", "取消密码后再用。")
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise bad(file, f"解压后超过 {LARGEST_UNPACKED // 1_000_000} MB", "换一个正常的信头文件。")
    return {entry.filename: package.read(entry) for entry in entries}
