#include <algorithm>
#include <cmath>
#include <cstring>

#include <dlfcn.h>

#include <GfxFont.h>

#include "InkRecorder.hpp"
#include "TextString.hpp"

namespace kz {

namespace {

// ReportModel.Glyph.Traits and ReportModel.Direction.
enum Trait : uint8_t { invisible = 1, clipped = 2, continuesLigature = 4, verticalWriting = 8, artifact = 16, guessed = 32, replaced = 64 };
enum Direction : uint8_t { right, down, left, up, oblique };

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
  KZBox box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  for (const auto &[x, y] : points) {
    box.x0 = std::min(box.x0, static_cast<float>(x));
    box.y0 = std::min(box.y0, static_cast<float>(y));
    box.x1 = std::max(box.x1, static_cast<float>(x));
    box.y1 = std::max(box.y1, static_cast<float>(y));
  }
  return box;
}

/// A share of a box along the way the pen moves, from `start` to `end` (0 to 1).
KZBox slice(const KZBox &box, uint8_t direction, float start, float end) {
  const float width = box.x1 - box.x0, height = box.y1 - box.y0;
  switch (direction) {
  case down: return {box.x0, box.y0 + height * start, box.x1, box.y0 + height * end};
  case up: return {box.x0, box.y1 - height * end, box.x1, box.y1 - height * start};
  case left: return {box.x1 - width * end, box.y0, box.x1 - width * start, box.y1};
  default: return {box.x0 + width * start, box.y0, box.x0 + width * end, box.y1};
  }
}

}  // namespace

uint32_t packed(const GfxRGB &color) {
  return static_cast<uint32_t>(colToByte(color.r)) << 16 | static_cast<uint32_t>(colToByte(color.g)) << 8
      | colToByte(color.b);
}

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

#if USE_CMS
/// Tells poppler to leave colour profiles alone.
///
/// Building a transform for each ICC profile costs as much as the text of several pages, and the plain device colours
/// are near enough to tell colours apart. Poppler falls back on these when the display is not one of colours, so it
/// gets the null profile of the little CMS that it is linked with.
static GfxLCMSProfilePtr colorlessDisplay() {
  using MakeProfile = void *();
  const auto make = reinterpret_cast<MakeProfile *>(dlsym(RTLD_DEFAULT, "cmsCreateNULLProfile"));
  return make ? make_GfxLCMSProfilePtr(make()) : nullptr;
}
#endif

InkRecorder::InkRecorder(FontTable &fontTable, StreamSlots &streamSlots)
    : fontTable(fontTable), streamSlots(streamSlots) {
#if USE_CMS
  setDisplayProfile(colorlessDisplay());
#endif
}

void InkRecorder::startPage(int number, GfxState *state, XRef *pageXRef) {
  xref = pageXRef;
  ink.clear();
  seen = state;
  pageFontByFile.assign(fontTable.size(), -1);
  pageWidth = state->getPageWidth();
  pageHeight = state->getPageHeight();
  textIsStale = fillColorIsStale = true;
  marks.clear();
  forms.clear();
  actualTextDepth = maskDepth = 0;
  isInPatternText = false;
}

uint16_t InkRecorder::pageFont(uint32_t index) {
  if (index >= pageFontByFile.size()) {
    pageFontByFile.resize(index + 1, -1);
  }
  if (pageFontByFile[index] < 0) {
    pageFontByFile[index] = static_cast<int32_t>(std::min<size_t>(ink.fonts.size(), UINT16_MAX));
    if (ink.fonts.size() <= UINT16_MAX) {
      ink.fonts.push_back(index);
    }
  }
  return static_cast<uint16_t>(pageFontByFile[index]);
}

void InkRecorder::refreshFrame(GfxState *state) {
  textIsStale = false;
  const std::shared_ptr<GfxFont> &font = state->getFont();
  const uint32_t index = fontTable.indexOf(font, xref);
  frame.font = &fontTable[index];
  frame.fontIndex = pageFont(index);

  const auto &text = state->getTextMat();
  const double size = state->getFontSize() * frame.font->emScale;
  state->transformDelta(text[2] * size, text[3] * size, &frame.up.x, &frame.up.y);
  frame.size = std::hypot(frame.up.x, frame.up.y);

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

uint32_t InkRecorder::currentFill(GfxState *state) {
  if (fillColorIsStale) {
    fillColorIsStale = false;
    GfxRGB color;
    state->getFillRGB(&color);
    fillColor = packed(color);
  }
  return fillColor;
}

uint32_t InkRecorder::textColor(GfxState *state) {
  if ((state->getRender() & 3) != 1) {
    return currentFill(state);
  }
  GfxRGB color;
  state->getStrokeRGB(&color);
  return packed(color);
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
  // Character and word spacing move the pen but are no part of the glyph.
  double spacing = state->getCharSpace();
  if (byteCount == 1 && code == 0x20) {
    spacing += state->getWordSpace();
  }
  if (spacing != 0) {
    double sx, sy;
    if (frame.font->isVertical) {
      state->textTransformDelta(0, spacing, &sx, &sy);
    } else {
      state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
    }
    dx -= sx;
    dy -= sy;
  }
  Point pen, advance;
  state->transform(x, y, &pen.x, &pen.y);
  state->transformDelta(dx, dy, &advance.x, &advance.y);

  KZGlyph glyph;
  const KZBox box = glyphBox(pen, advance);
  if (!(std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1))) {
    return;
  }
  glyph.x0 = box.x0;
  glyph.y0 = box.y0;
  glyph.x1 = box.x1;
  glyph.y1 = box.y1;
  glyph.originX = static_cast<float>(pen.x);
  glyph.originY = static_cast<float>(pen.y);
  glyph.size = static_cast<float>(frame.size);
  glyph.font = frame.fontIndex;
  glyph.direction = frame.direction;
  glyph.traits = frame.traits;
  if (state->getRender() == 3) {
    glyph.traits |= invisible;
  }
  if (isClipped(state, box)) {
    glyph.traits |= clipped;
  }
  if (frame.font->isGuessed(code)) {
    glyph.traits |= guessed;
  }
  glyph.mark = -1;
  if (!marks.empty()) {
    glyph.mark = marks.back().id;
    if (marks.back().isArtifact) {
      glyph.traits |= artifact;
    }
  }
  glyph.color = textColor(state);
  glyph.code = code;
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
  const KZBox whole = {glyph.x0, glyph.y0, glyph.x1, glyph.y1};
  const float originX = glyph.originX, originY = glyph.originY;
  for (int i = 0; i < length; ++i) {
    const float start = static_cast<float>(i) / length, end = static_cast<float>(i + 1) / length;
    const KZBox part = slice(whole, glyph.direction, start, end);
    glyph.scalar = scalars[i];
    glyph.x0 = part.x0;
    glyph.y0 = part.y0;
    glyph.x1 = part.x1;
    glyph.y1 = part.y1;
    glyph.originX = originX + static_cast<float>(advance.x) * start;
    glyph.originY = originY + static_cast<float>(advance.y) * start;
    ink.glyphs.push_back(glyph);
    glyph.traits |= continuesLigature;
  }
}

// Marked content. Poppler calls the end also for content whose beginning it does not report (named property
// lists), so an end may find nothing to end.

void InkRecorder::beginMark(const std::string &name, Dict *properties) {
  Mark mark = {-1, false};
  if (!marks.empty()) {
    mark = marks.back();
  }
  if (name == "Artifact") {
    mark.isArtifact = true;
  }
  if (properties) {
    const Object id = properties->lookup("MCID");
    if (id.isInt()) {
      const int32_t slot = forms.empty() ? 0 : streamSlots.slotOf(forms.back());
      mark.id = StreamSlots::mark(slot, id.getInt());
    }
  }
  marks.push_back(mark);
}

void InkRecorder::endMarkedContent(GfxState *) {
  if (!marks.empty()) {
    marks.pop_back();
  }
}

void InkRecorder::endForm() {
  if (!forms.empty()) {
    forms.pop_back();
  }
}

void InkRecorder::beginReplacement(const std::string &text) {
  actualTextDepth += 1;
  if (actualTextDepth > 1) {
    return;
  }
  actualTextStart = ink.glyphs.size();
  actualText = decodeTextString(text);
}

/// Puts the replacement text where the replaced glyphs stood: each scalar gets its proportional share of them.
void InkRecorder::endActualText(GfxState *) {
  if (actualTextDepth == 0) {
    return;
  }
  actualTextDepth -= 1;
  if (actualTextDepth > 0 || ink.glyphs.size() <= actualTextStart) {
    return;
  }
  const std::vector<KZGlyph> drawn(ink.glyphs.begin() + static_cast<ptrdiff_t>(actualTextStart), ink.glyphs.end());
  ink.glyphs.resize(actualTextStart);
  const size_t glyphCount = drawn.size(), scalarCount = actualText.size();
  for (size_t i = 0; i < scalarCount && ink.glyphs.size() < KZGlyphLimit; ++i) {
    // In units of 1/scalarCount of a glyph, so that shares come out exact.
    const size_t start = i * glyphCount, end = start + glyphCount;
    const size_t first = start / scalarCount, last = std::max(first, (end - 1) / scalarCount);
    KZGlyph glyph = drawn[first];
    if (first == last) {
      const float from = static_cast<float>(start - first * scalarCount) / static_cast<float>(scalarCount);
      const float to = static_cast<float>(end - first * scalarCount) / static_cast<float>(scalarCount);
      const KZBox part = slice({glyph.x0, glyph.y0, glyph.x1, glyph.y1}, glyph.direction, from, to);
      glyph.originX += part.x0 - glyph.x0;
      glyph.x0 = part.x0;
      glyph.y0 = part.y0;
      glyph.x1 = part.x1;
      glyph.y1 = part.y1;
    }
    for (size_t other = first + 1; other <= last; ++other) {
      glyph.x0 = std::min(glyph.x0, drawn[other].x0);
      glyph.y0 = std::min(glyph.y0, drawn[other].y0);
      glyph.x1 = std::max(glyph.x1, drawn[other].x1);
      glyph.y1 = std::max(glyph.y1, drawn[other].y1);
    }
    glyph.scalar = actualText[i];
    glyph.traits = static_cast<uint8_t>((glyph.traits & ~(continuesLigature | guessed)) | replaced);
    ink.glyphs.push_back(glyph);
  }
}

}  // namespace kz
