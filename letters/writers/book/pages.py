"""What an exhibit becomes in the book of evidence: clean pages, or the reason why it cannot be bound."""

from msgspec import Struct

from letters.errors import NotReady


class BrokenExhibit(NotReady):
    """An exhibit that cannot go into the book: `name` as the case file has it, `reason`, and `fix`."""

    def __init__(self, name: str, reason: str, fix: str) -> None:
        super().__init__(reason, fix=fix, where=name)
        self.name = name
        self.reason = reason


class Page(Struct, frozen=True):
    """One page of an exhibit: a clean picture (size in pixels), page `pdf_page` of a PDF, or a slip with `text`."""

    data: bytes = b""
    media_type: str = ""
    width: int = 0
    height: int = 0
    pdf_page: int = 0
    text: str = ""


class Prepared(Struct, frozen=True):
    """An exhibit ready to be bound; `notes` are for the user, such as a moving picture shown by its first frame."""

    name: str
    digest: str
    size: int
    media_type: str
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()
    original: bytes = b""
