"""Reading a letterhead: the user's own DOCX gives styles, header, footer, page; what it lacks comes from ours.

Its text is not used. Macros, encryption, links to files and XML entities are refused; properties, comments and
templates are left behind. lxml is loaded with this package and nowhere else on the way to a DOCX.
"""

import re
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final

from lxml import etree
from lxml.etree import _Element

from letters.writers.docx.document import Reference
from letters.writers.docx.parts import (
    CORE_TYPE,
    FOOTER_RELATION,
    HEIGHT,
    PAGE,
    RELATIONS,
    WIDTH,
    WORD,
    XML,
    content_types,
    footer,
    package_relations,
    settings,
)
from letters.writers.docx.styles import MAIN
from letters.writers.docx.zipped import Base, extend
from letters.writers.letterhead.merging import merge_styles
from letters.writers.letterhead.opening import PACKAGE, Parts, bad, open_package

W: Final = f"{{{MAIN}}}"
_KEPT: Final = ("styles", "fontTable", "theme", "header", "footer", "numbering")
# LibreOffice names character sets here that ISO/IEC 29500 does not know.
_CHARACTER_SET: Final = re.compile(rb' w:characterSet="[^"]*"')
_WEB: Final = ("http:", "https:", "mailto:", "tel:")
_FOREIGN: Final = ("oleObject", "package", "control", "attachedTemplate", "subDocument", "frame", "aFChunk")


def load_reference(path: str | Path) -> Reference:
    """The letterhead in the DOCX file `path`; `notes` of the result say what was added from ours.

    Raises LettersError for anything that is not a plain, unencrypted DOCX of at most 20 MB (100 MB unpacked).
    """
    file = Path(path)
    parts = open_package(file)
    main = _main_part(parts, file)
    links = _relations(parts, main)
    kept: dict[str, bytes] = {}
    kinds: dict[str, str] = {}
    notes: list[str] = []
    document_links: dict[str, tuple[str, str]] = {}
    folder = dirname(main)
    section, used = _section(parts, main, file)
    for name, (kind, target, external) in links.items():
        short = kind.rpartition("/")[2]
        if short in ("header", "footer") and name not in used:
            continue
        if short in _KEPT and not external:
            document_links[name] = (kind, target)
            _keep(parts, _resolve(folder, target), kept, kinds, file)
    names = {kind.rpartition("/")[2]: _resolve(folder, target) for kind, target in document_links.values()}
    styles_path = names.get("styles", join(folder, "styles.xml"))
    if "styles" not in names:
        document_links["rIdLettersStyles"] = ("styles", "styles.xml")
    kept[styles_path], ids, added = merge_styles(kept.get(styles_path))
    kinds[styles_path] = f"{WORD}.styles+xml"
    if added:
        notes.append(f"{file.name} 缺少样式，已用内置样式补上：{'、'.join(added)}")
    if not any(reference.get(f"{W}type") == "default" for reference in section.findall(f"{W}footerReference")):
        footer_path = join(folder, "lettersFooter.xml")
        kept[footer_path] = footer(style=ids["centre"]).encode()
        kinds[footer_path] = f"{WORD}.footer+xml"
        document_links[FOOTER_RELATION] = ("footer", "lettersFooter.xml")
        notes.append(f"{file.name} 没有页脚，已加上页码")
        _add_footer(section)
    settings_path = join(folder, "lettersSettings.xml")
    kept[settings_path] = settings(_even_and_odd(parts, links, folder)).encode()
    kinds[settings_path] = f"{WORD}.settings+xml"
    document_links["rIdLettersSettings"] = ("settings", "lettersSettings.xml")
    types = {main: f"{WORD}.document.main+xml", **kinds, "docProps/core.xml": CORE_TYPE}
    static = {"[Content_Types].xml": content_types(types).encode(), "_rels/.rels": package_relations(main).encode()}
    width, height = _text_area(section)
    return Reference(
        extend(Base(), {**static, **kept}.items()),
        ids,
        etree.tostring(section, encoding="unicode"),
        width,
        height,
        document_links,
        main,
        tuple(notes),
    )


def _main_part(parts: Parts, file: Path) -> str:
    for kind, target, _ in _relations(parts, "").values():
        if kind.endswith("/officeDocument"):
            if "purl.oclc.org" in kind:
                raise bad(file, "是 Strict Open XML 格式，读不了", "在 Word 中另存为普通的 .docx（Word 文档）。")
            main = target.lstrip("/")
            if main in parts.content and "wordprocessingml" in parts.kind(main):
                return main
    raise bad(file, "不是 Word 文档：里面没有正文", "用 Word、WPS 或 LibreOffice 另存为 .docx。")


def _relations(parts: Parts, part: str) -> dict[str, tuple[str, str, bool]]:
    """Relationships of a part by id: (type, target, is it external)."""
    folder, _, name = part.rpartition("/")
    path = join(folder, "_rels", f"{name}.rels")
    if path not in parts.content:
        return {}
    return {
        link.get("Id", ""): (link.get("Type", ""), link.get("Target", ""), link.get("TargetMode") == "External")
        for link in parts.xml(path).findall(f"{{{PACKAGE}}}Relationship")
    }


def _resolve(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _keep(parts: Parts, path: str, kept: dict[str, bytes], kinds: dict[str, str], file: Path) -> None:
    """Takes a part and whatever it points at, so long as nothing leads out of the file."""
    if path in kept:
        return
    if path not in parts.content:
        raise bad(file, f"缺少部件 {path}，文件已损坏", "用 Word 打开并修复后另存。")
    if path.endswith(".xml"):
        parts.xml(path)
    kept[path] = _CHARACTER_SET.sub(b"", parts.content[path]) if path.endswith("fontTable.xml") else parts.content[path]
    kinds[path] = parts.kind(path)
    links = _relations(parts, path)
    for kind, target, external in links.values():
        short = kind.rpartition("/")[2]
        if external and not (short == "hyperlink" and target.lower().startswith(_WEB)):
            raise bad(file, f"{path} 链接到外部文件 {target}", "在 Word 中把链接的图片改为嵌入，再保存。")
        if short in _FOREIGN:
            raise bad(file, f"{path} 含有嵌入对象", "删除嵌入对象，或者改用图片。")
        if not external:
            _keep(parts, _resolve(dirname(path), target), kept, kinds, file)
    if links:
        folder, _, name = path.rpartition("/")
        rels = join(folder, "_rels", f"{name}.rels")
        kept[rels] = parts.content[rels]


def _section(parts: Parts, main: str, file: Path) -> tuple[_Element, set[str]]:
    """The last section of the letterhead, or ours where it has none, and the ids of its headers and footers."""
    body = parts.xml(main).find(f"{W}body")
    if body is None:
        raise bad(file, "没有正文，文件已损坏", "用 Word 打开并修复后另存。")
    found = body.findall(f"{W}sectPr")
    section = found[-1] if found else etree.fromstring(f'{XML}<w:sectPr xmlns:w="{MAIN}">{PAGE}</w:sectPr>'.encode())
    for name in list(section.attrib):
        del section.attrib[name]
    for tag in ("sectPrChange", "printerSettings", "type", "footnotePr", "endnotePr"):
        for element in section.findall(f"{W}{tag}"):
            section.remove(element)
    if section.find(f"{W}pgSz") is None or section.find(f"{W}pgMar") is None:
        for element in (*section.findall(f"{W}pgSz"), *section.findall(f"{W}pgMar")):
            section.remove(element)
        ours = etree.fromstring(f'<x xmlns:w="{MAIN}">{PAGE}</x>')
        section[_references(section) : 0] = list(ours)
    relation = f"{{{RELATIONS}}}id"
    return section, {str(element.get(relation)) for element in section if element.get(relation)}


def _add_footer(section: _Element) -> None:
    reference = etree.Element(f"{W}footerReference")
    reference.set(f"{W}type", "default")
    reference.set(f"{{{RELATIONS}}}id", FOOTER_RELATION)
    section.insert(_references(section), reference)


def _references(section: _Element) -> int:
    """How many references to headers and footers a section begins with."""
    return len(section.findall(f"{W}headerReference")) + len(section.findall(f"{W}footerReference"))


def _text_area(section: _Element) -> tuple[int, int]:
    """Width and height of the text area in twips; ours where the numbers cannot be read."""
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def number(element: "_Element | None", name: str) -> int:
        return int(float(element.get(f"{W}{name}", "0"))) if element is not None else 0

    try:
        width = number(page, "w") - number(margins, "left") - number(margins, "right") - number(margins, "gutter")
        height = number(page, "h") - abs(number(margins, "top")) - abs(number(margins, "bottom"))
    except ValueError:
        return WIDTH, HEIGHT
    return (width if width > 1000 else WIDTH), (height if height > 1000 else HEIGHT)


def _even_and_odd(parts: Parts, links: dict[str, tuple[str, str, bool]], folder: str) -> bool:
    for kind, target, external in links.values():
        path = _resolve(folder, target)
        if kind.endswith("/settings") and not external and path in parts.content:
            return parts.xml(path).find(f"{W}evenAndOddHeaders") is not None
    return False
