"""Pictures of evidence: decoded to prove that they are pictures, turned upright, flattened, and written anew.

Writing anew leaves behind whatever a camera or an editor put beside the pixels: place, device, names, thumbnails.
Pillow is an extra, not there on every machine: it is imported where a picture is read.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from letters.errors import to_install
from letters.writers.book.pages import BrokenExhibit, Page

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 50_000_000
# Decoders that read pixels only; EPS and the like run programs.
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
# A page printed at about 390 dots an inch; more can no longer be seen.
LARGEST_SIDES: Final = (2400, 3400)
# A screenshot longer than this is cut into pieces that stay readable; each repeats a little of the one before.
LONG: Final = 3.0
PIECE: Final = 2.0
OVERLAP: Final = 0.05
MOST_PIECES: Final = 60


def clean_pages(name: str, content: bytes) -> tuple[tuple[Page, ...], str, tuple[str, ...]]:
    """The picture as clean pages, the type of the original, and notes. BrokenExhibit if it is none or too large."""
    try:
        from PIL import Image, ImageOps, UnidentifiedImageError
    except ImportError:
        raise BrokenExhibit(name, "读图片需要 Pillow", f"执行 {to_install('pillow', 'pypdf')}") from None
    notes: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=_formats(content)) as opened:
                _check_size(name, *opened.size)
                kind = opened.format or ""
                if getattr(opened, "is_animated", False) and kind != "MPO":
                    notes.append(f"{name} 是多帧图片，只用第一帧")
                opened.seek(0)
                opened.load()
                upright = ImageOps.exif_transpose(opened)
                picture = _flat(upright)
    except UnidentifiedImageError:
        raise _not_an_image(name, content) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        raise _too_many_pixels(name) from None
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, IndexError, KeyError, OverflowError) as error:
        raise BrokenExhibit(name, f"图片已损坏，读不完整（{error}）", "重新从手机或者电脑导出原件。") from None
    lossless = kind in ("PNG", "GIF", "BMP")
    pieces = _pieces(name, picture)
    if len(pieces) > 1:
        notes.append(f"{name} 是长图，分成{len(pieces)}页")
    return tuple(_page(piece, lossless) for piece in pieces), f"image/{kind.lower()}", tuple(notes)


def _formats(content: bytes) -> tuple[str, ...]:
    """What may be decoded; HEIC too where its decoder (pillow-heif) is installed."""
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        try:
            from pillow_heif import register_heif_opener  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            return FORMATS
        register_heif_opener()
        return (*FORMATS, "HEIF")
    return FORMATS


def _not_an_image(name: str, content: bytes) -> BrokenExhibit:
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        fix = f"在手机上把照片存成JPEG；或者执行 {to_install('pillow-heif')}"
        return BrokenExhibit(name, "HEIC照片，本机没有它的解码器", fix)
    return BrokenExhibit(name, "不是图片，也不是PDF", "换成截图原件（PNG、JPEG、WebP、GIF、BMP、TIFF）或者PDF。")


def _too_many_pixels(name: str) -> BrokenExhibit:
    limit = f"上限{MOST_PIXELS // 10_000}万像素"
    return BrokenExhibit(name, f"图片尺寸过大，{limit}", "缩小图片，或者拆成几份证据。")


def _check_size(name: str, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise BrokenExhibit(name, "图片没有尺寸，已损坏", "重新从手机或者电脑导出原件。")
    if width * height > MOST_PIXELS:
        raise _too_many_pixels(name)


def _flat(image: "Image") -> "Image":
    """In sRGB or grey, eight bits a colour, on white where it was transparent, without anything beside the pixels."""
    from PIL import Image

    image = _in_srgb(image)
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        layer = image.convert("RGBA")
        sheet = Image.new("RGB", layer.size, "white")
        sheet.paste(layer, mask=layer.getchannel("A"))
        return sheet
    flat = image.convert("L" if image.mode in ("1", "L", "I", "F") else "RGB")
    flat.info = {}
    return flat


def _in_srgb(image: "Image") -> "Image":
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return changed or image


def _pieces(name: str, image: "Image") -> "list[Image]":
    width, height = image.size
    if height <= width * LONG:
        return [image]
    step = max(1, int(width * PIECE))
    overlap = int(step * OVERLAP)
    starts = list(range(0, max(1, height - overlap), step - overlap))
    if len(starts) > MOST_PIECES:
        raise BrokenExhibit(name, f"长图要分成{len(starts)}页，上限{MOST_PIECES}页", "分几次截图，拆成几份证据。")
    return [image.crop((0, top, width, min(height, top + step))) for top in starts]


def _page(image: "Image", lossless: bool) -> Page:
    from PIL import Image

    if image.width > LARGEST_SIDES[0] or image.height > LARGEST_SIDES[1]:
        image = image.copy()
        image.thumbnail(LARGEST_SIDES, Image.Resampling.LANCZOS)
    image.info = {}
    stream = BytesIO()
    if lossless:
        image.save(stream, "PNG")
        return Page(stream.getvalue(), "image/png", image.width, image.height)
    image.save(stream, "JPEG", quality=90, subsampling=0)
    return Page(stream.getvalue(), "image/jpeg", image.width, image.height)
