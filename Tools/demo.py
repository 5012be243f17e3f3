#!/usr/bin/env python3
"""Reads every PDF of a folder with the program and shows what came out: the text, and the evidence found in it.

    demo.py PROGRAM FOLDER OUTPUT

For each document OUTPUT gets a page to check by eye (html), Markdown, and JSON; evidence.jsonl has the evidence of
all, and rubric.html the items and rules that it was found by.
"""
import collections
import glob
import json
import os
import subprocess
import sys
import unicodedata

# One document of the Corpus is encrypted; Corpus/README.md gives its password.
ENVIRONMENT = dict(os.environ, KAOZHENG_PASSWORD="kaozheng")


def run(*command, **options):
    return subprocess.run(command, stdin=subprocess.DEVNULL, env=ENVIRONMENT, **options)


def summary(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    pages = document["pages"]
    roles = {}
    for page in pages:
        for block in page["blocks"]:
            roles.setdefault(block["role"], set()).add(block["id"])
    return {
        "pages": len(pages),
        "blocks": sum(len(ids) for ids in roles.values()),
        "headings": len(roles.get("heading", ())),
        "tables": len(roles.get("table", ())),
        "full": sum(page["readable"] == "full" for page in pages),
        "partial": sum(page["readable"] == "partial" for page in pages),
        "none": sum(page["readable"] == "none" for page in pages),
        "error": document.get("error", {}).get("code", ""),
    }


def show_texts(program, files, output):
    print(f"{'document':24}{'pages':>6}{'blocks':>8}{'headings':>9}{'tables':>7}   readable: full/partial/none")
    for path in files:
        name = os.path.splitext(os.path.basename(path))[0]
        for form in ("json", "md", "html"):
            run(program, "text", "--format", form, "--output", os.path.join(output, ""), "--quiet", path)
        s = summary(os.path.join(output, name + ".json"))
        print(f"{name:24}{s['pages']:6}{s['blocks']:8}{s['headings']:9}{s['tables']:7}   "
              f"{s['full']}/{s['partial']}/{s['none']}  {s['error']}")


def shorten(text, width):
    """The text cut to so many columns; East Asian characters take two."""
    taken = 0
    for index, character in enumerate(text):
        taken += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if taken > width:
            return text[:index] + "…"
    return text


def show_evidence(program, files, output):
    path = os.path.join(output, "evidence.jsonl")
    with open(path, "wb") as out:
        run(program, "extract", "--quiet", *files, stdout=out)
    with open(path, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    print(f"\n{'document':24}{'evidence':>9}   found/stated as undisclosed/not found/unreadable/not applicable")
    for document in documents:
        states = collections.Counter(item["state"] for item in document["items"])
        counts = "/".join(str(states[state]) for state in
                          ("found", "stated-non-disclosure", "not-found", "unreadable", "not-applicable"))
        print(f"{os.path.basename(document['input'])[:-4]:24}{len(document['evidence']):9}   {counts}")
    best = max(documents, key=lambda document: len(document["evidence"]))
    print(f"\nBest of {os.path.basename(best['input'])}:")
    seen = set()
    for row in best["evidence"]:
        if row["item"] in seen or len(seen) == 12:
            continue
        seen.add(row["item"])
        value = " ".join(part for part in (row["value"] or row["printed"], row["unit"]) if part)
        print(f"  {row['item']:34}p. {row['page']:<4}{row['year']:6}{shorten(value, 16):18}{shorten(row['quote'], 60)}")
    return path


def main():
    program, folder, output = sys.argv[1:4]
    files = sorted(glob.glob(os.path.join(folder, "*.pdf")))
    if not files:
        print(f"No PDF in {folder}: make record typesets them.")
        return 1
    os.makedirs(output, exist_ok=True)
    show_texts(program, files, output)
    evidence = show_evidence(program, files, output)
    rubric = os.path.join(output, "rubric.html")
    run(program, "rules", "docs", "--format", "html", "--output", rubric)
    first = os.path.splitext(os.path.basename(files[0]))[0]
    print(f"\nText beside page pictures, to check by eye: {output}/*.html, for example")
    print(f"  file://{os.path.abspath(os.path.join(output, first + '.html'))}")
    print(f"Evidence, a document a line: {evidence}")
    print(f"The rubric and its rules:\n  file://{os.path.abspath(rubric)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
