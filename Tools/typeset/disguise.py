"""Faults of real files: which other code points a font claims for its glyphs while the page looks the same."""

import unicodedata


def inverse(first, last, form):
    table = {}
    for code in range(first, last + 1):
        plain = unicodedata.normalize(form, chr(code))
        if plain != chr(code) and len(plain) == 1:
            table.setdefault(plain, chr(code))
    return table


# Characters that a font may list under the CJK Radicals Supplement (Unicode: EquivalentUnifiedIdeograph).
SUPPLEMENT = {"民": "⺠", "長": "⻑", "西": "⻄", "青": "⻘", "食": "⻝", "骨": "⻣", "鬼": "⻤", "母": "⺟"}

TABLES = {
    "kangxi": inverse(0x2F00, 0x2FD5, "NFKC"),
    "radicals": SUPPLEMENT,
    "compatibility": inverse(0xF900, 0xFAD9, "NFC"),
    "private-bullets": {"●": "\uf06c", "■": "\uf06e", "•": "\uf0b7", "◆": "\uf075", "✓": "\uf0fc"},
    "letter-bullets": {"●": "l", "■": "n", "◆": "u", "•": "w"},
    "zero-width": {" ": "\u200b"},
}
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
SPELLED = {v: k for k, v in LIGATURES.items()}


def claimed(char, mode):
    """The text that a font of this mode gives for the glyph of `char`."""
    for name in mode:
        if name == "ligature-characters" and char in SPELLED:
            return char
        if char in TABLES.get(name, {}):
            return TABLES[name][char]
    return SPELLED.get(char, char)
