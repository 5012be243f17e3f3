"""Tables: ruled, lined, shaded or bare; spans, several lines a cell, header rows repeated on the next page.

In a source a table is rows of strings; "<" carries on the cell to the left, "^" the cell above.
"""

from dataclasses import dataclass

from .ink import Rect, Rule
from .lines import break_lines, ink_of, typed

PAD = 4


@dataclass
class Cell:
    text: str
    row: int
    column: int
    rows: int
    columns: int


def table_slabs(doc, spec, width, outer):
    from .blocks import Slab

    rows = [[str(v) for v in row] for row in spec["rows"]]
    grid, cells = spans(rows)
    head, side = spec.get("head", 1), spec.get("side", 1)
    block = doc.truth.block("table", head=head, side=side)
    weights = spec.get("widths", [1] * len(rows[0]))
    unit = width / sum(weights)
    edges = [sum(weights[:i]) * unit for i in range(len(weights) + 1)]
    laid = {id(c): cell_lines(doc, spec, c, edges, head, side) for c in cells}
    heights = row_heights(rows, cells, laid, spec)
    groups = row_groups(cells, len(rows), head)
    slabs = []
    for first, last in groups:

        def draw(sheet, page, x, y, first=first, last=last):
            part = Part(doc, spec, block, sheet, page, x, y, edges, heights, first, last, head, side)
            for cell in cells:
                if first <= cell.row < last:
                    part.cell(cell, *laid[id(cell)])
            part.rules(cells, len(rows))
            shown = [[typed(grid[r][c].text) for c in range(len(rows[0]))] for r in range(first, last)]
            box = (x, y, x + edges[-1], y + sum(heights[first:last]))
            block.add(page, box, rows=shown)

        slabs.append(Slab(sum(heights[first:last]), draw))
    if head:
        slabs[0].keep = True
        for slab in slabs[1:]:
            slab.repeat = slabs[0]
    if spec.get("together", len(rows) <= 10 and not spec.get("split")):
        for slab in slabs[:-1]:
            slab.keep = True
    return slabs


def spans(rows):
    grid, cells = [[None] * len(rows[0]) for _ in rows], []
    for r, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise SystemExit(f"typeset: a table row has {len(row)} cells, not {len(rows[0])}: {row}")
        for c, text in enumerate(row):
            if text == "<":
                grid[r][c] = grid[r][c - 1]
            elif text == "^":
                grid[r][c] = grid[r - 1][c]
            else:
                cell = Cell(text, r, c, 1, 1)
                cells.append(cell)
                grid[r][c] = cell
            cell = grid[r][c]
            cell.rows, cell.columns = max(cell.rows, r - cell.row + 1), max(cell.columns, c - cell.column + 1)
    return grid, cells


def cell_style(doc, spec, cell, head, side):
    align = spec.get("align", ["left"] + ["center"] * 20)
    style = doc.styled("cell", spec).but(indent=0, align=align[cell.column])
    if cell.row < head:
        style = style.but(
            face=style.bold_face,
            align="center",
            latin=style.latin and style.latin + "-bold" if style.latin and "dejavu" not in style.latin else style.latin,
        )
        if spec.get("kind", "ruled") == "shaded" and spec.get("head-fill", "key") == "key":
            style = style.but(color="#FFFFFF")
    elif cell.column < side and spec.get("bold-side"):
        style = style.but(face=style.bold_face)
    return style


def cell_lines(doc, spec, cell, edges, head, side):
    style = cell_style(doc, spec, cell, head, side)
    room = edges[cell.column + cell.columns] - edges[cell.column] - 2 * PAD
    lines = []
    for piece in cell.text.split("\n"):
        lines += break_lines(piece, style, room)
    return lines, style


def row_heights(rows, cells, laid, spec):
    pad = spec.get("air", 4)
    heights = [0.0] * len(rows)
    for cell in sorted(cells, key=lambda c: c.rows):
        lines, style = laid[id(cell)]
        need = len(lines) * style.leading + 2 * pad
        have = sum(heights[cell.row : cell.row + cell.rows])
        if need > have:
            heights[cell.row + cell.rows - 1] += need - have
    return heights


def row_groups(cells, count, head):
    """Runs of rows that no spanning cell crosses; the header rows are one run."""
    groups, start = [], 0
    for r in range(1, count + 1):
        crossed = any(c.row < r < c.row + c.rows for c in cells)
        if r == count or not crossed and r >= head:
            groups.append((start, r))
            start = r
    return groups


class Part:
    """The rows first..<last of a table on one sheet."""

    def __init__(self, doc, spec, block, sheet, page, x, y, edges, heights, first, last, head, side):
        self.__dict__.update(locals())
        self.tops = {first: y}
        for r in range(first, last):
            self.tops[r + 1] = self.tops[r] + heights[r]

    def box(self, cell):
        return (
            self.x + self.edges[cell.column],
            self.tops[cell.row],
            self.x + self.edges[cell.column + cell.columns],
            self.tops[cell.row + cell.rows],
        )

    def cell(self, cell, lines, style):
        x0, y0, x1, y1 = self.box(cell)
        fill = self.fill(cell)
        if fill:
            self.sheet.add([Rect((x0, y0, x1, y1), self.doc.color(fill))], layer=0)
        tall = len(lines) * style.leading
        top = y0 + (y1 - y0 - tall) / 2
        if self.spec.get("valign") == "top" and cell.row >= self.head:
            top = y0 + self.spec.get("air", 4)
        kind = "TH" if cell.row < self.head or cell.column < self.side else "TD"
        path = (("Table", self.block.seq), ("TR", cell.row), (kind, cell.column))
        ops = []
        for i, line in enumerate(lines):
            ops += ink_of(line, style, x0 + PAD, top + style.leading * (i + 0.5) + 0.35 * style.size)
        if self.spec.get("scatter"):
            for op in ops:
                self.sheet.add([op], tag=path)
        else:
            self.sheet.add(ops, tag=path)

    def fill(self, cell):
        kind = self.spec.get("kind", "ruled")
        if cell.row < self.head:
            return self.spec.get("head-fill", "key" if kind == "shaded" else None)
        if kind == "shaded" and (cell.row - self.head) % 2:
            return "soft"
        return "soft" if cell.column < self.side and self.spec.get("side-fill") else None

    def rules(self, cells, count):
        kind, color = self.spec.get("kind", "ruled"), self.doc.color("rule")
        left, right = self.x, self.x + self.edges[-1]
        ops = []
        if kind == "ruled":
            for cell in cells:
                if self.first <= cell.row < self.last:
                    x0, y0, x1, y1 = self.box(cell)
                    ops += [
                        Rule(a, b, 0.5, color)
                        for a, b in (
                            ((x0, y0), (x1, y0)),
                            ((x0, y1), (x1, y1)),
                            ((x0, y0), (x0, y1)),
                            ((x1, y0), (x1, y1)),
                        )
                    ]
        elif kind == "lined":
            for r in range(self.first, self.last + 1):
                if not any(c.row < r < c.row + c.rows for c in cells):
                    strong = r in (0, self.head, count)
                    ops.append(Rule((left, self.tops[r]), (right, self.tops[r]), 1.0 if strong else 0.3, color))
        elif kind == "shaded":
            ops = [Rule((left, self.tops[self.last]), (right, self.tops[self.last]), 0.5, color)]
        self.sheet.add(ops, layer=0.5)
