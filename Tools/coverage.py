#!/usr/bin/env python3
"""Counts in how many real reports the rules find each item, and keeps the figures in the packs.

    coverage.py PROGRAM SHARED

SHARED holds reports/*.pdf, samples/*.txt (texts of whole reports, or chapters of one, which count as passages) and
passages/passages.jsonl (passages out of further reports, of which each company's become one text). Nothing of them is
kept but the figures.
"""
import collections
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# The industry of the rating by the code of a security: the exchange's classes of industry, joined to the rating's four.
# The first digits tell most of them.
BY_CODE = {
    "12": "manufacturing", "13": "manufacturing", "15": "manufacturing", "19": "manufacturing", "23": "electronics",
    "24": "electronics", "26": "services", "28": "finance", "30": "electronics", "36": "electronics",
    "49": "electronics", "58": "finance", "60": "finance", "62": "electronics", "65": "manufacturing",
    "66": "electronics",
}
# Codes that their first digits do not tell: a telephone company stands among the makers of telephones.
EXCEPTIONS = {"2412": "services"}
# Texts that do not bear the code in their names; “-ch” marks a chapter.
SAMPLES = {"gigabyte-2022-ch4.txt": "electronics", "sai-2024-ch4.txt": "manufacturing", "tradevan-2020.txt": "services"}


def industry(code):
    return EXCEPTIONS.get(code) or BY_CODE.get(code[:2])


def passages(shared, folder):
    """A text for each company, its passages one paragraph each; the reports are of 2024."""
    texts = collections.defaultdict(list)
    for line in (shared / "passages/passages.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        texts[str(passage["ticker"])].append(" ".join(passage["data"].split()))
    for code, paragraphs in sorted(texts.items()):
        name = f"{code}.txt"
        (folder / name).write_text("\n\n".join(["2024年永續報告書"] + paragraphs) + "\n", encoding="utf-8")
        yield name, industry(code)


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (shared / "reports").is_dir():
        print("skipped: no shared data")
        return 0
    reports = sorted((shared / "reports").glob("*.pdf"))
    samples = sorted((shared / "samples").glob("*.txt"))
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / "passages").mkdir()
        table = [(path.name, industry(path.name[:4])) for path in reports]
        table += [(path.name, SAMPLES.get(path.name)) for path in samples]
        table += passages(shared, folder / "passages")
        chapters = [path for path in samples if "-ch" in path.name]
        for path in chapters:
            shutil.copy(path, folder / "passages")
        reports += [path for path in samples if path not in chapters]
        with open(folder / "industries.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["report", "industry"])
            writer.writerows(row for row in table if row[1])
        command = [program, "rules", "coverage", "--rules", "Rules", "--industries", str(folder / "industries.csv")]
        command += ["--passages", str(folder / "passages"), "--write"] + [str(path) for path in reports]
        return subprocess.run(command).returncode


if __name__ == "__main__":
    sys.exit(main())
