#ifndef KZ_ZSTD_H
#define KZ_ZSTD_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes a compressed form may need at most.
size_t kz_compressed_bound(size_t count);
/// The length of the compressed form; 0 on failure.
size_t kz_compress(void *_Nonnull target, size_t room, const void *_Nonnull bytes, size_t count, int level);
/// How long the bytes were before; UINT64_MAX where they are no compressed form.
uint64_t kz_decompressed_count(const void *_Nonnull bytes, size_t count);
/// The length of the decompressed bytes; SIZE_MAX on failure.
size_t kz_decompress(void *_Nonnull target, size_t room, const void *_Nonnull bytes, size_t count);

#endif
