#!/usr/bin/env python3
"""Write Sources/TextStructure/FoldingTables.swift out of Unicode's own data (Debian: unicode-data).

    Tools/generate-folding.py [UNICODE_DIR] > Sources/TextStructure/FoldingTables.swift

Three tables, each sorted by its key:
  folds         one scalar stands for one other: radicals, compatibility ideographs, presentation forms,
                canonical singletons, mathematical letters, and a short list of glyph variants
  expansions    one scalar stands for several: Latin ligatures
  compositions  a base and a combining mark that have a composed form
"""
import re, sys

DIR = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"

# Forms that fonts map to a second code point of the same character, outside Big5, beside the one that is typed.
# Only where both look all but the same; names keep variants that differ to the eye (滙, 綉, 峯).
VARIANTS = """
爲為 眞真 値值 衞衛 圗圖 敍敘 淸清 逹達 吿告 愼慎 尙尚 靑青 敎教 旣既 卽即 槪概 内內 産產 説說 鋭銳 税稅 脱脫 悦悅 閲閱 緑綠 録錄 黄黃 横橫 温溫 戸戶
户戶 歩步 徳德 増增 彦彥 顔顏 册冊 麽麼 别別 兑兌 吕呂 吴吳 娱娛 絶絕 歳歲 毎每 毁毀 强強 涙淚 虚虛 晩晚 喩喻 兪俞 匀勻 啓啟 呑吞 没沒 俱倶 郞郎 頽頹
槇槙 填塡 鎭鎮 巓巔 靭韌 緖緒 黒黑 靜静 凈淨 爭争 黙默 衆眾 媪媼 揺搖 摇搖 遥遙 瑶瑤 謡謠 滚滾 藴蘊 醖醞 韫韞 緼縕 榲榅 栅柵 删刪 姗姍
"""


def big5(c):
    try:
        return bool(c.encode("big5"))
    except UnicodeEncodeError:
        return False


def variants():
    pairs = {}
    for pair in VARIANTS.split():
        a, b = pair
        if big5(a) and not big5(b):
            a, b = b, a
        if a != b and not big5(a) and big5(b):
            pairs[ord(a)] = ord(b)
    return pairs


def unicode_data():
    decompositions, marks = {}, set()
    for line in open(f"{DIR}/UnicodeData.txt"):
        f = line.split(";")
        if f[3] != "0":
            marks.add(int(f[0], 16))
        if f[5]:
            tag = re.match(r"<(\w+)> ", f[5])
            body = f[5].split("> ")[-1]
            decompositions[int(f[0], 16)] = (tag and tag.group(1), [int(x, 16) for x in body.split()])
    return decompositions, marks


def radicals():
    out = {}
    for line in open(f"{DIR}/EquivalentUnifiedIdeograph.txt"):
        m = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if m:
            for cp in range(int(m[1], 16), int(m[2] or m[1], 16) + 1):
                out[cp] = int(m[3], 16)
    return out


def exclusions():
    return {int(m[1], 16) for m in (re.match(r"([0-9A-F]{4,6})\b", l) for l in open(f"{DIR}/CompositionExclusions.txt")) if m}


# Small and vertical forms that stand in Chinese text: Chinese punctuation, not the ASCII that NFKC makes of them.
CHINESE = {",": "，", ".": "。", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", "{": "｛", "}": "｝",
           "[": "［", "]": "］", "_": "＿", "..": "‥", "...": "…", "—": "—", "–": "–"}


def presentation(cp, decompositions):
    tag, body = decompositions[cp]
    text = "".join(map(chr, body))
    while len(text) == 1 and ord(text) in decompositions and decompositions[ord(text)][0]:
        text = "".join(map(chr, decompositions[ord(text)][1]))
    return CHINESE.get(text, text)


def main():
    decompositions, marks = unicode_data()
    folds, expansions = {}, {}

    def closure(cp):
        while cp in decompositions and decompositions[cp][0] is None and len(decompositions[cp][1]) == 1:
            cp = decompositions[cp][1][0]
        return cp

    typed = variants()
    for cp, to in typed.items():
        folds[cp] = (to, "variant")
    for cp, to in radicals().items():
        folds[cp] = (typed.get(to, to), "radical")
    for cp, (tag, body) in decompositions.items():
        if tag is None and len(body) == 1:
            ideograph = 0xF900 <= cp <= 0xFAFF or 0x2F800 <= cp <= 0x2FA1F
            folds[cp] = (typed.get(closure(cp), closure(cp)), "compatibilityIdeograph" if ideograph else "presentationForm")
        elif tag in ("vertical", "small") and (0xFE10 <= cp <= 0xFE19 or 0xFE30 <= cp <= 0xFE6F):
            text = presentation(cp, decompositions)
            if len(text) == 1:
                folds[cp] = (ord(text), "presentationForm")
        elif tag == "font" and 0x1D400 <= cp <= 0x1D7FF:
            folds[cp] = (body[0], "presentationForm")
        elif tag == "narrow" and (0xFF61 <= cp <= 0xFF65 or cp == 0xFF70):
            folds[cp] = (body[0], "width")
        elif tag == "compat" and 0xFB00 <= cp <= 0xFB06:
            expansions[cp] = body
    # A chain of font letters ends where it ends (𝛁 is a plain ∇), and ligatures of ligatures are spelled out.
    expansions = {cp: [y for x in body for y in (decompositions[x][1] if x in decompositions and decompositions[x][0] else [x])] for cp, body in expansions.items()}
    for hyphen in (0x2010, 0x2011):
        folds[hyphen] = (0x2D, "presentationForm")
    excluded = exclusions()
    compositions = sorted(
        (base, mark, cp)
        for cp, (tag, body) in decompositions.items()
        if tag is None and len(body) == 2 and cp not in excluded
        for base, mark in [body]
        if max(cp, base, mark) < 0x3100 and mark in marks and base not in marks)
    emit(folds, expansions, compositions)


def rows(values, per=12):
    return ["    " + ", ".join(values[i:i + per]) + "," for i in range(0, len(values), per)]


def array(name, kind, values, summary):
    print(f"  /// {summary}\n  static let {name}: [{kind}] = [")
    print("\n".join(rows(values)))
    print("  ]")


def emit(folds, expansions, compositions):
    changes = ["radical", "compatibilityIdeograph", "width", "presentationForm", "variant"]
    keys = sorted(folds)
    print("// Written by Tools/generate-folding.py; do not edit.\n")
    print("// swift-format-ignore-file\n")
    print("/// Unicode's own data on which scalar stands for which, sorted for binary search.")
    print("enum FoldingTables {")
    array("foldKeys", "UInt32", [f"0x{k:X}" for k in keys], "Scalars that stand for one other.")
    array("foldValues", "UInt32", [f"0x{folds[k][0]:X}" for k in keys], "What each of `foldKeys` stands for.")
    array("foldChanges", "UInt8", [str(changes.index(folds[k][1])) for k in keys],
          "Why, as a place in: " + ", ".join(changes) + ".")
    ek = sorted(expansions)
    array("expansionKeys", "UInt32", [f"0x{k:X}" for k in ek], "Ligatures.")
    print("  /// What each of `expansionKeys` spells.\n  static let expansionValues: [[UInt32]] = [")
    print("\n".join("    [" + ", ".join(f"0x{x:X}" for x in expansions[k]) + "]," for k in ek))
    print("  ]")
    array("compositionKeys", "UInt32", [f"0x{(b << 16 | m):X}" for b, m, _ in compositions],
          "Base scalar (high half) and combining mark (low half).")
    array("compositionValues", "UInt16", [f"0x{c:X}" for _, _, c in compositions], "Their composed form.")
    print("}")


main()
