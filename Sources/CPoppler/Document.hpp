#pragma once
// What one open file holds on poppler's side.
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <PDFDoc.h>

#include "CPoppler.h"
#include "InkRecorder.hpp"

struct KZFile {
  KZFile() = default;
  KZFile(const KZFile &) = delete;
  KZFile &operator=(const KZFile &) = delete;
  ~KZFile();

  const char *bytes = nullptr;
  size_t size = 0;
  std::unique_ptr<PDFDoc> document;
  kz::FontTable fontTable;
  kz::StreamSlots streamSlots;
  kz::InkRecorder recorder{fontTable, streamSlots};

  std::optional<bool> hasLabels;  // not known before it is first asked

  // Texts and arrays that the last call handed out.
  std::string label, damage, title, producer;
  std::vector<std::string> bookmarkTitles;
  std::vector<KZBookmark> outline;
  std::vector<KZTag> tags;

  /// The number of the page that a reference names; 0 where there is none.
  int pageNumber(Ref page);

private:
  std::unordered_map<uint64_t, int> pageNumbers;
};

namespace kz {

std::vector<KZBookmark> readOutline(KZFile &file);
bool readStructure(KZFile &file, std::vector<KZTag> &tags);

}  // namespace kz
