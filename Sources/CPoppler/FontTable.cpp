#include "FontTable.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <GfxFont.h>
#include <GlobalParams.h>
#include <XRef.h>

#include "CPoppler.h"
#include "PopplerVersions.hpp"
#include "StreamSlots.hpp"

namespace kz {

namespace {

bool contains(const std::string &name, std::initializer_list<const char *> words) {
  return std::any_of(words.begin(), words.end(), [&](const char *word) { return name.find(word) != std::string::npos; });
}

bool isKnownCollection(const std::string &collection) {
  return contains(collection, {"-CNS1", "-GB1", "-Japan1", "-Japan2", "-Korea1", "-KR", "-Manga1"});
}

/// Whether a glyph name says which character it is: from the lists that poppler knows, or spelled uniXXXX.
bool isMeaningful(const char *name) {
  if (!name) {
    return false;
  }
  if (globalParams->mapNameToUnicodeAll(name) != 0) {
    return true;
  }
  const std::string text(name);
  const size_t digits = text.rfind("uni", 0) == 0 ? 3 : (text.rfind("u", 0) == 0 ? 1 : 0);
  return digits > 0 && text.size() >= digits + 4 && text.find_first_not_of("0123456789ABCDEFabcdef", digits) >= digits + 4;
}

/// How wide (in ems) the widest glyph of a font is: a full stop's width, or a dash over two ideographs.
constexpr double narrowestInEms = 0.2;
constexpr double widestInEms = 2.5;

/// What a Type 3 font's size is to be multiplied with to be that of its ems. Most fonts are drawn in ems, and no name
/// but that of a letter tells better; others are drawn in dots, of which poppler's guess goes by the width of letters.
double type3Scale(const Gfx8BitFont &font) {
  double letter = 0, any = 0, widest = 0;
  for (int code = 0; code < 256; ++code) {
    const char *name = font.getCharName(code);
    const double width = font.getWidth(static_cast<unsigned char>(code));
    if (!name || width <= 0) {
      continue;
    }
    widest = std::max(widest, width);
    const bool isLetter = name[1] == 0 && ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
    if (isLetter && name[0] == 'm') {
      letter = width / 0.6;
      break;
    }
    if (isLetter && letter == 0) {
      letter = width / 0.5;
    }
    if (any == 0) {
      any = width / 0.5;
    }
  }
  const bool isInEms = widest >= narrowestInEms && widest <= widestInEms;
  const double scale = letter > 0 ? letter : isInEms ? 1 : any;
  const auto &matrix = font.getFontMatrix();
  const double stretch = matrix[0] != 0 ? std::fabs(matrix[3] / matrix[0]) : 1;
  const double em = scale * stretch;
  return em > 0 && std::isfinite(em) ? em : 1;
}

void setHeights(FontFacts &facts, const GfxFont &font) {
  double ascent = font.getAscent(), descent = font.getDescent();
  if (facts.flags & KZFontType3) {
    const auto &box = font.getFontBBox();
    const auto &matrix = font.getFontMatrix();
    const auto ends = std::minmax({box[1] * matrix[3], box[3] * matrix[3]});
    ascent = ends.second / facts.emScale;
    descent = ends.first / facts.emScale;
  }
  if (!(ascent >= 0.4 && ascent <= 1.6)) {
    ascent = 0.88;
  }
  if (!(descent <= -0.02 && descent >= -0.9)) {
    descent = -0.12;
  }
  facts.ascent = std::min(ascent, 0.95);
  facts.descent = std::max(descent, -0.35);
}

void setUnicodeKnowledge(FontFacts &facts, const GfxFont &font) {
  if (font.hasToUnicodeCMap()) {
    facts.flags |= KZFontHasUnicodeMap;
    return;
  }
  if (font.isCIDFont()) {
    if (isKnownCollection(plain(static_cast<const GfxCIDFont &>(font).getCollection()))) {
      facts.flags |= KZFontHasUnicodeMap;
    } else {
      facts.allGuessed = true;
    }
    return;
  }
  const auto &simple = static_cast<const Gfx8BitFont &>(font);
  const bool isTrueType = font.getType() == fontTrueType || font.getType() == fontTrueTypeOT;
  if (isTrueType && !simple.getHasEncoding() && font.isSymbolic()) {
    facts.allGuessed = true;
    return;
  }
  for (int code = 0; code < 256; ++code) {
    facts.guessedCodes[code] = !isMeaningful(simple.getCharName(code));
  }
  facts.flags |= KZFontHasUnicodeMap;
}

FontFacts study(const GfxFont &font) {
  FontFacts facts;
  facts.name = font.getName() ? font.getNameWithoutSubsetTag() : std::string();
  const GfxFontType type = font.getType();
  Ref embedded;
  const bool isBold = font.isBold() || font.getWeight() >= GfxFont::W600
      || contains(facts.name, {"Bold", "bold", "BOLD", "Black", "Heavy", "Demi", "-Bd", "-Md,Bold"});
  const bool isItalic = font.isItalic() || contains(facts.name, {"Italic", "italic", "Oblique", "-It"});
  facts.flags = (isBold ? KZFontBold : 0) | (isItalic ? KZFontItalic : 0) | (type == fontType3 ? KZFontType3 : 0)
      | (type == fontType3 || font.getEmbeddedFontID(&embedded) ? KZFontEmbedded : 0);
  facts.isVertical = static_cast<int>(font.getWMode()) == 1;
  if (type == fontType3) {
    facts.emScale = type3Scale(static_cast<const Gfx8BitFont &>(font));
  }
  setHeights(facts, font);
  setUnicodeKnowledge(facts, font);
  return facts;
}

}  // namespace

UnicodeCache::Scalars UnicodeCache::of(CharCode code, int byteCount) {
  if (code > 0xFFFF) {
    return {nullptr, 0};
  }
  std::unique_ptr<Row> &row = rows[code >> 8];
  if (!row) {
    row = std::make_unique<Row>();
  }
  uint32_t &known = (*row)[code & 0xFF];
  if (known == 0) {
    const char bytes[4] = {
        static_cast<char>(code >> 24), static_cast<char>(code >> 16), static_cast<char>(code >> 8),
        static_cast<char>(code)};
    CharCode found;
    const Unicode *scalars = nullptr;
    int count = 0;
    double dx, dy, x, y;
    font->getNextChar(bytes + 4 - byteCount, byteCount, &found, &scalars, &count, &dx, &dy, &x, &y);
    count = scalars ? std::clamp(count, 0, 255) : 0;
    known = static_cast<uint32_t>(pool.size() << 8 | static_cast<uint32_t>(count)) + 1;
    pool.insert(pool.end(), scalars, scalars + count);
  }
  const uint32_t place = known - 1;
  return {pool.data() + (place >> 8), static_cast<int>(place & 0xFF)};
}

/// Takes the map to Unicode away from the font as later pages will build it; false where that is not to be done.
///
/// Poppler builds a page's fonts anew for every page, and parsing this map is most of that work. From here on the font
/// met first answers for all. It is asked by code; in composite fonts poppler hands out characters of the collection
/// in place of codes, which are the same only under the identity encodings.
static bool forgetUnicodeMap(const GfxFont &font, XRef *xref) {
  const Ref id = *font.getID();
  const bool isStored = id.num >= 0 && id.num < xref->getNumObjects() && id.gen < 65536;
  if (!isStored || !font.hasToUnicodeCMap()) {
    return false;
  }
  const Object stored = xref->fetch(id);
  const Object encoding = stored.isDict() ? stored.dictLookup("Encoding") : nullObject();
  const bool isIdentity = encoding.isName("Identity-H") || encoding.isName("Identity-V");
  if (!stored.isDict() || (font.isCIDFont() && !isIdentity)) {
    return false;
  }
  Object lighter = stored.deepCopy();
  lighter.getDict()->remove("ToUnicode");
  xref->setModifiedObject(&lighter, id);
  return true;
}

uint32_t FontTable::indexOf(const std::shared_ptr<GfxFont> &font, XRef *xref) {
  const uint64_t key = keyOf(*font->getID());
  const auto found = byID.find(key);
  if (found != byID.end()) {
    return found->second;
  }
  fonts.push_back(study(*font));
  const uint32_t index = static_cast<uint32_t>(fonts.size() - 1);
  byID.emplace(key, index);
  if (forgetUnicodeMap(*font, xref)) {
    fonts[index].unicode = std::make_unique<UnicodeCache>(font);
  }
  return index;
}

}  // namespace kz
