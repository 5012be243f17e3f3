#pragma once
// The output device that draws nothing: it writes down each glyph, line, area and picture as poppler meets it.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <Object.h>
#include <GfxState.h>
#include <OutputDev.h>

#include "FontTable.hpp"
#include "Ink.hpp"
#include "StreamSlots.hpp"
#include "SubpathShape.hpp"

namespace kz {

class InkRecorder final : public OutputDev {
public:
  InkRecorder(FontTable &fontTable, StreamSlots &streamSlots);

  PageInk ink;

  // How poppler is to talk to this device.
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override;
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int type) override { return true; }
  bool checkTransparencyGroup(GfxState *state, bool knockout) override { return false; }

  void startPage(int number, GfxState *state, XRef *xref) override;

  // Text.
  void saveState(GfxState *state) override { seen = state; }
  void restoreState(GfxState *state) override {
    seen = state;
    textIsStale = fillColorIsStale = true;
  }
  void updateCTM(GfxState *state, double, double, double, double, double, double) override {
    seen = state;
    textIsStale = true;
  }
  void clip(GfxState *state) override { seen = state; }
  void eoClip(GfxState *state) override { seen = state; }
  void updateTextMat(GfxState *state) override { textIsStale = true; }
  void updateHorizScaling(GfxState *state) override { textIsStale = true; }
  void updateFont(GfxState *state) override { textIsStale = true; }
  void updateRender(GfxState *state) override { textIsStale = true; }
  void updateLineWidth(GfxState *state) override { textIsStale = true; }
  void updateFillColorSpace(GfxState *state) override {
    seen = state;
    fillColorIsStale = true;
  }
  void updateFillColor(GfxState *state) override {
    seen = state;
    fillColorIsStale = true;
  }
  void drawChar(
      GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code,
      int byteCount, const Unicode *unicode, int unicodeCount) override;
  void saveTextPos(GfxState *state) override { isInPatternText = true; }
  void restoreTextPos(GfxState *state) override { isInPatternText = false; }

  // Marked content.
  void endMarkedContent(GfxState *state) override;
  void endActualText(GfxState *state) override;

  // Paths.
  void stroke(GfxState *state) override;
  void fill(GfxState *state) override;
  void eoFill(GfxState *state) override;

  // Patterns, shadings and pictures: only where they stand.
  bool functionShadedFill(GfxState *state, GfxFunctionShading *shading) override { return addShading(state); }
  bool axialShadedFill(GfxState *state, GfxAxialShading *shading, double, double) override { return addShading(state); }
  bool radialShadedFill(GfxState *state, GfxRadialShading *shading, double, double) override { return addShading(state); }
  bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override { return addShading(state); }
  bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return addShading(state); }
  void drawImageMask(
      GfxState *state, Object *ref, Stream *str, int width, int height, bool invert, bool interpolate,
      bool isInline) override;
  void drawImage(
      GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colors, bool interpolate,
      const int *maskColors, bool isInline) override;
  void drawMaskedImage(
      GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colors, bool interpolate,
      Stream *maskStr, int maskWidth, int maskHeight, bool maskInvert, bool maskInterpolate) override;
  void drawSoftMaskedImage(
      GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colors, bool interpolate,
      Stream *maskStr, int maskWidth, int maskHeight, GfxImageColorMap *maskColors, bool maskInterpolate) override;

  // Groups; soft masks are drawn but not shown.
  void endTransparencyGroup(GfxState *state) override { endGroup(); }

  // What poppler calls with other types from release to release. Each stands here in all its forms: the one that this
  // release has overrides it, the others are never called.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winconsistent-missing-override"
#pragma clang diagnostic ignored "-Woverloaded-virtual"
  void beginMarkedContent(const char *name, Dict *properties) { beginMark(name ? name : "", properties); }
  void beginMarkedContent(const std::string &name, Dict *properties) { beginMark(name, properties); }
  void beginActualText(GfxState *state, const GooString *text) { beginReplacement(text->toStr()); }
  void beginActualText(GfxState *state, const std::string &text) { beginReplacement(text); }
  void beginForm(Ref form) { forms.push_back(form); }
  void beginForm(Object *, Ref form) { forms.push_back(form); }
  void endForm(Ref) { endForm(); }
  void endForm(Object *, Ref) { endForm(); }
  bool tilingPatternFill(
      GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double, double) {
    return addShading(state);
  }
  bool tilingPatternFill(
      GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const std::array<double, 6> &, int, int, int, int, double,
      double) {
    return addShading(state);
  }
  void beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask) {
    beginGroup(forSoftMask);
  }
  void beginTransparencyGroup(
      GfxState *, const std::array<double, 4> &, GfxColorSpace *, bool, bool, bool forSoftMask) {
    beginGroup(forSoftMask);
  }
#pragma clang diagnostic pop

  bool isFull() const { return (ink.faults & KZTooManyGlyphs) && (ink.faults & KZTooManyShapes); }

private:
  /// What stays the same from glyph to glyph until the text state changes.
  struct TextFrame {
    FontFacts *font = nullptr;
    uint16_t fontIndex = 0;
    Point up;  // from the baseline one em up, as displayed
    double size = 0;
    uint8_t direction = 0;
    uint8_t traits = 0;
  };
  struct Pen {
    double width;
    uint32_t color;
  };
  struct Mark {
    int32_t id;
    bool isArtifact;
  };

  FontTable &fontTable;
  StreamSlots &streamSlots;
  std::vector<Ref> forms;  // drawn within each other
  /// The graphics state as poppler last showed it.
  GfxState *seen = nullptr;
  XRef *xref = nullptr;
  double pageWidth = 0, pageHeight = 0;
  TextFrame frame;
  bool textIsStale = true;
  bool fillColorIsStale = true;
  uint32_t fillColor = 0;
  std::vector<Mark> marks;
  std::vector<uint32_t> actualText;
  size_t actualTextStart = 0;
  int actualTextDepth = 0;
  std::vector<SubpathShape> shapes;  // of the path being filled
  std::vector<bool> groups;  // begun and not ended: whether each is a soft mask
  int maskDepth = 0;
  bool isInPatternText = false;
  std::vector<int32_t> pageFonts;  // for each of the file's fonts, plain and thickened: its place on the page, or -1

  void beginGroup(bool isMask);
  void endGroup();
  void beginMark(const std::string &name, Dict *properties);
  void beginReplacement(const std::string &text);
  void endForm();
  void refreshFrame(GfxState *state);
  uint16_t pageFont(uint32_t index, bool isThickened);
  bool isThickened(GfxState *state) const;
  uint32_t currentFill(GfxState *state);
  uint32_t currentStroke(GfxState *state);
  KZBox glyphBox(const Point &pen, const Point &advance) const;
  /// How far the pen moves beyond the glyph: character and word spacing.
  Point spacing(GfxState *state, CharCode code, int byteCount) const;
  uint8_t traits(GfxState *state, CharCode code, const KZBox &box) const;
  bool isClipped(GfxState *state, const KZBox &box) const;
  void appendScalars(KZGlyph glyph, const Unicode *unicode, int count, const Point &advance);

  bool hasRoom();
  bool cut(GfxState *state, KZBox &box) const;
  void addFill(GfxState *state, KZBox box, uint32_t color);
  void addRuling(GfxState *state, KZBox box, uint32_t color);
  void addOutline(GfxState *state, KZBox box);
  void addPicture(GfxState *state, KZBox box);
  bool addShading(GfxState *state);
  void addUnitSquare(GfxState *state);
  void strokeSide(GfxState *state, const Point &from, const Point &to, const Pen &pen);
  void fillPath(GfxState *state, bool isEvenOdd);
  bool fillFrame(GfxState *state, bool isEvenOdd, uint32_t color);
};

}  // namespace kz
