"""The wheel carries templates and statutes, and works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import DAY, EXAMPLES, ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    program = "import sys, hatchling.build as build; print(build.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return folder / done.stdout.split()[-1]


def test_data_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        f"letters/_data/{path.relative_to(ROOT)}"
        for folder in ("templates", "statutes")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert ours <= names and "letters/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "examples/", "out/"))]


def test_it_works_on_its_own(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    program = "import sys, letters; assert letters.__file__.startswith(sys.argv.pop(1)); from letters.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, str(site), "draft", str(EXAMPLES / "points-not-delivered" / "case.yaml"),
         "-c", "customer-service", "--date", DAY],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(site)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "FY2026103120045501" in done.stdout
