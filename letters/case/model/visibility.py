"""From which identity level a value may be seen, and what stands instead: said once, at the field."""

from msgspec import Struct

#: A level that no letter has: for the user's own eyes, or for the law and the checks alone.
NEVER = 4


class Visibility(Struct, frozen=True):
    """Who may see a value. Levels: 0 everybody, 1 who knows the account, 2 name and phone, 3 what a signed paper needs.

    Below `level` stands `mask`, or nothing; with `masked_if` only where that question (`persons.QUESTIONS`) is answered yes.
    `in_text` stands for the value inside free texts below `level`, which are left alone where it is empty; `in_text_if` is
    asked before. A `free` text is shown with what others of the case hide taken out. `mask` and `in_text` are names of
    `masks.MASKS`, or the words that stand there.
    """

    level: int
    mask: str = ""
    masked_if: str = ""
    in_text: str = ""
    in_text_if: str = ""
    free: bool = False


#: What says nothing of anybody, or is made of what is masked already.
OPEN = Visibility(0)
