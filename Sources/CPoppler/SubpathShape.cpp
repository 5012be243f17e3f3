#include "SubpathShape.hpp"

#include <algorithm>

namespace kz {

namespace {

/// Walks along a path's sides and notes how they turn.
struct SideCount {
  int turns = 0;
  double straight = 0;
  bool hasSlant = false;

  void add(const Point &from, const Point &to) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    if (std::fabs(dx) < 0.01 && std::fabs(dy) < 0.01) {
      return;
    }
    const bool level = isLevel(dx, dy);
    if (!level && !isUpright(dx, dy)) {
      hasSlant = true;
      return;
    }
    if (turns == 0 || level != wasLevel) {
      turns += 1;
    }
    wasLevel = level;
    straight += std::fabs(dx) + std::fabs(dy);
  }

private:
  bool wasLevel = false;
};

}  // namespace

SubpathShape shapeOf(const GfxState &state, const GfxSubpath &path) {
  SubpathShape shape;
  SideCount sides;
  Point first, previous;
  bool hasCurve = false;
  for (int i = 0; i < path.getNumPoints(); ++i) {
    Point point;
    state.transform(path.getX(i), path.getY(i), &point.x, &point.y);
    extend(shape.box, point.x, point.y);
    if (i == 0) {
      first = point;
    } else {
      shape.area += (previous.x * point.y - point.x * previous.y) / 2;
      hasCurve = hasCurve || path.getCurve(i);
      if (!path.getCurve(i) && !path.getCurve(i - 1)) {
        sides.add(previous, point);
      }
    }
    previous = point;
  }
  sides.add(previous, first);
  shape.area += (previous.x * first.y - first.x * previous.y) / 2;

  const double width = shape.box.x1 - shape.box.x0, height = shape.box.y1 - shape.box.y0;
  const double area = std::fabs(shape.area);
  const bool isThin = std::min(width, height) <= axisSlack;
  const bool hasFourSides = !sides.hasSlant && (sides.turns == 4 || sides.turns == 5);
  shape.isRectangle = !hasCurve && (isThin || (hasFourSides && area >= 0.98 * width * height));
  shape.isRounded =
      hasCurve && width > 12 && height > 8 && sides.straight >= width + height && area >= 0.8 * width * height;
  return shape;
}

}  // namespace kz
