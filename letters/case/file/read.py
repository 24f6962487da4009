"""The case: reading one from a file, a text or a form's answers, with every mistake named at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from letters.case.file.convert import Found, read_part, shown
from letters.case.file.plain import from_data
from letters.case.file.problems import FieldProblem, Invalid, Unreadable
from letters.case.file.references import check_ids, check_purchase
from letters.case.file.source import read_document
from letters.case.model import CaseFile
from letters.case.model.fields import field_at
from letters.data.ground_index import index_of
from letters.data.yaml_tree import Mapped, Node, Places, TreeError, forbidden_in, parse_tree

Folders = Sequence[Path | str]


class Case(CaseFile, frozen=True, kw_only=True):
    """One dispute, as its case file tells it."""

    @classmethod
    def load(cls, path: str | Path, statutes: Folders = ()) -> "Case":
        """The case in a file. Raises Unreadable or Invalid, which say everything that is wrong.

        `statutes` are the user's own folders, whose grounds and excuses a case may name.
        """
        return load_with_places(path, statutes).case

    @classmethod
    def loads(cls, text: str, name: str | Path = "", statutes: Folders = ()) -> "Case":
        """The case in a text; `name` stands for the file in messages."""
        return loaded_text(text, name, statutes).case

    @classmethod
    def of(cls, data: Mapping[str, Any], name: str | Path = "", statutes: Folders = ()) -> "Case":
        """The case in plain data, such as a form's answers or a table's row; texts are read as in a file."""
        return _read(from_data(data), "", name, statutes)

    def dump(self) -> str:
        """This case as YAML, which loads back equal."""
        from letters.case.file.emit import dump

        return dump(self)


class Loaded(NamedTuple):
    """A case with the file it came from: `lines.line_of("orders[0].amount")` is a line of `path`."""

    case: Case
    path: Path
    lines: Places


def load_with_places(path: str | Path, statutes: Folders = ()) -> Loaded:
    """The case in a file and where everything in it stands."""
    return loaded_text(read_document(path).text, path, statutes)


def loaded_text(text: str, name: str | Path, statutes: Folders = ()) -> Loaded:
    """The same of a text that has been read; `name` stands for the file in messages."""
    try:
        root = parse_tree(text)
    except TreeError as error:
        raise Unreadable(error.code, name, error.line, **error.details) from None
    if root is None:
        raise Unreadable("empty", name)
    return Loaded(_read(root, text, name, statutes), Path(name), Places(root))


def _read(root: Node, text: str, name: str | Path, statutes: Folders) -> Case:
    if not isinstance(root, Mapped):
        raise Unreadable("not-case", name, root.line)
    found = Found(index_of(tuple(map(Path, statutes))))
    case: Case | None = read_part(Case, root, "", found)
    check_ids(found)
    check_purchase(root, found)
    for path, line, char in forbidden_in(root, text):
        field = field_at(Case, path)
        title = field.title if field else ""
        where = path if field else shown(path)
        found.problems.append(FieldProblem("control", where, line, title, details={"char": f"U+{ord(char):04X}"}))
    if case is None or found.problems:
        raise Invalid(found.problems, name)
    return case
