#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace kz {

/// The scalars of a PDF text string: UTF-16 or UTF-8 with a byte order mark, or PDFDocEncoding.
std::vector<uint32_t> decodeTextString(const std::string &bytes);

/// The same as UTF-8.
std::string utf8TextString(const std::string &bytes);

}  // namespace kz
