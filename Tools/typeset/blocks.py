"""Blocks of a source → slabs: slices of a column that can be placed one under the other."""

from dataclasses import dataclass

from .charts import chart_slab
from .ink import Photo, Rect, Rule
from .lines import break_lines, ink_of, typed
from .tables import table_slabs
from .truth import TAGS

CENTRE = 0.35  # the middle of a character above its baseline, in ems


@dataclass
class Slab:
    """A slice of a column: how high it is and what puts it on a sheet at (x, y)."""

    height: float
    draw: object
    keep: bool = False  # stays with the next slab
    space: bool = False  # dropped at the top of a frame
    repeat: object = None  # slabs to draw again where a new frame opens before this one


def build(doc, specs, width):
    """The slabs of a list of block specs in a column of this width."""
    out = []
    for spec in specs:
        kind = next(iter(spec))
        out += BUILDERS[kind](doc, spec[kind], width, spec)
    return out


def tag(block, *inner):
    kind = TAGS.get(block.role, "P") + (str(min(block.level, 6)) if block.role == "heading" else "")
    return inner or ((kind, block.seq),)


def gap(height):
    return Slab(height, lambda *a: None, space=True)


def line_slabs(doc, block, source, style, width, left=0.0, path=None, mark=None, shown=True, offset=0):
    """One slab for each line; `mark` is a drawn bullet or number (text, style)."""
    out = []
    lines = break_lines(source, style, width)
    for i, line in enumerate(lines):

        def draw(sheet, page, x, y, line=line, first=i == 0):
            baseline = y + style.leading / 2 + CENTRE * style.size
            ops = ink_of(line, style, x + left, baseline)
            box = (x + left, baseline - style.size * 0.88, x + left + max(line.width, 1), baseline + style.size * 0.12)
            if first and mark:
                marked = break_lines(mark[0], mark[1], 200)[0]
                ops = ink_of(marked, mark[1], x + mark[2], baseline) + ops
                box = (x + mark[2], *box[1:])
            sheet.add(ops, tag=path or tag(block))
            if shown:
                first_span = 0 if first else line.start + offset
                block.add(page, box, span=(first_span, line.end + offset))

        out.append(Slab(style.leading, draw))
    return out


def is_text(style):
    """Whether a program can know the characters, or only an eye."""
    return not style.outline and "no-map" not in style.mode


def heading(doc, text, width, spec, level=1):
    style = doc.styled(f"h{level}", spec)
    block = doc.truth.block("heading", typed(text), level=level)
    slabs = line_slabs(
        doc,
        block,
        text,
        style,
        width - (8 if spec.get("bar") else 0),
        left=8 if spec.get("bar") else 0,
        shown=is_text(style),
    )
    for slab in slabs:
        slab.keep = True
    first = slabs[0].draw

    def draw(sheet, page, x, y):
        doc.note_heading(level, typed(text), page, style.outline)
        if spec.get("bar") or doc.look.get("heading-bar") == level:
            sheet.add(
                [
                    Rect(
                        (
                            x - (0 if spec.get("bar") else 8),
                            y + 3,
                            x + 4 - (0 if spec.get("bar") else 8),
                            y + style.leading * len(slabs) - 3,
                        ),
                        doc.color("key"),
                    )
                ],
                layer=0,
            )
        if doc.look.get("heading-rule") == level:
            bottom = y + style.leading * len(slabs) + 2
            sheet.add([Rule((x, bottom), (x + width, bottom), 0.8, doc.color("key"))], layer=0)
        first(sheet, page, x, y)

    slabs[0].draw = draw
    before, after = {1: (20, 12), 2: (12, 5), 3: (8, 3)}[level]
    return [Slab(before, lambda *a: None, space=True, keep=True)] + slabs + [Slab(after, lambda *a: None, keep=True)]


def paragraph(doc, text, width, spec, role="paragraph", style_name="body", after=None):
    style = doc.styled(style_name, spec)
    block = doc.truth.block(spec.get("role", role), typed(text), also=tuple(spec.get("also", ())))
    slabs = line_slabs(
        doc, block, text, style, width - spec.get("left", 0), left=spec.get("left", 0), shown=is_text(style)
    )
    if "cut" in spec:
        at = spec["cut"]["after"]
        slabs[at:at] = [gap(6)] + whole(build(doc, spec["cut"]["blocks"], width)) + [gap(6)]
    return slabs + [gap(style.leading * 0.4 if after is None else after)]


def whole(slabs):
    """Slabs as one that does not break."""
    height = sum(s.height for s in slabs)

    def draw(sheet, page, x, y):
        for slab in slabs:
            slab.draw(sheet, page, x, y)
            y += slab.height

    return [Slab(height, draw)]


def listing(doc, items, width, spec, depth=0, top=None):
    style = doc.styled("list", spec).but(indent=0)
    marks = spec.get("marks", doc.look.get("marks", ["●", "–", "·"]))
    out = []
    for i, item in enumerate(items):
        text, inner = (item["text"], item.get("sub", [])) if isinstance(item, dict) else (item, [])
        mark = marks[min(depth, len(marks) - 1)]
        numbered = "1" in mark or "①" in mark or "a" in mark
        shown = numbered_mark(mark, i) if numbered else mark
        joint = " " if numbered and doc.english else ""
        block = doc.truth.block("list-item", (shown + joint if numbered else "") + typed(text), level=0)
        top = block.seq if top is None else top
        left = style.size * (1.3 + 0.5 * numbered) * (depth + 1) - style.size * 0.3
        path = (("L", top), ("LI", block.seq), ("LBody", 0))
        mode = tuple(spec.get("bullet-mode", doc.look.get("bullet-mode", ())))
        bullet = style.but(
            mode=style.mode + mode, align="left", zero_width=0, ligatures=False, wide_digits=False, tracking=0
        )
        out += line_slabs(
            doc,
            block,
            text,
            style,
            width - left,
            left,
            path,
            (shown, bullet, left - style.size * (1.2 + 0.5 * numbered)),
            offset=len(shown + joint) if numbered else 0,
        )
        out.append(gap(style.leading * 0.15))
        out += listing(doc, inner, width, {**spec, "marks": marks}, depth + 1, top) if inner else []
    return out + ([gap(style.leading * 0.3)] if depth == 0 else [])


def numbered_mark(mark, i):
    if "①" in mark:
        return "①②③④⑤⑥⑦⑧⑨"[i]
    return mark.replace("1", str(i + 1)).replace("a", "abcdefghij"[i])


def caption(doc, text, width, spec):
    slabs = paragraph(doc, text, width, {"align": "center", **spec}, "caption", "caption", after=8)
    if spec.get("above"):
        for slab in slabs:
            slab.keep = True
    return slabs


def row(doc, cells, width, spec):
    """Cells side by side: cards, boxes, steps."""
    space, pad = spec.get("space", 10), spec.get("pad", 8)
    weights = [c.get("weight", 1) for c in cells]
    room = width - space * (len(cells) - 1)
    widths = [room * w / sum(weights) for w in weights]
    parts = [build(doc, c["blocks"], w - 2 * c.get("pad", pad)) for c, w in zip(cells, widths)]
    for part in parts:
        while part and part[-1].space:
            part.pop()
        while part and part[0].space:
            part.pop(0)
    height = max(sum(s.height for s in part) for part in parts) + 2 * pad

    def draw(sheet, page, x, y):
        for cell, w, part in zip(cells, widths, parts):
            fill = cell.get("fill", spec.get("fill"))
            if fill:
                sheet.add([Rect((x, y, x + w, y + height), doc.color(fill))], layer=0)
            if cell.get("stripe", spec.get("stripe")):
                sheet.add([Rect((x, y, x + w, y + 3), doc.color("key"))], layer=0.5)
            if spec.get("frame"):
                sheet.add(frame((x, y, x + w, y + height), doc.color("key")), layer=0.5)
            top = y + pad
            for slab in part:
                slab.draw(sheet, page, x + cell.get("pad", pad), top)
                top += slab.height
            x += w + space

    return [gap(4), Slab(height, draw), gap(10)]


def frame(box, color, width=0.7):
    x0, y0, x1, y1 = box
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return [Rule(a, b, width, color) for a, b in zip(corners, corners[1:])]


def contents(doc, options, width, spec):
    """The contents page out of the headings that the pass before found."""
    out = []
    style = doc.styled("toc", spec)
    top = None
    for level, title, page, label, _ in doc.headings:
        if level > options.get("levels", 2) or page <= doc.contents_page:
            continue
        set_in = style.but(
            size=style.size + (1 if level == 1 else 0),
            face=style.bold_face if level == 1 else style.face,
            align="left",
            indent=0,
        )
        left = 18 * (level - 1)
        block = doc.truth.block("toc-entry", f"{title} {label}", level=level, target=page)
        top = block.seq if top is None else top
        out.append(
            Slab(
                style.leading * (1.15 if level == 1 else 1),
                contents_line(doc, block, title, label, page, set_in, left, width, options, top),
            )
        )
        if level == 1 and options.get("air"):
            out[-1].height += 4
    return out + [gap(8)]


def contents_line(doc, block, title, label, page_to, style, left, width, options, top):
    line = break_lines(title, style, width)[0]
    number = break_lines(label, style, 100)[0]

    def draw(sheet, page, x, y):
        baseline = y + style.leading / 2 + CENTRE * style.size
        ops = ink_of(line, style, x + left, baseline)
        end = x + width - number.width
        leader = options.get("leader", ".")
        if leader:
            start = x + left + line.width + 6
            one = break_lines(leader, style, 100)[0].width
            count = int((end - 6 - start) / one)
            if count > 0:
                dots = break_lines(leader * count, style.but(indent=0), 10000)[0]
                ops += ink_of(dots, style, end - 6 - dots.width, baseline)
        ops += ink_of(number, style, end, baseline)
        path = (("TOC", top), ("TOCI", block.seq))
        sheet.add(ops, tag=path)
        box = (x + left, baseline - style.size * 0.9, x + width, baseline + style.size * 0.1)
        sheet.links.append((box, page_to))
        block.add(page, box, span=(0, len(block.text)))

    return draw


def photo(doc, options, width, spec):
    from .pictures import landscape

    height = options.get("height", 90)
    wide = min(width, options.get("width", width))
    data, pixels = landscape(options.get("seed", 1), round(wide), round(height), doc.color("key"))

    def draw(sheet, page, x, y):
        left = x + (width - wide) / 2
        sheet.add([Photo((left, y, left + wide, y + height), data, pixels)], layer=0)

    return [gap(2), Slab(height, draw, keep=bool(options.get("keep"))), gap(6)]


def figure(doc, options, width, spec):
    """Small labelled boxes joined by arrows: a process or an organisation."""
    steps, height = options["steps"], options.get("height", 34)
    style = doc.styled("small", spec).but(
        align="center", indent=0, color="#FFFFFF" if options.get("solid") else doc.color("ink")
    )
    block = doc.truth.block("figure-text", also=("paragraph", "list-item", "heading", "table"))
    space = 16
    wide = (width - space * (len(steps) - 1)) / len(steps)
    from .ink import Shape

    def draw(sheet, page, x, y):
        for i, text in enumerate(steps):
            left = x + i * (wide + space)
            box = (left, y, left + wide, y + height)
            back = [Rect(box, doc.color("key" if options.get("solid") else "soft"))] + frame(box, doc.color("key"))
            if i:
                tip, mid = left - 3, y + height / 2
                back.append(
                    Shape(
                        [("m", [(tip - 9, mid - 4)]), ("l", [(tip, mid)]), ("l", [(tip - 9, mid + 4)]), ("h", [])],
                        doc.color("key"),
                    )
                )
            sheet.add(back, layer=0)
            lines = break_lines(text, style, wide - 6)
            top = y + (height - style.leading * len(lines)) / 2
            for j, line in enumerate(lines):
                sheet.add(
                    ink_of(line, style, left + 3, top + style.leading * (j + 0.5) + CENTRE * style.size), tag=tag(block)
                )
            block.add(page, box, strings=[typed(text)])

    return [gap(3), Slab(height, draw), gap(6)]


BUILDERS = {
    "h1": lambda d, t, w, s: heading(d, t, w, s, 1),
    "h2": lambda d, t, w, s: heading(d, t, w, s, 2),
    "h3": lambda d, t, w, s: heading(d, t, w, s, 3),
    "p": paragraph,
    "small": lambda d, t, w, s: paragraph(d, t, w, s, style_name="small"),
    "lead": lambda d, t, w, s: paragraph(d, t, w, s, style_name="lead"),
    "big": lambda d, t, w, s: paragraph(d, t, w, {"also": ["heading", "figure-text"], **s}, style_name="big"),
    "title": lambda d, t, w, s: paragraph(d, t, w, {"also": ["heading"], **s}, style_name="title"),
    "note": lambda d, t, w, s: paragraph(d, t, w, {"also": ["footnote", "caption"], **s}, style_name="note", after=4),
    "footnote": lambda d, t, w, s: paragraph(d, t, w, s, "footnote", "note", after=1),
    "list": listing,
    "caption": caption,
    "row": row,
    "table": lambda d, t, w, s: table_slabs(d, t, w, s) + [gap(10)],
    "chart": lambda d, t, w, s: [
        chart_slab(d, t, w, s),
        Slab(6, lambda *a: None, space=True, keep=bool(t.get("keep"))),
    ],
    "figure": figure,
    "photo": photo,
    "toc": contents,
    "gap": lambda d, t, w, s: [Slab(t, lambda *a: None)],
}
