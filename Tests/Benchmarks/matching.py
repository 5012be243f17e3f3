#!/usr/bin/env python3
"""Measures what the rules of the project cost beside reading: on the longest report of a folder.

    matching.py PROGRAM FOLDER [--runs 5]

Both are user CPU: reading is `text --format json` as a whole, matching what `rules bench` says of itself.
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys

from bench import median, pages, text

GOAL = 0.15


def matching(program, path, runs):
    command = [program, "rules", "bench", path]
    printed = [json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(runs)]
    return {key: statistics.median(float(result[key]) for result in printed) for key in printed[0]}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    files = glob.glob(os.path.join(options.folder, "*.pdf"))
    if not files:
        print("skipped: no shared data")
        return 0
    longest = max(files, key=pages)
    reading = median(text(options.program, longest), options.runs)[0]
    result = matching(options.program, longest, options.runs)
    share = result["match"] / reading
    print(f"{result['rules']:.0f} rules, {result['patterns']:.0f} patterns over {pages(longest)} pages: "
          f"ready in {result['setup']:.3f} s, matched in {result['match']:.3f} s, {share:.2f} of reading "
          f"({reading:.3f} s; goal {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
