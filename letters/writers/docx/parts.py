"""The parts of our DOCX that no letter changes: types, relationships, fonts, settings, footer, section."""

from collections.abc import Mapping
from typing import Final

from letters.writers.docx.body import escape
from letters.writers.docx.styles import MAIN, styles_xml

XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"

# A4; 37, 26, 35 and 28 mm margins in twentieths of a point; no document grid.
PAGE: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1361" w:gutter="0"/>'
)
WIDTH: Final = 11906 - 1474 - 1587
HEIGHT: Final = 16838 - 2098 - 1984
FOOTER_RELATION: Final = "rIdFooter"
SECTION: Final = f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_RELATION}"/>{PAGE}</w:sectPr>'

_FONTS: Final = (
    ("Times New Roman", "", "roman", "02020603050405020304"),
    ("仿宋", "FangSong", "modern", "02010609060101010101"),
    ("宋体", "SimSun", "auto", "02010600030101010101"),
    ("黑体", "SimHei", "modern", "02010609060101010101"),
    ("楷体", "KaiTi", "modern", "02010609060101010101"),
)


def font_table() -> str:
    """fontTable.xml: each Chinese font with its English name, for machines that list it so."""
    out = [f'{XML}<w:fonts xmlns:w="{MAIN}">']
    for name, other, family, panose in _FONTS:
        alias = f'<w:altName w:val="{other}"/>' if other else ""
        charset = "86" if other else "00"
        out.append(
            f'<w:font w:name="{name}">{alias}<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        )
    out.append("</w:fonts>")
    return "".join(out)


def settings(even_and_odd: bool = False) -> str:
    """settings.xml: Word 2013 and later, punctuation compressed, no field update on opening (Word would ask)."""
    names = ("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1")
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (*names, ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"))
    )
    return (
        f'{XML}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>'
        + ("<w:evenAndOddHeaders/>" if even_and_odd else "")
        + '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        f'<w:adjustLineHeightInTable/>{compat}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _field(instruction: str, cached: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{cached}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def footer(before: str = "第", after: str = " 页 共 {total} 页", style: str = "Footer") -> str:
    """footer.xml: `before`, the page number, `after`, in which `{total}` is the number of pages.

    Both are complex fields whose cached values show until a program lays out the pages.
    """

    def text(words: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""

    rest, mark, end = after.partition("{total}")
    total = _field("NUMPAGES", "1") if mark else ""
    pieces = (text(f"{before} "), _field("PAGE", "1"), text(rest), total, text(end))
    return (
        f'{XML}<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(pieces)}</w:p></w:ftr>'
    )


def content_types(overrides: dict[str, str]) -> str:
    """[Content_Types].xml for XML parts (path to type) and for the pictures that a document may embed."""
    defaults = {
        "rels": RELATIONS_TYPE,
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    lines = [f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items()]
    for path, kind in overrides.items():
        lines.append(f'<Override PartName="/{escape(path)}" ContentType="{escape(kind)}"/>')
    return f'{XML}<Types xmlns="{TYPES}">{"".join(lines)}</Types>'


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    """A .rels part: id to (type, target); a type without a scheme is one of the office document."""
    lines = [
        f'<Relationship Id="{name}" Type="{kind if ":" in kind else f"{RELATIONS}/{kind}"}" Target="{escape(target)}"/>'
        for name, (kind, target) in targets.items()
    ]
    return f'{XML}<Relationships xmlns="{PACKAGE_RELATIONS}">{"".join(lines)}</Relationships>'


DOCUMENT_RELATIONS: Final = {
    "rIdStyles": ("styles", "styles.xml"),
    "rIdFonts": ("fontTable", "fontTable.xml"),
    "rIdSettings": ("settings", "settings.xml"),
    FOOTER_RELATION: ("footer", "footer1.xml"),
}


def static_parts(footers: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Our parts by path, [Content_Types].xml first; without document.xml, its relationships and the properties."""
    footers = footers or {"footer1.xml": footer()}
    overrides = {
        "word/document.xml": f"{WORD}.document.main+xml",
        "word/styles.xml": f"{WORD}.styles+xml",
        "word/fontTable.xml": f"{WORD}.fontTable+xml",
        "word/settings.xml": f"{WORD}.settings+xml",
        **{f"word/{name}": f"{WORD}.footer+xml" for name in footers},
        "docProps/core.xml": CORE_TYPE,
    }
    parts = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": package_relations("word/document.xml"),
        "word/styles.xml": XML + styles_xml(),
        "word/fontTable.xml": font_table(),
        "word/settings.xml": settings(),
        **{f"word/{name}": text for name, text in footers.items()},
    }
    return {path: text.encode() for path, text in parts.items()}


def package_relations(main: str) -> str:
    """_rels/.rels of a package whose document is the part `main`."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return relationships({"rIdDocument": ("officeDocument", main), "rIdCore": (core, "docProps/core.xml")})
