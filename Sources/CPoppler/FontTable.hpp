#pragma once
// What the recorder needs to know of each font, found out once a document.
#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

#include <Object.h>

class GfxFont;

namespace kz {

struct FontFacts {
  std::string name;
  uint32_t flags = 0;
  bool isVertical = false;
  /// Top and bottom of the glyph cells, in ems.
  double ascent = 0.88;
  double descent = -0.12;
  /// Type 3 fonts choose their own units: what to multiply the font size with to get an em as others have it.
  double emScale = 1;
  /// For simple fonts: the codes whose glyph name says nothing.
  std::bitset<256> guessedCodes;
  bool allGuessed = false;

  bool isGuessed(uint32_t code) const { return allGuessed || (code < 256 && guessedCodes[code]); }
};

class FontTable {
public:
  /// The place of a font in the table.
  uint32_t indexOf(const GfxFont &font);
  const FontFacts &operator[](uint32_t index) const { return fonts[index]; }
  size_t size() const { return fonts.size(); }

private:
  std::deque<FontFacts> fonts;
  std::unordered_map<uint64_t, uint32_t> byID;
};

}  // namespace kz
