"""What a person reads on each page, gathered while the page is drawn."""

import json
from dataclasses import dataclass, field

TAGS = {"heading": "H", "paragraph": "P", "caption": "Caption", "figure-text": "Figure", "footnote": "Note"}


@dataclass
class Block:
    """A heading, paragraph, table … with the part of it that stands on each page."""

    seq: int
    role: str
    text: str = ""
    level: int = 0
    also: tuple = ()
    target: int = 0
    free: bool = False  # read before the text beside it or after: both are right
    head: int = 0
    side: int = 0
    parts: dict = field(default_factory=dict)

    def add(self, page, box, span=None, rows=(), strings=()):
        part = self.parts.setdefault(page, {"box": box, "span": span, "rows": [], "strings": []})
        if box[0] > part["box"][2] or box[1] < part["box"][1] - 20:
            part["moved"] = True
        part["box"] = union(part["box"], box)
        if span:
            part["span"] = union_span(part["span"], span)
        part["rows"] += rows
        part["strings"] += strings


def union(a, b):
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def union_span(a, b):
    return b if a is None else (min(a[0], b[0]), max(a[1], b[1]))


class Truth:
    """The truth of one document."""

    def __init__(self):
        self.blocks = []
        self.furniture = {}
        self.pages = {}
        self.stand = {}

    def block(self, role, text="", **more):
        block = Block(len(self.blocks), role, text, **more)
        self.blocks.append(block)
        return block

    def furnish(self, page, role, text, box):
        self.furniture.setdefault(page, []).append({"role": role, "text": text, "box": rounded(box)})

    def page_record(self, number, sheet, expected):
        record = {
            "number": number,
            "label": sheet.label,
            "width": round(sheet.width, 1),
            "height": round(sheet.height, 1),
            "readable": expected,
        }
        parts = [(self.rank(b), b) for b in self.blocks if number in b.parts]
        record["blocks"] = [self.part(b, number) for _, b in sorted(parts, key=lambda item: item[0])]
        record["furniture"] = self.furniture.get(number, [])
        if expected == "none":
            # Nothing of this page is text: what a person reads there is for who can read pictures.
            record["pictured"], record["blocks"] = [b["text"] for b in record["blocks"] if "text" in b], []
        return record

    def rank(self, block):
        """Footnotes are read after the page's other text."""
        return (block.role == "footnote", block.seq)

    def part(self, block, number):
        part, pages = block.parts[number], sorted(block.parts)
        record = {"role": block.role, "id": block.seq}
        if block.also:
            record["also"] = list(block.also)
        if block.level:
            record["level"] = block.level
        if block.free:
            record["free"] = True
        if block.target:
            record["target"] = block.target
        if part["rows"]:
            record.update(rows=part["rows"], headerRows=block.head, headerColumns=block.side)
        if part["strings"]:
            record["strings"] = part["strings"]
        if part["span"]:
            record["text"] = block.text[slice(*part["span"])].strip()
        if part.get("moved"):
            record["columns"] = 2
        if number != pages[0]:
            record["continues"] = True
        if number != pages[-1]:
            record["continued"] = True
        record["box"] = rounded(part["box"])
        return record


def rounded(box):
    return [round(v, 1) for v in box]


def written(document, pages):
    """JSON with one block a line, so that a change of one block is a change of one line."""
    plain = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    out = ["{"]
    out += [f" {json.dumps(key)}: {plain(value)}," for key, value in document.items()]
    out.append(' "pages": [')
    for i, page in enumerate(pages):
        head = plain({k: v for k, v in page.items() if k not in ("blocks", "furniture", "pictured")})[1:-1]
        out.append(f"  {{{head},")
        for key in [k for k in ("pictured", "blocks", "furniture") if k in page]:
            lines = ",\n".join("    " + plain(item) for item in page[key])
            out.append(f'   "{key}": [' + (f"\n{lines}\n   ]" if lines else "]") + ("," if key != "furniture" else ""))
        out.append("  }" + ("," if i < len(pages) - 1 else ""))
    return "\n".join(out + [" ]", "}", ""])
