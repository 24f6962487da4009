"""The statute catalogue: which wording an article has, and whether it was in force on a given day."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from letters.data.folders import statutes_dir
from letters.errors import LettersError
from letters.law.statutes.law_file import read_head, read_law
from letters.law.statutes.reference import Ref, number_label, parse_ref, sort_key
from letters.law.statutes.statute import Article, LawHead, Status, Statute, Validity, chinese_date, status_of

__all__ = ["Catalogue", "NotInForce", "UnknownArticle", "UnknownLaw"]


class UnknownLaw(LettersError):
    """No law of that id or name is in the catalogue."""


class UnknownArticle(LettersError):
    """The law has no such article, or the catalogue does not hold it."""


class NotInForce(LettersError):
    """The wording held was not in force on the day that counts, or may not be cited."""


class Catalogue:
    """The laws in `folders` and, after them, ours; a law is read when it is first asked for.

    A folder is a user's `statutes` folder (with `laws/` in it) or a folder of law files. A file there takes the place of
    ours with the same id.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._paths: dict[str, Path] = {}
        for folder in (*(folders or ()), statutes_dir()):
            inner = folder / "laws"
            for path in sorted((inner if inner.is_dir() else folder).glob("*.yaml")):
                self._paths.setdefault(path.stem, path)
        self._heads: dict[str, LawHead] = {}
        self._laws: dict[str, Statute] = {}
        self._found: dict[str, tuple[Ref, Article]] = {}
        self._labels: dict[str, str] = {}
        self._status = lru_cache(maxsize=2048)(self._stands)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The ids of all laws, in alphabetical order."""
        return tuple(sorted(self._paths))

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The laws that answer first where none was named."""
        ranked = [slug for slug in self.slugs if self.head(slug).searched]
        return tuple(sorted(ranked, key=lambda slug: self.head(slug).searched))

    @property
    def loaded(self) -> frozenset[str]:
        """The ids of the laws whose articles have been read."""
        return frozenset(self._laws)

    def head(self, slug: str) -> LawHead:
        """Title, versions and source of a law without its articles; UnknownLaw if there is none."""
        if slug in self._laws:
            return self._laws[slug]
        if slug not in self._heads:
            self._heads[slug] = read_head(self._path(slug))
        return self._heads[slug]

    def law(self, slug: str) -> Statute:
        """The law with its articles; UnknownLaw if there is none."""
        law = self._laws.get(slug)
        if law is None:
            law = self._laws[slug] = read_law(self._path(slug))
        return law

    def article(self, ref: Ref | str) -> Article:
        """The article of the reference; UnknownLaw, UnknownArticle or UnknownPart if it does not exist."""
        return self._resolve(ref)[1]

    def label(self, ref: Ref | str) -> str:
        """The reference as printed, without the law's name: 第五百六十三条第一款第三项."""
        key = str(ref)
        found = self._labels.get(key)
        if found is None:
            parsed, article = self._resolve(ref)
            found = self._labels[key] = article.label(parsed)
        return found

    def text(self, ref: Ref | str) -> str:
        """The wording of the article, paragraph or item."""
        parsed, article = self._resolve(ref)
        return article.part(parsed)

    def status(self, ref: Ref | str, on: date) -> Status:
        """Whether the wording held was in force on that day, not yet, no more, or only in another text."""
        return self._status(str(ref), on)

    def _stands(self, ref: str, on: date) -> Status:
        _, article = self._resolve(ref)
        return status_of(self._laws[article.slug], on, article)

    def in_force(self, ref: Ref | str, on: date) -> bool:
        """Whether the wording held was in force on that day and may be cited."""
        return self.status(ref, on).in_force

    def applies(self, ref: Ref | str, *, facts: date, letter: date) -> Status:
        """The status on the day that counts: of the facts for substance, of the letter for procedure.

        A text that says of itself that it covers earlier facts (合同编通则解释 69) is judged by its first day of facts,
        once it is in force on the letter's date.
        """
        _, article = self._resolve(ref)
        law = self._laws[article.slug]
        if article.nature == "procedure":
            return status_of(law, letter, article)
        today = status_of(law, letter, article)
        if law.facts_from and law.facts_from <= facts and today.in_force:
            return today
        return status_of(law, facts, article)

    def require(self, ref: Ref | str, on: date) -> Article:
        """The article, if it was in force on that day; otherwise NotInForce with the way out."""
        article = self.article(ref)
        self.check(self.status(ref, on), ref)
        return article

    def check(self, status: Status, ref: Ref | str) -> None:
        """NotInForce, with the way out, unless the status allows to cite the reference."""
        if status.in_force:
            return
        cures = {
            Validity.NOT_YET: f"{chinese_date(status.since)}以后的事实才能引用本条，请改用当时有效的规定",
            Validity.REPEALED: f"改用{self._title(status.replaced_by)}" if status.replaced_by else "改用现行规定",
            Validity.OTHER_TEXT: "本库没有当时的条文，请不要引用本条，或者在自己的 statutes 文件夹中补上当时的文本",
            Validity.NOT_CITABLE: "请改用现行规定",
        }
        raise NotInForce(status.message, fix=cures[status.standing], where=str(ref))

    def cite_name(self, slug: str, first: bool, paper: bool, again: bool = True) -> str:
        """The law's name as printed at its `first` or a later mention.

        In a court paper the first mention declares the short form, if the law comes `again`; after that it stands bare.
        Elsewhere the full title comes first and the short title in 《》 later.
        """
        law = self.head(slug)
        title = "《" + law.title.replace("《", "〈").replace("》", "〉") + "》"
        if law.short == law.title:
            return title
        if first:
            return f"{title}（以下简称{law.short}）" if paper and again else title
        return law.short if paper else f"《{law.short}》"

    def _path(self, slug: str) -> Path:
        path = self._paths.get(slug)
        if path is None:
            from difflib import get_close_matches

            near = get_close_matches(slug, self._paths, n=3, cutoff=0.5)
            raise UnknownLaw(
                f"没有编号为“{slug}”的法律",
                fix=f"是不是：{'、'.join(near)}" if near else "用 letters law 法律名称 查找编号",
            )
        return path

    def _resolve(self, ref: Ref | str) -> tuple[Ref, Article]:
        key = str(ref)
        found = self._found.get(key)
        if found is None:
            parsed = parse_ref(ref) if isinstance(ref, str) else ref
            article = self.law(parsed.slug).articles.get(parsed.article)
            if article is None:
                raise self._missing(parsed)
            article.part(parsed)
            found = self._found[key] = (parsed, article)
        return found

    def _missing(self, ref: Ref) -> UnknownArticle:
        law = self.law(ref.slug)
        number, label = sort_key(ref.article), number_label(ref.article)
        near = law.nearest(ref.article)
        nearest = "、".join(str(Ref(ref.slug, held)) for held in sorted(near, key=sort_key))
        if law.last_article and number[0] > law.last_article:
            message = f"《{law.short}》共{law.last_article}条，没有{label}"
        elif law.whole:
            message = f"《{law.short}》没有{label}"
        else:
            message = f"本库没有收录《{law.short}》{label}（只收录了与消费纠纷有关的条文）"
        return UnknownArticle(message, fix=f"最接近的是 {nearest}" if nearest else "", where=str(ref))

    def _title(self, slug: str) -> str:
        return f"《{self.head(slug).short}》（{slug}）" if slug in self._paths else f"“{slug}”"
