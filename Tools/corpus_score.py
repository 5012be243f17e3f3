#!/usr/bin/env python3
"""Score a reader against the Corpus: what it makes of every PDF beside what a person reads there.

    corpus_score.py                                   scores .build/release/kaozheng over Corpus/
    corpus_score.py --tool 'kaozheng text {pdf} --format json' NAME…
    corpus_score.py --failures 20                     also prints the worst blocks

characters  1 − edit distance ÷ length, white space counted; the body blocks of a page joined by newlines,
            a table's cells by tabs; figures count by the labels that are found, in any order
order       of all pairs of blocks of a page, how many come out in the right order (but for side titles, which a
            person reads before or after the text beside them)
roles       blocks found with their role (headings: and their level, shown apart)
cells       data cells of tables found under their row and column headers
pairs       the same for charts: value under label and series
absent      furniture that does not stand in the body
readable    pages graded as expected
"""

import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys
from collections import Counter

FURNITURE = {"running-header", "running-footer", "page-number", "navigation", "watermark"}
LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
BULLET = re.compile(r"^[●■◆◼▪•·–‧✓\-\ue000-\uf8ff]\s*")
MEASURES = ["characters", "order", "roles", "levels", "cells", "pairs", "absent", "readable"]


def distance(a, b):
    """Levenshtein distance by bit-parallel columns (Hyyrö 2003); integers of any length do the work."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    if not a or not b:
        return len(a) + len(b)
    peq, full, high = {}, (1 << len(a)) - 1, 1 << (len(a) - 1)
    for i, char in enumerate(a):
        peq[char] = peq.get(char, 0) | 1 << i
    plus, minus, score = full, 0, len(a)
    for char in b:
        eq = peq.get(char, 0)
        xv, xh = eq | minus, (((eq & plus) + plus) ^ plus) | eq
        up, down = minus | ~(xh | plus) & full, plus & xh
        score += bool(up & high) - bool(down & high)
        up, down = (up << 1 | 1) & full, (down << 1) & full
        plus, minus = down | ~(xv | up) & full, up & xv
    return score


def plain(text):
    return text.translate(LOWERED).strip()


def squeezed(text):
    return re.sub(r"\s+", "", plain(text))


def table_text(rows):
    """Each cell once: a spanned cell repeats in `rows` to the right and downwards."""
    out = []
    for r, row in enumerate(rows):
        cells = [
            plain(c)
            for i, c in enumerate(row)
            if not (i and c == row[i - 1] and c) and not (r and i < len(rows[r - 1]) and c == rows[r - 1][i] and c)
        ]
        out.append("\t".join(c for c in cells if c))
    return "\n".join(line for line in out if line)


def text_of(block):
    if block.get("role") == "table" and block.get("rows"):
        return table_text(block["rows"])
    text = plain(block.get("text", ""))
    return BULLET.sub("", text) if block.get("role") == "list-item" else text


class Tally:
    def __init__(self):
        self.right, self.all = Counter(), Counter()
        self.confusion, self.failures = Counter(), []

    def count(self, measure, right, of=1):
        self.right[measure] += right
        self.all[measure] += of

    def add(self, other):
        self.right.update(other.right)
        self.all.update(other.all)
        self.confusion.update(other.confusion)
        self.failures += other.failures

    def share(self, measure):
        return 100 * max(0, self.right[measure]) / self.all[measure] if self.all[measure] else None


def score_page(truth, page, tally, where):
    got = page.get("readable", "full") if page else "none"
    wanted = truth["readable"] if isinstance(truth["readable"], list) else [truth["readable"]]
    tally.count("readable", got in wanted)
    if got not in wanted:
        tally.failures.append((1, where, f"readable {got}, not {'/'.join(wanted)}"))
    blocks = [b for b in (page or {}).get("blocks", [])]
    body = [b for b in blocks if b["role"] not in FURNITURE]
    figures = [b for b in truth["blocks"] if b["role"] == "figure-text"]
    allowed = {squeezed(text_of(b)) for b in truth["blocks"] if "figure-text" in b.get("also", [])}
    drawn = [
        b
        for b in body
        if b["role"] == "figure-text" and squeezed(text_of(b)) not in allowed or any(inside(b, f) for f in figures)
    ]
    if "full" in wanted:
        score_characters(truth, body, drawn, tally, where)
    else:
        score_readable_blocks(truth, body, tally, where)
    matches = matched(truth["blocks"], body)
    score_order(truth["blocks"], matches, tally, where)
    score_roles(truth["blocks"], matches, body, tally, where)
    for block in truth["blocks"]:
        if block.get("rows"):
            score_cells(block, body, tally, where)
    score_furniture(truth, body, tally, where)


def inside(block, figure):
    box, around = block.get("box"), figure["box"]
    if not box:
        return False
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if box[3] - box[1] > around[3] - around[1] + 8:
        return False  # a passage that goes on below the figure has its middle there, but is no label
    return around[0] - 4 <= x <= around[2] + 4 and around[1] - 4 <= y <= around[3] + 4


def score_characters(truth, body, drawn, tally, where):
    free = [text_of(b) for b in truth["blocks"] if b.get("free")]
    wanted = "\n".join(text_of(b) for b in truth["blocks"] if b["role"] != "figure-text" and not b.get("free"))
    out = [text_of(b) for b in body if b not in drawn or text_of(b) in free]
    for text in [t for t in free if t in out]:
        out.remove(text)
        free.remove(text)
    got = "\n".join(out)
    wrong = distance(wanted, got) + sum(map(len, free))
    labels = squeezed("".join(text_of(b) + "".join("".join(r) for r in b.get("rows", [])) for b in drawn))
    strings = [squeezed(s) for b in truth["blocks"] if b["role"] == "figure-text" for s in b.get("strings", [])]
    lost = [s for s in strings if s not in labels]
    length = len(wanted) + sum(map(len, strings)) + sum(len(text_of(b)) for b in truth["blocks"] if b.get("free"))
    wrong += sum(map(len, lost))
    tally.count("characters", length - wrong, length)
    if lost:
        tally.failures.append((sum(map(len, lost)), where, f"figure lacks {lost[:8]}"))
    if wrong:
        note_texts(truth, body, tally, where)


def score_readable_blocks(truth, body, tally, where):
    """On a page that is text only in part: what is text must be there; what else comes out is not counted."""
    texts = [text_of(b) for b in body]
    for block in truth["blocks"]:
        if block["role"] != "figure-text":
            text = text_of(block)
            wrong = min((distance(text, t) for t in texts), default=len(text))
            tally.count("characters", len(text) - min(wrong, len(text)), len(text))
    note_texts(truth, body, tally, where)


def note_texts(truth, body, tally, where):
    texts = [text_of(b) for b in body]
    for block in truth["blocks"]:
        text = text_of(block)
        if block["role"] != "figure-text" and text not in texts:
            near = min(texts, key=lambda t: distance(text, t), default="")
            tally.failures.append((distance(text, near), where, f"{block['role']}: {cut(text)}\n      got {cut(near)}"))


def cut(text, most=110):
    text = text.replace("\n", "⏎").replace("\t", "⇥")
    return text if len(text) <= most else text[: most // 2] + " … " + text[-most // 2 :]


def matched(wanted, body):
    """For each truth block where it came out: (block index, offset) or None."""
    squeezed_body = [squeezed(text_of(b)) for b in body]
    out, taken = [], set()
    for block in wanted:
        text = (
            squeezed(text_of(block))
            if block["role"] != "figure-text"
            else squeezed("".join(block.get("strings", []))[:200])
        )
        out.append(best_place(text, block, body, squeezed_body, taken))
    return out


def best_place(text, block, body, texts, taken):
    exact = [i for i, t in enumerate(texts) if t == text and i not in taken]
    if exact:
        taken.add(exact[0])
        return (exact[0], 0)
    if block["role"] == "figure-text":
        near = [i for i, b in enumerate(body) if inside(b, block)]
        return (near[0], 0) if near else None
    if text:
        for i, t in enumerate(texts):
            at = t.find(text)
            if at >= 0 and (i, at) not in taken:
                taken.add((i, at))
                return (i, at)
    grams = Counter(text[i : i + 2] for i in range(len(text) - 1))
    best, place = 0.55, None
    for i, t in enumerate(texts):
        have = Counter(t[j : j + 2] for j in range(len(t) - 1))
        share = sum((grams & have).values()) / max(1, sum(grams.values()))
        if share > best:
            first = t.find(text[:6])
            best, place = share, (i, max(0, first))
    return place


def score_order(blocks, places, tally, where):
    bound = [i for i, b in enumerate(blocks) if not b.get("free")]
    blocks, places = [blocks[i] for i in bound], [places[i] for i in bound]
    for i in range(len(blocks)):
        for j in range(i + 1, len(blocks)):
            a, b = places[i], places[j]
            right = a is not None and b is not None and a < b
            tally.count("order", right)
            if not right and j == i + 1 and a and b:
                tally.failures.append(
                    (5, where, f"order: {cut(text_of(blocks[i]), 40)!r} after {cut(text_of(blocks[j]), 40)!r}")
                )


def score_roles(blocks, places, body, tally, where):
    for block, place in zip(blocks, places):
        got = body[place[0]]["role"] if place else "lost"
        right = got == block["role"] or got in block.get("also", [])
        tally.count("roles", right)
        if not right:
            tally.confusion[(block["role"], got)] += 1
            tally.failures.append((2, where, f"role {got}, not {block['role']}: {cut(text_of(block), 60)}"))
        if block["role"] == got == "heading" and block.get("level"):
            tally.count("levels", body[place[0]].get("level") == block["level"])


def score_cells(block, body, tally, where):
    measure = "cells" if block["role"] == "table" else "pairs"
    grids = [[[squeezed(c) for c in row] for row in b["rows"]] for b in body if b.get("rows")]
    if measure == "pairs":
        # A chart has no rows and columns of its own: its labels may head either.
        grids += [[[row[i] if i < len(row) else "" for row in g] for i in range(max(map(len, g)))] for g in grids]
    rows = [[squeezed(c) for c in row] for row in block["rows"]]
    head, side = block.get("headerRows", 1), block.get("headerColumns", 1)
    for r in range(head, len(rows)):
        for c in range(side, len(rows[r])):
            value = rows[r][c]
            if not value:
                continue
            row_heads = [rows[r][k] for k in range(side) if rows[r][k]]
            heads = [rows[k][c] for k in range(head) if rows[k][c]]
            right = any(stands(g, value, row_heads, heads) for g in grids)
            tally.count(measure, right)
            if not right:
                tally.failures.append((1, where, f"{measure}: {value!r} under {row_heads} × {heads}"))


def stands(grid, value, row_heads, heads):
    for r, row in enumerate(grid):
        if value not in row or any(h not in row for h in row_heads):
            continue
        for c, cell in enumerate(row):
            if cell == value and all(any(c < len(up) and up[c] == h for up in grid[:r]) for h in heads):
                return True
    return False


def score_furniture(truth, body, tally, where):
    texts = [squeezed(text_of(b)) for b in body]
    wanted = [squeezed(text_of(b)) for b in truth["blocks"]] + [
        squeezed(s) for b in truth["blocks"] for s in b.get("strings", [])
    ]
    for item in truth["furniture"]:
        text = squeezed(item["text"])
        whole = lambda all_texts: sum(t == text or len(text) > 5 and text in t for t in all_texts)
        right = whole(texts) <= whole(wanted)
        tally.count("absent", right)
        if not right:
            tally.failures.append((2, where, f"{item['role']} in the body: {cut(item['text'], 60)}"))


def read(tool, pdf, password):
    command = [part.replace("{pdf}", str(pdf)) for part in shlex.split(tool)]
    if password:
        command += ["--password", password]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    try:
        return {p["number"]: p for p in json.loads(done.stdout).get("pages", [])}
    except ValueError:
        print(f"{pdf.name}: no JSON ({done.stderr.decode('utf-8', 'replace').strip()[:200]})", file=sys.stderr)
        return {}


def line(name, pages, tally):
    shares = [tally.share(m) for m in MEASURES]
    return f"{name:<22}{pages:>5} " + "".join(f"{'–' if s is None else format(s, '.2f'):>11}" for s in shares)


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", help="documents (default: all)")
    options.add_argument("--corpus", type=pathlib.Path, default=here / "Corpus")
    options.add_argument("--tool", default=f"{here}/.build/release/kaozheng text {{pdf}} --format json")
    options.add_argument("--failures", type=int, default=0, metavar="N", help="print the N worst failures")
    options.add_argument("--page", type=int, help="only this page")
    given = options.parse_args()
    total, pages = Tally(), 0
    print(f"{'document':<22}{'pages':>5} " + "".join(f"{m:>11}" for m in MEASURES))
    for path in sorted(given.corpus.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".truth.json")
        if given.names and name not in given.names:
            continue
        read_pages, tally = read(given.tool, path.with_name(truth["document"]), truth["password"]), Tally()
        for page in truth["pages"]:
            if not given.page or page["number"] == given.page:
                score_page(page, read_pages.get(page["number"]), tally, f"{name} p{page['number']}")
        print(line(name, len(truth["pages"]), tally), flush=True)
        total.add(tally)
        pages += len(truth["pages"])
    print(line("all", pages, total))
    if total.confusion:
        print("\nroles: " + ", ".join(f"{a}→{b} {n}" for (a, b), n in total.confusion.most_common(12)))
    for weight, where, what in sorted(total.failures, key=lambda f: -f[0])[: given.failures]:
        print(f"{weight:>5}  {where}: {what}")


if __name__ == "__main__":
    main()
