"""Our named styles as data, and styles.xml made from them. Sizes in half points, distances in twentieths of a point.

The page of a court paper after GB/T 9704: 仿宋 16 pt on exact 28 pt lines, 宋体 title, 黑体 and 楷体 headings.
`w:pPr` and `w:rPr` hold their children in the order of ISO/IEC 29500.
"""

from typing import Final, NamedTuple

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INDENT: Final = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
FLUSH: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
BAND: Final = '<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>'
GAP: Final = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
KEEP: Final = "<w:keepNext/>"


class Style(NamedTuple):
    """A paragraph style; `role` is the name that the body writer uses for it."""

    role: str
    id: str
    name: str
    based_on: str
    paragraph: str
    run: str = ""


def fonts(east_asian: str) -> str:
    """Run fonts with `east_asian` for Chinese and Times New Roman for Latin letters and digits."""
    latin = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    return f'<w:rFonts w:hint="eastAsia" {latin} w:eastAsia="{east_asian}" w:cs="Times New Roman"/>'


def font_size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


NORMAL: Final = Style(
    "normal",
    "Normal",
    "Normal",
    "",
    "<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>"
    '<w:snapToGrid w:val="0"/><w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="both"/>',
    fonts("仿宋") + font_size(32),
)
BOLD: Final = "<w:b/><w:bCs/>"
# For text with long numbers: justified, the line before an unbroken number would be pulled apart; broken anywhere
# (wordWrap off), sums and dates would be torn too.
LOOSE: Final = '<w:jc w:val="left"/>'
STYLES: Final = (
    NORMAL,
    Style(
        "title",
        "Title",
        "Title",
        "Normal",
        KEEP + '<w:keepLines/><w:spacing w:after="400" w:line="720" w:lineRule="exact"/><w:jc w:val="center"/>',
        fonts("宋体") + BOLD + font_size(44),
    ),
    Style(
        "heading1",
        "Heading1",
        "heading 1",
        "Normal",
        KEEP + '<w:keepLines/><w:spacing w:before="140"/>' + INDENT + '<w:jc w:val="left"/><w:outlineLvl w:val="0"/>',
        fonts("黑体"),
    ),
    Style(
        "heading2",
        "Heading2",
        "heading 2",
        "Normal",
        KEEP + "<w:keepLines/>" + INDENT + '<w:jc w:val="left"/><w:outlineLvl w:val="1"/>',
        fonts("楷体"),
    ),
    Style("body", "BodyText", "Body Text", "Normal", INDENT),
    Style("flush", "LettersFlush", "Letters Flush", "Normal", FLUSH),
    Style("party", "LettersParty", "Letters Party", "BodyText", ""),
    Style("item", "LettersItem", "Letters Item", "BodyText", ""),
    Style("body-loose", "LettersBodyLoose", "Letters Body Loose", "BodyText", LOOSE),
    Style("party-loose", "LettersPartyLoose", "Letters Party Loose", "LettersParty", LOOSE),
    Style("item-loose", "LettersItemLoose", "Letters Item Loose", "LettersItem", LOOSE),
    Style(
        "note",
        "LettersNote",
        "Letters Note",
        "Normal",
        BAND + '<w:ind w:firstLineChars="200" w:firstLine="480"/>',
        font_size(24),
    ),
    Style("centre", "LettersCentre", "Letters Centre", "Normal", FLUSH + '<w:jc w:val="center"/>'),
    Style("right", "LettersRight", "Letters Right", "Normal", FLUSH + '<w:jc w:val="right"/>'),
    Style("opening", "LettersOpening", "Letters Opening", "BodyText", KEEP + '<w:spacing w:before="280"/>'),
    Style("addressee", "LettersAddressee", "Letters Addressee", "LettersFlush", KEEP),
    Style("annex", "LettersAnnex", "Letters Annex", "BodyText", KEEP),
    Style(
        "sign",
        "LettersSign",
        "Letters Sign",
        "Normal",
        KEEP + '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>',
    ),
    Style(
        "cell",
        "LettersCell",
        "Letters Cell",
        "Normal",
        "" + BAND + FLUSH + '<w:jc w:val="left"/>',
        font_size(24),
    ),
    Style(
        "cell-head",
        "LettersCellHead",
        "Letters Cell Head",
        "LettersCell",
        KEEP + '<w:jc w:val="center"/>',
        fonts("黑体"),
    ),
    Style("cell-label", "LettersCellLabel", "Letters Cell Label", "LettersCell", "", fonts("黑体")),
    Style("cell-group", "LettersCellGroup", "Letters Cell Group", "LettersCell", KEEP, fonts("楷体") + BOLD),
    Style("gap", "LettersGap", "Letters Gap", "Normal", GAP + FLUSH, font_size(10)),
    Style("caption", "LettersExhibit", "Letters Exhibit", "LettersCell", KEEP),
    Style(
        "picture",
        "LettersPicture",
        "Letters Picture",
        "Normal",
        '<w:spacing w:before="120" w:line="240" w:lineRule="auto"/>' + FLUSH + '<w:jc w:val="center"/>',
    ),
    Style(
        "footer",
        "Footer",
        "footer",
        "Normal",
        '<w:spacing w:line="240" w:lineRule="auto"/>' + FLUSH + '<w:jc w:val="center"/>',
        fonts("宋体") + font_size(24),
    ),
)
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES: Final = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES)
_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_RULED: Final = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>{_MARGINS}</w:tblPr>'
_BARE: Final = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_MARGINS}</w:tblPr>'
TABLES: Final = (
    ("grid", "LettersGrid", "Letters Grid", _RULED),
    ("sheet", "LettersSheet", "Letters Sheet", _RULED),
    ("plain", "LettersPlain", "Letters Plain", _BARE),
)
STRONG: Final = ("Strong", "Strong")
IDS: Final = {
    **{style.role: style.id for style in STYLES},
    **{f"table-{kind}": style_id for kind, style_id, _, _ in TABLES},
    "strong": STRONG[0],
}
DEFAULTS: Final = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts("仿宋")}{font_size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN" '
    'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


def paragraph_style(style: Style) -> str:
    """`w:style` of a paragraph style."""
    default = ' w:default="1"' if style is NORMAL else ""
    based = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    look = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    look += f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    custom = ' w:customStyle="1"' if style.name.startswith("Letters") else ""
    head = f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
    return f"{head}{based}<w:qFormat/>{look}</w:style>"


def table_style(style_id: str, name: str, look: str) -> str:
    """`w:style` of a table style."""
    head = f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
    return f'{head}<w:basedOn w:val="TableNormal"/>{look}</w:style>'


def strong_style() -> str:
    """`w:style` of the character style for bold runs."""
    return (
        f'<w:style w:type="character" w:styleId="{STRONG[0]}"><w:name w:val="{STRONG[1]}"/><w:qFormat/>'
        f"<w:rPr>{BOLD}</w:rPr></w:style>"
    )


def styles_xml() -> str:
    """The whole of styles.xml."""
    plain_table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    return "".join(
        (
            f'<w:styles xmlns:w="{MAIN}">{DEFAULTS}',
            *(paragraph_style(style) for style in STYLES),
            strong_style(),
            plain_table,
            *(table_style(style_id, name, look) for _, style_id, name, look in TABLES),
            "</w:styles>",
        )
    )


#: What makes a page to speak from fit one sheet: 12 pt on exact 19 pt lines, smaller headings.
_SMALLER: Final = (
    ('w:line="560"', 'w:line="380"'), ('w:line="720"', 'w:line="560"'), ('w:after="400"', 'w:after="120"'),
    ('w:before="140"', 'w:before="60"'), (font_size(32), font_size(24)), (font_size(44), font_size(36)), ('w:firstLine="640"', 'w:firstLine="480"'),
)  # fmt: skip


def compact_styles_xml() -> str:
    """styles.xml for a page that is read from, not filed."""
    found = styles_xml()
    for usual, smaller in _SMALLER:
        found = found.replace(usual, smaller)
    return found
