// The bookmarks of a file, flattened.
#include <cmath>
#include <unordered_set>

#include <Catalog.h>
#include <Link.h>
#include <Page.h>
#include <XRef.h>

#include "Document.hpp"
#include "PopplerVersions.hpp"
#include "TextString.hpp"

namespace kz {

namespace {

constexpr size_t bookmarkLimit = 10000;
constexpr int deepestLevel = 32;

/// How far below the top of the page, as displayed, a destination lies.
float offsetOnPage(const Page &page, const LinkDest &destination) {
  const PDFRectangle &box = *page.getCropBox();
  const bool hasLeft = destination.getKind() == destXYZ && destination.getChangeLeft();
  switch (page.getRotate()) {
  case 90: return hasLeft ? static_cast<float>(destination.getLeft() - box.x1) : NAN;
  case 270: return hasLeft ? static_cast<float>(box.x2 - destination.getLeft()) : NAN;
  default: break;
  }
  const bool hasTop = destination.getKind() == destFitR
      || (destination.getChangeTop() && (destination.getKind() == destXYZ || destination.getKind() == destFitH));
  if (!hasTop) {
    return NAN;
  }
  const double top = destination.getTop();
  return static_cast<float>(page.getRotate() == 180 ? top - box.y1 : box.y2 - top);
}

class OutlineWalk {
public:
  explicit OutlineWalk(KZFile &file) : file(file) {}

  std::vector<KZBookmark> entries;

  /// Walks a chain of siblings and their children.
  void walk(const Object &first, int level) {
    Object reference = first.copy();
    while (reference.isRef() && entries.size() < bookmarkLimit && seen.insert(keyOf(reference.getRef())).second) {
      const Object item = reference.fetch(file.document->getXRef());
      if (!item.isDict()) {
        return;
      }
      add(item, level);
      if (level < deepestLevel) {
        walk(item.dictLookupNF("First"), level + 1);
      }
      reference = item.dictLookupNF("Next").copy();
    }
  }

private:
  KZFile &file;
  std::unordered_set<uint64_t> seen;

  void add(const Object &item, int level) {
    const Object title = item.dictLookup("Title");
    KZBookmark entry = {nullptr, level, 0, NAN};
    setTarget(entry, item);
    file.bookmarkTitles.push_back(title.isString() ? utf8TextString(plain(title.getString())) : std::string());
    entries.push_back(entry);
  }

  void setTarget(KZBookmark &entry, const Object &item) {
    Object target = item.dictLookup("Dest");
    if (target.isNull()) {
      const Object action = item.dictLookup("A");
      if (!action.isDict() || !action.dictLookup("S").isName("GoTo")) {
        return;
      }
      target = action.dictLookup("D");
    }
    if (target.isArray()) {
      setPlace(entry, makeDestination<LinkDest>(target));
    } else if (target.isString() || target.isName()) {
      const std::string name = target.isString() ? plain(target.getString()) : plain(target.getName());
      if (const auto destination = findDestination(*file.document, name)) {
        setPlace(entry, *destination);
      }
    }
  }

  void setPlace(KZBookmark &entry, const LinkDest &destination) {
    if (!destination.isOk()) {
      return;
    }
    const int number = destination.isPageRef() ? file.pageNumber(destination.getPageRef()) : destination.getPageNum();
    Page *page = number >= 1 && number <= file.document->getNumPages() ? file.document->getPage(number) : nullptr;
    if (page) {
      entry.page = number;
      entry.y = offsetOnPage(*page, destination);
    }
  }
};

}  // namespace

std::vector<KZBookmark> readOutline(KZFile &file) {
  file.bookmarkTitles.clear();
  const Object catalog = file.document->getXRef()->getCatalog();
  const Object outlines = catalog.isDict() ? catalog.dictLookup("Outlines") : nullObject();
  OutlineWalk walk(file);
  if (outlines.isDict()) {
    walk.walk(outlines.dictLookupNF("First"), 1);
  }
  for (size_t i = 0; i < walk.entries.size(); ++i) {
    walk.entries[i].title = file.bookmarkTitles[i].c_str();
  }
  return std::move(walk.entries);
}

}  // namespace kz
