#include "Ink.hpp"

#include <algorithm>

namespace kz {

void PageInk::clear() {
  glyphs.clear();
  fonts.clear();
  rulings.clear();
  fills.clear();
  pictures.clear();
  outlines.clear();
  faults = 0;
  damage.clear();
}

void extend(KZBox &box, double x, double y) {
  box.x0 = std::min(box.x0, static_cast<float>(x));
  box.y0 = std::min(box.y0, static_cast<float>(y));
  box.x1 = std::max(box.x1, static_cast<float>(x));
  box.y1 = std::max(box.y1, static_cast<float>(y));
}

bool isFinite(const KZBox &box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
}

KZBox slice(const KZBox &box, uint8_t direction, float start, float end) {
  const float width = box.x1 - box.x0, height = box.y1 - box.y0;
  switch (direction) {
  case down: return {box.x0, box.y0 + height * start, box.x1, box.y0 + height * end};
  case up: return {box.x0, box.y1 - height * end, box.x1, box.y1 - height * start};
  case left: return {box.x1 - width * end, box.y0, box.x1 - width * start, box.y1};
  default: return {box.x0 + width * start, box.y0, box.x0 + width * end, box.y1};
  }
}

}  // namespace kz
