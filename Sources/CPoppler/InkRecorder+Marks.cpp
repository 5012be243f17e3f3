// What encloses drawing: marked content, replacement text, forms, groups.
#include <algorithm>

#include "InkRecorder.hpp"
#include "TextString.hpp"

namespace kz {

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

void InkRecorder::beginGroup(bool isMask) {
  groups.push_back(isMask);
  maskDepth += isMask ? 1 : 0;
}

void InkRecorder::endGroup() {
  if (!groups.empty()) {
    maskDepth -= groups.back() ? 1 : 0;
    groups.pop_back();
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
    KZBox box = boxOf(glyph);
    if (first == last) {
      const float from = static_cast<float>(start - first * scalarCount) / static_cast<float>(scalarCount);
      const float to = static_cast<float>(end - first * scalarCount) / static_cast<float>(scalarCount);
      box = slice(box, glyph.direction, from, to);
      glyph.originX += box.x0 - glyph.x0;
      glyph.originY += box.y0 - glyph.y0;
    }
    for (size_t other = first + 1; other <= last; ++other) {
      extend(box, drawn[other].x0, drawn[other].y0);
      extend(box, drawn[other].x1, drawn[other].y1);
    }
    setBox(glyph, box);
    glyph.scalar = actualText[i];
    glyph.traits = static_cast<uint8_t>((glyph.traits & ~(continuesLigature | guessed)) | replaced);
    ink.glyphs.push_back(glyph);
  }
}

}  // namespace kz
