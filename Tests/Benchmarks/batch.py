#!/usr/bin/env python3
"""How long a whole batch takes: reports made of the Corpus' pages, taken into a new archive, against pdftotext.

    batch.py PROGRAM CORPUS [--reports 2000] [--pages 150000] [--folder FOLDER] [--seed N] [--also FOLDER]

Builds the batch once in FOLDER (kept for the next time), then measures in one run on the same files: pdftotext with
as many processes as there are processors; the first ingest; the second, which has nothing to do; and one after each of
several rules was edited (the first of every third sub-dimension, and of the supply chain, which finds something on
most pages), which asks the stored texts and looks at no file. What is added stands in no report; one last edit adds
words that stand in all. Prints wall times and their ratios, memory and the
archive's size.
"""
import argparse
import glob
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def corpus_files(corpus):
    files = {}
    for path in sorted(glob.glob(os.path.join(corpus, "*.pdf"))):
        info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        pages = [line.split()[1] for line in info.stdout.splitlines() if line.startswith("Pages:")]
        if info.returncode == 0 and "Encrypted:       no" in info.stdout:
            files[path] = int(pages[0])
    return files


def build(folder, corpus, reports, pages, seed):
    """Each report is a random sequence of Corpus documents until it has its share of the pages."""
    os.makedirs(folder, exist_ok=True)
    files = corpus_files(corpus)
    dice = random.Random(seed)
    total = 0
    for number in range(reports):
        parts, count = [], 0
        while count < (pages - total) / (reports - number):
            part = dice.choice(list(files))
            parts.append(part)
            count += files[part]
        total += count
        target = os.path.join(folder, f"batch-{number:05}.pdf")
        if not os.path.exists(target):
            subprocess.run(["pdfunite", *parts, target + ".part"], check=True, stderr=subprocess.DEVNULL)
            os.rename(target + ".part", target)
    return total


def timed(command, **options):
    """Wall seconds, and the largest memory of the process itself in MiB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if os.WEXITSTATUS(status) not in (0, 1) or os.WIFSIGNALED(status):
        sys.exit(f"{command[0]} ended with {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def rules_to_edit(rules):
    """Of every third sub-dimension, and of the supply chain, the first file with a rule that says how to find something."""
    folders = sorted(glob.glob(os.path.join(rules, "tip", "*", "")))
    chosen = [os.path.join(rules, "tip", "supply-chain", "")] + folders[::3]
    files = [sorted(f for f in glob.glob(folder + "*.yaml") if "    find:\n" in open(f, encoding="utf-8").read())
             for folder in dict.fromkeys(chosen)]
    return [found[0] for found in files if found]


def edit(file, words="供應商稽核報告書全文如附件"):
    """Adds a way to say it to the file's first rule."""
    text = open(file, encoding="utf-8").read()
    with open(file, "w", encoding="utf-8") as out:
        out.write(text.replace("    find:\n", f"    find:\n      - {words}\n", 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program"), parser.add_argument("corpus")
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=150_000)
    parser.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "kaozheng-batch"))
    parser.add_argument("--also", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.program)
    rules = os.path.join(os.path.dirname(os.path.abspath(arguments.corpus)), "Rules")

    folder = os.path.join(arguments.folder, f"{arguments.reports}-{arguments.pages}-{arguments.seed}")
    print(f"seed {arguments.seed}; building {arguments.reports} reports in {folder}", flush=True)
    pages = build(folder, arguments.corpus, arguments.reports, arguments.pages, arguments.seed)
    # Nothing of it may still be on its way to the disk.
    os.sync()
    inputs = [folder, *arguments.also]
    processors = os.cpu_count() or 1
    files = [path for one in inputs for path in sorted(glob.glob(os.path.join(one, "*.pdf")))]

    with tempfile.TemporaryDirectory(dir=arguments.folder) as work:
        listing = os.path.join(work, "files")
        with open(listing, "w") as out:
            out.write("\0".join(files))
        own_rules = os.path.join(work, "Rules")
        shutil.copytree(rules, own_rules)
        archive = os.path.join(work, "archive.sqlite")
        ingest = [program, "ingest", "--archive", archive, "--rules", own_rules, "--quiet", *inputs]
        with open(listing) as names:
            plain, _ = timed(["xargs", "-0", f"-P{processors}", "-n1", "sh", "-c", 'pdftotext "$0" /dev/null'],
                             stdin=names, stderr=subprocess.DEVNULL)
        rows = [("pdftotext", plain, 0.0)]
        rows.append(("first ingest", *timed(ingest)))
        size = os.path.getsize(archive)
        rows.append(("second ingest", *timed(ingest)))
        asked_again = []
        for file in rules_to_edit(own_rules):
            edit(file)
            name = os.path.relpath(file, os.path.join(own_rules, "tip"))
            asked_again.append((f"edited: {name}", *timed(ingest[:-len(inputs)])))
        rows += asked_again
        edit(rules_to_edit(own_rules)[0], "供應商")
        rows.append(("edited: common words, supply chain", *timed(ingest[:-len(inputs)])))
        middle = sorted(row[1] for row in asked_again)[len(asked_again) // 2]
        rows.append((f"the middle one of {len(asked_again)} edits", middle, 0.0))

    first = rows[1][1]
    print(f"{len(files)} files, {pages} pages made of the Corpus, {processors} processors")
    print(f"{'':44}{'seconds':>9}{'of pdftotext':>14}{'of first':>10}{'MiB':>7}")
    for name, seconds, memory in rows:
        print(f"{name:44}{seconds:9.1f}{seconds / plain:14.2f}{100 * seconds / first:9.1f}%{memory:7.0f}")
    print(f"archive {size / 1e6:.0f} MB, {size / pages:.0f} bytes a page; {pages / first:.0f} pages a second")


if __name__ == "__main__":
    main()
