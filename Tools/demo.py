#!/usr/bin/env python3
"""Reads every PDF of a folder with the program and shows what came out: the text, and the evidence found in it.

    demo.py PROGRAM FOLDER OUTPUT

For each document OUTPUT gets a page to check by eye (html), Markdown, and JSON; evidence.jsonl has the evidence of
all, rubric.html the items and rules that it was found by, NAME.score.txt the way from a company's score to its pages,
and company.html a company's report to be mailed.
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


# A company of each industry of the rubric, by its document in the Corpus, with what it does.
SCORED = [
    ("gigabyte-2022", "electronics", None),
    ("sai-2024", "manufacturing", None),
    ("tradevan-2020", "services", "suppliers,consumers"),
    ("anlan-2021", "finance", "consumers"),
]


# Their reports are of several years; for the ranking they all count as of one.
YEAR, UPLOADED, ROUND = 2024, "2025-08-20", "2025-1"


def rate(score):
    low, high = score["rate"]["low"], score["rate"]["high"]
    return low if low == high else f"{low}–{high}"


def first_trace(card):
    """The first positive item with a number, from its dimension down to the page."""
    for dimension in card["dimensions"]:
        for place in dimension["subDimensions"]:
            for item in place["items"]:
                for evidence in item["evidence"][:1]:
                    if item["outcome"] == "gained" and evidence["value"]:
                        path = " > ".join(part["name"]["zh-Hant"] for part in (dimension, place, item))
                        return (f"{path}  +{item['gained']['low']}\n      p. {evidence['page']}: "
                                f"[{evidence['value']} {evidence['unit']}] {shorten(evidence['quote'], 80)}")
    return ""


def show_scores(program, folder, output):
    print("\nScores (非官方 unofficial; the reports are short chapters, so that most items are not found)")
    print(f"{'company':16}{'industry':15}{'total %':>8}  social / economic / environmental / disclosure")
    for name, industry, activities in SCORED:
        path = os.path.join(folder, name + ".pdf")
        if not os.path.exists(path):
            continue
        command = [program, "score", path, "--industry", industry, "--quiet"]
        command += ["--activities", activities] if activities else []
        card = json.loads(run(*command, "--format", "json", stdout=subprocess.PIPE).stdout)
        rates = " / ".join(rate(dimension["score"]) for dimension in card["dimensions"])
        print(f"{name:16}{industry:15}{rate(card['score']):>8}  {rates}\n      {first_trace(card)}")
        with open(os.path.join(output, name + ".score.txt"), "wb") as out:
            run(*command, "--why", "--lang", "zh-Hant", stdout=out)
    print(f"The whole way from each total to its pages: {output}/*.score.txt")


def show_archive(program, folder, output):
    archive = os.path.join(output, "archive.sqlite")
    print("\nThe same reports taken into an archive, and once more:")
    manifest = os.path.join(output, "manifest.csv")
    with open(manifest, "w", encoding="utf-8") as file:
        file.write("file,industry,year,kind,uploaded\n")
        file.writelines(f"{name}.pdf,{industry},{YEAR},sustainability,{UPLOADED}\n" for name, industry, _ in SCORED)
    for _ in range(2):
        run(program, "ingest", "--quiet", "--archive", archive, "--manifest", manifest, folder)
    print("\nFour of them ranked, as if all were about one year:")
    run(program, "rank", "--archive", archive, "--round", ROUND)
    print(f"\nWhy, down to the page: {program} score 技嘉 --archive {archive} --why")
    print(f"Look into it: {program} reports --archive {archive}; {program} evidence gigabyte --archive {archive}")
    print("\nWhat a reviewer would look at first:")
    run(program, "review", "queue", "--archive", archive, "--limit", "3")
    mailed = os.path.join(output, "company.html")
    run(program, "export", "--format", "html", "--company", "技嘉", "--archive", archive, "--output", mailed)
    print(f"\nOne company's report, with pictures of its evidence, in one file:\n  file://{os.path.abspath(mailed)}")
    return archive


def main():
    program, folder, output = sys.argv[1:4]
    files = sorted(glob.glob(os.path.join(folder, "*.pdf")))
    if not files:
        print(f"No PDF in {folder}: make record typesets them.")
        return 1
    os.makedirs(output, exist_ok=True)
    show_texts(program, files, output)
    evidence = show_evidence(program, files, output)
    show_scores(program, folder, output)
    # The archive of an earlier demo knows them all already.
    archive = show_archive(program, folder, output)
    rubric = os.path.join(output, "rubric.html")
    run(program, "rules", "docs", "--format", "html", "--output", rubric)
    first = os.path.splitext(os.path.basename(files[0]))[0]
    print(f"\nText beside page pictures, to check by eye: {output}/*.html, for example")
    print(f"  file://{os.path.abspath(os.path.join(output, first + '.html'))}")
    print(f"Evidence, a document a line: {evidence}")
    print(f"The rubric and its rules:\n  file://{os.path.abspath(rubric)}")
    print(f"The review page, in a browser (--port and --lang choose):\n  {program} serve --archive {archive}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
