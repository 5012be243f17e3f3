#!/usr/bin/env python3
"""Kills ingests at random moments; the archive must come out as if nobody had.

    soak.py PROGRAM CORPUS RULES [--kills 200] [--seed N]

Takes the Corpus, and texts made of it, into an archive without disturbance; then again and again into new archives,
each ingest killed (-9) at a random moment and begun anew until one comes to its end. Every archive that was finished
must hold together and export the same bytes as the undisturbed one. Prints its seed.
"""
import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PAST = time.time() - 3600


def make_reports(folder, corpus, program):
    """The PDFs under their names, and each one's text split at its form feeds: many short documents."""
    os.makedirs(folder)
    for name in sorted(os.listdir(corpus)):
        if not name.endswith(".pdf"):
            continue
        shutil.copy(os.path.join(corpus, name), folder)
        text = subprocess.run([program, "text", "--format", "txt", "--quiet", os.path.join(corpus, name)],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        for number, page in enumerate(text.split(b"\f")):
            if page.strip():
                with open(os.path.join(folder, f"{name[:-4]}-{number}.txt"), "wb") as out:
                    out.write(page)
    for name in os.listdir(folder):
        os.utime(os.path.join(folder, name), (PAST, PAST))


class Soak:
    def __init__(self, program, rules, reports, work):
        self.program, self.rules, self.reports, self.work = program, rules, reports, work

    def command(self, archive):
        return [self.program, "ingest", "--archive", archive, "--rules", self.rules, "--quiet", "--jobs", "2",
                self.reports]

    def whole(self, archive):
        start = time.monotonic()
        subprocess.run(self.command(archive), stdout=subprocess.DEVNULL, check=False)
        return time.monotonic() - start

    def export(self, archive):
        return b"".join(
            subprocess.run([self.program, what, "--archive", archive, "--format", "jsonl"], stdout=subprocess.PIPE,
                           check=True).stdout for what in ("reports", "evidence"))

    def killed(self, archive, delay):
        """Whether the ingest was cut off."""
        process = subprocess.Popen(self.command(archive), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(delay)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


def sound(archive):
    connection = sqlite3.connect(archive)
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"{row[0]} leads nowhere" for row in connection.execute("PRAGMA foreign_key_check")]
    doubled = connection.execute("SELECT count(*) FROM (SELECT document FROM texts GROUP BY document HAVING "
                                 "count(*) > 1)").fetchone()[0]
    if doubled:
        faults.append(f"{doubled} documents were stored twice")
    connection.close()
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program"), parser.add_argument("corpus"), parser.add_argument("rules")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    dice = random.Random(seed)
    program = os.path.abspath(arguments.program)
    with tempfile.TemporaryDirectory() as work:
        reports = os.path.join(work, "reports")
        make_reports(reports, arguments.corpus, program)
        soak = Soak(program, os.path.abspath(arguments.rules), reports, work)
        took = soak.whole(os.path.join(work, "whole.sqlite"))
        wanted = soak.export(os.path.join(work, "whole.sqlite"))
        print(f"undisturbed: {took:.1f} s, {len(wanted):,} bytes", flush=True)
        kills = archives = 0
        while kills < arguments.kills:
            archive = os.path.join(work, f"{archives}.sqlite")
            while soak.killed(archive, dice.uniform(0, took * 0.9)):
                kills += 1
                if kills % 20 == 0:
                    print(f"{kills} kills", flush=True)
                if os.path.exists(archive) and (faults := sound(archive)):
                    sys.exit(f"after {kills} kills: {faults}")
            archives += 1
            if soak.export(archive) != wanted:
                shutil.copy(archive, tempfile.gettempdir())
                sys.exit(f"after {kills} kills archive {archives} differs; it is kept in {tempfile.gettempdir()}")
            for name in os.listdir(work):
                if name.startswith(os.path.basename(archive)):
                    path = os.path.join(work, name)
                    shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    print(f"{kills} kills, {archives} archives finished, each the same as the undisturbed one")


if __name__ == "__main__":
    main()
