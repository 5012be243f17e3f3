#include <algorithm>
#include <cmath>

#include "InkRecorder.hpp"

namespace kz {

namespace {

constexpr double thickestRuling = 3;     // ReportModel.Ruling.thickest
constexpr double thinnestRuling = 0.2;   // hairlines get this much ink
constexpr double leastOpacity = 0.02;
constexpr double outlinePathLimit = 60;  // a path up to this big is one shape, however many parts it has

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
  const Pen pen = {std::max(thinnestRuling, state->getTransformedLineWidth()), currentStroke(state)};
  for (int p = 0; p < path->getNumSubpaths(); ++p) {
    const GfxSubpath &subpath = *path->getSubpath(p);
    Point from;
    state->transform(subpath.getX(0), subpath.getY(0), &from.x, &from.y);
    for (int i = 1; i < subpath.getNumPoints(); ++i) {
      const bool isCurve = subpath.getCurve(i);
      if (isCurve) {  // two control points and the end
        i = std::min(i + 2, subpath.getNumPoints() - 1);
      }
      Point to;
      state->transform(subpath.getX(i), subpath.getY(i), &to.x, &to.y);
      if (!isCurve) {
        strokeSide(state, from, to, pen);
      }
      from = to;
    }
  }
}

void InkRecorder::strokeSide(GfxState *state, const Point &from, const Point &to, const Pen &pen) {
  const bool level = isLevel(to.x - from.x, to.y - from.y);
  if (!level && !isUpright(to.x - from.x, to.y - from.y)) {
    return;
  }
  KZBox box = emptyBox;
  extend(box, from.x, from.y);
  extend(box, to.x, to.y);
  const float half = static_cast<float>(pen.width / 2);
  (level ? box.y0 : box.x0) -= half;
  (level ? box.y1 : box.x1) += half;
  if (pen.width <= thickestRuling) {
    addRuling(state, box, pen.color);
  } else {
    addFill(state, box, pen.color);
  }
}

void InkRecorder::fill(GfxState *state) { fillPath(state, false); }
void InkRecorder::eoFill(GfxState *state) { fillPath(state, true); }

void InkRecorder::fillPath(GfxState *state, bool isEvenOdd) {
  if (maskDepth > 0 || state->getFillOpacity() < leastOpacity || (ink.faults & KZTooManyShapes)) {
    return;
  }
  const GfxPath *path = state->getPath();
  const uint32_t color = currentFill(state);
  KZBox whole = emptyBox;
  bool hasOther = false;
  shapes.clear();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    shapes.push_back(shapeOf(*state, *path->getSubpath(i)));
    const SubpathShape &shape = shapes.back();
    extend(whole, shape.box.x0, shape.box.y0);
    extend(whole, shape.box.x1, shape.box.y1);
    hasOther = hasOther || !(shape.isRectangle || shape.isRounded);
  }
  if (hasOther && whole.x1 - whole.x0 <= outlinePathLimit && whole.y1 - whole.y0 <= outlinePathLimit) {
    addOutline(state, whole);
    return;
  }
  if (shapes.size() == 2 && fillFrame(state, isEvenOdd, color)) {
    return;
  }
  for (const SubpathShape &shape : shapes) {
    if (shape.isRectangle || shape.isRounded) {
      addFill(state, shape.box, color);
    } else {
      addOutline(state, shape.box);
    }
  }
}

/// A rectangle within a rectangle is a frame of four bars, not an area; false where it is neither.
bool InkRecorder::fillFrame(GfxState *state, bool isEvenOdd, uint32_t color) {
  const bool isFirstOuter = encloses(shapes[0].box, shapes[1].box);
  const KZBox &outer = shapes[isFirstOuter ? 0 : 1].box, &inner = shapes[isFirstOuter ? 1 : 0].box;
  const bool hasHole = isEvenOdd || shapes[0].area * shapes[1].area < 0;
  if (!shapes[0].isRectangle || !shapes[1].isRectangle || !hasHole || !encloses(outer, inner)) {
    return false;
  }
  addFill(state, {outer.x0, outer.y0, outer.x1, inner.y0}, color);
  addFill(state, {outer.x0, inner.y1, outer.x1, outer.y1}, color);
  addFill(state, {outer.x0, outer.y0, inner.x0, outer.y1}, color);
  addFill(state, {inner.x1, outer.y0, outer.x1, outer.y1}, color);
  return true;
}

// Patterns, shadings, pictures.

/// Poppler clips to the shape before it asks for its shading.
bool InkRecorder::addShading(GfxState *state) {
  addPicture(state, {0, 0, static_cast<float>(pageWidth), static_cast<float>(pageHeight)});
  return true;
}

void InkRecorder::addUnitSquare(GfxState *state) {
  KZBox box = emptyBox;
  for (int corner = 0; corner < 4; ++corner) {
    double x, y;
    state->transform(corner & 1, corner >> 1, &x, &y);
    extend(box, x, y);
  }
  addPicture(state, box);
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
