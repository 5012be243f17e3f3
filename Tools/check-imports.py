#!/usr/bin/env python3
"""Compares what each room imports with what the manifest lets it import.

    check-imports.py SWIFT

SwiftPM's own check lets transitive and C modules through; this one reads the source files. It also holds the rooms
to the rules of the house that no manifest can state.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Stages take a value and return a value: they never import each other.
STAGES = {"PageReading", "PageLayout", "TextStructure", "RuleMatching", "Scoring", "Review"}

# Which rooms may talk to the system, and may use Foundation (slow to start, slow in hot paths).
SYSTEM = {
    "Glibc": {"PageReading", "Pipeline", "RuleBook", "Sheets", "WebServer", "kaozheng"},
    "Synchronization": {"Pipeline", "ReviewServer", "WebServer"},
    "Foundation": set(),
}

# Modules that any test may import.
FOR_TESTS = {"Testing", "Foundation", "Glibc", "Synchronization"}

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def declared(swift):
    """What each target depends on by the manifest, and what kind of target it is."""
    dump = subprocess.run([swift, "package", "dump-package"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    targets = {}
    for target in json.loads(dump)["targets"]:
        names = {next(iter(d.values()))[0] for d in target["dependencies"]}
        targets[target["name"]] = (target["type"], names)
    return targets


def faults_of(name, kind, allowed, path):
    text = path.read_text(encoding="utf-8")
    for match in IMPORT.finditer(text):
        module = match.group(1)
        line = text.count("\n", 0, match.start()) + 1
        place = f"{path.relative_to(ROOT)}:{line}"
        if module in allowed or (kind == "test" and module in FOR_TESTS):
            continue
        if module in SYSTEM:
            if name not in SYSTEM[module]:
                yield f"{place}: {name} may not import {module}"
        else:
            yield f"{place}: {name} imports {module}, which the manifest does not let it"


def header_faults(name, folder):
    """What a C room shows must not drag its library into Swift."""
    for path in sorted(folder.glob("include/*.h")):
        for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
            if not re.fullmatch(r"std\w+\.h", match.group(1)):
                yield f"{path.relative_to(ROOT)}: {name} shows <{match.group(1)}> to Swift"


def main():
    targets = declared(sys.argv[1])
    faults = []
    for name, (kind, allowed) in sorted(targets.items()):
        if name in STAGES and allowed & STAGES:
            faults.append(f"Package.swift: {name} may not depend on {', '.join(sorted(allowed & STAGES))}")
        folder = ROOT / ("Tests" if kind == "test" else "Sources") / name
        for path in sorted(folder.rglob("*.swift")):
            faults += faults_of(name, kind, allowed, path)
        faults += header_faults(name, folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
