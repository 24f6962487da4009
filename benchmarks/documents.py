"""The complaint as DOCX: by our writer, by others, and by nothing but zipping."""

import io
import zipfile
from pathlib import Path
from tempfile import mkdtemp

from benchmarks import others
from benchmarks.measure import Comparison, Limit, cold
from benchmarks.sample import LETTER
from letters.writers.docx.body import body_xml
from letters.writers.docx.document import HEAD, Reference, core_xml, our_reference, to_docx
from letters.writers.docx.parts import DOCUMENT_RELATIONS, relationships
from letters.writers.docx.zipped import close, extend

WRITER = "letters, blocks to bytes"
FLOOR = "floor: the same ready parts through zipfile"
STRICT = "strict floor: ready document.xml behind parts packed before"


def _ready_parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(to_docx(LETTER))) as package:
        return {name: package.read(name) for name in package.namelist()}


def writers() -> Comparison:
    """Blocks to bytes against docxtpl, python-docx and the two floors."""
    parts = _ready_parts()
    reference: Reference = our_reference()
    moving = [("docProps/core.xml", parts["docProps/core.xml"]), (reference.main, parts[reference.main])]
    links = (reference.relations_path, relationships(DOCUMENT_RELATIONS).encode())
    base = extend(reference.base, [links])
    assert close(extend(base, moving)) == to_docx(LETTER)

    def floor() -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def text_only() -> bytes:
        body = body_xml(LETTER.body, reference.ids, reference.width)
        core_xml(LETTER.title, LETTER.author, LETTER.language, LETTER.date).encode()
        return b"".join((f"{HEAD}><w:body>".encode(), body, reference.section.encode(), b"</w:body></w:document>"))

    return Comparison(
        "The complaint as DOCX, warm",
        {
            WRITER: lambda: to_docx(LETTER),
            "of that: blocks to XML, not zipped": text_only,
            FLOOR: floor,
            STRICT: lambda: close(extend(base, moving)),
            "docxtpl": others.docxtpl,
            "python-docx, styles by hand": others.python_docx,
        },
        (Limit(WRITER, FLOOR, 1.3), Limit(WRITER, STRICT, 1.3), Limit(WRITER, "docxtpl", 15, faster=True)),
        notes=(
            "The floor zips every part of the finished file again with the standard library, without making any XML.",
            "The strict floor deflates a document.xml that lies ready, with the very code of the writer; what the writer "
            "takes beyond it is making the XML: about half a microsecond for each of some hundred cells and paragraphs.",
        ),
    )


_LETTERS = "from benchmarks.sample import LETTER; from letters.writers.writing import write; write(LETTER, {0!r})"


def cold_writers() -> Comparison:
    """A new interpreter that makes one letter from blocks and ends."""
    file = Path(mkdtemp()) / "template.docx"
    file.write_bytes(others.template())
    return Comparison(
        "The complaint from a new interpreter",
        {
            "letters, DOCX": cold("-c", _LETTERS.format("docx")),
            "letters, text": cold("-c", _LETTERS.format("txt")),
            "docxtpl": cold("-c", f"from benchmarks import others; others.docxtpl({str(file)!r})"),
            "python, nothing else": cold("-c", "pass"),
        },
        (Limit("letters, DOCX", "docxtpl", 1.5),),
        rounds=9,
    )
