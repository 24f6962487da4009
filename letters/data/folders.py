"""Where the templates and statutes are: in a checkout, an editable install and a wheel alike."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent


@cache
def _folder(name: str) -> Path:
    for candidate in (_HERE / "_data" / name, _HERE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"{name}: 安装不完整，找不到随包数据")


def statutes_dir() -> Path:
    """The folder that holds laws/, grounds/ and tables/."""
    return _folder("statutes")


def templates_dir() -> Path:
    """The folder that holds one sub-folder per locale."""
    return _folder("templates")


def examples_dir() -> Path:
    """The folder that holds one folder per example case."""
    return _folder("examples")
