"""Reading `statutes/laws/<slug>.yaml`: the head alone, or the head with its articles."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from letters.data.cache import remembered
from letters.errors import LettersError
from letters.law.statutes.reference import sort_key
from letters.law.statutes.statute import Article, Kind, LawHead, Nature, Source, Statute, Version

_ARTICLES = "\narticles:"


class BadLawFile(LettersError):
    """A law's file cannot be read or lacks something."""


def read_head(path: Path) -> LawHead:
    """Everything above `articles:`; BadLawFile if the file is unusable."""
    return _head(remembered(path, "head", lambda: _load(path, _text(path).partition(_ARTICLES)[0])), path)


def read_law(path: Path) -> Statute:
    """The whole file; BadLawFile if it is unusable."""
    data = remembered(path, "whole", lambda: _load(path, _text(path)))
    head = _head(data, path)
    raw = data.get("articles") or {}
    if not isinstance(raw, Mapping):
        raise BadLawFile("articles 应当是“条号：内容”的对照表", where=path)
    articles = {str(number): _article(head, str(number), entry) for number, entry in raw.items()}
    values = {name: getattr(head, name) for name in head.__struct_fields__}
    return Statute(**values, articles=articles)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadLawFile("不是 UTF-8 编码的文本", fix="另存为 UTF-8", where=path) from error
    except OSError as error:
        raise BadLawFile(f"读不出来：{error.strerror}", where=path) from error


def _load(path: Path, text: str) -> dict[str, Any]:
    import yaml

    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise BadLawFile(f"YAML 写法有误：{error}", where=path) from error
    if not isinstance(data, dict):
        raise BadLawFile("应当是一份法律的对照表", fix="参照 statutes/laws/xiaobaofa.yaml", where=path)
    return data


def _head(data: dict[str, Any], path: Path) -> LawHead:
    if data.get("id", path.stem) != path.stem:
        raise BadLawFile(f"id 是 {data['id']}，与文件名不同", fix="让 id 等于文件名（不含 .yaml）", where=path)
    try:
        versions = tuple(
            Version(str(v["label"]), _day(v["promulgated"]), _day(v["effective"]), v["text"] is True)
            for v in data["versions"]
        )
        if sum(version.text for version in versions) != 1:
            raise BadLawFile("versions 中应当恰有一个 text: true", where=path)
        source = data["source"]
        return LawHead(
            slug=path.stem,
            title=str(data["title"]),
            short=str(data.get("short") or data["title"]),
            aliases=tuple(map(str, data.get("aliases") or ())),
            formerly=tuple(map(str, data.get("formerly") or ())),
            issuer=str(data["issuer"]),
            document_no=str(data.get("document_no") or ""),
            kind=cast(Kind, data["kind"]),
            nature=cast(Nature, data["nature"]),
            last_article=int(data.get("last_article") or 0),
            versions=versions,
            facts_from=_day_or_none(data.get("facts_from")),
            repealed=_day_or_none(data.get("repealed")),
            replaced_by=str(data.get("replaced_by") or ""),
            citable=data.get("citable", True) is True,
            source=Source(
                str(source["official"]),
                _day(source["checked"]),
                source["verified"] is True,
                str(source.get("note") or ""),
            ),
            uncertain_paragraphs=frozenset(map(str, data.get("uncertain_paragraphs") or ())),
            path=path,
        )
    except KeyError as error:
        raise BadLawFile(f"缺少 {error.args[0]}", fix="参照 statutes/laws/xiaobaofa.yaml", where=path) from error
    except (TypeError, ValueError) as error:
        raise BadLawFile(f"内容有误：{error}", fix="日期写成 2026-04-15，条号写成数字", where=path) from error


def _article(head: LawHead, number: str, entry: Any) -> Article:
    try:
        sort_key(number)
        return Article(
            slug=head.slug,
            number=number,
            heading=str(entry.get("heading") or ""),
            plain=str(entry.get("plain") or ""),
            text=str(entry["text"]).strip(),
            nature=cast(Nature, entry.get("nature") or head.nature),
            since=_day_or_none(entry.get("since")),
            added=entry.get("added") is True,
            verified=entry.get("verified", True) is True,
            certain=number not in head.uncertain_paragraphs,
        )
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise BadLawFile(f"第 {number} 条写得不对：{error}", fix="每条至少要有 text", where=head.path) from error


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    raise ValueError(f"{value!r} 不是日期")


def _day_or_none(value: Any) -> date | None:
    return None if value is None else _day(value)
