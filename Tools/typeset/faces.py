"""Typefaces out of Debian: which glyph a character has, how wide it is, its outline, and a subset to embed."""

import io
from functools import lru_cache

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTCollection, TTFont

NOTO = "/usr/share/fonts/opentype/noto/"
LIBERATION = "/usr/share/fonts/truetype/liberation/"
DEJAVU = "/usr/share/fonts/truetype/dejavu/"
# name: (file, full name inside a collection or None, bold)
FILES = {
    "sans": (NOTO + "NotoSansCJK-Regular.ttc", "NotoSansCJKtc-Regular", False),
    "sans-bold": (NOTO + "NotoSansCJK-Bold.ttc", "NotoSansCJKtc-Bold", True),
    "serif": (NOTO + "NotoSerifCJK-Regular.ttc", "NotoSerifCJKtc-Regular", False),
    "serif-bold": (NOTO + "NotoSerifCJK-Bold.ttc", "NotoSerifCJKtc-Bold", True),
    "hei": ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "WenQuanYiMicroHei", False),
    "kai": ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", None, False),
    "kai-bold": ("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf", None, True),
    "arial": (LIBERATION + "LiberationSans-Regular.ttf", None, False),
    "arial-bold": (LIBERATION + "LiberationSans-Bold.ttf", None, True),
    "times": (LIBERATION + "LiberationSerif-Regular.ttf", None, False),
    "times-bold": (LIBERATION + "LiberationSerif-Bold.ttf", None, True),
    "dejavu": (DEJAVU + "DejaVuSans.ttf", None, False),
    "dejavu-serif": (DEJAVU + "DejaVuSerif.ttf", None, False),
}


class Face:
    """One typeface, opened once."""

    def __init__(self, name):
        self.name = name
        path, inner, self.bold = FILES[name]
        self.font = open_font(path, inner)
        self.cmap = self.font.getBestCmap()
        self.order = self.font.getGlyphOrder()
        self.ids = {glyph: i for i, glyph in enumerate(self.order)}
        self.em = self.font["head"].unitsPerEm
        self.metrics = self.font["hmtx"].metrics
        self.is_cff = "CFF " in self.font
        self.postscript = self.font["name"].getDebugName(6) or name
        hhea = self.font["hhea"]
        self.ascent, self.descent = hhea.ascent / self.em, hhea.descent / self.em
        self.glyph_set = self.font.getGlyphSet()

    def has(self, char):
        return ord(char) in self.cmap

    def glyph(self, char):
        return self.ids[self.cmap[ord(char)]]

    def advance(self, gid):
        """Width in ems."""
        return self.metrics[self.order[gid]][0] / self.em

    @lru_cache(maxsize=None)
    def outline(self, gid):
        """Pen commands in ems, y upwards."""
        pen = DecomposingRecordingPen(self.glyph_set)
        self.glyph_set[self.order[gid]].draw(pen)
        return [
            (name, [(x / self.em, y / self.em) for x, y in points if points]) if name != "closePath" else (name, [])
            for name, points in pen.value
        ]

    def subset(self, gids, keep_map=False):
        """The embedded program with only these glyphs, and the code that each keeps in it.

        A simple font needs the program's own map from characters to glyphs (`keep_map`); others go without.
        """
        options = subset.Options(
            hinting=False,
            desubroutinize=True,
            notdef_outline=True,
            glyph_names=False,
            layout_features=[],
            name_IDs=[],
            legacy_kern=False,
            drop_tables=[
                "GSUB",
                "GPOS",
                "GDEF",
                "BASE",
                "VORG",
                "vhea",
                "vmtx",
                "DSIG",
                "post",
                "FFTM",
                "kern",
                "gasp",
            ],
            recalc_timestamp=False,
        )
        path, inner, _ = FILES[self.name]
        font = open_font(path, inner)
        cutter = subset.Subsetter(options)
        cutter.populate(gids=sorted(gids))
        cutter.subset(font)
        kept = font.getGlyphOrder()
        if self.is_cff:
            # A CID-keyed CFF keeps each glyph's CID as its name: that is its code under Identity-H.
            codes = {self.ids[name]: int(name[3:]) for name in kept if name.startswith("cid")}
            out = font.getTableData("CFF ")
            return out, codes
        codes = {self.ids[name]: i for i, name in enumerate(kept)}
        for table in ("cmap", "name", "OS/2"):
            if table in font and not (keep_map and table == "cmap"):
                del font[table]
        out = io.BytesIO()
        font.save(out, reorderTables=True)
        return out.getvalue(), codes


def open_font(path, inner):
    if inner is None:
        return TTFont(path, recalcTimestamp=False, lazy=True)
    for font in TTCollection(path, lazy=True).fonts:
        if font["name"].getDebugName(6) == inner:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"typeset: {path} holds no face {inner}")


@lru_cache(maxsize=None)
def face(name):
    return Face(name)
