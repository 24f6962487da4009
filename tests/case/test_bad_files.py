"""Files that are no case files at all: one clear message each, quickly."""

import os
import time
from pathlib import Path

import pytest

from letters.case.file.disk import MAX_BYTES
from letters.case.file.problems import Unreadable
from letters.case.file.read import Case

from .samples import SMALL


def refused(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        Case.load(path)
    assert caught.value.code == 2
    assert str(path) in str(caught.value)
    return caught.value


def written(tmp_path: Path, data: bytes | str) -> Path:
    path = tmp_path / "case.yaml"
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"# only a comment\n", "empty"),
        (b"---\n...\n", "empty"),
        (b"just words", "not-case"),
        (b"- a\n- b\n", "not-case"),
        (SMALL.encode("gbk"), "gbk"),
        (SMALL.encode("utf-16"), "utf16"),
        (SMALL.encode("utf-16-le"), "utf16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "binary"),
        (b"PK\x03\x04\x14\x00", "binary"),
        (bytes(range(256)), "binary"),
        (b"title: \xff\xfe\xfa\n", "encoding"),
        (b"schema: 1\nschema: [1\n", "syntax"),
        (b"title: a: b\n", "syntax"),
        (b"a: 1\n\tb: 2\n", "syntax"),
        (b'title: "never closed\nschema: 1\n', "syntax"),
        (b"a: &x 1\nb: *x\n", "alias"),
        (b"a: &x [1]\nb: 2\n", "alias"),
        (b"<<: *x\n", "alias"),
        (b"title: !!python/object/apply:os.system [echo]\n", "tag"),
        (b"title: !!str 1\n", "tag"),
        (b"schema: 1\n---\nschema: 1\n", "documents"),
        (b"did: {{ 7*7 }}\n", "key-shape"),
        (b"a: " + b"[" * 100_000, "too-deep"),
        (b"- " * 500_000, "too-deep"),
        (b"a: [" + b"b," * 200_000 + b"]", "too-many"),
    ],
)
def test_no_case(tmp_path: Path, data: bytes, code: str) -> None:
    began = time.monotonic()
    assert refused(written(tmp_path, data)).code_name == code
    assert time.monotonic() - began < 10


def test_an_alias_bomb_stays_small(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert refused(written(tmp_path, bomb)).code_name == "alias"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    os.truncate(path, 50_000_000)
    error = refused(path)
    assert error.code_name == "too-large" and "50.0 MB" in str(error) and "2.0 MB" in str(error)
    assert refused(written(tmp_path, "#" * (MAX_BYTES + 1))).code_name == "too-large"


def test_missing_folder_pipe_and_closed(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.yaml").code_name == "missing-file"
    assert refused(tmp_path).code_name == "directory"
    written(tmp_path, SMALL)
    assert "case.yaml" in str(refused(tmp_path / "cases.yaml"))
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refused(tmp_path / "pipe.yaml").code_name == "no-file"
    assert refused(tmp_path / ("n" * 300)).code_name == "os-error"
    assert refused(tmp_path / "case.yaml" / "x").code_name == "os-error"


def test_a_gbk_file_learns_how_to_convert(tmp_path: Path) -> None:
    said = str(refused(written(tmp_path, SMALL.encode("gbk"))))
    assert "GBK" in said and "iconv -f GBK -t UTF-8" in said


@pytest.mark.parametrize(
    ("text", "line"),
    [("schema: 1\ntitle: a: b\n", 2), ("schema: 1\nevents:\n  - at: 1\n by: 2\n", 4), ('a: 1\nb: "x\nc: 2\n', 2)],
)
def test_a_syntax_error_names_the_line(tmp_path: Path, text: str, line: int) -> None:
    path = written(tmp_path, text)
    error = refused(path)
    assert error.line == line and str(error).startswith(f"{path}:{line}")
    assert not any(word in str(error) for word in ("expected", "found", "not allowed"))
