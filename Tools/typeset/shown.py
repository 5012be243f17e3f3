"""Which difficulties a document really shows, read off its source and its truth; the Corpus must show each twice."""

import re


def facts(value, key="", out=None):
    """Every setting of a source as `key=value`, wherever it stands."""
    out = set() if out is None else out
    if isinstance(value, dict):
        for name, inner in value.items():
            out.add(name)
            facts(inner, name, out)
    elif isinstance(value, list):
        for inner in value:
            facts(inner, key, out)
    else:
        out.add(f"{key}={value}")
    return out


class View:
    """A document as the predicates see it."""

    def __init__(self, source, pages):
        self.set = facts(source)
        self.text = str(source["content"])
        self.pages = pages
        self.blocks = [b for p in pages for b in p["blocks"]]
        self.furniture = {f["role"] for p in pages for f in p["furniture"]}
        self.tables = [b for b in self.blocks if b["role"] == "table"]

    def has(self, *names):
        return any(name in self.set for name in names)

    def role(self, role, least=1):
        return sum(b["role"] == role for b in self.blocks) >= least

    def carried(self, role):
        return any(b["role"] == role and b.get("continues") for b in self.blocks)

    def spanning(self, wide):
        """A cell that repeats to the right in the header, or downwards in the body."""
        for b in self.tables:
            rows, head = b["rows"], b["headerRows"]
            if wide and any(a and a == c for row in rows[:head] for a, c in zip(row, row[1:])):
                return True
            if not wide and any(a[0] and a[0] == c[0] for a, c in zip(rows[head:], rows[head + 1 :])):
                return True
        return False


SHOWN = {
    "portrait": lambda v: any(p["height"] > p["width"] for p in v.pages),
    "landscape": lambda v: any(p["width"] > p["height"] for p in v.pages),
    "spread": lambda v: "spread=True" in v.set,
    "two columns": lambda v: v.has("columns=2"),
    "three columns": lambda v: v.has("columns=3"),
    "English": lambda v: bool(re.search(r"(?:[a-z]{3,} ){6}", v.text)),
    "letter-spaced text": lambda v: any(f.startswith("tracking=0.") for f in v.set),
    "Chinese and Latin apart by a space": lambda v: v.has("gap=space"),
    "Chinese and Latin apart by a gap": lambda v: v.has("gap=quarter"),
    "full-width spaces in titles": lambda v: v.has("wide_spaces=True") or "\u3000" in v.text,
    "raised figures": lambda v: any(
        c in "⁰¹²³⁴⁵⁶⁷⁸⁹" for b in v.blocks for c in b.get("text", "") + str(b.get("rows", ""))
    ),
    "raised marks of other kinds": lambda v: bool(re.search(r"\^\{\D", v.text)),
    "fake bold by a second strike": lambda v: v.has("bold=strike"),
    "fake bold by a stroke, or a shadow": lambda v: v.has("bold=stroke", "bold=shadow"),
    "vertical writing": lambda v: v.has("way=down"),
    "vertical title of stacked or turned characters": lambda v: v.has("way=stacked", "way=turned"),
    "side bar": lambda v: "high" in v.set,
    "cards and boxes": lambda v: "row" in v.set,
    "figure interrupts a paragraph": lambda v: "cut" in v.set,
    "captions": lambda v: v.role("caption"),
    "footnotes": lambda v: v.role("footnote"),
    "lists": lambda v: v.role("list-item"),
    "nested lists": lambda v: "sub" in v.set,
    "numbered lists": lambda v: v.has("marks=1.", "marks=(1)"),
    "contents page with leaders and targets": lambda v: v.role("toc-entry"),
    "roman front matter with page labels": lambda v: any(p["label"] in ("i", "ii", "iii") for p in v.pages),
    "page numbers beside the file's own": lambda v: any(
        p["label"].isdigit() and int(p["label"]) != p["number"] for p in v.pages
    ),
    "running header": lambda v: "running-header" in v.furniture,
    "running footer": lambda v: "running-footer" in v.furniture,
    "navigation at the top": lambda v: v.has("side=top"),
    "navigation at a side": lambda v: v.has("side=right", "side=left"),
    "watermark": lambda v: "watermark" in v.furniture,
    "ruled table": lambda v: v.has("kind=ruled"),
    "lined table": lambda v: v.has("kind=lined"),
    "shaded table": lambda v: v.has("kind=shaded"),
    "borderless table": lambda v: v.has("kind=borderless"),
    "spanning headers": lambda v: v.spanning(True),
    "cells that span rows": lambda v: v.spanning(False),
    "cells of several lines": lambda v: v.has("valign=top"),
    "several tables on a page": lambda v: any(sum(b["role"] == "table" for b in p["blocks"]) > 1 for p in v.pages),
    "table continued with its header again": lambda v: v.carried("table"),
    "bar chart": lambda v: v.has("kind=bar", "kind=lying"),
    "stacked bar chart": lambda v: v.has("kind=stacked"),
    "line chart": lambda v: v.has("kind=line"),
    "pie chart": lambda v: v.has("kind=pie"),
    "process figure": lambda v: "steps" in v.set,
    "sentence goes on in the next column": lambda v: any("columns" in b for b in v.blocks),
    "sentence goes on on the next page": lambda v: v.carried("paragraph"),
    "Kangxi radicals": lambda v: v.has("mode=kangxi"),
    "CJK radicals supplement": lambda v: v.has("mode=radicals"),
    "compatibility ideographs": lambda v: v.has("mode=compatibility"),
    "full-width digits": lambda v: v.has("wide_digits=True"),
    "ligatures": lambda v: v.has("ligatures=True"),
    "hyphenation": lambda v: v.has("hyphenate=True"),
    "zero-width spaces": lambda v: any(f.startswith("zero_width=") and f != "zero_width=0" for f in v.set),
    "private-use bullets": lambda v: v.has("bullet-mode=private-bullets"),
    "dingbat bullets as letters": lambda v: v.has("bullet-mode=letter-bullets"),
    "fonts of one-byte codes": lambda v: v.has("simple-latin=True"),
    "font without ToUnicode": lambda v: v.has("mode=no-map"),
    "page as a picture": lambda v: v.has("scan=bare"),
    "hidden text over a scan": lambda v: v.has("scan=with hidden text"),
    "second hidden layer over real text": lambda v: "second-layer" in v.set,
    "text as outlines": lambda v: v.has("outline=True"),
    "tagged": lambda v: v.has("tagged=True"),
    "drawn out of order": lambda v: v.has("draw=shuffled", "draw=backwards", "draw=across"),
    "turned page": lambda v: v.has("rotate=90"),
    "crop box and slug": lambda v: "bleed" in v.set,
    "text over the page edge": lambda v: any(
        b["box"][0] < 0 or b["box"][2] > p["width"] for p in v.pages for b in p["blocks"]
    ),
    "clipped text": lambda v: "clipped" in v.set,
    "encrypted": lambda v: v.has("password=kaozheng") or "owner-password" in v.set,
}


def shown(source, pages):
    view = View(source, pages)
    return [name for name, holds in SHOWN.items() if holds(view)]
