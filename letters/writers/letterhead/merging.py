"""Joining a letterhead's styles with ours: found by name, added where missing."""

from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element

from letters.writers.docx.styles import (
    IDS,
    MAIN,
    STRONG,
    STYLES,
    TABLES,
    paragraph_style,
    strong_style,
    styles_xml,
    table_style,
)
from letters.writers.letterhead.opening import parse_xml

W: Final = f"{{{MAIN}}}"
# Styles that WPS and older Chinese templates carry under their Chinese names.
CHINESE: Final = {"normal": "正文", "title": "标题", "heading 1": "标题 1", "heading 2": "标题 2", "footer": "页脚"}


def merge_styles(theirs: bytes | None) -> tuple[bytes, dict[str, str], tuple[str, ...]]:
    """styles.xml with everything we use, the style ids by our roles, and the names that had to be added from ours."""
    if theirs is None:
        return styles_xml().encode(), dict(IDS), tuple(style.name for style in STYLES)
    root = parse_xml(theirs, Path("styles.xml"), "styles.xml")
    found: dict[tuple[str, str], str] = {}
    for style in root.findall(f"{W}style"):
        named = style.find(f"{W}name")
        if named is not None:
            key = style.get(f"{W}type", ""), named.get(f"{W}val", "").lower()
            found.setdefault(key, style.get(f"{W}styleId", ""))
    taken = {style.get(f"{W}styleId", "") for style in root.findall(f"{W}style")}
    ids: dict[str, str] = {}
    renamed: dict[str, str] = {}
    fresh: list[tuple[str, str, str]] = []

    def place(role: str, kind: str, style_id: str, name: str, xml: str) -> None:
        known = found.get((kind, name.lower())) or found.get((kind, CHINESE.get(name.lower(), "")))
        ids[role] = renamed[style_id] = known or (f"Ours{style_id}" if style_id in taken else style_id)
        if not known:
            fresh.append((style_id, name, xml))

    for one in STYLES:
        place(one.role, "paragraph", one.id, one.name, paragraph_style(one))
    place("strong", "character", STRONG[0], STRONG[1], strong_style())
    for kind, style_id, name, look in TABLES:
        place(f"table-{kind}", "table", style_id, name, table_style(style_id, name, look))
    for style_id, _, xml in fresh:
        element = etree.fromstring(f'<x xmlns:w="{MAIN}">{xml}</x>')[0]
        element.set(f"{W}styleId", renamed[style_id])
        based = element.find(f"{W}basedOn")
        if based is not None:
            base = based.get(f"{W}val", "")
            target = renamed.get(base) or found.get(("table", "normal table"))
            if target:
                based.set(f"{W}val", target)
            else:
                element.remove(based)
        if element.get(f"{W}default") and _has_default(root, element.get(f"{W}type", "")):
            del element.attrib[f"{W}default"]
        root.append(element)
    added = tuple(name for _, name, _ in fresh)
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(filter(None, root.nsmap)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), ids, added


def _has_default(root: _Element, kind: str) -> bool:
    return any(style.get(f"{W}default") and style.get(f"{W}type") == kind for style in root.findall(f"{W}style"))
