#include "TextString.hpp"

#include <PDFDocEncoding.h>

namespace kz {

namespace {

std::vector<uint32_t> decodeUTF16(const std::string &bytes, bool isBigEndian) {
  std::vector<uint32_t> scalars;
  const auto unit = [&](size_t at) {
    const uint32_t a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return isBigEndian ? a << 8 | b : b << 8 | a;
  };
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    uint32_t value = unit(i);
    if (value == 0x1B) {  // a language code between two escapes
      size_t end = i + 2;
      while (end + 1 < bytes.size() && unit(end) != 0x1B) {
        end += 2;
      }
      if (end + 1 < bytes.size()) {
        i = end;
        continue;
      }
    }
    if (value >= 0xD800 && value < 0xDC00 && i + 3 < bytes.size()) {
      const uint32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    scalars.push_back(value >= 0xD800 && value < 0xE000 ? 0xFFFD : value);
  }
  return scalars;
}

std::vector<uint32_t> decodeUTF8(const std::string &bytes, size_t start) {
  std::vector<uint32_t> scalars;
  for (size_t i = start; i < bytes.size();) {
    const unsigned char lead = static_cast<unsigned char>(bytes[i]);
    const size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > bytes.size()) {
      scalars.push_back(0xFFFD);
      i += 1;
      continue;
    }
    uint32_t value = length == 1 ? lead : lead & (0x7F >> length);
    for (size_t k = 1; k < length; ++k) {
      value = value << 6 | (static_cast<unsigned char>(bytes[i + k]) & 0x3F);
    }
    const bool isScalar = value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000);
    scalars.push_back(isScalar ? value : 0xFFFD);
    i += length;
  }
  return scalars;
}

void appendUTF8(std::string &text, uint32_t value) {
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else if (value < 0x800) {
    text += {static_cast<char>(0xC0 | value >> 6), static_cast<char>(0x80 | (value & 0x3F))};
  } else if (value < 0x10000) {
    text += {static_cast<char>(0xE0 | value >> 12), static_cast<char>(0x80 | (value >> 6 & 0x3F)),
        static_cast<char>(0x80 | (value & 0x3F))};
  } else {
    text += {static_cast<char>(0xF0 | value >> 18), static_cast<char>(0x80 | (value >> 12 & 0x3F)),
        static_cast<char>(0x80 | (value >> 6 & 0x3F)), static_cast<char>(0x80 | (value & 0x3F))};
  }
}

}  // namespace

std::vector<uint32_t> decodeTextString(const std::string &bytes) {
  if (bytes.rfind("\xFE\xFF", 0) == 0) {
    return decodeUTF16(bytes, true);
  }
  if (bytes.rfind("\xFF\xFE", 0) == 0) {
    return decodeUTF16(bytes, false);
  }
  if (bytes.rfind("\xEF\xBB\xBF", 0) == 0) {
    return decodeUTF8(bytes, 3);
  }
  std::vector<uint32_t> scalars;
  for (const char byte : bytes) {
    const uint32_t value = pdfDocEncoding[static_cast<unsigned char>(byte)];
    scalars.push_back(value ? value : 0xFFFD);
  }
  return scalars;
}

std::string utf8TextString(const std::string &bytes) {
  std::string text;
  for (const uint32_t scalar : decodeTextString(bytes)) {
    if (scalar != 0) {
      appendUTF8(text, scalar);
    }
  }
  return text;
}

}  // namespace kz
