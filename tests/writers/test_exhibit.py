"""Files of evidence: what is taken, what is cleaned, what is refused and how."""

import hashlib
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from letters.writers.book.exhibit import load_exhibit
from letters.writers.book.pages import BrokenExhibit

from .pictures import BAD, GOOD, encoded, pdf, put, screenshot


@pytest.mark.parametrize("name", GOOD)
def test_good_files_become_clean_pictures(name: str, tmp_path: Path) -> None:
    content = GOOD[name]()
    put(tmp_path, name, content)
    prepared = load_exhibit(name, tmp_path)
    assert prepared.digest == hashlib.sha256(content).hexdigest()
    assert prepared.size == len(content)
    assert (tmp_path / name).read_bytes() == content
    (page,) = prepared.pages
    with Image.open(io.BytesIO(page.data)) as image:
        image.load()
        assert image.size == (page.width, page.height)
        assert image.mode in ("RGB", "L")
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert load_exhibit(name, tmp_path) == prepared


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_named_with_reason_and_cure(name: str, tmp_path: Path) -> None:
    make, reason = BAD[name]
    put(tmp_path, name, make())
    with pytest.raises(BrokenExhibit, match=reason) as caught:
        load_exhibit(name, tmp_path)
    assert caught.value.name == name
    assert caught.value.fix
    assert caught.value.code == 1


def test_photo_is_turned_and_forgets_where_it_was_taken(tmp_path: Path) -> None:
    put(tmp_path, "photo.jpg", GOOD["photo.jpg"]())
    assert b"SECRET" in (tmp_path / "photo.jpg").read_bytes()
    (page,) = load_exhibit("photo.jpg", tmp_path).pages
    assert b"SECRET" not in page.data
    with Image.open(io.BytesIO(page.data)) as image:
        assert image.size == (200, 300)
        top = image.getpixel((100, 5))
        assert isinstance(top, tuple) and top[0] > 200 and top[2] < 60


def test_transparent_is_white_and_cmyk_is_red(tmp_path: Path) -> None:
    for name, colour in (("glass.png", (255, 255, 255)), ("cmyk.jpg", (255, 0, 0))):
        put(tmp_path, name, GOOD[name]())
        with Image.open(io.BytesIO(load_exhibit(name, tmp_path).pages[0].data)) as image:
            found = image.convert("RGB").getpixel((5, 5))
        assert isinstance(found, tuple)
        assert all(abs(one - other) < 30 for one, other in zip(found, colour, strict=True))


def test_moving_picture_shows_its_first_frame_with_a_note(tmp_path: Path) -> None:
    put(tmp_path, "moving.gif", GOOD["moving.gif"]())
    assert "第一帧" in load_exhibit("moving.gif", tmp_path).notes[0]


def test_large_picture_is_scaled_for_print(tmp_path: Path) -> None:
    put(tmp_path, "large.jpg", GOOD["large.jpg"]())
    (page,) = load_exhibit("large.jpg", tmp_path).pages
    assert (page.width, page.height) == (2400, 2400)


def test_long_screenshot_is_cut_into_overlapping_pages(tmp_path: Path) -> None:
    put(tmp_path, "long.png", encoded(screenshot(500, 4000), "PNG"))
    prepared = load_exhibit("long.png", tmp_path)
    heights = [page.height for page in prepared.pages]
    assert heights[:-1] == [1000] * 4
    assert sum(heights) == 4000 + 50 * 4
    assert "5页" in prepared.notes[0]


def test_pdf_counts_its_pages_and_recordings_get_a_slip(tmp_path: Path) -> None:
    put(tmp_path, "contract.pdf", pdf(3))
    prepared = load_exhibit("contract.pdf", tmp_path)
    assert [page.pdf_page for page in prepared.pages] == [1, 2, 3]
    put(tmp_path, "call.m4a", b"\0\0\0\x18ftypM4A sound")
    (slip,) = load_exhibit("call.m4a", tmp_path).pages
    assert "call.m4a" in slip.text and not slip.data


def test_only_files_inside_the_folder(tmp_path: Path) -> None:
    home = tmp_path / "case"
    (home / "evidence").mkdir(parents=True)
    put(tmp_path, "outside.png", GOOD["shot.png"]())
    put(home / "evidence", "inside.png", GOOD["shot.png"]())
    os.symlink(tmp_path / "outside.png", home / "link.png")
    os.symlink(tmp_path, home / "folder")
    os.symlink(home / "evidence" / "inside.png", home / "within.png")
    os.symlink(home / "loop.png", home / "loop.png")
    for name in ("../outside.png", str(tmp_path / "outside.png"), "link.png", "folder/outside.png"):
        with pytest.raises(BrokenExhibit, match="不在案件文件夹内"):
            load_exhibit(name, home)
    for name, reason in (("none.png", "找不到"), ("evidence", "不是文件"), ("a\0b.png", "打不开"), ("", "不是文件")):
        with pytest.raises(BrokenExhibit, match=reason):
            load_exhibit(name, home)
    with pytest.raises(BrokenExhibit):
        load_exhibit("loop.png", home)
    assert load_exhibit("within.png", home).digest == load_exhibit("evidence/inside.png", home).digest


def test_file_over_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "fat.png").open("wb") as stream:
        stream.truncate(30_000_001)
    with pytest.raises(BrokenExhibit, match="30 MB"):
        load_exhibit("fat.png", tmp_path)
