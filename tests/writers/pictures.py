"""Files of evidence, good and bad, made when the tests need them."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def screenshot(width: int = 540, height: int = 1170) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for y in range(0, height, 90):
        draw.rectangle((20, y + 10, width - 60, y + 70), fill=(200, 230, 200), outline="black")
        draw.text((40, y + 30), f"message at {y}", fill="black")
    return image


def photo() -> bytes:
    """Stored lying, with a note to turn it, a place and a comment beside the pixels: red is at the top when upright."""
    image = Image.new("RGB", (300, 200), "blue")
    image.paste((255, 0, 0), (0, 0, 40, 200))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRET-MAKER"
    exif.get_ifd(0x8825)[2] = (36.0, 40.0, 1.5)
    return encoded(image, "JPEG", exif=exif, comment=b"SECRET-COMMENT", quality=95)


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def animated() -> bytes:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green", "blue")]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def pdf(pages: int = 2, author: str = "SECRET-AUTHOR", password: str = "") -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(400, 600)
    writer.add_metadata({"/Author": author})
    if password:
        writer.encrypt(password)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


GOOD: dict[str, Callable[[], bytes]] = {
    "shot.png": lambda: encoded(screenshot(), "PNG"),
    "photo.jpg": photo,
    "cmyk.jpg": lambda: encoded(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG"),
    "moving.gif": animated,
    "glass.png": lambda: encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"),
    "deep.png": lambda: encoded(Image.new("I;16", (50, 50), 40000), "PNG"),
    "page.webp": lambda: encoded(screenshot(), "WEBP"),
    "scan.tiff": lambda: encoded(Image.new("1", (80, 80), 1), "TIFF"),
    "large.jpg": lambda: encoded(Image.new("RGB", (7000, 7000), "green"), "JPEG"),
}
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.png": (lambda: b"", "空的"),
    "text.png": (lambda: "这不是图片".encode(), "不是图片"),
    "page.html.png": (lambda: b"<html><img src=x></html>", "不是图片"),
    "script.png": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n", "不是图片"),
    "huge.png": (lambda: png_header(20_000, 20_000), "尺寸过大"),
    "bomb.png": (lambda: png_header(60_000, 60_000), "尺寸过大"),
    "cut.png": (lambda: encoded(screenshot(), "PNG")[:900], "已损坏"),
    "cut.jpg": (lambda: photo()[:700], "已损坏"),
    "lying.png": (lambda: png_header(400, 400), "已损坏"),
    "phone.heic": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 64, "HEIC"),
    "locked.pdf": (lambda: pdf(password="x"), "密码"),
    "broken.pdf": (lambda: b"%PDF-1.7\nnothing here", "PDF已损坏"),
    "ribbon.png": (lambda: encoded(Image.new("1", (10, 20_000)), "PNG"), "长图"),
}


def put(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return name
