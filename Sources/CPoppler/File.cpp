// The C face of a PDF file: opening, pages, fonts, labels.
#include <memory>
#include <mutex>
#include <optional>

#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <goo/GooString.h>

#include "CPoppler.h"
#include "InkRecorder.hpp"
#include "TextString.hpp"

struct KZFile {
  std::unique_ptr<PDFDoc> document;
  kz::FontTable fontTable;
  kz::InkRecorder recorder{fontTable};
  std::string label;
  std::string damage;
};

namespace {

/// The file whose page is being read on this thread; poppler's error callback knows no context.
thread_local KZFile *current = nullptr;

void collectError(ErrorCategory category, Goffset, const char *message) {
  // Poppler mends most errors; these words tell of content that is lost.
  static const char *const losses[] = {"flate stream", "Weird page contents", "nknown filter", "end of file in"};
  if (!current || category == errSyntaxWarning || !current->damage.empty()) {
    return;
  }
  const std::string text(message);
  for (const char *loss : losses) {
    if (text.find(loss) != std::string::npos) {
      current->damage = text;
      return;
    }
  }
}

void prepare() {
  static std::once_flag once;
  std::call_once(once, [] {
    // Held for ever: poppler-glib counts these and would else replace the global parameters.
    static GlobalParamsIniter initer(collectError);
    setErrorCallback(collectError);
  });
}

KZOpenResult resultOf(int errorCode) {
  switch (errorCode) {
  case errNone: return KZOpened;
  case errOpenFile:
  case errFileIO: return KZCannotOpen;
  case errEncrypted: return KZNeedsPassword;
  default: return KZDamaged;
  }
}

bool abortWhenFull(void *recorder) { return static_cast<kz::InkRecorder *>(recorder)->isFull(); }

void readContents(KZFile *file, Page *page) {
  const std::unique_ptr<Gfx> gfx(page->createGfx(
      &file->recorder, 72, 72, 0, false, false, -1, -1, -1, -1, false, abortWhenFull, &file->recorder));
  page->display(gfx.get());
}

}  // namespace

KZFile *kz_open(const char *path, const char *password, KZOpenResult *result) {
  prepare();
  std::optional<GooString> owner, user;
  if (password) {
    owner.emplace(password);
    user.emplace(password);
  }
  auto file = std::make_unique<KZFile>();
  file->document = std::make_unique<PDFDoc>(std::make_unique<GooString>(path), owner, user);
  *result = file->document->isOk() ? KZOpened : resultOf(file->document->getErrorCode());
  if (*result == KZNeedsPassword && password) {
    *result = KZBadPassword;
  }
  return *result == KZOpened ? file.release() : nullptr;
}

void kz_close(KZFile *file) { delete file; }

int kz_page_count(KZFile *file) { return file->document->getNumPages(); }

bool kz_read_page(KZFile *file, int number, KZPage *out) {
  Page *page = file->document->getPage(number);
  if (!page || !page->isOk()) {
    return false;
  }
  current = file;
  file->damage.clear();
  kz::PageInk &ink = file->recorder.ink;
  ink.clear();
  readContents(file, page);
  current = nullptr;

  const bool isSideways = page->getRotate() == 90 || page->getRotate() == 270;
  out->width = static_cast<float>(isSideways ? page->getCropHeight() : page->getCropWidth());
  out->height = static_cast<float>(isSideways ? page->getCropWidth() : page->getCropHeight());
  out->glyphs = ink.glyphs.data();
  out->glyphCount = ink.glyphs.size();
  out->fonts = ink.fonts.data();
  out->fontCount = ink.fonts.size();
  out->rulings = ink.rulings.data();
  out->rulingCount = ink.rulings.size();
  out->fills = ink.fills.data();
  out->fillCount = ink.fills.size();
  out->pictures = ink.pictures.data();
  out->pictureCount = ink.pictures.size();
  out->outlines = ink.outlines.data();
  out->outlineCount = ink.outlines.size();
  out->faults = ink.faults | (file->damage.empty() ? 0 : KZPageDamaged);
  out->damage = file->damage.c_str();
  return true;
}

KZFont kz_font(KZFile *file, uint32_t index) {
  const kz::FontFacts &font = file->fontTable[index];
  return {font.name.c_str(), font.flags};
}

const char *kz_page_label(KZFile *file, int number) {
  GooString label;
  if (!file->document->getCatalog()->indexToLabel(number - 1, &label)) {
    return nullptr;
  }
  file->label = kz::utf8TextString(label.toStr());
  return file->label.c_str();
}
