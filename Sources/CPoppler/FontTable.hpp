#pragma once
// What the recorder needs to know of each font, found out once a document.
#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <CharTypes.h>
#include <Object.h>

class GfxFont;
class XRef;

namespace kz {

/// The scalars that a font's codes stand for, each asked of poppler's font once.
class UnicodeCache {
public:
  struct Scalars {
    const Unicode *start;
    int count;
  };

  explicit UnicodeCache(std::shared_ptr<GfxFont> font) : font(std::move(font)) {}
  Scalars of(CharCode code, int byteCount);

private:
  std::shared_ptr<GfxFont> font;
  /// Of 256 codes: place in the pool and count, plus one. A font of a report uses few of its 65,536 codes.
  using Row = std::array<uint32_t, 256>;
  std::array<std::unique_ptr<Row>, 256> rows;
  std::vector<Unicode> pool;
};

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

  /// For fonts with a map to Unicode that is not to be parsed again for each page.
  std::unique_ptr<UnicodeCache> unicode;

  bool isGuessed(uint32_t code) const { return allGuessed || (code < 256 && guessedCodes[code]); }
};

class FontTable {
public:
  /// The place of a font in the table.
  uint32_t indexOf(const std::shared_ptr<GfxFont> &font, XRef *xref);
  FontFacts &operator[](uint32_t index) { return fonts[index]; }
  size_t size() const { return fonts.size(); }

private:
  std::deque<FontFacts> fonts;
  std::unordered_map<uint64_t, uint32_t> byID;
};

}  // namespace kz
