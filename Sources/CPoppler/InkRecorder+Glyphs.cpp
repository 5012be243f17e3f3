#include <algorithm>
#include <cmath>

#include <GfxFont.h>

#include "InkRecorder.hpp"

namespace kz {

namespace {

constexpr uint32_t unknown = 0xFFFD;

uint8_t directionOf(double dx, double dy) {
  const double slack = 0.035 * std::hypot(dx, dy);  // two degrees
  if (std::fabs(dy) <= slack) {
    return dx >= 0 ? right : left;
  }
  if (std::fabs(dx) <= slack) {
    return dy >= 0 ? down : up;
  }
  return oblique;
}

uint32_t validScalar(uint32_t value) {
  return value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? unknown : value;
}

KZBox boxAround(std::initializer_list<std::pair<double, double>> points) {
  KZBox box = emptyBox;
  for (const auto &[x, y] : points) {
    extend(box, x, y);
  }
  return box;
}

}  // namespace

uint16_t InkRecorder::pageFont(uint32_t index, bool isThickened) {
  const size_t key = index * 2 + (isThickened ? 1 : 0);
  if (key >= pageFonts.size()) {
    pageFonts.resize(key + 1, -1);
  }
  if (pageFonts[key] < 0) {
    pageFonts[key] = static_cast<int32_t>(std::min<size_t>(ink.fonts.size(), UINT16_MAX));
    if (ink.fonts.size() <= UINT16_MAX) {
      ink.fonts.push_back(index | (isThickened ? KZThickened : 0));
    }
  }
  return static_cast<uint16_t>(pageFonts[key]);
}

/// Fonts without a bold face are made bold by stroking the glyphs' outlines as well.
bool InkRecorder::isThickened(GfxState *state) const {
  const bool fillsAndStrokes = (state->getRender() & 3) == 2;
  return fillsAndStrokes && state->getTransformedLineWidth() >= 0.01 * frame.size;
}

void InkRecorder::refreshFrame(GfxState *state) {
  textIsStale = false;
  const std::shared_ptr<GfxFont> &font = state->getFont();
  const uint32_t index = fontTable.indexOf(font, xref);
  frame.font = &fontTable[index];

  const auto &text = state->getTextMat();
  const double size = state->getFontSize() * frame.font->emScale;
  state->transformDelta(text[2] * size, text[3] * size, &frame.up.x, &frame.up.y);
  frame.size = std::hypot(frame.up.x, frame.up.y);
  frame.fontIndex = pageFont(index, isThickened(state));

  Point along;
  if (frame.font->isVertical) {
    state->transformDelta(-text[2] * size, -text[3] * size, &along.x, &along.y);
  } else {
    const double run = size * state->getHorizScaling();
    state->transformDelta(text[0] * run, text[1] * run, &along.x, &along.y);
  }
  frame.direction = directionOf(along.x, along.y);
  frame.traits = frame.font->isVertical ? verticalWriting : 0;
}

KZBox InkRecorder::glyphBox(const Point &pen, const Point &advance) const {
  const Point &up = frame.up;
  const FontFacts &font = *frame.font;
  if (font.isVertical) {
    const Point half = {std::fabs(up.y) / 2, std::fabs(up.x) / 2};
    return boxAround({{pen.x - half.x, pen.y - half.y}, {pen.x + half.x, pen.y + half.y},
        {pen.x + advance.x - half.x, pen.y + advance.y - half.y},
        {pen.x + advance.x + half.x, pen.y + advance.y + half.y}});
  }
  const Point top = {pen.x + up.x * font.ascent, pen.y + up.y * font.ascent};
  const Point bottom = {pen.x + up.x * font.descent, pen.y + up.y * font.descent};
  return boxAround({{top.x, top.y}, {bottom.x, bottom.y}, {top.x + advance.x, top.y + advance.y},
      {bottom.x + advance.x, bottom.y + advance.y}});
}

bool InkRecorder::isClipped(GfxState *state, const KZBox &box) const {
  double x0, y0, x1, y1;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  const bool isInClip = box.x0 < x1 && box.x1 > x0 && box.y0 < y1 && box.y1 > y0;
  if (isInClip) {
    return false;
  }
  // The page itself clips too; what stands beside the page is not hidden by the file.
  return box.x0 < pageWidth && box.x1 > 0 && box.y0 < pageHeight && box.y1 > 0;
}

Point InkRecorder::spacing(GfxState *state, CharCode code, int byteCount) const {
  const bool isSpace = byteCount == 1 && code == 0x20;
  const double extra = state->getCharSpace() + (isSpace ? state->getWordSpace() : 0);
  Point shift;
  if (extra != 0 && frame.font->isVertical) {
    state->textTransformDelta(0, extra, &shift.x, &shift.y);
  } else if (extra != 0) {
    state->textTransformDelta(extra * state->getHorizScaling(), 0, &shift.x, &shift.y);
  }
  return shift;
}

uint8_t InkRecorder::traits(GfxState *state, CharCode code, const KZBox &box) const {
  uint8_t traits = frame.traits;
  traits |= state->getRender() == 3 ? invisible : 0;
  traits |= isClipped(state, box) ? clipped : 0;
  traits |= frame.font->isGuessed(code) ? guessed : 0;
  traits |= !marks.empty() && marks.back().isArtifact ? artifact : 0;
  return traits;
}

void InkRecorder::drawChar(
    GfxState *state, double x, double y, double dx, double dy, double, double, CharCode code, int byteCount,
    const Unicode *unicode, int unicodeCount) {
  if (ink.glyphs.size() >= KZGlyphLimit) {
    ink.faults |= KZTooManyGlyphs;
    return;
  }
  if (textIsStale) {
    refreshFrame(state);
  }
  const Point space = spacing(state, code, byteCount);
  Point pen, advance;
  state->transform(x, y, &pen.x, &pen.y);
  state->transformDelta(dx - space.x, dy - space.y, &advance.x, &advance.y);
  const KZBox box = glyphBox(pen, advance);
  if (!isFinite(box)) {
    return;
  }
  KZGlyph glyph;
  setBox(glyph, box);
  glyph.originX = static_cast<float>(pen.x);
  glyph.originY = static_cast<float>(pen.y);
  glyph.size = static_cast<float>(frame.size);
  glyph.font = frame.fontIndex;
  glyph.direction = frame.direction;
  glyph.traits = traits(state, code, box);
  glyph.color = (state->getRender() & 3) == 1 ? currentStroke(state) : currentFill(state);
  glyph.code = code;
  glyph.mark = marks.empty() ? -1 : marks.back().id;
  if (frame.font->unicode) {
    const UnicodeCache::Scalars known = frame.font->unicode->of(code, byteCount);
    appendScalars(glyph, known.start, known.count, advance);
  } else {
    appendScalars(glyph, unicode, unicodeCount, advance);
  }
}

void InkRecorder::appendScalars(KZGlyph glyph, const Unicode *unicode, int count, const Point &advance) {
  if (count <= 1) {
    glyph.scalar = count == 1 ? validScalar(unicode[0]) : unknown;
    ink.glyphs.push_back(glyph);
    return;
  }
  uint32_t scalars[16];
  int length = 0;
  for (int i = 0; i < count && length < 16; ++i) {
    const uint32_t high = unicode[i];
    const bool isPair = high >= 0xD800 && high < 0xDC00 && i + 1 < count && unicode[i + 1] >= 0xDC00
        && unicode[i + 1] < 0xE000;
    if (isPair) {
      scalars[length++] = 0x10000 + ((high - 0xD800) << 10) + (unicode[i + 1] - 0xDC00);
      i += 1;
    } else {
      scalars[length++] = validScalar(high);
    }
  }
  const KZBox whole = boxOf(glyph);
  const float originX = glyph.originX, originY = glyph.originY;
  for (int i = 0; i < length; ++i) {
    const float start = static_cast<float>(i) / length, end = static_cast<float>(i + 1) / length;
    glyph.scalar = scalars[i];
    setBox(glyph, slice(whole, glyph.direction, start, end));
    glyph.originX = originX + static_cast<float>(advance.x) * start;
    glyph.originY = originY + static_cast<float>(advance.y) * start;
    ink.glyphs.push_back(glyph);
    glyph.traits |= continuesLigature;
  }
}

}  // namespace kz
