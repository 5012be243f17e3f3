#pragma once
// What a page's drawing leaves behind, and the small geometry for it.
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "CPoppler.h"

namespace kz {

/// The ink of one page, in content-stream order.
struct PageInk {
  std::vector<KZGlyph> glyphs;
  std::vector<uint32_t> fonts;
  std::vector<KZShape> rulings;
  std::vector<KZShape> fills;
  std::vector<KZBox> pictures;
  std::vector<KZBox> outlines;
  uint32_t faults = 0;
  std::string damage;

  void clear();
};

/// ReportModel.Glyph.Traits.
enum Trait : uint8_t {
  invisible = 1 << 0,
  clipped = 1 << 1,
  continuesLigature = 1 << 2,
  verticalWriting = 1 << 3,
  artifact = 1 << 4,
  guessed = 1 << 5,
  replaced = 1 << 6,
};

/// ReportModel.Direction.
enum Direction : uint8_t { right, down, left, up, oblique };

struct Point {
  double x = 0, y = 0;
};

constexpr KZBox emptyBox = {INFINITY, INFINITY, -INFINITY, -INFINITY};

void extend(KZBox &box, double x, double y);
bool isFinite(const KZBox &box);

/// A share of a box along the way the pen moves, from `start` to `end` (0 to 1).
KZBox slice(const KZBox &box, uint8_t direction, float start, float end);

inline KZBox boxOf(const KZGlyph &glyph) { return {glyph.x0, glyph.y0, glyph.x1, glyph.y1}; }

inline void setBox(KZGlyph &glyph, const KZBox &box) {
  glyph.x0 = box.x0;
  glyph.y0 = box.y0;
  glyph.x1 = box.x1;
  glyph.y1 = box.y1;
}

}  // namespace kz
