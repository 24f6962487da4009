"""DOCX: a letter as one document.xml behind parts that were packed once. Same letter, same bytes.

No import of python-docx or lxml here: they belong to reading a letterhead (`letters.writers.letterhead.reading`).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from msgspec import Struct, field

from letters.letter import Attachment, Letter
from letters.writers.docx.body import body_xml, escape
from letters.writers.docx.drawing import DRAWING_SPACES, picture
from letters.writers.docx.parts import (
    CORE,
    DOCUMENT_RELATIONS,
    HEIGHT,
    RELATIONS,
    SECTION,
    WIDTH,
    XML,
    relationships,
    static_parts,
)
from letters.writers.docx.styles import IDS, MAIN, compact_styles_xml
from letters.writers.docx.zipped import Base, close, extend

HEAD: Final = f'{XML}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'


class Reference(Struct, frozen=True):
    """What surrounds a letter: packed parts, style ids by role, the section, the text area in twips, and notes.

    `links` are the relationships of the document part, by id: (type, target). `notes` say what a letterhead lacked.
    """

    base: Base
    ids: Mapping[str, str] = field(default_factory=lambda: IDS)
    section: str = SECTION
    width: int = WIDTH
    height: int = HEIGHT
    links: Mapping[str, tuple[str, str]] = field(default_factory=lambda: DOCUMENT_RELATIONS)
    main: str = "word/document.xml"
    notes: tuple[str, ...] = ()

    @property
    def relations_path(self) -> str:
        """Path of the document's relationships."""
        folder, _, name = self.main.rpartition("/")
        return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


@cache
def our_reference() -> Reference:
    """The reference document of the package itself."""
    return Reference(extend(Base(), static_parts().items()))


@cache
def script_reference() -> Reference:
    """The same for layout `script`: one sheet to speak from."""
    parts = static_parts() | {"word/styles.xml": (XML + compact_styles_xml()).encode()}
    section = re.sub(r'w:(top|bottom)="\d+"', r'w:\1="1134"', SECTION)
    return Reference(extend(Base(), parts.items()), section=section)


@cache
def _with_links() -> Base:
    reference = our_reference()
    return extend(reference.base, [(reference.relations_path, relationships(DOCUMENT_RELATIONS).encode())])


def to_docx(letter: Letter, reference: Reference | None = None, attachments: Sequence[Attachment] = ()) -> bytes:
    """`letter` as a DOCX file, in our look or in that of `reference`; each attachment is a picture on its own page."""
    chosen = reference or (script_reference() if letter.layout == "script" else our_reference())
    body = body_xml(letter.body, chosen.ids, chosen.width)
    if attachments:
        pages = "".join(
            picture(attachment, number, chosen.ids, chosen.width, chosen.height)
            for number, attachment in enumerate(attachments, 1)
        )
        body += pages.encode()
    return assemble(letter, body, chosen, attachments)


def assemble(letter: Letter, body: bytes, reference: Reference, media: Sequence[Attachment] = ()) -> bytes:
    """The package around a finished `body`; picture n of `media` has the relationship id `rIdPicture<n>`."""
    head = f"{HEAD}{DRAWING_SPACES if media else ''}><w:body>"
    document = b"".join((head.encode(), body, reference.section.encode(), b"</w:body></w:document>"))
    properties = ("docProps/core.xml", core_xml(letter.title, letter.author, letter.language, letter.date).encode())
    if reference is our_reference() and not media:
        return close(extend(_with_links(), (properties, (reference.main, document))))
    links = dict(reference.links)
    files: list[tuple[str, bytes]] = []
    folder = reference.main.rpartition("/")[0]
    for number, attachment in enumerate(media, 1):
        name = f"media/exhibit{number}.{attachment.media_type.partition('/')[2]}"
        links[f"rIdPicture{number}"] = ("image", name)
        files.append((f"{folder}/{name}" if folder else name, attachment.data))
    relations = (reference.relations_path, relationships(links).encode())
    return close(extend(reference.base, (relations, properties, (reference.main, document), *files)))


def core_xml(title: str, author: str, language: str, day: date) -> str:
    """docProps/core.xml: the times are those of the letter's date, midnight UTC; nothing tells of the machine."""
    when = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    spaces = (
        f'xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return (
        f"{XML}<cp:coreProperties {spaces}><dc:title>{escape(title)}</dc:title>"
        f"<dc:creator>{escape(author)}</dc:creator><dc:language>{language}</dc:language>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified></cp:coreProperties>"
    )
