#!/usr/bin/env python3
"""Write Sources/PageLayout/CommonIdeographs.swift out of the character sets that ordinary text is typed in.

    Tools/generate-ideographs.py > Sources/PageLayout/CommonIdeographs.swift

Common is what stands on the first plane of a national set: Big5 (5,401 characters, by the ministry's list of common
ones), GB 2312 (3,755, for names and quotations in simplified characters) and JIS X 0208 (2,965, for Japanese ones).
Every frequent character of running text is among them; of the ideographs of Unicode's first block, about a third.
"""

FIRST, LAST = 0x4E00, 0x9FFF


def level(codec, leads, trails, last=None):
    for lead in leads:
        for trail in trails:
            if last and (lead, trail) > last:
                return
            try:
                yield bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                pass


def common():
    big5 = level("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)], (0xC6, 0x7E))
    gb = level("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    jis = level("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF), (0xCF, 0xD3))
    return {ord(c) for c in [*big5, *gb, *jis] if FIRST <= ord(c) <= LAST}


def main():
    chosen = common()
    words = [
        sum(1 << bit for bit in range(64) if base + bit in chosen) for base in range(FIRST, LAST + 1, 64)
    ]
    print("// Written by Tools/generate-ideographs.py; not to be edited.")
    print()
    print("/// The ideographs of ordinary text, a bit each: the first planes of Big5, GB 2312 and JIS X 0208.")
    print("enum CommonIdeographs {")
    print(f"  /// {len(chosen):,} of the {LAST - FIRST + 1:,} places from U+{FIRST:04X}.")
    print("  static let bits: [UInt64] = [")
    for at in range(0, len(words), 5):
        print("    " + ", ".join(f"0x{w:016X}" for w in words[at : at + 5]) + ",")
    print("  ]")
    print("}")


main()
