#!/usr/bin/env python3
"""Measures `kaozheng text --format json` against pdftotext on the same files in the same run.

    bench.py PROGRAM FOLDER [--runs 5]

Compared is user CPU, children's included, each file in a process of its own for both programs, median of the runs.
Memory is the largest process's. Growth is measured on the longest file, once, twice and four times over.
"""
import argparse
import glob
import os
import statistics
import subprocess
import sys
import tempfile

GOAL_RATIO = 1.9
GOAL_MEMORY = 250


def run(command):
    """(user seconds, system seconds, largest process in MiB) of a command and its children"""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def median(command, runs):
    results = [run(command) for _ in range(runs)]
    return tuple(statistics.median(column) for column in list(zip(*results))[:2]) + (max(r[2] for r in results),)


def pages(path):
    info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode("utf-8", "replace")
    return next((int(line.split()[1]) for line in info.splitlines() if line.startswith("Pages:")), 0)


def text(program, path):
    return [program, "text", "--format", "json", "--quiet", path]


def compare(program, files, runs):
    rows = []
    for path in files:
        # One after the other for each file, so that both meet the same machine.
        ours = median(text(program, path), runs)
        theirs = median(["pdftotext", "-enc", "UTF-8", path, "/dev/null"], runs)
        rows.append((path, pages(path), ours, theirs))
    return rows


def show(rows):
    print(f"{'pages':>6}{'kaozheng':>11}{'pdftotext':>11}{'ratio':>8}{'system':>8}{'memory':>9}")
    for path, count, ours, theirs in sorted(rows, key=lambda row: row[1]):
        print_row(count, ours, theirs, os.path.basename(path))
    total = [tuple(sum(row[side][k] for row in rows) for k in range(2)) + (max(row[side][2] for row in rows),)
             for side in (2, 3)]
    print_row(sum(row[1] for row in rows), total[0], total[1], "ALL")
    return total[0][0] / total[1][0], total[0][2]


def print_row(count, ours, theirs, name):
    print(f"{count:6}{ours[0]:9.2f} s{theirs[0]:9.2f} s{ours[0] / max(theirs[0], 1e-9):8.2f}{ours[1]:6.2f} s{ours[2]:5.0f} MiB  {name}")


def growth(program, path, runs):
    """User CPU for each page of the file, taken once, twice and four times."""
    print("growth with pages:")
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 2, 4):
            joined = os.path.join(folder, f"{times}.pdf")
            if subprocess.run(["pdfunite"] + [path] * times + [joined], stderr=subprocess.DEVNULL).returncode != 0:
                print("  pdfunite cannot join the file")
                return
            count = pages(joined)
            user, _, memory = median(text(program, joined), runs)
            print(f"{count:6} pages{user:9.2f} s{1000 * user / max(count, 1):8.2f} ms a page{memory:6.0f} MiB")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    files = sorted(glob.glob(os.path.join(options.folder, "*.pdf")))
    if not files:
        print("skipped: no shared data")
        return 0
    rows = compare(options.program, files, options.runs)
    ratio, memory = show(rows)
    longest = max(rows, key=lambda row: row[1])
    longest_ratio = longest[2][0] / max(longest[3][0], 1e-9)
    print(f"user CPU against pdftotext: all {ratio:.2f}, longest ({longest[1]} pages) {longest_ratio:.2f}"
          f" (goal: at most {GOAL_RATIO}); largest process {memory:.0f} MiB (goal: at most {GOAL_MEMORY})")
    growth(options.program, longest[0], max(1, options.runs // 2))
    return 0 if max(ratio, longest_ratio) <= GOAL_RATIO and memory <= GOAL_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
