"""A source → sheets: pages, frames, what flows through them, and the furniture around."""

from dataclasses import replace

from .blocks import build
from .furniture import furnish
from .ink import Clip, Glyphs, Photo, Rect, Sheet
from .lines import Style, break_lines, ink_of
from .truth import Truth

SIZES = {
    "a4": (595, 842),
    "a4-wide": (842, 595),
    "wide": (960, 540),
    "spread": (1190, 842),
    "b5": (516, 729),
    "spread-small": (1000, 707),
}
STYLES = {
    "body": {},
    "list": {},
    "lead": {"size": 1.12, "leading": 1.1, "face": "bold"},
    "small": {"size": 0.88, "leading": 0.86, "indent": 0},
    "note": {"size": 0.78, "leading": 0.75, "indent": 0},
    "caption": {"size": 0.88, "leading": 0.9, "indent": 0},
    "cell": {"size": 0.88, "leading": 0.82, "indent": 0},
    "chart": {"size": 0.76, "leading": 0.76, "indent": 0, "align": "left"},
    "toc": {"size": 1.05, "leading": 1.25, "indent": 0, "align": "left"},
    "h1": {"size": 2.0, "leading": 1.75, "face": "bold", "color": "key", "indent": 0, "align": "left"},
    "h2": {"size": 1.38, "leading": 1.3, "face": "bold", "color": "key", "indent": 0, "align": "left"},
    "h3": {"size": 1.12, "leading": 1.1, "face": "bold", "indent": 0, "align": "left"},
    "big": {"size": 1.5, "leading": 1.5, "face": "bold", "indent": 0, "align": "left"},
    "title": {"size": 3.2, "leading": 2.9, "face": "bold", "color": "key", "indent": 0, "align": "left"},
    "furniture": {"size": 0.8, "leading": 0.8, "indent": 0, "align": "left", "color": "#66727A"},
}
COLORS = {
    "ink": "#222222",
    "key": "#0B6E4F",
    "second": "#E0A030",
    "third": "#7FA8C9",
    "soft": "#E6F0EB",
    "rule": "#7A868C",
    "white": "#FFFFFF",
}


class Document:
    """One pass over a source; a second pass knows the headings and pages of the first."""

    def __init__(self, source, earlier=None):
        self.source, self.name = source, source["name"]
        self.look = source.get("look", {})
        self.faults = source.get("faults", {})
        self.english = source.get("language", "zh-TW").startswith("en")
        self.colors = {**COLORS, **source.get("colors", {})}
        self.headings = earlier.found if earlier else []
        self.total = len(earlier.sheets) if earlier else 0
        self.contents_page = source.get("contents-page", 0)
        self.found, self.sheets, self.expected = [], [], []
        self.truth = Truth()
        self.base = Style(**self.plain(source.get("text", {})))
        self.hidden = False

    def plain(self, changes):
        out = {k.replace("-", "_"): v for k, v in changes.items()}
        if "mode" in out:
            out["mode"] = tuple(out["mode"])
        return out

    def color(self, name):
        return name if name.startswith("#") else self.colors[name]

    def styled(self, name, spec):
        """The style of this name, with what the source and the block change."""
        style = self.base
        for changes in (
            STYLES.get(name, {}),
            self.source.get("styles", {}).get(name, {}),
            spec.get("style", {}),
            {k: spec[k] for k in ("align",) if k in spec},
        ):
            changes = self.plain(changes)
            if isinstance(changes.get("size"), (int, float)):
                changes["size"] = self.base.size * changes["size"] if changes["size"] < 4 else changes["size"]
            if "leading" in changes:
                changes["leading"] = (
                    self.base.leading * changes["leading"] if changes["leading"] < 4 else changes["leading"]
                )
            if changes.get("face") == "bold":
                changes["face"] = style.bold_face
                if style.latin and style.latin in ("arial", "times"):
                    changes.setdefault("latin", style.latin + "-bold")
            if "color" in changes:
                changes["color"] = self.color(changes["color"])
            style = replace(style, **changes)
        if self.hidden:
            style = replace(style, render=3)
        return style

    def note_heading(self, level, text, page, outlined):
        if not outlined:
            self.found.append((level, text, page, self.label_shown(page), ""))

    def label_shown(self, page):
        """The printed number of a page of the file."""
        front = self.source.get("front", 0)
        if page <= front:
            return ["i", "ii", "iii", "iv", "v", "vi"][page - 1]
        halves = 2 if self.source.get("spread") else 1
        return str((page - front - 1) * halves + self.source.get("first-number", 1))

    def chapter(self, page):
        """The chapter (level 1 heading) that a page belongs to."""
        name = ""
        for level, text, at, *_ in self.headings:
            if level == 1 and at <= page and at > self.contents_page:
                name = text
        return name

    def chapters(self):
        return [(text, page) for level, text, page, *_ in self.headings if level == 1 and page > self.contents_page]


class Flow:
    """Fills the frames of one page after another."""

    def __init__(self, doc, options):
        self.doc, self.options = doc, options
        self.open_sheet(first=True)

    def open_sheet(self, first=False):
        doc, options = self.doc, self.options
        width, height = SIZES[options.get("size", doc.source.get("size", "a4"))]
        sheet = Sheet(
            width,
            height,
            rotate=options.get("rotate", 0),
            bleed=options.get("bleed", doc.source.get("bleed", 0)),
            draw=options.get("draw", doc.faults.get("draw", "as-read")),
        )
        doc.sheets.append(sheet)
        self.sheet, self.page = sheet, len(doc.sheets)
        sheet.label = "" if doc.source.get("spread") else doc.label_shown(self.page)
        doc.expected.append(options.get("readable", "full"))
        sheet.options = options
        if options.get("back"):
            sheet.add([Rect((0, 0, width, height), doc.color(options["back"]))], layer=-2)
        self.frames = self.frame_boxes(sheet)
        doc.hidden = options.get("scan") == "with hidden text" or bool(options.get("hide"))
        self.fixed(options.get("fixed", []), early=True)
        if first:
            self.notes(options.get("notes", []))
        self.index, self.used = 0, 0.0
        self.bottom = 0.0

    def frame_boxes(self, sheet):
        doc, options = self.doc, self.options
        left, top, right, bottom = options.get("margin", doc.source.get("margin", [56, 70, 56, 64]))
        columns, gutter = options.get("columns", doc.source.get("columns", 1)), options.get(
            "gutter", doc.source.get("gutter", 20)
        )
        if options.get("spread", doc.source.get("spread")):
            half = sheet.width / 2
            halves = [(left, half - right), (half + right, sheet.width - left)]
        else:
            halves = [(left, sheet.width - right)]
        frames = []
        for x0, x1 in halves:
            wide = (x1 - x0 - gutter * (columns - 1)) / columns
            frames += [[x0 + (wide + gutter) * c, top, wide, sheet.height - bottom] for c in range(columns)]
        return frames

    def fixed(self, items, early):
        for item in items:
            if item.get("late", False) == early:
                continue
            x, y, width = item["at"]
            if "photo" in item:
                from .pictures import landscape

                data, pixels = landscape(
                    item.get("seed", self.doc.name), round(width), item["photo"], self.doc.color("key")
                )
                self.sheet.add([Photo((x, y, x + width, y + item["photo"]), data, pixels)], layer=-1)
            if "fill" in item:
                self.sheet.add(
                    [
                        Rect(
                            (
                                x - item.get("pad", 8),
                                y - item.get("pad", 8),
                                x + width + item.get("pad", 8),
                                y + item["high"],
                            ),
                            self.doc.color(item["fill"]),
                        )
                    ],
                    layer=-1,
                )
            if "vertical" in item:
                self.vertical(item, x, y)
            if "clipped" in item:
                self.clipped(item["clipped"], x, y, width)
            for slab in build(self.doc, item.get("blocks", []), width):
                slab.draw(self.sheet, self.page, x, y)
                y += slab.height

    def clipped(self, text, x, y, width):
        """Text that a clip path hides: in the file, but on no page that anybody sees."""
        style = self.doc.styled("small", {})
        line = break_lines(text, style, 2000)[0]
        self.sheet.add([Clip((x, y, x + width, y + 20), ink_of(line, style, x, y + 60))])

    def vertical(self, item, x, y):
        """A vertical title: written downwards by the font, or stacked, or turned on its side."""
        from .lines import Atom, face, face_for

        style = self.doc.styled(item.get("style-name", "h3"), item).but(align="left", indent=0)
        text = item["vertical"]
        role = item.get("role", "heading")
        way = item.get("way", "down")
        size = style.size
        ops, top = [], y
        for char in text:
            name = face_for(Atom(char, 0), style)
            gid = face(name).glyph(char)
            if way == "down":
                ops.append(Glyphs(name, style.mode, size, style.color, [(gid, char, x + size / 2, top)], vertical=True))
                top += size * 1.02
            elif way == "stacked":
                ops.append(Glyphs(name, style.mode, size, style.color, [(gid, char, x, top + size * 0.88)]))
                top += size * 1.1
            else:
                ops.append(Glyphs(name, style.mode, size, style.color, [(gid, char, x + size * 0.12, top)], angle=90))
                top += face(name).advance(gid) * size * 1.02
        box = (x, y, x + size, top)
        if role in ("navigation", "running-header"):
            self.sheet.add(ops)
            self.doc.truth.furnish(self.page, role, text, box)
            return
        block = self.doc.truth.block(
            role,
            text,
            level=item.get("level", 2) if role == "heading" else 0,
            also=tuple(item.get("also", ("paragraph", "heading"))),
            free=item.get("free", True),
        )
        self.sheet.add(ops, tag=(("P", block.seq),))
        block.add(self.page, box, span=(0, len(text)))

    def notes(self, sources):
        """Footnotes take their height from the foot of the frames that they stand under."""
        from .ink import Rule

        if not sources:
            return
        last = self.options.get("notes-under", -1 if len(self.frames) > 1 else 0)
        frame = self.frames[last] if self.options.get("notes-in-column", len(self.frames) > 1) else None
        x, wide = (
            (frame[0], frame[2])
            if frame
            else (self.frames[0][0], self.frames[-1][0] + self.frames[-1][2] - self.frames[0][0])
        )
        slabs = build(self.doc, [{"footnote": text} for text in sources], wide)
        height = sum(s.height for s in slabs) + 8
        under = [frame] if frame else self.frames
        for one in under:
            one[3] -= height
        y = under[0][3] + 8
        self.sheet.add([Rule((x, y - 3), (x + 80, y - 3), 0.5, self.doc.color("rule"))], layer=0)
        for slab in slabs:
            slab.draw(self.sheet, self.page, x, y)
            y += slab.height

    def close(self):
        self.fixed(self.options.get("fixed", []), early=False)
        if self.options.get("second-layer"):
            self.lay_again()

    def lay_again(self):
        """An invisible second layer of the same text, as some programs add for searching."""
        for group in [g for g in self.sheet.groups if g.layer == 1]:
            again = [
                replace(op, render=3, items=[(g, c, x + 0.4, y + 0.6) for g, c, x, y in op.items])
                for op in group.ops
                if isinstance(op, Glyphs)
            ]
            self.sheet.add(again, layer=2)

    # Placing ----------------------------------------------------------------------------------------------

    def room(self):
        frame = self.frames[self.index]
        return frame[3] - frame[1] - self.used

    def next_frame(self):
        self.index += 1
        self.used = 0.0
        if self.index == len(self.frames):
            self.fixed(self.options.get("fixed", []), early=False)
            again = [item for item in self.options.get("fixed", []) if item.get("each")]
            self.options = {**{k: v for k, v in self.options.items() if k != "notes"}, "fixed": again}
            self.open_sheet()

    def pour(self, specs):
        width = self.frames[0][2]
        slabs = build(self.doc, specs, width)
        i = 0
        while i < len(slabs):
            run = [slabs[i]]
            while run[-1].keep and i + len(run) < len(slabs):
                run.append(slabs[i + len(run)])
            if run[0].space and self.used == 0:
                i += 1
                continue
            if sum(s.height for s in run) > self.room() + 0.01 and self.used > 0:
                if run[0].space:
                    i += 1
                    continue
                self.next_frame()
                if run[0].repeat:
                    self.place(run[0].repeat)
                continue
            for slab in run:
                self.place(slab)
            i += len(run)

    def place(self, slab):
        frame = self.frames[self.index]
        slab.draw(self.sheet, self.page, frame[0], frame[1] + self.used)
        self.used += slab.height


def compose(source, earlier=None):
    doc = Document(source, earlier)
    flow, pending = None, []
    for entry in source["content"] + [{"page": None}]:
        if "page" in entry:
            if flow and pending:
                flow.pour(pending)
            if flow:
                flow.close()
            pending = []
            if entry["page"] is None:
                break
            flow = Flow(doc, entry["page"])
        elif "break" in entry:
            flow.pour(pending)
            pending = []
            flow.next_frame()
        else:
            pending.append(entry)
    doc.hidden = False
    for page, sheet in enumerate(doc.sheets, 1):
        slug(doc, sheet, page)
        if sheet.options.get("furniture", True) and not sheet.options.get("scan"):
            furnish(doc, sheet, page)
    return doc


def slug(doc, sheet, page):
    """What the printer reads beyond the trimmed page; a reader never sees it."""
    if not sheet.bleed:
        return
    style = doc.styled("furniture", {"style": {"size": 6, "tracking": 0}})
    line = break_lines(f"{doc.name}_final_v3 {page:02d} 2024/03/18 17:42", style, 2000)[0]
    sheet.add(ink_of(line, style, 20, -sheet.bleed * 0.45))
    from .ink import Rule

    far = sheet.bleed
    for x in (0, sheet.width):
        sheet.add(
            [
                Rule((x, -far), (x, -far * 0.4), 0.25, "#000000"),
                Rule((x, sheet.height + far * 0.4), (x, sheet.height + far), 0.25, "#000000"),
            ],
            layer=-1,
        )
