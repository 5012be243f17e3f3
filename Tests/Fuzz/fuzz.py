#!/usr/bin/env python3
"""Reads damaged copies of the Corpus: every outcome must be text or a plain error.

    fuzz.py PROGRAM FOLDER [--seconds 60] [--seed N]

The seed is printed, and with it each file that fails can be made again: it is kept as fuzz-N-M.pdf.
"""
import argparse
import collections
import glob
import os
import random
import sys
import tempfile
import time

from hostile import outcome


def flip(data, chance):
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data, chance):
    del data[chance.randrange(len(data)):]


def drop(data, chance):
    start = chance.randrange(len(data))
    del data[start:start + chance.randint(1, 4096)]


def repeat(data, chance):
    start = chance.randrange(len(data))
    data[start:start] = data[start:start + chance.randint(1, 4096)]


def renumber(data, chance):
    """Another digit where a digit stands: lengths, object numbers, coordinates."""
    digits = [i for i, byte in enumerate(data) if 48 <= byte <= 57]
    for _ in range(chance.randint(1, 60)):
        if digits:
            data[chance.choice(digits)] = 48 + chance.randrange(10)


def splice(data, chance):
    """A piece of the file over another."""
    length = chance.randint(1, 2048)
    source, target = chance.randrange(len(data)), chance.randrange(len(data))
    data[target:target + length] = data[source:source + length]


KINDS = [flip, flip, renumber, renumber, splice, drop, repeat, cut]


def damaged(original, chance):
    data = bytearray(original)
    for _ in range(chance.randint(1, 3)):
        if data:
            chance.choice(KINDS)(data, chance)
    return bytes(data)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--seed", type=int, default=None)
    options = arguments.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    originals = [open(path, "rb").read() for path in sorted(glob.glob(os.path.join(options.folder, "**/*.pdf"), recursive=True))]
    if not originals:
        print(f"skipped: no PDF in {options.folder}")
        return 0
    print(f"seed {seed}, {len(originals)} files, {options.seconds:.0f} s")
    chance, start, tally, faults, count = random.Random(seed), time.monotonic(), collections.Counter(), [], 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "damaged.pdf")
        while time.monotonic() - start < options.seconds:
            data = damaged(chance.choice(originals), chance)
            with open(path, "wb") as file:
                file.write(data)
            what, seconds, fault = outcome(options.program, path)
            tally[what] += 1
            if fault:
                kept = f"fuzz-{seed}-{count}.pdf"
                with open(kept, "wb") as file:
                    file.write(data)
                faults.append(f"{kept}: {fault}")
            count += 1
    for what, number in tally.most_common():
        print(f"{number:6}  {what}")
    for fault in faults:
        print(f"NOT ACCEPTABLE  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
