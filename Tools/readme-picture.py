#!/usr/bin/env python3
"""Cuts one page out of a check page and makes it an SVG of its own, for README.md.

    readme-picture.py PROGRAM FOLDER TARGET

Taken is the Corpus page with the most kinds of blocks on it; ties go to the first.
"""
import glob
import json
import os
import re
import subprocess
import sys


def output(program, path, *options):
    return subprocess.run([program, "text", *options, path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout.decode()


def richest_page(program, files):
    best = (0, None, None)
    for path in files:
        for page in json.loads(output(program, path, "--format", "json"))["pages"]:
            kinds = len({block["role"] for block in page["blocks"]})
            if kinds > best[0]:
                best = (kinds, path, page["number"])
    return best[1:]


def main():
    program, folder, target = sys.argv[1:4]
    path, page = richest_page(program, sorted(glob.glob(os.path.join(folder, "*.pdf"))))
    if path is None:
        print(f"No PDF in {folder}: make record typesets them.")
        return 1
    html = output(program, path, "--format", "html", "--pages", str(page))
    style = re.search(r"<style>(.*?)</style>", html, re.S).group(1)
    drawing = re.search(r"<svg (.*?)</svg>", html, re.S).group(0)
    drawing = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    drawing = re.sub(r"</?a\b[^>]*>", "", drawing)
    rules = "\n".join(line for line in style.splitlines() if re.search(r"\bg\b|rect|--c", line))
    with open(target, "w", encoding="utf-8") as file:
        file.write(drawing.replace(">", f"><style>{rules}</style>", 1) + "\n")
    print(f"{target}: page {page} of {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
