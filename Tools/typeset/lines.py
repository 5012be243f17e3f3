"""Text → lines: inline marks, line breaks by Chinese and Latin rules, justification; and the text as one would type it.

Inline marks in a source: ^{2} raised, _{2} lowered, **bold**. A raised number is typed with the raised figures of
Unicode; everything else is typed as it stands, whatever a style does to it on the page.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from .disguise import LIGATURES, SPELLED
from .faces import face
from .ink import Glyphs, Shape

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
NARROW = str.maketrans("０１２３４５６７８９％", "0123456789%")
NOT_FIRST = set(".,，。、；：！？）」』】》〉…—％%)]}’”‧・．～")
NOT_LAST = set("（「『【《〈([{‘“$")


@dataclass(frozen=True)
class Style:
    """How text is set."""

    face: str = "sans"
    bold_face: str = "sans-bold"
    latin: str = ""
    size: float = 10
    leading: float = 16
    color: str = "#222222"
    align: str = "justify"  # left, center, right, justify, spread
    indent: float = 0  # ems, first line
    tracking: float = 0  # ems between all characters
    gap: str = "none"  # between Chinese and Latin: none, quarter, space
    bold: str = ""  # strike, stroke, shadow: made bold by the pen, not by the face
    mode: tuple = ()
    wide_digits: bool = False
    wide_spaces: bool = False  # a full-width space between the characters of a short title
    zero_width: int = 0  # a zero-width space after every so many characters
    ligatures: bool = False
    hyphenate: bool = False
    outline: bool = False
    render: int = 0

    def but(self, **changes):
        return replace(self, **changes)


@dataclass
class Atom:
    """A character, where it stands in the typed text, and how it is set."""

    char: str
    at: int
    shift: int = 0
    bold: bool = False
    lead: float = 0  # ems of room before it, where Chinese meets Latin
    narrow: bool = False  # a quotation mark in English

    @property
    def wide(self):
        return is_wide(self.char) and not self.narrow


@dataclass
class Line:
    """Placed atoms: (atom, x from the left edge); `start`..`end` of the typed text; `last` of its paragraph."""

    placed: list = field(default_factory=list)
    width: float = 0
    start: int = 0
    end: int = 0
    last: bool = False
    hyphen: bool = False


def is_wide(char):
    return ord(char) >= 0x2E80 and char not in SPELLED or char in "“”‘’…—●■◆✓→▲○①②③④⑤⑥"


def is_han(char):
    return 0x3400 <= ord(char) <= 0x9FFF or 0xF900 <= ord(char) <= 0xFAFF


def read_markup(source):
    """The atoms of a source string and the text as typed."""
    atoms, typed, bold, i = [], [], False, 0
    while i < len(source):
        if source.startswith("**", i):
            bold, i = not bold, i + 2
        elif source.startswith(("^{", "_{"), i):
            close = source.index("}", i)
            inner, shift = source[i + 2 : close], 1 if source[i] == "^" else -1
            shown = inner.translate(RAISED) if shift > 0 and inner.isdigit() else inner
            for char, plain in zip(inner, shown):
                atoms.append(Atom(char, len(typed), shift, bold))
                typed.append(plain)
            i = close + 1
        else:
            atoms.append(Atom(source[i], len(typed), 0, bold))
            typed += as_typed(source, i)
            i += 1
    return atoms, "".join(typed)


def as_typed(source, i):
    """Nobody types the wide gap between a number and its title; between two Latin words it is a space."""
    if source[i] != "\u3000":
        return [source[i].translate(NARROW)]
    source = source.translate(NARROW)
    latin = lambda char: char.isascii() and char.isalnum()
    return [" "] if 0 < i < len(source) - 1 and latin(source[i - 1]) and latin(source[i + 1]) else []


def typed(source):
    return read_markup(source)[1]


def dressed(atoms, style):
    """The atoms as drawn: full-width digits, full-width spaces, ligatures, zero-width spaces, gaps as spaces."""
    out = []
    for i, atom in enumerate(atoms):
        if style.wide_digits:
            atom = replace(atom, char=atom.char.translate(WIDE))
        previous = atoms[i - 1] if i else None
        if atom.char in "“”‘’":
            near = [a.char for a in atoms[max(0, i - 1) : i + 2]]
            atom = replace(atom, narrow=any(c.isascii() and c.isalnum() or c == "," for c in near))
        if previous and style.gap == "space" and meets(previous, atom):
            out.append(Atom(" ", atom.at, 0, atom.bold))
        if previous and style.gap == "quarter" and meets(previous, atom):
            atom = replace(atom, lead=0.25)
        if previous and style.wide_spaces and is_han(previous.char) and is_han(atom.char):
            out.append(Atom("\u3000", atom.at, 0, atom.bold))
        out.append(atom)
        if style.zero_width and is_han(atom.char) and i % style.zero_width == style.zero_width - 1:
            out.append(Atom("\u200b", atom.at + 1, 0, atom.bold))
    return ligated(out, style) if style.ligatures else out


def meets(left, right):
    """Whether Chinese meets Latin or digits here."""
    if left.shift or right.shift:
        return False
    return (
        is_han(left.char)
        and right.char.isalnum()
        and right.char.isascii()
        or is_han(right.char)
        and (left.char.isascii() and left.char.isalnum() or left.char == "%")
    )


def ligated(atoms, style):
    out, i = [], 0
    latin = face(style.latin or style.face)
    while i < len(atoms):
        for letters, joined in LIGATURES.items():
            part = atoms[i : i + len(letters)]
            if "".join(a.char for a in part) == letters and latin.has(joined):
                out.append(replace(atoms[i], char=joined))
                i += len(letters)
                break
        else:
            out.append(atoms[i])
            i += 1
    return out


def face_for(atom, style):
    """The face that sets this character: the style's Latin face for Latin, else its Chinese one; bold by mark."""
    main = style.bold_face if atom.bold else style.face
    if style.latin and not atom.wide:
        latin = style.latin + ("-bold" if atom.bold and not style.latin.endswith("-bold") else "")
        if face(latin).has(atom.char):
            return latin
    if face(main).has(atom.char):
        return main
    if face("sans").has(atom.char):
        return "sans"
    raise SystemExit(f"typeset: no face for {atom.char!r} U+{ord(atom.char):04X}")


def size_of(atom, style):
    return style.size * (0.6 if atom.shift else 1)


def width_of(atom, style):
    if atom.char == "\u200b":
        return 0
    typeface = face(face_for(atom, style))
    natural = typeface.advance(typeface.glyph(atom.char)) * size_of(atom, style)
    return natural + (style.tracking + atom.lead) * style.size


def units(atoms):
    """Runs that a line may not break inside: Latin words, marks that may not begin or end a line with their neighbour."""
    out = []
    for atom in atoms:
        joins = False
        if out and atom.char != " ":
            before = out[-1][-1]
            joins = before.char != " " and (
                atom.char in NOT_FIRST
                or before.char in NOT_LAST
                or atom.shift
                or atom.char == "\u200b"
                or not before.wide
                and not atom.wide
                and before.char != "/"
            )
        if joins:
            out[-1].append(atom)
        else:
            out.append([atom])
    return out


def break_lines(source, style, width):
    """The lines of one paragraph."""
    atoms, text = read_markup(source)
    atoms = dressed(atoms, style)
    room = width - style.indent * style.size
    rows, row, used = [], [], 0.0
    queue = units(atoms)
    while queue:
        unit = queue.pop(0)
        wide = sum(width_of(a, style) for a in unit)
        if used + wide - style.tracking * style.size <= room + 0.01 or unit[0].char == " ":
            row.append(unit)
            used += wide
            continue
        parts = hyphenated(unit, room - used, style) or (forced(unit, room, style) if not row else None)
        if parts:
            row.append(parts[0])
            queue.insert(0, parts[1])
        else:
            queue.insert(0, unit)
        rows.append(row)
        row, used, room = [], 0.0, width
    rows.append(row)
    rows = [r for r in rows if any(u[0].char != " " for u in r)] or [[]]
    return [set_line(r, style, width, i, len(rows), text) for i, r in enumerate(rows)]


@lru_cache(maxsize=1)
def speller():
    import pyphen

    return pyphen.Pyphen(lang="en_US", left=3, right=3)


def hyphenated(unit, room, style):
    """A long English word broken by the dictionary, its head with a hyphen, if a part fits."""
    word = "".join(a.char for a in unit)
    letters = word.rstrip(".,;:)")
    if (
        not style.hyphenate
        or not letters.isalpha()
        or len(letters) < 7
        or any(a.char in LIGATURES.values() for a in unit)
    ):
        return None
    for cut in reversed(speller().positions(letters)):
        head = unit[:cut] + [Atom("-", -1, 0, unit[0].bold)]
        if sum(width_of(a, style) for a in head) <= room:
            return head, unit[cut:]
    return None


def forced(unit, room, style):
    """A unit wider than the whole line is cut where it must be."""
    used = 0.0
    for i, atom in enumerate(unit):
        used += width_of(atom, style)
        if used > room and i:
            return unit[:i], unit[i:]
    return None


def set_line(row, style, width, index, count, text):
    while row and row[-1][0].char == " ":
        row = row[:-1]
    while index and row and row[0][0].char == " ":
        row = row[1:]
    x = style.indent * style.size if index == 0 else 0.0
    line = Line(last=index == count - 1)
    gaps = []
    flat = [(a, u) for u, unit in enumerate(row) for a in unit]
    for i, (atom, unit) in enumerate(flat):
        if i:
            opens = unit != flat[i - 1][1] and not atom.shift
            if opens:
                gaps.append(i)
        lead = atom.lead * style.size if i else 0.0
        line.placed.append([atom, x + lead])
        x += width_of(atom, style) - (0.0 if i else atom.lead * style.size)
    line.width = x - (style.tracking * style.size if line.placed else 0)
    spread(line, style, width, gaps)
    known = [a.at for a, _ in line.placed if a.at >= 0]
    line.start, line.end = (min(known), max(known) + 1) if known else (0, 0)
    last = line.placed[-1][0].char if line.placed else ""
    if last in LIGATURES.values():
        line.end += len(next(k for k, v in LIGATURES.items() if v == last)) - 1
    line.hyphen = bool(line.placed) and line.placed[-1][0].at == -1
    return line


def spread(line, style, width, gaps):
    slack = width - line.width
    if style.align in ("center", "right"):
        move = slack / 2 if style.align == "center" else slack
        for item in line.placed:
            item[1] += move
    elif gaps and slack > 0 and (style.align == "spread" or style.align == "justify" and not line.last):
        step, passed = slack / len(gaps), 0
        for i, item in enumerate(line.placed):
            if passed < len(gaps) and gaps[passed] == i:
                passed += 1
            item[1] += step * passed
        line.width = width


def ink_of(line, style, x, baseline):
    """The line's glyph runs with its left edge at x."""
    runs = []
    for atom, dx in line.placed:
        if style.outline:
            runs.append(outline_of(atom, style, x + dx, baseline))
            continue
        mode = style.mode
        char = atom.char
        if char == "\u200b":
            char, mode = " ", style.mode + ("zero-width",)
        name = face_for(replace(atom, char=char), style)
        size = size_of(atom, style)
        y = baseline - {1: 0.36, 0: 0, -1: -0.14}[atom.shift] * style.size
        item = (face(name).glyph(char), char, x + dx, y)
        key = (name, mode, size, y)
        if (
            runs
            and not isinstance(runs[-1], Shape)
            and (runs[-1].face, runs[-1].mode, runs[-1].size, runs[-1].items[0][3]) == key
        ):
            runs[-1].items.append(item)
        else:
            runs.append(
                Glyphs(
                    name,
                    mode,
                    size,
                    style.color,
                    [item],
                    render=style.render,
                    strong=style.size * 0.03 if style.bold == "stroke" else 0,
                )
            )
    return doubled(runs, style)


def doubled(runs, style):
    """Fake bold and shadows: the same glyphs again, a little aside."""
    if style.bold not in ("strike", "shadow"):
        return runs
    dx, dy, color = (
        (style.size * 0.03, 0, style.color)
        if style.bold == "strike"
        else (style.size * 0.07, style.size * 0.05, "#B8C4CC")
    )
    again = [replace(r, color=color, items=[(g, c, x + dx, y + dy) for g, c, x, y in r.items]) for r in runs]
    return runs + again if style.bold == "strike" else again + runs


def outline_of(atom, style, x, y):
    """The character as a filled shape: there for the eye, not for a text layer."""
    typeface = face(face_for(atom, style))
    size, path = size_of(atom, style), []
    at = lambda p: (x + p[0] * size, y - p[1] * size)
    for name, points in typeface.outline(typeface.glyph(atom.char)):
        if name == "moveTo":
            path.append(("m", [at(points[0])]))
            here = points[0]
        elif name == "lineTo":
            path.append(("l", [at(points[0])]))
            here = points[0]
        elif name == "curveTo":
            path.append(("c", [at(p) for p in points]))
            here = points[-1]
        elif name == "qCurveTo":
            for control, end in quadratics(points):
                first = tuple(h + (c - h) * 2 / 3 for h, c in zip(here, control))
                second = tuple(e + (c - e) * 2 / 3 for e, c in zip(end, control))
                path.append(("c", [at(first), at(second), at(end)]))
                here = end
        else:
            path.append(("h", []))
    return Shape(path, style.color)


def quadratics(points):
    controls, end = points[:-1], points[-1]
    for i, control in enumerate(controls):
        last = i == len(controls) - 1
        yield control, end if last else tuple((a + b) / 2 for a, b in zip(control, controls[i + 1]))
