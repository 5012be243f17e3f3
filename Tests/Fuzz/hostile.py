#!/usr/bin/env python3
"""Reads every hostile file through the command line and says how each ended.

    hostile.py PROGRAM [FOLDER] [--seconds N]   FOLDER is ../shared/hostile; N bounds the whole run

Each file must end within 20 s with text or with a plain error that names the reason: no signal, no hang,
no crash message, no output that is not JSON. Exits with 1 where one does not.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import time

LIMIT = 20
CRASH_WORDS = (b"Fatal error", b"*** ", b"Segmentation", b"terminate called", b"Backtrace", b"swift runtime")


def outcome(program, path):
    """(what came out, seconds, why it is not acceptable or None)"""
    start = time.monotonic()
    try:
        run = subprocess.run([program, "text", "--format", "json", path], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=2 * LIMIT)
    except subprocess.TimeoutExpired:
        return "hang", time.monotonic() - start, "did not end"
    seconds = time.monotonic() - start
    what, fault = judge(run)
    if seconds > LIMIT:
        fault = f"took {seconds:.1f} s"
    return what, seconds, fault


def judge(run):
    if run.returncode not in (0, 1):
        return "crash", f"exit code {run.returncode}: {run.stderr[-200:]!r}"
    if any(word in run.stderr for word in CRASH_WORDS):
        return "crash", f"crash message: {run.stderr[-200:]!r}"
    try:
        document = json.loads(run.stdout)
    except ValueError:
        return "garbage", "output is not JSON"
    error, pages = document.get("error"), document["pages"]
    if (run.returncode == 0) != (error is None):
        return "contradiction", f"exit code {run.returncode} with error {error}"
    if error is None:
        return ("text" if any(page["blocks"] for page in pages) else "no text"), unexplained(pages)
    if not error.get("code") or not error.get("message"):
        return "error", "an error without code or message"
    return f"error: {error['code']}" + (" (some pages read)" if pages else ""), None


def unexplained(pages):
    """A page without text that claims to be fully readable, while nothing says why, would be a pretence."""
    if not pages:
        return "no pages and no error"
    return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("folder", nargs="?", default=os.path.join(os.path.dirname(__file__), "../../shared/hostile"))
    arguments.add_argument("--seconds", type=float, help="stop after this long; the files are then taken in random order")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    files = sorted(os.path.join(root, name) for root, _, names in os.walk(options.folder) for name in names
                   if name.lower().endswith(".pdf"))
    if not files:
        print("skipped: no shared data")
        return 0
    if options.seconds:
        random.Random(options.seed).shuffle(files)
    start, tally, times, faults = time.monotonic(), collections.Counter(), [], []
    for path in files:
        if options.seconds and time.monotonic() - start > options.seconds:
            break
        what, seconds, fault = outcome(options.program, path)
        tally[what] += 1
        times.append((seconds, path, what))
        if fault:
            faults.append((path, fault))
    report(options.folder, len(files), tally, times, faults)
    return 1 if faults else 0


def report(folder, total, tally, times, faults):
    print(f"{len(times)} of {total} files")
    for what, count in tally.most_common():
        print(f"{count:6}  {what}")
    print("slowest:")
    for seconds, path, what in sorted(times, reverse=True)[:8]:
        print(f"{seconds:6.2f} s  {os.path.relpath(path, folder)}  {what}")
    for path, fault in faults:
        print(f"NOT ACCEPTABLE  {os.path.relpath(path, folder)}: {fault}")


if __name__ == "__main__":
    sys.exit(main())
