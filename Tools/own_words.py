#!/usr/bin/env python3
"""Checks that no sentence of the Corpus is taken from a sample: no run of more than 12 characters may be shared.

Names of documents and standards and expressions of numbers are no sentences: what stands in brackets 《》「」, Latin,
digits and signs are left out of the comparison, and so are the names listed here.
"""

import json
import pathlib
import re
import sys

MOST = 12
NAMES = [
    "技嘉科技永續採購準則",
    "供應商企業社會責任準則",
    "個資保護暨管理辦法",
    "減量．共享．愛地球",
    "負責任商業聯盟",
    "關貿網路",
    "巧新科技",
    "溫室氣體排放量",
    "安永聯合會計師事務所",
    "確信準則公報第一號",
    "育嬰留職停薪",
    "南港軟體園區",
    "公斤",
    "責任礦產計畫",
    "經證實侵犯客戶隱私或遺失客戶資料的投訴",
]


def plain(text):
    text = re.sub(r"\s+", "", text)
    for name in NAMES:
        text = text.replace(name, "\n")
    return re.sub(r"《[^》]*》|「[^」]{0,20}」|[\x00-\x7f０-９％．・，。、；：（）「」『』［］【】▪●]+", "\n", text)


def runs(text):
    return {piece[i : i + MOST + 1] for piece in plain(text).split("\n") for i in range(len(piece) - MOST)}


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    shared = here.parent / "shared"
    if not shared.is_dir():
        print("skipped: no shared data")
        return 0
    theirs = set()
    for path in sorted((shared / "samples").glob("*.txt")):
        theirs |= runs(path.read_text(encoding="utf-8"))
    if (shared / "passages/passages.jsonl").exists():
        theirs |= runs((shared / "passages/passages.jsonl").read_text(encoding="utf-8"))
    found = 0
    for path in sorted((here / "Corpus").glob("*.truth.json")):
        for page in json.loads(path.read_text(encoding="utf-8"))["pages"]:
            for block in page["blocks"]:
                text = block.get("text", "") + "。" + "。".join("。".join(row) for row in block.get("rows", []))
                for run in sorted(runs(text) & theirs):
                    print(f"{path.name} page {page['number']}: {run}")
                    found += 1
    print("every sentence is our own" if not found else f"{found} runs of more than {MOST} characters are shared")
    return 1 if found else 0


sys.exit(main())
