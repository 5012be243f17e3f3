"""python3 -m typeset SOURCE.yaml… --out DIR: writes NAME.pdf and NAME.truth.json for each source."""

import argparse
import json
import pathlib

from .compose import compose
from .ink import Photo, Sheet
from .pdf import Writer
from .pictures import scan
from .revised import read
from .shown import SHOWN, shown
from .truth import written


def main():
    options = argparse.ArgumentParser(prog="typeset", description=__doc__)
    options.add_argument("sources", nargs="+", type=pathlib.Path)
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."))
    given = options.parse_args()
    counts = dict.fromkeys(SHOWN, 0)
    for path in given.sources:
        pages, size = typeset(path, given.out)
        print(f"{path.stem}: {pages} pages, {size // 1024} KB")
        for name in json.loads((given.out / f"{path.stem}.truth.json").read_text(encoding="utf-8"))["shows"]:
            counts[name] += 1
    rare = [f"{name} ({n})" for name, n in counts.items() if n < 2]
    if len(given.sources) > 5 and rare:
        raise SystemExit(f"typeset: shown by fewer than two documents: {', '.join(rare)}")


def typeset(path, out):
    source = read(path)
    source["name"] = path.stem
    doc = compose(source, compose(source, compose(source)))
    writer = Writer(doc.name, doc.faults)
    sheets = [scanned(s) for s in doc.sheets]
    for sheet in sheets:
        for group in sheet.groups:
            writer.gather(group.ops)
    writer.embed()
    for number, sheet in enumerate(sheets, 1):
        writer.page(number, sheet)
    writer.links(sheets)
    if source.get("outline", True):
        writer.outline(
            [(level, title, page) for level, title, page, *_ in doc.found if level <= source.get("outline", 2)]
        )
    if any(s.label for s in sheets):
        writer.labels(sheets)
    if doc.faults.get("tagged"):
        writer.structure(source.get("language", "zh-TW"))
    target = out / f"{doc.name}.pdf"
    writer.save(target, source["title"])
    head = {
        "document": target.name,
        "title": source["title"],
        "language": source.get("language", "zh-TW"),
        "industry": source.get("industry", ""),
        "password": doc.faults.get("password", ""),
        "shows": [],
    }
    pages = [doc.truth.page_record(n, s, readable(s, doc.expected[n - 1])) for n, s in enumerate(doc.sheets, 1)]
    head["shows"] = shown(source, pages)
    (out / f"{doc.name}.truth.json").write_text(written(head, pages), encoding="utf-8")
    return len(sheets), target.stat().st_size


def readable(sheet, expected):
    """A large photograph may hold text for all that a program knows: it may say so."""
    photos = [op.box for group in sheet.groups for op in group.ops if isinstance(op, Photo)]
    covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in photos) / (sheet.width * sheet.height)
    return ["full", "partial"] if expected == "full" and covered > 0.15 else expected


def scanned(sheet):
    """A sheet that stands in the file as a picture; its text, if kept, is drawn without ink above it."""
    kind = sheet.options.get("scan")
    if not kind:
        return sheet
    shown = Sheet(sheet.width, sheet.height, groups=sheet.groups)
    out = Sheet(sheet.width, sheet.height, label=sheet.label, rotate=sheet.rotate, draw=sheet.draw)
    out.add([scan(shown, sheet.options.get("dpi", 110), sheet.options.get("tilt", 0))], layer=-1)
    if kind == "with hidden text":
        out.groups += [g for g in sheet.groups if g.layer == 1]
    return out


main()
