"""Sheets of ink → one PDF file, the same bytes every time."""

import random
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from .disguise import claimed
from .faces import face
from .ink import Clip, Glyphs

SIMPLE = {"arial", "arial-bold", "times", "times-bold", "dejavu", "dejavu-serif"}
PRODUCERS = {"plain": "typeset 1", "office": "Microsoft: typeset 1 office look", "press": "typeset 1 press look"}


class Writer:
    """Collects the fonts that a file uses, then writes pages."""

    def __init__(self, name, faults):
        self.name = name
        self.faults = faults
        self.pdf = pikepdf.new()
        self.used = {}
        self.fonts = {}
        self.elements = {}
        self.photos = {}

    # Fonts ------------------------------------------------------------------------------------------------

    def gather(self, ops):
        for op in ops:
            if isinstance(op, Clip):
                self.gather(op.inner)
            elif isinstance(op, Glyphs):
                key = (op.face, op.mode, op.vertical)
                table = self.used.setdefault(key, {})
                for gid, char, _, _ in op.items:
                    table[gid] = claimed(char, op.mode)

    def embed(self):
        programs = {}
        simple = {key for key in self.used if self.is_simple(key)}
        for key in sorted(self.used):
            kind = (key[0], key in simple)
            if kind not in programs:
                gids = {gid for k, table in self.used.items() if (k[0], k in simple) == kind for gid in table}
                programs[kind] = self.program(face(key[0]), gids, key in simple)
        for index, key in enumerate(sorted(self.used)):
            make = self.simple if key in simple else self.composite
            self.fonts[key] = (Name(f"/F{index + 1}"), *make(key, programs[key[0], key in simple]))

    def is_simple(self, key):
        """Whether an office program would set this as one byte a character: Latin alone, nothing disguised."""
        name, mode, vertical = key
        plain = not vertical and not {"no-map", "ligature-characters"} & set(mode)
        return (
            bool(self.faults.get("simple-latin"))
            and plain
            and name in SIMPLE
            and all(len(text) == 1 and encodable(text) for text in self.used[key].values())
        )

    def program(self, typeface, gids, keep_map=False):
        data, codes = typeface.subset(gids, keep_map)
        stream = self.stream(data)
        if typeface.is_cff:
            stream.Subtype = Name.CIDFontType0C
        else:
            stream.Length1 = len(data)
        return stream, codes

    def composite(self, key, program):
        name, mode, vertical = key
        typeface, (stream, codes) = face(name), program
        seed = random.Random(f"{self.name}/{name}/{mode}")
        base = "".join(seed.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(6)) + "+"
        base += "Wingdings-Regular" if "letter-bullets" in mode else typeface.postscript
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/" + base),
            Flags=4,
            ItalicAngle=0,
            FontBBox=Array([-200, -300, 1200, 1100]),
            Ascent=round(typeface.ascent * 1000),
            Descent=round(typeface.descent * 1000),
            CapHeight=730,
            StemV=140 if typeface.bold else 80,
        )
        descriptor[Name.FontFile3 if typeface.is_cff else Name.FontFile2] = stream
        table = self.used[key]
        widths = Array()
        for gid in sorted(table, key=codes.get):
            width = round(typeface.advance(gid) * 1000)
            if width != 1000:
                widths.extend([codes[gid], Array([width])])
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0 if typeface.is_cff else Name.CIDFontType2,
            BaseFont=Name("/" + base),
            FontDescriptor=self.pdf.make_indirect(descriptor),
            DW=1000,
            W=widths,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        )
        if not typeface.is_cff:
            descendant.CIDToGIDMap = Name.Identity
        if vertical:
            descendant.DW2 = Array([880, -1000])
        encoding = Name("/Identity-V") if vertical else Name("/Identity-H")
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/" + base),
            Encoding=encoding,
            DescendantFonts=Array([self.pdf.make_indirect(descendant)]),
        )
        if "no-map" not in mode:
            font.ToUnicode = self.stream(to_unicode({codes[g]: text for g, text in table.items()}))
        return self.pdf.make_indirect(font), {gid: f"{code:04X}" for gid, code in codes.items()}

    def simple(self, key, program):
        """A TrueType font with one-byte codes under WinAnsiEncoding, and no map to Unicode but that."""
        typeface, table = face(key[0]), self.used[key]
        codes = {gid: text.encode("cp1252")[0] for gid, text in table.items()}
        first, last = min(codes.values()), max(codes.values())
        widths = {codes[gid]: round(typeface.advance(gid) * 1000) for gid in table}
        base = Name(
            "/"
            + "".join(random.Random(f"{self.name}/{key[0]}").choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=6))
            + "+"
            + typeface.postscript
        )
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=base,
            Flags=32,
            ItalicAngle=0,
            FontBBox=Array([-200, -300, 1200, 1100]),
            Ascent=round(typeface.ascent * 1000),
            Descent=round(typeface.descent * 1000),
            CapHeight=730,
            StemV=140 if typeface.bold else 80,
            FontFile2=program[0],
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=base,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=first,
            LastChar=last,
            Widths=Array([widths.get(code, 0) for code in range(first, last + 1)]),
            FontDescriptor=self.pdf.make_indirect(descriptor),
        )
        return self.pdf.make_indirect(font), {gid: f"{code:02X}" for gid, code in codes.items()}

    def stream(self, data, **entries):
        stream = Stream(self.pdf, zlib.compress(data, 9))
        stream.Filter = Name.FlateDecode
        for key, value in entries.items():
            stream[Name("/" + key)] = value
        return self.pdf.make_indirect(stream)

    # Pages ------------------------------------------------------------------------------------------------

    def page(self, number, sheet):
        out, resources = [], Dictionary(Font=Dictionary(), XObject=Dictionary())
        bleed, width, height = sheet.bleed, sheet.width, sheet.height
        if sheet.rotate == 90:
            out.append(f"0 1 -1 0 {num(height + bleed)} {num(bleed)} cm")
        elif bleed:
            out.append(f"1 0 0 1 {num(bleed)} {num(bleed)} cm")
        pen = Pen(self, sheet, resources, out)
        marks = []
        for group in in_drawing_order(self.name, number, sheet):
            tagged = self.faults.get("tagged")
            if tagged and group.tag:
                out.append(f"/{group.tag[-1][0]} <</MCID {len(marks)}>> BDC")
                marks.append(group.tag)
            elif tagged:
                out.append("/Artifact BMC")
            pen.draw(group.ops)
            if tagged:
                out.append("EMC")
        content = self.stream("\n".join(out).encode("latin-1"))
        wide, high = (height, width) if sheet.rotate == 90 else (width, height)
        outer = [wide + 2 * bleed, high + 2 * bleed]
        entries = Dictionary(
            Type=Name.Page, MediaBox=Array([0, 0, *map(real, outer)]), Resources=resources, Contents=content
        )
        if sheet.rotate:
            entries.Rotate = sheet.rotate
        if bleed:
            entries.CropBox = Array([real(v) for v in (bleed, bleed, bleed + wide, bleed + high)])
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(entries)))
        page = self.pdf.pages[-1].obj
        if marks:
            page.StructParents = number - 1
            for mark, path in enumerate(marks):
                self.elements.setdefault(path, []).append((number - 1, mark))

    def links(self, sheets):
        for number, sheet in enumerate(sheets):
            notes = Array()
            for box, target in sheet.links:
                x0, y0, x1, y1 = box
                rect = [
                    x0 + sheet.bleed,
                    sheet.height - y1 + sheet.bleed,
                    x1 + sheet.bleed,
                    sheet.height - y0 + sheet.bleed,
                ]
                notes.append(
                    self.pdf.make_indirect(
                        Dictionary(
                            Type=Name.Annot,
                            Subtype=Name.Link,
                            Rect=Array([real(v) for v in rect]),
                            Border=Array([0, 0, 0]),
                            Dest=Array([self.pdf.pages[target - 1].obj, Name.XYZ, None, None, None]),
                        )
                    )
                )
            if len(notes):
                self.pdf.pages[number].obj.Annots = notes

    # The file ---------------------------------------------------------------------------------------------

    def outline(self, entries):
        from pikepdf import OutlineItem

        with self.pdf.open_outline() as outline:
            parents = []
            for level, title, page in entries:
                item = OutlineItem(title, page - 1)
                while parents and parents[-1][0] >= level:
                    parents.pop()
                (parents[-1][1].children if parents else outline.root).append(item)
                parents.append((level, item))

    def labels(self, sheets):
        nums, previous = Array(), None
        for index, sheet in enumerate(sheets):
            style, start = label_style(sheet.label)
            if previous is None or style != previous[0] or start != previous[1] + 1:
                entry = Dictionary()
                if style:
                    entry.S, entry.St = Name("/" + style), start
                nums.extend([index, entry])
            previous = (style, start)
        self.pdf.Root.PageLabels = Dictionary(Nums=nums)

    def structure(self, language):
        """A structure tree in reading order, whatever order the pages were drawn in."""
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        root.K = top
        nodes, parents = {(): top}, {}
        for path in sorted(self.elements, key=lambda p: [sort_key(step[1]) for step in p]):
            for depth in range(1, len(path) + 1):
                if path[:depth] not in nodes:
                    parent = nodes[path[: depth - 1]]
                    node = self.pdf.make_indirect(
                        Dictionary(Type=Name.StructElem, S=Name("/" + path[depth - 1][0]), P=parent, K=Array())
                    )
                    parent.K.append(node)
                    nodes[path[:depth]] = node
            for page, mark in self.elements[path]:
                nodes[path].K.append(Dictionary(Type=Name.MCR, Pg=self.pdf.pages[page].obj, MCID=mark))
                parents.setdefault(page, {})[mark] = nodes[path]
        nums = Array()
        for page in sorted(parents):
            nums.extend([page, self.pdf.make_indirect(Array([parents[page][m] for m in sorted(parents[page])]))])
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=nums))
        root.ParentTreeNextKey = len(self.pdf.pages)
        self.pdf.Root.StructTreeRoot = root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String(language)

    def save(self, path, title):
        self.pdf.docinfo["/Title"] = title
        self.pdf.docinfo["/Producer"] = PRODUCERS[self.faults.get("producer", "plain")]
        self.pdf.docinfo["/CreationDate"] = "D:20250101000000+08'00'"
        options = dict(object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
        if self.faults.get("classic"):
            options["object_stream_mode"] = pikepdf.ObjectStreamMode.disable
        if "password" in self.faults or self.faults.get("owner-password"):
            # RC4: the AES of PDF takes random bytes, and the file must come out the same each time.
            options["encryption"] = pikepdf.Encryption(
                user=self.faults.get("password", ""),
                owner=self.faults.get("owner-password", "owner"),
                R=3,
                aes=False,
                metadata=False,
            )
            options["static_id"] = True
        else:
            options["deterministic_id"] = True
        self.pdf.save(path, **options)


class Pen:
    """Writes ink as content-stream operators."""

    def __init__(self, writer, sheet, resources, out):
        self.writer, self.sheet, self.resources, self.out = writer, sheet, resources, out

    def y(self, y):
        return self.sheet.height - y

    def draw(self, ops):
        for op in ops:
            getattr(self, type(op).__name__.lower())(op)

    def rect(self, op):
        x0, y0, x1, y1 = op.box
        self.out.append(f"{rgb(op.color)} rg {num(x0)} {num(self.y(y1))} {num(x1 - x0)} {num(y1 - y0)} re f")

    def rule(self, op):
        dash = f"[{' '.join(map(num, op.dash))}] 0 d " if op.dash else ""
        (x0, y0), (x1, y1) = op.start, op.end
        line = f"{num(x0)} {num(self.y(y0))} m {num(x1)} {num(self.y(y1))} l S"
        self.out.append(f"q {rgb(op.color)} RG {num(op.width)} w {dash}{line} Q")

    def polyline(self, op):
        steps = [f"{num(x)} {num(self.y(y))} {'l' if i else 'm'}" for i, (x, y) in enumerate(op.points)]
        self.out.append(f"{rgb(op.color)} RG {num(op.width)} w {' '.join(steps)} S")

    def shape(self, op):
        self.out.append(f"{rgb(op.color)} rg")
        for name, points in op.path:
            flat = " ".join(f"{num(x)} {num(self.y(y))}" for x, y in points)
            self.out.append({"m": flat + " m", "l": flat + " l", "c": flat + " c", "h": "h"}[name])
        self.out.append("f")

    def clip(self, op):
        x0, y0, x1, y1 = op.box
        self.out.append(f"q {num(x0)} {num(self.y(y1))} {num(x1 - x0)} {num(y1 - y0)} re W n")
        self.draw(op.inner)
        self.out.append("Q")

    def photo(self, op):
        key = (op.data, op.pixels)
        if key not in self.writer.photos:
            stream = Stream(self.writer.pdf, op.data)
            stream.Type, stream.Subtype, stream.Filter = Name.XObject, Name.Image, Name("/" + op.filter)
            stream.Width, stream.Height, stream.BitsPerComponent = op.pixels[0], op.pixels[1], op.bits
            stream.ColorSpace = Name("/" + op.space)
            if op.filter == "CCITTFaxDecode":
                stream.DecodeParms = Dictionary(K=-1, Columns=op.pixels[0], Rows=op.pixels[1], BlackIs1=True)
            self.writer.photos[key] = self.writer.pdf.make_indirect(stream)
        name = Name(f"/I{len(self.resources.XObject.keys()) + 1}")
        self.resources.XObject[name] = self.writer.photos[key]
        x0, y0, x1, y1 = op.box
        self.out.append(f"q {num(x1 - x0)} 0 0 {num(y1 - y0)} {num(x0)} {num(self.y(y1))} cm {name} Do Q")

    def glyphs(self, op):
        name, font, codes = self.writer.fonts[(op.face, op.mode, op.vertical)]
        self.resources.Font[name] = font
        typeface = face(op.face)
        state = f"{rgb(op.color)} rg"
        if op.strong:
            state += f" {rgb(op.color)} RG {num(op.strong)} w 2 Tr"
        elif op.render:
            state += f" {op.render} Tr"
        self.out.append(f"BT {state} {name} {num(op.size)} Tf")
        if op.vertical or op.angle:
            self.one_by_one(op, codes)
        else:
            self.run(op, codes, typeface)
        self.out.append("0 Tr ET" if op.strong or op.render else "ET")

    def run(self, op, codes, typeface):
        """One TJ array: what differs from the natural advance goes between the strings."""
        _, _, x, y = op.items[0]
        array, text, pen = [], "", x
        for gid, _, gx, _ in op.items:
            shift = round((pen - gx) * 1000 / op.size)
            if shift:
                array.append(f"<{text}>" if text else "")
                array.append(str(shift))
                text = ""
                pen -= shift * op.size / 1000
            text += codes[gid]
            pen += round(typeface.advance(gid) * 1000) * op.size / 1000
        array.append(f"<{text}>")
        self.out.append(f"1 0 0 1 {num(x)} {num(self.y(y))} Tm [{''.join(array)}] TJ")

    def one_by_one(self, op, codes):
        turn = {0: "1 0 0 1", 90: "0 -1 1 0", -90: "0 1 -1 0"}.get(op.angle) or slanted(op.angle)
        for gid, _, x, y in op.items:
            self.out.append(f"{turn} {num(x)} {num(self.y(y))} Tm <{codes[gid]}> Tj")


def encodable(text):
    try:
        return bool(text.encode("cp1252"))
    except UnicodeEncodeError:
        return False


def slanted(angle):
    from math import cos, radians, sin

    a = radians(angle)
    return " ".join(num(v) for v in (cos(a), -sin(a), sin(a), cos(a)))


def in_drawing_order(name, number, sheet):
    """Backgrounds first; the text as the page's `draw` says: many programs do not draw as one reads."""
    below = [g for g in sheet.groups if g.layer < 1]
    text = [g for g in sheet.groups if g.layer == 1]
    above = [g for g in sheet.groups if g.layer > 1]
    if sheet.draw == "shuffled":
        random.Random(f"{name}/{number}").shuffle(text)
    elif sheet.draw == "backwards":
        text.reverse()
    elif sheet.draw == "across":
        text.sort(key=lambda g: top_of(g))
    return sorted(below, key=lambda g: g.layer) + text + above


def top_of(group):
    for op in group.ops:
        if isinstance(op, Glyphs):
            return round(op.items[0][3])
    return 0


def sort_key(key):
    return key if isinstance(key, tuple) else (key,)


def label_style(label):
    if label.isdigit():
        return "D", int(label)
    romans = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
    return ("r", romans[label]) if label in romans else ("", 0)


def to_unicode(table):
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    codes = sorted(table)
    for start in range(0, len(codes), 100):
        part = codes[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:04X}> <{table[code].encode('utf-16-be').hex().upper()}>" for code in part]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def num(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def real(value):
    return int(value) if float(value).is_integer() else round(float(value), 3)


def rgb(color):
    return " ".join(num(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
