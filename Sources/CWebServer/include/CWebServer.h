#ifndef KZ_WEB_SERVER_H
#define KZ_WEB_SERVER_H

#include <stddef.h>
#include <stdint.h>

/// A server and its sockets. It reads requests on a thread of its own and answers none of them itself but those that
/// are no HTTP or too large.
typedef struct KzWebServer KzWebServer;

/// One request, read to its end, and the answer to it.
typedef struct KzWebExchange KzWebExchange;

/// What a client may take up.
typedef struct KzWebLimits {
  /// Connections at a time; more have to wait outside.
  unsigned connections;
  /// Bytes of a request's first line and headers, and what MHD itself needs for a connection.
  size_t head;
  size_t body;
  /// Seconds without a byte.
  unsigned idle;
  /// Seconds in which a request has to come in as a whole, and an answer to be taken.
  unsigned whole;
} KzWebLimits;

typedef struct KzWebHeader {
  const char *_Nonnull name;
  const char *_Nonnull value;
} KzWebHeader;

/// Called on the server's thread with each request; it must not wait there. Each exchange has to be answered, once,
/// from any thread.
typedef void (*KzWebArrival)(void *_Nonnull context, KzWebExchange *_Nonnull exchange);

/// The library's version, as it says itself.
const char *_Nonnull kz_web_library_version(void);

/// - Parameter address: numbers only, of either version of IP.
/// - Parameter port: 0 for one that is free.
/// Null with the system's number of the fault.
KzWebServer *_Nullable kz_web_start(const char *_Nonnull address, uint16_t port, KzWebLimits limits,
                                    KzWebArrival _Nonnull arrival, void *_Nonnull context, int *_Nonnull fault);
uint16_t kz_web_port(const KzWebServer *_Nonnull server);
/// Waits until everything that had arrived is answered.
void kz_web_stop(KzWebServer *_Nonnull server);

/// All of these are valid until the exchange is answered.
const char *_Nonnull kz_web_method(const KzWebExchange *_Nonnull exchange);
/// As it was sent: path and query, nothing of them decoded.
const char *_Nonnull kz_web_target(const KzWebExchange *_Nonnull exchange);
size_t kz_web_header_count(const KzWebExchange *_Nonnull exchange);
KzWebHeader kz_web_header(const KzWebExchange *_Nonnull exchange, size_t index);
const uint8_t *_Nullable kz_web_body(const KzWebExchange *_Nonnull exchange, size_t *_Nonnull length);

/// Copies everything.
void kz_web_answer(KzWebExchange *_Nonnull exchange, unsigned status, const KzWebHeader *_Nullable headers,
                   size_t header_count, const uint8_t *_Nullable body, size_t body_length);

#endif
