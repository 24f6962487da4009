"""What a parsed template or fragment names that does not exist, with its line: names, facts of the case, words of a ground."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from difflib import get_close_matches

from jinja2 import nodes

from letters.channels.front_matter import FrontMatter
from letters.errors import LettersError
from letters.law.reasoning.case_names import laws_asked, wrong_names
from letters.law.reasoning.ground_file import GroundWords
from letters.law.statutes.catalogue import Catalogue

#: Names that Jinja2 itself gives inside loops, macros and blocks.
_INSIDE = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
#: What stands behind a name whose parts are known: `w.title`, `channel.name`.
_PARTS = {"w": GroundWords.__struct_fields__, "channel": FrontMatter.__struct_fields__}

Fault = tuple[int, str, str]


def faults(tree: nodes.Template, names: Collection[str]) -> Iterator[Fault]:
    """Line, fault and cure of everything in `tree` that is neither in `names` nor made by the template itself."""
    known = {*names, *_INSIDE, *names_made(tree)}
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in known:
            yield name.lineno, f"没有“{name.name}”这个名称", _near(name.name, known)
    parts: list[nodes.Getattr | nodes.Getitem] = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Getitem)]
    for part in parts:
        yield from _parts(part)
    for line, said in wrong_names(tree):
        yield line, said, "可用的名字见 docs/channels.md"


def unfit_articles(
    tree: nodes.Template, refused: Callable[[str, bool], str], dated: Collection[str] = ()
) -> Iterator[Fault]:
    """Provisions that `tree` prints, or asks for, and that `refused` gives a reason against.

    What is printed only on some days, or where it is in force, need only exist; `dated` are names that tell so.
    """
    known = {*dated, *dated_names(tree)}
    choices: list[nodes.If | nodes.CondExpr] = [*tree.find_all(nodes.If), *tree.find_all(nodes.CondExpr)]
    spared = {id(call) for choice in choices if known & _named(choice.test) for call in choice.find_all(nodes.Call)}
    for call, article, printed in laws_asked(tree):
        if said := refused(article, printed and id(call) not in spared):
            yield call.lineno, said, "核对条号和施行日期；letters law 可以查条文"


def dated_names(tree: nodes.Template) -> frozenset[str]:
    """The names by which a template tells the day of the letter, or what is in force on it."""
    found = {"on", "in_force"}
    for given in tree.find_all(nodes.Assign):
        if isinstance(given.target, nodes.Name) and found & _named(given.node):
            found.add(given.target.name)
    return frozenset(found)


def refusal(catalogue: Catalogue, on: date) -> Callable[[str, bool], str]:
    """Why an article cannot be named on a day: it does not exist or, if it is to be `printed`, is not in force."""

    def refused(article: str, printed: bool = True) -> str:
        try:
            catalogue.text(article)
            status = catalogue.status(article, on)
        except LettersError as error:
            return f"{article}：{error.message}" + (f"（{error.fix}）" if error.fix else "")
        return f"{article} 不能引用：{status.message}" if printed and not status.in_force else ""

    return refused


def _named(node: nodes.Node) -> set[str]:
    return {node.name} if isinstance(node, nodes.Name) else {name.name for name in node.find_all(nodes.Name)}


def unknown_sentences(tree: nodes.Template, ids: Collection[str]) -> Iterator[Fault]:
    """Sentences that `tree` says and nobody has written."""
    for call in tree.find_all(nodes.Call):
        first = call.args[0] if call.args else None
        named = isinstance(call.node, nodes.Name) and call.node.name == "sentence"
        if named and isinstance(first, nodes.Const) and first.value not in ids:
            yield call.lineno, f"没有“{first.value}”这个句子", _near(str(first.value), ids)


def names_made(tree: nodes.Template) -> Iterator[str]:
    """The names that the template itself makes: set, loops, macros, imports."""
    for node in tree.find_all(nodes.Name):
        if node.ctx in ("store", "param"):
            yield node.name
    for macro in tree.find_all(nodes.Macro):
        yield macro.name
    for imported in tree.find_all(nodes.Import):
        yield imported.target
    for chosen in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in chosen.names)


def _parts(node: nodes.Getattr | nodes.Getitem) -> Iterator[Fault]:
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
    if not isinstance(name, str):
        return
    whole = node.node.name if isinstance(node.node, nodes.Name) else ""
    if whole in _PARTS and name not in _PARTS[whole]:
        yield node.lineno, f"{whole} 中没有“{name}”", _near(name, _PARTS[whole])


def _near(word: str, known: Collection[str]) -> str:
    found = get_close_matches(word, sorted(known), n=1)
    return f"是不是 {found[0]}？" if found else "可用的名字见 docs/channels.md"
