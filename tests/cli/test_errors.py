"""Faults of files, disks, pipes and of the program itself: one message, an exit code, nothing half written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from letters.cli import main
from tests.conftest import DAY, EXAMPLES, ROOT, Run, files_under

CASE = EXAMPLES / "points-not-delivered" / "case.yaml"


def write(folder: Path, data: bytes) -> Path:
    path = folder / "bad.yaml"
    path.write_bytes(data)
    return path


TEXT = CASE.read_text(encoding="utf-8")
BAD = {
    "empty": b"",
    "comment only": b"# nothing\n",
    "binary": b"\x89PNG\r\n\x1a\n\0\0\0",
    "gbk": TEXT.encode("gb18030"),
    "syntax": b"schema: [1, 2\ntitle: x",
    "list": b"- 1\n- 2\n",
    "text": "只是一句话".encode(),
    "duplicate key": (TEXT + "\npurpose: resale\n").encode(),
    "alias bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n".encode() for n in range(9)
    ),
    "year 0": TEXT.replace("2026-10-31T20:04:00", "0000-10-31T20:04:00").encode(),
    "negative money": TEXT.replace('amount: "198.00"', 'amount: "-198.00"').encode(),
    "wrong reference": TEXT.replace("order: o1", "order: o9").encode(),
    "unknown key": TEXT.replace("purpose:", "purpos:").encode(),
    "huge": b"title: " + b"x" * 50_000_000,
}  # fmt: skip


@pytest.mark.parametrize("command", [("check",), ("draft", "-c", "12315"), ("plan",), ("law", "--why")])
@pytest.mark.parametrize("name", list(BAD))
def test_bad_files_exit_2_with_one_message(run: Run, tmp_path: Path, name: str, command: tuple[str, ...]) -> None:
    path = write(tmp_path, BAD[name])
    done = run(*command, path)
    assert (done.code, done.out) == (2, "")
    assert "bad.yaml" in done.err and "Traceback" not in done.err and "程序内部出错" not in done.err
    assert files_under(tmp_path) == {"bad.yaml"}


def test_missing_file_and_folder(run: Run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "none.yaml").code == 2
    assert run("check", tmp_path).code == 2
    assert "文件夹" in run("check", tmp_path).err


def test_gbk_says_how_to_convert(run: Run, tmp_path: Path) -> None:
    assert "iconv -f GBK" in run("check", write(tmp_path, BAD["gbk"])).err


def test_all_mistakes_at_once_with_line_and_title(run: Run, tmp_path: Path) -> None:
    text = TEXT.replace('phone: "13800000501"', 'phone: "123"', 1).replace("purpose: own-use", "purpose: fun")
    done = run("check", write(tmp_path, text.encode()))
    assert done.code == 2 and "联系电话" in done.err and "purpose" in done.err
    line = text[: text.index("purpose: fun")].count("\n") + 1
    assert f"bad.yaml:{line}" in done.err


def test_messages_in_english(run: Run, tmp_path: Path) -> None:
    done = run("--lang", "en", "check", write(tmp_path, b""))
    assert "The file is empty" in done.err


def test_a_fault_of_the_program_is_one_plain_line(run: Run, monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    def broken(*arguments: object, **more: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("letters.api.open_case", broken)
    done = run("check", case)
    assert done.code == 2 and "ZeroDivisionError: oops" in done.err and "Traceback" not in done.err
    assert "--debug" in done.err
    with pytest.raises(ZeroDivisionError):
        main(["check", str(case), "--debug"])


def test_interrupt_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    def interrupted(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("letters.api.open_case", interrupted)
    done = run("check", case)
    assert (done.code, done.out.strip(), done.err.strip()) == (130, "", "")


def test_interrupt_while_modules_load_is_quiet() -> None:
    program = (
        "import sys\n"
        "class Stop:\n    def find_spec(self, name, *rest):\n"
        "        if name == 'letters.cli.command':\n            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\nfrom letters.cli import main\nsys.exit(main(['channels']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_ctrl_c_from_outside_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import signal, sys, time, letters.cli.saving as files\n"
        # Python does not hear Ctrl-C where it was started in the background, nor what came just before a long sleep
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "write = files._write\n"
        "def slow(path, data):\n    write(path, data)\n    print('written', flush=True)\n"
        "    for _ in range(600):\n        time.sleep(0.05)\n"
        "files._write = slow\nfrom letters.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    target = tmp_path / "out"
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            program,
            "draft",
            str(CASE),
            "-c",
            "customer-service",
            "-o",
            f"{target}/",
            "--date",
            DAY,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130 and "Traceback" not in err
    assert not target.exists()


def test_reader_that_goes_away_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "letters", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert (process.stderr.read(), process.wait(timeout=20)) == (b"", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not here: /dev/full; cure: run it on Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    [("schema",), ("channels",), ("law", "消保法26"), ("check", str(CASE), "--json"), ("--help",), ("--version",)],
    ids=lambda arguments: arguments[0],
)
def test_full_disk_behind_standard_output(arguments: tuple[str, ...], unbuffered: str) -> None:
    """Whether the output fits Python's buffer, and fails when that is emptied, or does not."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "letters", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "LANG": "zh_CN.UTF-8", "PYTHONUNBUFFERED": unbuffered}, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "屏幕输出：磁盘已满。\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not here: /dev/full; cure: run it on Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_full_disk_behind_both_outputs_still_gives_the_exit_code(unbuffered: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "letters", "check", "none.yaml"], stdout=full, stderr=full, cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered}, check=False,
        )  # fmt: skip
    assert done.returncode == 2


def test_output_that_cannot_say_chinese_says_how() -> None:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "letters", "law", "消保法26"], capture_output=True, cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 2 and b"PYTHONIOENCODING=utf-8" in done.stderr and b"Traceback" not in done.stderr
    assert time.monotonic() - started < 30
