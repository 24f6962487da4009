"""A file of evidence made ready for the book: found inside the case's folder, proven to be what it says, cleaned.

The original is read once and never written; its SHA-256 is that of the bytes on disk.
"""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import Final

from letters.errors import to_install
from letters.writers.book.images import clean_pages
from letters.writers.book.pages import BrokenExhibit, Page, Prepared

LARGEST: Final = 30_000_000
MOST_PDF_PAGES: Final = 300
RECORDINGS: Final = frozenset({".mp4", ".mov", ".m4a", ".mp3", ".wav", ".amr", ".aac", ".webm", ".3gp"})


def load_exhibit(name: str, root: Path) -> Prepared:
    """The file `name` under the case's folder `root` as pages. BrokenExhibit says what is wrong and how to mend it."""
    content = _read(name, root)
    digest = sha256(content).hexdigest()
    if b"%PDF-" in content[:1024]:
        count = _pdf_pages(name, content)
        before, after = f"本页为PDF文件“{Path(name).name}”第", f"页，共{count}页，请打印原文件附于此处。"
        pages = tuple(Page(pdf_page=number, text=f"{before}{number}{after}") for number in range(1, count + 1))
        return Prepared(name, digest, len(content), "application/pdf", pages, original=content)
    if Path(name).suffix.lower() in RECORDINGS:
        slip = Page(text=f"本证据为录音录像“{Path(name).name}”，以存储介质随本材料一并提交，原始载体由提交人保存。")
        return Prepared(name, digest, len(content), "application/octet-stream", (slip,))
    pages, media_type, notes = clean_pages(name, content)
    return Prepared(name, digest, len(content), media_type, pages, notes)


def _read(name: str, root: Path) -> bytes:
    home = root.resolve()
    try:
        path = (home / name).resolve()
        if not path.is_relative_to(home):
            raise BrokenExhibit(name, "不在案件文件夹内", "把文件复制到案件文件夹里，再改写 file 一项。")
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise BrokenExhibit(name, "不是文件", "file 一项要写到具体的图片或者PDF文件。")
        if status.st_size > LARGEST:
            fix = "压缩图片，或者拆成几份证据。"
            raise BrokenExhibit(name, f"文件太大：{status.st_size / 1e6:.0f} MB，上限 {LARGEST // 1_000_000} MB", fix)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        fix = "检查 file 一项的路径和大小写；路径从案件文件所在的文件夹算起。"
        raise BrokenExhibit(name, "找不到文件", fix) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise BrokenExhibit(name, f"打不开：{error}", "检查文件名和权限。") from None
    if not content:
        raise BrokenExhibit(name, "文件是空的（0字节）", "重新从手机或者电脑导出原件。")
    return content


def _pdf_pages(name: str, content: bytes) -> int:
    try:  # an extra, not there on every machine
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise BrokenExhibit(name, "读PDF需要 pypdf", f"执行 {to_install('pillow', 'pypdf')}") from None
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise BrokenExhibit(name, "PDF有密码", "去掉密码后另存一份。")
        count = len(reader.pages)
    except BrokenExhibit:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise BrokenExhibit(name, "PDF已损坏，读不出页面", "重新导出，或者打印成新的PDF。") from error
    if not 0 < count <= MOST_PDF_PAGES:
        raise BrokenExhibit(name, f"PDF有{count}页，应为1至{MOST_PDF_PAGES}页", "只留下要作证据的页。")
    return count
