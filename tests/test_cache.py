"""What is kept between runs: texts that begin alike beside each other, and nothing that is damaged."""

from pathlib import Path
from uuid import uuid4

import pytest
from jinja2 import Environment

from letters.data import cache


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were compiled, in order, in a cache of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.folder.cache_clear()
    cache.bytecode.cache_clear()
    found: list[str] = []
    own = Environment.compile

    def noted(self: Environment, source: str, *arguments: object, **settings: object) -> object:
        found.append(source)
        return own(self, source, *arguments, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return found


@pytest.fixture(autouse=True)
def _restored() -> object:
    yield
    cache.folder.cache_clear()
    cache.bytecode.cache_clear()


def test_texts_of_one_name_are_kept_beside_each_other(compiled: list[str]) -> None:
    sources = [f"{{{{ a }}}}{uuid4()}", f"{{{{ a }}}}{uuid4()}"]
    for _ in range(3):
        for source in sources:
            code = cache.compiled(Environment(), "inline: a", source)
            assert "".join(
                Environment().template_class.from_code(Environment(), code, {}).render(a=1)
            ) == source.replace("{{ a }}", "1")
    assert compiled == sources


def test_a_damaged_cache_is_passed_over(compiled: list[str], tmp_path: Path) -> None:
    source = f"{{{{ a }}}}{uuid4()}"
    cache.compiled(Environment(), "inline: a", source)
    for file in (tmp_path / "letters").rglob("*.cache"):
        file.write_bytes(file.read_bytes()[:40])
    code = cache.compiled(Environment(), "inline: a", source)
    assert Environment().template_class.from_code(Environment(), code, {}).render(a=1) == source.replace("{{ a }}", "1")
    assert compiled == [source, source]
