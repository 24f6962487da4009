"""Pictures in a DOCX: one on its own page, under its caption, scaled to the text area."""

from collections.abc import Mapping
from typing import Final

from letters.letter import Attachment
from letters.writers.docx.body import escape

EMU: Final = 635  # English metric units in a twentieth of a point (ECMA-376-1, 20.1.2.1)
CAPTION_LINE: Final = 400
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING_SPACES: Final = f' xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"'


def scaled(width: int, height: int, box_width: int, box_height: int) -> tuple[int, int]:
    """The largest size in the proportions of `width` x `height` pixels inside the box, at most 96 dots an inch."""
    natural = 15  # twips in a pixel at 96 dpi
    scale = min(box_width / (width * natural), box_height / (height * natural), 1.0)
    return max(1, int(width * natural * scale)), max(1, int(height * natural * scale))


def caption(lines: tuple[str, ...], ids: Mapping[str, str], fresh: bool = True) -> str:
    """Caption paragraphs, kept with what follows; with `fresh` the first begins a page."""
    out = []
    for index, line in enumerate(lines):
        on_new_page = "<w:pageBreakBefore/>" if fresh and not index else ""
        run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(line)}</w:t></w:r>'
        out.append(f'<w:p><w:pPr><w:pStyle w:val="{ids["caption"]}"/>{on_new_page}</w:pPr>{run}</w:p>')
    return "".join(out)


def drawing_paragraph(number: int, name: str, width: int, height: int, ids: Mapping[str, str]) -> str:
    """Picture `number` of the document as a centred paragraph; sizes in twips, `name` is its alternative text."""
    extent = f'cx="{width * EMU}" cy="{height * EMU}"'
    label = escape(name)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{ids["picture"]}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Exhibit {number}" descr="{label}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Exhibit {number}" descr="{label}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def picture(attachment: Attachment, number: int, ids: Mapping[str, str], width: int, height: int) -> str:
    """An attachment on a page of its own: its name as caption, the picture as large as fits."""
    box = scaled(attachment.width or 1, attachment.height or 1, width, height - 3 * CAPTION_LINE)
    return caption((attachment.name,), ids) + drawing_paragraph(number, attachment.name, *box, ids)
