#include "CZstd.h"

#include <zstd.h>

size_t kz_compressed_bound(size_t count) { return ZSTD_compressBound(count); }

size_t kz_compress(void *target, size_t room, const void *bytes, size_t count, int level) {
  size_t length = ZSTD_compress(target, room, bytes, count, level);
  return ZSTD_isError(length) ? 0 : length;
}

uint64_t kz_decompressed_count(const void *bytes, size_t count) {
  unsigned long long length = ZSTD_getFrameContentSize(bytes, count);
  return length == ZSTD_CONTENTSIZE_UNKNOWN || length == ZSTD_CONTENTSIZE_ERROR ? UINT64_MAX : length;
}

size_t kz_decompress(void *target, size_t room, const void *bytes, size_t count) {
  size_t length = ZSTD_decompress(target, room, bytes, count);
  return ZSTD_isError(length) ? SIZE_MAX : length;
}
