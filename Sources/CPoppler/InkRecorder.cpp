#include "InkRecorder.hpp"

#include <dlfcn.h>

namespace kz {

namespace {

uint32_t packed(const GfxRGB &color) {
  return static_cast<uint32_t>(colToByte(color.r)) << 16 | static_cast<uint32_t>(colToByte(color.g)) << 8
      | colToByte(color.b);
}

#if USE_CMS
/// Tells poppler to leave colour profiles alone.
///
/// Building a transform for each ICC profile costs as much as the text of several pages, and the plain device colours
/// are near enough to tell colours apart. Poppler falls back on these when the display is not one of colours, so it
/// gets the null profile of the little CMS that it is linked with.
GfxLCMSProfilePtr colorlessDisplay() {
  using MakeProfile = void *();
  const auto make = reinterpret_cast<MakeProfile *>(dlsym(RTLD_DEFAULT, "cmsCreateNULLProfile"));
  return make ? make_GfxLCMSProfilePtr(make()) : nullptr;
}
#endif

}  // namespace

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
  pageFonts.assign(fontTable.size() * 2, -1);
  pageWidth = state->getPageWidth();
  pageHeight = state->getPageHeight();
  textIsStale = fillColorIsStale = true;
  marks.clear();
  forms.clear();
  groups.clear();
  actualTextDepth = maskDepth = 0;
  isInPatternText = false;
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

uint32_t InkRecorder::currentStroke(GfxState *state) {
  GfxRGB color;
  state->getStrokeRGB(&color);
  return packed(color);
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

}  // namespace kz
