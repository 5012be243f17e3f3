#ifndef KZ_DIGEST_H
#define KZ_DIGEST_H

#include <stddef.h>

/// SHA-256 of bytes that come piece by piece.
typedef struct KzDigest KzDigest;

/// Never null; the program ends where memory does.
KzDigest *_Nonnull kz_digest_new(void);
void kz_digest_add(KzDigest *_Nonnull digest, const void *_Nonnull bytes, size_t count);
/// 64 hexadecimal digits and a NUL, owned by the digest; nothing can be added after it.
const char *_Nonnull kz_digest_hex(KzDigest *_Nonnull digest);
void kz_digest_free(KzDigest *_Nonnull digest);

#endif
