"""Pictures: painted landscapes where a report has photographs, and whole sheets as a scanner would see them."""

import io
import random

from PIL import Image, ImageDraw, ImageFont

from .faces import FILES
from .ink import Photo


def landscape(seed, width, height, key):
    """Hills under a sky as JPEG bytes with their size in pixels."""
    chance = random.Random(f"hills/{seed}")
    w, h = max(60, width // 2), max(40, height // 2)
    base = tuple(int(key[i : i + 2], 16) for i in (1, 3, 5))
    image = Image.new("RGB", (w, h))
    draw = ImageDraw.Draw(image)
    for y in range(h):
        share = y / h
        draw.line([(0, y), (w, y)], fill=tuple(int(235 - (235 - b) * 0.25 * (1 - share)) for b in base))
    for layer in range(3):
        level, points = h * (0.45 + 0.17 * layer), [(0, h)]
        for x in range(0, w + 12, 12):
            level += chance.uniform(-4, 4)
            points.append((x, level))
        shade = tuple(int(b + (255 - b) * (0.5 - 0.2 * layer)) for b in base)
        draw.polygon(points + [(w, h)], fill=shade)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue(), image.size


def scan(sheet, dpi, tilt=0.0):
    """The sheet as one black-and-white picture."""
    scale = dpi / 72
    size = (round(sheet.width * scale), round(sheet.height * scale))
    image = Image.new("L", size, 255)
    brush = Brush(ImageDraw.Draw(image), image, scale)
    for group in sorted(sheet.groups, key=lambda g: g.layer):
        brush.draw(group.ops)
    if tilt:
        image = image.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    bits = image.point(lambda v: 255 if v > 140 else 0).convert("1")
    out = io.BytesIO()
    bits.save(out, "TIFF", compression="group4", tiffinfo={278: size[1]})
    return Photo((0, 0, sheet.width, sheet.height), fax_data(out.getvalue()), size, "CCITTFaxDecode", "DeviceGray", 1)


def fax_data(tiff):
    """The one compressed strip of a TIFF."""
    with Image.open(io.BytesIO(tiff)) as image:
        offsets, counts = image.tag_v2[273], image.tag_v2[279]
        return b"".join(tiff[o : o + c] for o, c in zip(offsets, counts))


class Brush:
    """Paints ink on a picture."""

    def __init__(self, draw, image, scale):
        self.paint, self.image, self.scale, self.fonts = draw, image, scale, {}

    def draw(self, ops):
        for op in ops:
            getattr(self, type(op).__name__.lower())(op)

    def grey(self, color):
        r, g, b = (int(color[i : i + 2], 16) for i in (1, 3, 5))
        return int(0.3 * r + 0.59 * g + 0.11 * b)

    def points(self, points):
        return [(x * self.scale, y * self.scale) for x, y in points]

    def rect(self, op):
        x0, y0, x1, y1 = (v * self.scale for v in op.box)
        self.paint.rectangle([x0, y0, x1, y1], fill=self.grey(op.color))

    def rule(self, op):
        self.paint.line(
            self.points([op.start, op.end]), fill=self.grey(op.color), width=max(1, round(op.width * self.scale))
        )

    def polyline(self, op):
        self.paint.line(self.points(op.points), fill=self.grey(op.color), width=max(1, round(op.width * self.scale)))

    def shape(self, op):
        self.paint.polygon(self.points([p for _, points in op.path for p in points]), fill=self.grey(op.color))

    def clip(self, op):
        self.draw(op.inner)

    def photo(self, op):
        x0, y0, x1, y1 = (round(v * self.scale) for v in op.box)
        with Image.open(io.BytesIO(op.data)) as picture:
            self.image.paste(picture.convert("L").resize((x1 - x0, y1 - y0)), (x0, y0))

    def glyphs(self, op):
        key = (op.face, round(op.size * self.scale))
        if key not in self.fonts:
            path, inner, _ = FILES[op.face]
            self.fonts[key] = ImageFont.truetype(path, key[1], index=index_of(path, inner))
        for _, char, x, y in op.items:
            self.paint.text(
                (x * self.scale, y * self.scale), char, font=self.fonts[key], fill=self.grey(op.color), anchor="ls"
            )


def index_of(path, inner):
    if inner is None:
        return 0
    from fontTools.ttLib import TTCollection

    names = [f["name"].getDebugName(6) for f in TTCollection(path, lazy=True).fonts]
    return names.index(inner)
