#include <algorithm>
#include <cmath>

#include "InkRecorder.hpp"

namespace kz {

namespace {

constexpr double thickestRuling = 3;     // ReportModel.Ruling.thickest
constexpr double thinnestRuling = 0.2;   // hairlines get this much ink
constexpr double axisSlack = 0.3;        // how far a straight line may lean, in points
constexpr double leastOpacity = 0.02;
constexpr double outlinePathLimit = 60;  // a path up to this big is one shape, however many parts it has

struct SubpathShape {
  KZBox box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  bool isRectangle = false;
  bool isRounded = false;
  double area = 0;  // signed: which way round it is drawn
};

void extend(KZBox &box, double x, double y) {
  box.x0 = std::min(box.x0, static_cast<float>(x));
  box.y0 = std::min(box.y0, static_cast<float>(y));
  box.x1 = std::max(box.x1, static_cast<float>(x));
  box.y1 = std::max(box.y1, static_cast<float>(y));
}

bool isLevel(double dx, double dy) { return std::fabs(dy) <= axisSlack && std::fabs(dx) > std::fabs(dy); }
bool isUpright(double dx, double dy) { return std::fabs(dx) <= axisSlack && std::fabs(dy) > std::fabs(dx); }

/// What a filled subpath looks like, as displayed.
SubpathShape study(GfxState *state, const GfxSubpath &path) {
  SubpathShape shape;
  const int count = path.getNumPoints();
  double previousX = 0, previousY = 0, firstX = 0, firstY = 0, straight = 0;
  bool hasCurve = false, hasSlant = false;
  int turns = 0;  // sides, of which neighbours must differ in their axis
  bool wasLevel = false;
  const auto side = [&](double x, double y) {
    const double dx = x - previousX, dy = y - previousY;
    if (std::fabs(dx) < 0.01 && std::fabs(dy) < 0.01) {
      return;
    }
    if (isLevel(dx, dy) || isUpright(dx, dy)) {
      const bool level = isLevel(dx, dy);
      if (turns == 0 || level != wasLevel) {
        turns += 1;
      }
      wasLevel = level;
      straight += std::fabs(dx) + std::fabs(dy);
    } else {
      hasSlant = true;
    }
  };
  for (int i = 0; i < count; ++i) {
    double x, y;
    state->transform(path.getX(i), path.getY(i), &x, &y);
    extend(shape.box, x, y);
    if (i == 0) {
      firstX = x;
      firstY = y;
    } else {
      shape.area += previousX * y - x * previousY;
      if (path.getCurve(i)) {
        hasCurve = true;
      } else if (!path.getCurve(i - 1)) {
        side(x, y);
      }
    }
    previousX = x;
    previousY = y;
  }
  side(firstX, firstY);
  shape.area += previousX * firstY - firstX * previousY;

  const double width = shape.box.x1 - shape.box.x0, height = shape.box.y1 - shape.box.y0;
  const bool isThin = std::min(width, height) <= axisSlack;
  shape.isRectangle = !hasCurve && (isThin || (!hasSlant && (turns == 4 || turns == 5)
      && std::fabs(shape.area) / 2 >= 0.98 * width * height));
  shape.isRounded = hasCurve && width > 12 && height > 8 && straight >= (width + height)
      && std::fabs(shape.area) / 2 >= 0.8 * width * height;
  return shape;
}

bool encloses(const KZBox &outer, const KZBox &inner) {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

}  // namespace

// What is kept.

bool InkRecorder::hasRoom() {
  const size_t count = ink.rulings.size() + ink.fills.size() + ink.outlines.size() + ink.pictures.size();
  if (count < KZShapeLimit) {
    return true;
  }
  ink.faults |= KZTooManyShapes;
  return false;
}

/// Cuts a box to what the page shows of it; false where nothing is left.
bool InkRecorder::cut(GfxState *state, KZBox &box) const {
  double x0, y0, x1, y1;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  box.x0 = std::max(box.x0, static_cast<float>(std::max(0.0, x0)));
  box.y0 = std::max(box.y0, static_cast<float>(std::max(0.0, y0)));
  box.x1 = std::min(box.x1, static_cast<float>(std::min(pageWidth, x1)));
  box.y1 = std::min(box.y1, static_cast<float>(std::min(pageHeight, y1)));
  return box.x0 < box.x1 && box.y0 < box.y1;
}

void InkRecorder::addRuling(GfxState *state, KZBox box, uint32_t color) {
  if (hasRoom() && cut(state, box)) {
    ink.rulings.push_back({box, color});
  }
}

void InkRecorder::addFill(GfxState *state, KZBox box, uint32_t color) {
  const float width = box.x1 - box.x0, height = box.y1 - box.y0;
  if (std::min(width, height) <= thickestRuling) {
    const float growX = std::max(0.f, static_cast<float>(thinnestRuling) - width) / 2;
    const float growY = std::max(0.f, static_cast<float>(thinnestRuling) - height) / 2;
    addRuling(state, {box.x0 - growX, box.y0 - growY, box.x1 + growX, box.y1 + growY}, color);
  } else if (hasRoom() && cut(state, box)) {
    ink.fills.push_back({box, color});
  }
}

void InkRecorder::addOutline(GfxState *state, KZBox box) {
  if (hasRoom() && cut(state, box)) {
    ink.outlines.push_back(box);
  }
}

void InkRecorder::addPicture(GfxState *state, KZBox box) {
  if (maskDepth == 0 && !isInPatternText && hasRoom() && cut(state, box)) {
    ink.pictures.push_back(box);
  }
}

// Paths.

void InkRecorder::stroke(GfxState *state) {
  if (maskDepth > 0 || state->getStrokeOpacity() < leastOpacity || (ink.faults & KZTooManyShapes)) {
    return;
  }
  const GfxPath *path = state->getPath();
  const double width = std::max(thinnestRuling, state->getTransformedLineWidth());
  const float half = static_cast<float>(width / 2);
  bool hasColor = false;
  uint32_t color = 0;
  for (int p = 0; p < path->getNumSubpaths(); ++p) {
    const GfxSubpath &subpath = *path->getSubpath(p);
    Point from;
    state->transform(subpath.getX(0), subpath.getY(0), &from.x, &from.y);
    for (int i = 1; i < subpath.getNumPoints(); ++i) {
      const bool isCurve = subpath.getCurve(i);
      if (isCurve) {
        i = std::min(i + 2, subpath.getNumPoints() - 1);
      }
      Point to;
      state->transform(subpath.getX(i), subpath.getY(i), &to.x, &to.y);
      const bool level = isLevel(to.x - from.x, to.y - from.y), upright = isUpright(to.x - from.x, to.y - from.y);
      if (!isCurve && (level || upright)) {
        if (!hasColor) {
          GfxRGB rgb;
          state->getStrokeRGB(&rgb);
          color = packed(rgb);
          hasColor = true;
        }
        KZBox box = {
            static_cast<float>(std::min(from.x, to.x)), static_cast<float>(std::min(from.y, to.y)),
            static_cast<float>(std::max(from.x, to.x)), static_cast<float>(std::max(from.y, to.y))};
        (level ? box.y0 : box.x0) -= half;
        (level ? box.y1 : box.x1) += half;
        if (width <= thickestRuling) {
          addRuling(state, box, color);
        } else {
          addFill(state, box, color);
        }
      }
      from = to;
    }
  }
}

void InkRecorder::fill(GfxState *state) { fillPath(state, false); }
void InkRecorder::eoFill(GfxState *state) { fillPath(state, true); }

void InkRecorder::fillPath(GfxState *state, bool isEvenOdd) {
  if (maskDepth > 0 || state->getFillOpacity() < leastOpacity || (ink.faults & KZTooManyShapes)) {
    return;
  }
  const GfxPath *path = state->getPath();
  const int count = path->getNumSubpaths();
  const uint32_t color = currentFill(state);
  KZBox whole = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  bool hasOther = false;
  std::vector<SubpathShape> shapes;
  shapes.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    shapes.push_back(study(state, *path->getSubpath(i)));
    const SubpathShape &shape = shapes.back();
    extend(whole, shape.box.x0, shape.box.y0);
    extend(whole, shape.box.x1, shape.box.y1);
    hasOther = hasOther || !(shape.isRectangle || shape.isRounded);
  }
  if (hasOther && whole.x1 - whole.x0 <= outlinePathLimit && whole.y1 - whole.y0 <= outlinePathLimit) {
    addOutline(state, whole);
    return;
  }
  // A rectangle within a rectangle is a frame, not an area.
  if (count == 2 && shapes[0].isRectangle && shapes[1].isRectangle) {
    const KZBox &a = shapes[0].box, &b = shapes[1].box;
    const bool isFrame = (isEvenOdd || shapes[0].area * shapes[1].area < 0) && (encloses(a, b) || encloses(b, a));
    if (isFrame) {
      const KZBox &outer = encloses(a, b) ? a : b, &inner = encloses(a, b) ? b : a;
      addFill(state, {outer.x0, outer.y0, outer.x1, inner.y0}, color);
      addFill(state, {outer.x0, inner.y1, outer.x1, outer.y1}, color);
      addFill(state, {outer.x0, outer.y0, inner.x0, outer.y1}, color);
      addFill(state, {inner.x1, outer.y0, outer.x1, outer.y1}, color);
      return;
    }
  }
  for (const SubpathShape &shape : shapes) {
    if (shape.isRectangle || shape.isRounded) {
      addFill(state, shape.box, color);
    } else {
      addOutline(state, shape.box);
    }
  }
}

// Patterns, shadings, pictures.

/// Poppler clips to the shape before it asks for its shading.
bool InkRecorder::addShading(GfxState *state) {
  addPicture(state, {0, 0, static_cast<float>(pageWidth), static_cast<float>(pageHeight)});
  return true;
}

void InkRecorder::addUnitSquare(GfxState *state) {
  KZBox box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (int corner = 0; corner < 4; ++corner) {
    double x, y;
    state->transform(corner & 1, corner >> 1, &x, &y);
    extend(box, x, y);
  }
  addPicture(state, box);
}

/// Poppler asks this where it is about to fill with a pattern, and before it opens an image.
///
/// Opening an image costs more than all text of the page (JPEG 2000 is decoded whole, colour profiles are built), and
/// all that is wanted is where it stands; so the question itself is taken as the sign of an image. A pattern fill
/// has a path to fill, which an image has not.
bool InkRecorder::needNonText() {
  if (!seen || seen->isPath()) {
    return true;
  }
  addUnitSquare(seen);
  return false;
}

void InkRecorder::drawImageMask(
    GfxState *state, Object *ref, Stream *str, int width, int height, bool invert, bool interpolate, bool isInline) {
  addUnitSquare(state);
  if (isInline) {  // its bytes stand in the page's own stream
    OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, isInline);
  }
}

void InkRecorder::drawImage(
    GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colors, bool interpolate,
    const int *maskColors, bool isInline) {
  addUnitSquare(state);
  if (isInline) {
    OutputDev::drawImage(state, ref, str, width, height, colors, interpolate, maskColors, isInline);
  }
}

void InkRecorder::drawMaskedImage(
    GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool, bool) {
  addUnitSquare(state);
}

void InkRecorder::drawSoftMaskedImage(
    GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, GfxImageColorMap *,
    bool) {
  addUnitSquare(state);
}

}  // namespace kz
