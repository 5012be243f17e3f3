// The C face of a PDF file: opening, pages, fonts, labels, facts.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <mutex>

#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GlobalParams.h>
#include <Page.h>

#include "Document.hpp"
#include "PopplerVersions.hpp"
#include "TextString.hpp"

namespace {

/// The file that poppler works on; its error callback knows no context.
thread_local KZFile *current = nullptr;

class Current {
public:
  explicit Current(KZFile *file) : previous(current) { current = file; }
  ~Current() { current = previous; }

private:
  KZFile *previous;
};

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
    // The first state of graphics makes the profile that all share, unguarded: no two threads may be the first.
    kz::makeGraphicsState(PDFRectangle(0, 0, 1, 1));
  });
}

KZOpenResult resultOf(int errorCode, bool hasPassword) {
  switch (errorCode) {
  case errNone: return KZOpened;
  case errOpenFile:
  case errFileIO: return KZCannotOpen;
  case errEncrypted: return hasPassword ? KZBadPassword : KZNeedsPassword;
  default: return KZDamaged;
  }
}

/// Maps the file into memory: poppler then reads without a system call for every few bytes.
bool mapBytes(KZFile &file, const char *path) {
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return false;
  }
  struct stat status;
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    void *bytes = mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes != MAP_FAILED) {
      file.bytes = static_cast<const char *>(bytes);
      file.size = static_cast<size_t>(status.st_size);
    }
  }
  close(descriptor);
  return file.bytes != nullptr;
}

KZOpenResult openDocument(KZFile &file, const char *password) {
  std::optional<GooString> secret;
  if (password) {
    secret.emplace(password);
  }
  file.document = kz::openInMemory(file.bytes, file.size, secret);
  return file.document->isOk() ? KZOpened : resultOf(file.document->getErrorCode(), password != nullptr);
}

bool abortWhenFull(void *recorder) { return static_cast<kz::InkRecorder *>(recorder)->isFull(); }

/// Whether the page has annotations that show text of their own: notes typed on the page, form fields, stamps.
bool showsAnnotations(Page *page) {
  const Object annotations = page->getAnnotsObject();
  if (!annotations.isArray()) {
    return false;
  }
  for (int i = 0; i < annotations.arrayGetLength(); ++i) {
    const Object annotation = annotations.arrayGet(i);
    const Object kind = annotation.isDict() ? annotation.dictLookup("Subtype") : kz::nullObject();
    if (kind.isName() && !kind.isName("Link") && !kind.isName("Popup")) {
      return true;
    }
  }
  return false;
}

void readContents(KZFile *file, Page *page) {
  if (showsAnnotations(page)) {
    page->displaySlice(
        &file->recorder, 72, 72, 0, false, false, -1, -1, -1, -1, false, abortWhenFull, &file->recorder);
    return;
  }
  // Without annotations poppler need not build them all.
  const std::unique_ptr<Gfx> gfx(page->createGfx(
      &file->recorder, 72, 72, 0, false, false, -1, -1, -1, -1, false, abortWhenFull, &file->recorder));
  page->display(gfx.get());
}

template <typename Item>
void handOut(const std::vector<Item> &items, const Item *&start, size_t &count) {
  start = items.data();
  count = items.size();
}

/// A text out of the document information; empty where there is none.
std::string infoText(PDFDoc &document, const char *key) {
  const Object info = document.getDocInfo();
  const Object value = info.isDict() ? info.dictLookup(key) : kz::nullObject();
  return value.isString() ? kz::utf8TextString(kz::plain(value.getString())) : std::string();
}

}  // namespace

KZFile::~KZFile() {
  document.reset();
  if (bytes) {
    munmap(const_cast<char *>(bytes), size);
  }
}

int KZFile::pageNumber(Ref page) {
  if (pageNumbers.empty()) {
    for (int number = 1; number <= document->getNumPages(); ++number) {
      if (const Ref *ref = document->getCatalog()->getPageRef(number)) {
        pageNumbers.emplace(kz::keyOf(*ref), number);
      }
    }
  }
  const auto found = pageNumbers.find(kz::keyOf(page));
  return found == pageNumbers.end() ? 0 : found->second;
}

KZFile *kz_open(const char *path, const char *password, KZOpenResult *result) {
  prepare();
  auto file = std::make_unique<KZFile>();
  if (!mapBytes(*file, path)) {
    *result = KZCannotOpen;
    return nullptr;
  }
  const Current guard(file.get());
  // Many locked files open without a password; poppler would refuse these when given one that is not theirs.
  *result = openDocument(*file, nullptr);
  if (*result == KZNeedsPassword && password) {
    *result = openDocument(*file, password);
  }
  return *result == KZOpened ? file.release() : nullptr;
}

void kz_close(KZFile *file) { delete file; }

int kz_page_count(KZFile *file) {
  const Current guard(file);
  return file->document->getNumPages();
}

bool kz_read_page(KZFile *file, int number, KZPage *out) {
  const Current guard(file);
  file->damage.clear();
  Page *page = file->document->getPage(number);
  if (!page || !page->isOk()) {
    return false;
  }
  kz::PageInk &ink = file->recorder.ink;
  ink.clear();
  readContents(file, page);

  const bool isSideways = page->getRotate() == 90 || page->getRotate() == 270;
  out->width = static_cast<float>(isSideways ? page->getCropHeight() : page->getCropWidth());
  out->height = static_cast<float>(isSideways ? page->getCropWidth() : page->getCropHeight());
  handOut(ink.glyphs, out->glyphs, out->glyphCount);
  handOut(ink.fonts, out->fonts, out->fontCount);
  handOut(ink.rulings, out->rulings, out->rulingCount);
  handOut(ink.fills, out->fills, out->fillCount);
  handOut(ink.pictures, out->pictures, out->pictureCount);
  handOut(ink.outlines, out->outlines, out->outlineCount);
  out->faults = ink.faults | (file->damage.empty() ? 0 : KZPageDamaged);
  out->damage = file->damage.c_str();
  return true;
}

KZFont kz_font(KZFile *file, uint32_t index) {
  const kz::FontFacts &font = file->fontTable[index];
  return {font.name.c_str(), font.flags};
}

const char *kz_page_label(KZFile *file, int number) {
  const Current guard(file);
  if (!file->hasLabels) {
    const Object catalog = file->document->getXRef()->getCatalog();
    file->hasLabels = catalog.isDict() && !catalog.dictLookupNF("PageLabels").isNull();
  }
  if (!*file->hasLabels) {
    return nullptr;
  }
  kz::SecondArgument<decltype(&Catalog::indexToLabel)>::Type label;
  if (!file->document->getCatalog()->indexToLabel(number - 1, &label)) {
    return nullptr;
  }
  file->label = kz::utf8TextString(kz::plain(label));
  return file->label.empty() ? nullptr : file->label.c_str();
}

void kz_facts(KZFile *file, KZFacts *facts) {
  const Current guard(file);
  file->title = infoText(*file->document, "Title");
  file->producer = infoText(*file->document, "Producer");
  file->outline = kz::readOutline(*file);
  facts->title = file->title.empty() ? nullptr : file->title.c_str();
  facts->producer = file->producer.empty() ? nullptr : file->producer.c_str();
  handOut(file->outline, facts->outline, facts->outlineCount);
}

bool kz_structure(KZFile *file, const KZTag **tags, size_t *count) {
  const Current guard(file);
  const bool isComplete = kz::readStructure(*file, file->tags);
  handOut(file->tags, *tags, *count);
  return isComplete;
}

KZReadiness kz_readiness(void) {
  prepare();
  // Poppler keeps the map; in versions that count references by hand this one is never given back.
  const bool hasMap = static_cast<bool>(kz::unicodeMap(*globalParams, "Adobe-CNS1"));
  return {hasMap, POPPLER_VERSION};
}
