#!/usr/bin/env python3
"""Measures the search for patterns against ripgrep and Python's re, on the same text and the same patterns.

    patterns.py PROGRAM REPORTS_DIR [--runs 5] [--counts 100,300,1000]

The text is about 1 MB of what PROGRAM reads out of the reports. Times are user CPU of a process of its own, median of
the runs; set-up is what a run costs on an empty text. ripgrep joins all patterns into one expression (`-f`) and finds
what does not overlap; the others find each pattern's own matches, so hits differ. All fold case.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEED = 20240531
TEXT_BYTES = 1_000_000
# No further runs of one measurement once this much user CPU went into it.
MOST_SECONDS = 60
# A run that takes longer than this is stopped.
TIMEOUT = 300

PYTHON = """
import re, sys
patterns = open(sys.argv[1], encoding="utf-8").read().splitlines()
text = open(sys.argv[2], encoding="utf-8").read()
compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
print(sum(1 for one in compiled for match in one.finditer(text)))
"""


# Text and patterns


def report_text(program, folder):
    """Path of the text, made once for each program and set of reports."""
    files = sorted(glob.glob(os.path.join(folder, "*.pdf")))
    if not files:
        return None
    key = hashlib.sha256()
    for path in [program] + files:
        state = os.stat(path)
        key.update(f"{os.path.abspath(path)} {state.st_size} {state.st_mtime_ns}\n".encode())
    cache = os.path.join(tempfile.gettempdir(), f"kaozheng-patterns-{os.getuid()}")
    os.makedirs(cache, mode=0o700, exist_ok=True)
    path = os.path.join(cache, key.hexdigest()[:16] + ".txt")
    if not os.path.exists(path):
        with open(path + ".part", "w", encoding="utf-8") as out:
            out.write(first_megabyte(program, files))
        os.replace(path + ".part", path)
    return path


def first_megabyte(program, files):
    """Whole lines of the reports, one after the other."""
    lines, size = [], 0
    for path in files:
        text = subprocess.run([program, "text", "--format", "txt", "--quiet", path], stdout=subprocess.PIPE, check=True).stdout
        for line in text.decode("utf-8").splitlines(keepends=True):
            if size >= TEXT_BYTES:
                return "".join(lines)
            lines.append(line)
            size += len(line.encode("utf-8"))
    return "".join(lines)


def words_of(text):
    """Words as rules would name them: what comes back, neither everywhere nor once."""
    counts = collections.Counter()
    for run in re.findall("[\u4e00-\u9fff]+", text):
        for length in (2, 3, 4, 5):
            counts.update(run[i:i + length] for i in range(len(run) - length + 1))
    counts.update(re.findall("[A-Z][A-Za-z]{2,9}", text))
    return sorted(word for word, count in counts.items() if 5 <= count <= 300)


def make_patterns(words, count):
    """The same for the same words; the first patterns of a longer list are those of a shorter."""
    chance = random.Random(SEED)

    def word():
        return chance.choice(words)

    def either(least=2, most=4):
        return "(?:" + "|".join(word() for _ in range(chance.randint(least, most))) + ")"

    figure = r"[0-9][0-9,.]*\s*(?:%|家|次|人|公噸)"
    shapes = [
        word,
        lambda: f"{word()}.{{0,15}}{word()}",
        lambda: f"{either()}.{{0,20}}{figure}",
        lambda: f"{figure}.{{0,10}}{either()}",
        either,
        lambda: f"{word()}.{{0,10}}{either()}",
        lambda: rf"20[0-9]{{2}}\s*年.{{0,20}}{word()}",
        lambda: rf"{word()}[^。]{{0,30}}{either(2, 6)}",
        lambda: rf"第[一二三四]\S{{0,8}}{word()}",
    ]
    return [chance.choice(shapes)() for _ in range(count)]


PACK = """id: patterns
names: Patterns
levels: {disclosure: {names: Disclosure, tense: any}}
dimensions: [{id: all, names: All, sub-dimensions: {all: {names: All}}}]
"""


def write_rules(folder, patterns):
    """The patterns as rules for PROGRAM, one each; a JSON string is a YAML string too."""
    os.makedirs(os.path.join(folder, "patterns", "all"), exist_ok=True)
    shutil.copytree(os.path.join(ROOT, "Rules", "vocabulary"), os.path.join(folder, "vocabulary"))
    ids = [f"p{number:04}" for number in range(1, len(patterns) + 1)]
    with open(os.path.join(folder, "patterns", "pack.yaml"), "w", encoding="utf-8") as out:
        out.write(PACK)
    with open(os.path.join(folder, "patterns", "items.yaml"), "w", encoding="utf-8") as out:
        out.write("items:\n")
        out.writelines(f"  - {{id: {id}, names: {id}, sub-dimension: all, level: disclosure}}\n" for id in ids)
    with open(os.path.join(folder, "patterns", "all", "rules.yaml"), "w", encoding="utf-8") as out:
        out.write("rules:\n")
        for id, pattern in zip(ids, patterns):
            find = json.dumps(f"/{pattern}/", ensure_ascii=False)
            out.write(f"  - {{id: {id}, find: [{find}]}}\n")


# Measuring


class Failed(Exception):
    pass


def run(command):
    """(user seconds, what it printed) of a process; with ripgrep, 1 only says that nothing was found."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(["timeout", str(TIMEOUT)] + command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode not in (0, 1) or (process.returncode == 1 and command[0] != "rg"):
            message = err.read().decode("utf-8", "replace").strip()
            raise Failed("too slow" if process.returncode == 124 else message.splitlines()[-1] if message else "failed")
        return usage.ru_utime, out.read().decode("utf-8", "replace")


def median(command, runs):
    """(median of the user seconds, what the last run printed)"""
    times = []
    while len(times) < runs and sum(times) < MOST_SECONDS:
        seconds, printed = run(command)
        times.append(seconds)
    return statistics.median(times), printed


def with_empty(command, text, empty, runs):
    """(set-up, match, what the run on the text printed)"""
    setup, _ = median(command + [empty], runs)
    whole, printed = median(command + [text], runs)
    return setup, max(0.0, whole - setup), printed


def program_times(program, folder, text, runs):
    """What the program measures itself: (set-up, match, patterns, hits)"""
    command = [program, "rules", "bench", "--rules", folder, text]
    try:
        results = [json.loads(run(command)[1]) for _ in range(runs)]
        setup, match = (statistics.median(float(result[key]) for result in results) for key in ("setup", "match"))
        return setup, match, int(results[-1]["patterns"]), int(results[-1]["hits"])
    except (Failed, ValueError, KeyError, TypeError):
        raise Failed("no figures") from None


def ripgrep_times(patterns, text, empty, runs, count):
    if shutil.which("rg") is None:
        raise Failed("rg missing")
    command = ["rg", "--no-config", "--count-matches", "--ignore-case", "--regex-size-limit", "2G",
               "--dfa-size-limit", "2G", "-f", patterns]
    setup, match, printed = with_empty(command, text, empty, runs)
    return setup, match, count, int(printed or 0)


def python_times(patterns, text, empty, runs, count):
    setup, match, printed = with_empty([sys.executable, "-c", PYTHON, patterns], text, empty, runs)
    return setup, match, count, int(printed)


def print_row(count, name, measure):
    try:
        setup, match, ran, hits = measure()
        print(f"{count:8} {name:10}{setup:10.3f} s{match:10.3f} s{ran:10}{hits:10}", flush=True)
    except Failed as failure:
        print(f"{count:8} {name:10}  {failure}", flush=True)


def compare(program, text, counts, runs):
    with open(text, encoding="utf-8") as source:
        words = words_of(source.read())
    print(f"{os.path.getsize(text)} bytes of text, {len(words)} words, seed {SEED}, {runs} runs")
    print(f"{'patterns':>8} {'':10}{'set-up':>12}{'match':>12}{'ran':>10}{'hits':>10}")
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty.txt")
        open(empty, "w").close()
        for count in counts:
            patterns = make_patterns(words, count)
            listed = os.path.join(folder, f"{count}.txt")
            with open(listed, "w", encoding="utf-8") as out:
                out.writelines(pattern + "\n" for pattern in patterns)
            rules = os.path.join(folder, f"rules-{count}")
            write_rules(rules, patterns)
            print_row(count, "kaozheng", lambda: program_times(program, rules, text, runs))
            print_row(count, "ripgrep", lambda: ripgrep_times(listed, text, empty, runs, count))
            print_row(count, "Python re", lambda: python_times(listed, text, empty, runs, count))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--counts", default="100,300,1000")
    options = arguments.parse_args()
    text = report_text(options.program, options.folder)
    if text is None:
        print("skipped: no shared data")
        return 0
    compare(options.program, text, [int(count) for count in options.counts.split(",")], options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
