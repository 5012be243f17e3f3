#!/usr/bin/env python3
"""Reads every PDF of a folder with the program and prints what came out.

    demo.py PROGRAM FOLDER OUTPUT

For each document OUTPUT gets a page to check by eye (html), Markdown, and JSON.
"""
import glob
import json
import os
import subprocess
import sys


def read(program, path, form, output):
    command = [program, "text", "--format", form, "--output", os.path.join(output, ""), "--quiet", path]
    # One document of the Corpus is encrypted; Corpus/README.md gives its password.
    environment = dict(os.environ, KAOZHENG_PASSWORD="kaozheng")
    return subprocess.run(command, stdin=subprocess.DEVNULL, env=environment).returncode


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


def main():
    program, folder, output = sys.argv[1:4]
    files = sorted(glob.glob(os.path.join(folder, "*.pdf")))
    if not files:
        print(f"No PDF in {folder}: make record typesets them.")
        return 1
    os.makedirs(output, exist_ok=True)
    print(f"{'document':32}{'pages':>6}{'blocks':>8}{'headings':>9}{'tables':>7}   readable: full/partial/none")
    for path in files:
        name = os.path.splitext(os.path.basename(path))[0]
        for form in ("json", "md", "html"):
            read(program, path, form, output)
        s = summary(os.path.join(output, name + ".json"))
        print(f"{name:32}{s['pages']:6}{s['blocks']:8}{s['headings']:9}{s['tables']:7}   "
              f"{s['full']}/{s['partial']}/{s['none']}  {s['error']}")
    first = os.path.splitext(os.path.basename(files[0]))[0]
    print(f"\nText beside page pictures, to check by eye: {output}/*.html, for example")
    print(f"  file://{os.path.abspath(os.path.join(output, first + '.html'))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
