"""Running headers and footers, page numbers, navigation strips and watermarks."""

from .faces import face
from .ink import Glyphs, Rect, Rule
from .lines import Atom, break_lines, face_for, ink_of, typed


def furnish(doc, sheet, page):
    spec = {**doc.source.get("furniture", {}), **sheet.options.get("furniture-too", {})}
    halves = (
        [(0, sheet.width / 2), (sheet.width / 2, sheet.width)]
        if sheet.options.get("spread", doc.source.get("spread"))
        else [(0, sheet.width)]
    )
    for half, (x0, x1) in enumerate(halves):
        for role in ("header", "footer", "number"):
            for item in listed(spec.get(role)):
                place(doc, sheet, page, role, item, x0, x1, half)
    if "nav" in spec:
        navigation(doc, sheet, page, spec["nav"])
    if "watermark" in spec:
        watermark(doc, sheet, page, spec["watermark"])


def listed(item):
    return item if isinstance(item, list) else [item] if item else []


ROLES = {"header": "running-header", "footer": "running-footer", "number": "page-number"}


def place(doc, sheet, page, role, item, x0, x1, half):
    if item.get("half", half) != half:
        return
    text = filled(doc, item["text"], page, half)
    if not text:
        return
    style = doc.styled("furniture", item)
    line = break_lines(text, style, 2000)[0]
    at = item.get("at", "left")
    if at == "outer":
        right = (half == 1) if doc.source.get("spread") else page % 2 == 1
        at = "right" if right else "left"
    inset = item.get("inset", doc.source.get("margin", [56, 70, 56, 64])[0])
    x = {"left": x0 + inset, "right": x1 - inset - line.width, "center": (x0 + x1 - line.width) / 2}[at]
    y = item.get("y", 40 if role == "header" else sheet.height - 30)
    if item.get("band"):
        sheet.add([Rect((x0, y - 22, x1, y + 10), doc.color(item["band"]))], layer=-1)
    if item.get("rule"):
        sheet.add([Rule((x0 + inset, y + 6), (x1 - inset, y + 6), 0.5, doc.color("rule"))], layer=0)
    sheet.add(ink_of(line, style, x, y))
    doc.truth.furnish(page, ROLES[role], typed(text), (x, y - style.size, x + line.width, y + 2))


def filled(doc, text, page, half):
    shown = doc.label_shown(page)
    if half and shown.isdigit():
        shown = str(int(shown) + 1)
    if "{chapter}" in text and not doc.chapter(page):
        return ""
    return text.replace("{n}", shown).replace("{nnn}", shown.zfill(3)).replace("{chapter}", doc.chapter(page))


def navigation(doc, sheet, page, spec):
    """The chapters of the report on every page: a strip at the top, or at the side, upright or written downwards."""
    style = doc.styled("furniture", spec)
    current, chapters = doc.chapter(page), spec.get("entries") or [text for text, _ in doc.chapters()]
    side = spec.get("side", "top")
    strip = spec.get("width", 22)
    if side == "top":
        y = spec.get("y", 26)
        total = sum(break_lines(c, style, 999)[0].width for c in chapters) + 18 * (len(chapters) - 1)
        x = sheet.width - spec.get("inset", 56) - total
    else:
        x = sheet.width - strip if side == "right" else 0
        y = spec.get("y", 90)
        sheet.add([Rect((x, 0, x + strip, sheet.height), doc.color(spec.get("fill", "soft")))], layer=-1)
    for chapter in chapters:
        here = style.but(color=doc.color("key"), face=style.bold_face) if chapter == current else style
        if side == "top":
            line = break_lines(chapter, here, 999)[0]
            sheet.add(ink_of(line, here, x, y))
            if chapter == current:
                sheet.add([Rect((x, y + 4, x + line.width, y + 5.5), doc.color("key"))], layer=0)
            box = (x, y - here.size, x + line.width, y + 2)
            x += line.width + 18
        elif spec.get("way") == "down":
            top, ops = y, []
            for char in chapter:
                name = face_for(Atom(char, 0), here)
                ops.append(
                    Glyphs(
                        name,
                        here.mode,
                        here.size,
                        here.color,
                        [(face(name).glyph(char), char, x + strip / 2, top)],
                        vertical=True,
                    )
                )
                top += here.size * 1.02
            sheet.add(ops)
            box = (x, y, x + strip, top)
            y = top + 16
        else:
            top = y
            for line in break_lines(chapter, here, strip - 8):
                sheet.add(ink_of(line, here, x + 4, y + here.size))
                y += here.leading
            box = (x, top, x + strip, y)
            y += 12
        doc.truth.furnish(page, "navigation", typed(chapter), box)


def watermark(doc, sheet, page, spec):
    """Large light text across the page, on a slant."""
    from math import cos, radians, sin

    style = doc.styled(
        "furniture", {"style": {"size": spec.get("size", 60), "color": spec.get("color", "#E8ECEE"), "face": "bold"}}
    )
    angle = spec.get("angle", -35)
    a = radians(-angle)
    text = spec["text"]
    wide = break_lines(text, style, 5000)[0].width + spec.get("spread", 10) * len(text)
    x, y = sheet.width / 2 - cos(a) * wide / 2, sheet.height / 2 + sin(a) * wide / 2
    ops, start = [], (x, y)
    for char in text:
        name = face_for(Atom(char, 0), style)
        gid = face(name).glyph(char)
        ops.append(Glyphs(name, style.mode, style.size, style.color, [(gid, char, x, y)], angle=angle))
        step = face(name).advance(gid) * style.size + spec.get("spread", 10)
        x, y = x + cos(a) * step, y - sin(a) * step
    sheet.add(ops, layer=-1 if spec.get("below", True) else 2)
    doc.truth.furnish(page, "watermark", text, (min(start[0], x), min(start[1], y), max(start[0], x), max(start[1], y)))
