#include "CWebServer.h"

#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/// A connection, from its beginning to its end.
typedef struct Line {
  struct Line *previous, *next;
  int socket;
  /// Since when the client is waited for; 0 while it waits for us.
  time_t since;
} Line;

struct KzWebServer {
  struct MHD_Daemon *daemon;
  KzWebArrival arrival;
  void *context;
  KzWebLimits limits;
  uint16_t port;

  pthread_mutex_t lock;
  pthread_cond_t change;
  /// Behind the lock.
  Line *lines;
  size_t unanswered;
  bool stops;
  pthread_t sweeper;
};

struct KzWebExchange {
  KzWebServer *server;
  struct MHD_Connection *connection;
  char *target;
  const char *method;
  KzWebHeader *headers;
  size_t header_count, header_room;
  uint8_t *body;
  size_t body_length, body_room;
  bool begun, arrived;
  /// What to send, once there is one.
  struct MHD_Response *response;
  unsigned status;
};

const char *kz_web_library_version(void) { return MHD_get_version(); }

static time_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1;  // never 0
}

// MARK: Connections

static void wait_for_client(KzWebServer *server, struct MHD_Connection *connection, bool waits) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  Line *line = info ? info->socket_context : NULL;
  if (!line) return;
  pthread_mutex_lock(&server->lock);
  line->since = waits ? now() : 0;
  pthread_mutex_unlock(&server->lock);
}

static void connection_changed(void *context, struct MHD_Connection *connection, void **line_place,
                               enum MHD_ConnectionNotificationCode what) {
  KzWebServer *server = context;
  if (what == MHD_CONNECTION_NOTIFY_STARTED) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    Line *line = calloc(1, sizeof *line);
    *line_place = line;
    if (!line || !info) return;
    line->socket = info->connect_fd;
    line->since = now();
    pthread_mutex_lock(&server->lock);
    line->next = server->lines;
    if (line->next) line->next->previous = line;
    server->lines = line;
    pthread_mutex_unlock(&server->lock);
    return;
  }
  Line *line = *line_place;
  *line_place = NULL;
  if (!line) return;
  pthread_mutex_lock(&server->lock);
  if (line->next) line->next->previous = line->previous;
  if (line->previous) line->previous->next = line->next;
  if (server->lines == line) server->lines = line->next;
  pthread_mutex_unlock(&server->lock);
  free(line);
}

/// A byte now and then keeps a connection from being idle: here it is told how long a client takes in all.
static void *sweep(void *context) {
  KzWebServer *server = context;
  pthread_mutex_lock(&server->lock);
  while (!server->stops) {
    struct timespec next;
    clock_gettime(CLOCK_REALTIME, &next);
    next.tv_sec += 1;
    pthread_cond_timedwait(&server->change, &server->lock, &next);
    time_t latest = now() - (time_t)server->limits.whole;
    for (Line *line = server->lines; line; line = line->next)
      if (line->since && line->since < latest) shutdown(line->socket, SHUT_RDWR);
  }
  pthread_mutex_unlock(&server->lock);
  return NULL;
}

// MARK: Requests

static void *request_begins(void *context, const char *target, struct MHD_Connection *connection) {
  KzWebExchange *exchange = calloc(1, sizeof *exchange);
  if (!exchange) return NULL;
  exchange->server = context;
  exchange->connection = connection;
  exchange->target = strdup(target);
  return exchange;
}

static void request_ends(void *context, struct MHD_Connection *connection, void **place,
                         enum MHD_RequestTerminationCode how) {
  (void)how;
  wait_for_client(context, connection, true);
  KzWebExchange *exchange = *place;
  *place = NULL;
  if (!exchange) return;
  if (exchange->response) MHD_destroy_response(exchange->response);
  free(exchange->headers);
  free(exchange->body);
  free(exchange->target);
  free(exchange);
}

/// Nothing is decoded here: what a client means by its bytes is told in one place.
static size_t leave(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

static enum MHD_Result keep_header(void *context, enum MHD_ValueKind kind, const char *name, const char *value) {
  (void)kind;
  KzWebExchange *exchange = context;
  if (exchange->header_count == exchange->header_room) {
    size_t room = exchange->header_room ? 2 * exchange->header_room : 16;
    KzWebHeader *more = realloc(exchange->headers, room * sizeof *more);
    if (!more) return MHD_NO;
    exchange->headers = more;
    exchange->header_room = room;
  }
  exchange->headers[exchange->header_count++] = (KzWebHeader){name, value ? value : ""};
  return MHD_YES;
}

static bool keep_body(KzWebExchange *exchange, const char *bytes, size_t length) {
  size_t limit = exchange->server->limits.body;
  if (length > limit || exchange->body_length > limit - length) return false;
  if (exchange->body_length + length > exchange->body_room) {
    size_t room = 2 * (exchange->body_length + length);
    uint8_t *more = realloc(exchange->body, room);
    if (!more) return false;
    exchange->body = more;
    exchange->body_room = room;
  }
  memcpy(exchange->body + exchange->body_length, bytes, length);
  exchange->body_length += length;
  return true;
}

static bool claims_too_much(struct MHD_Connection *connection, size_t limit) {
  const char *claim = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
  return claim && strtoull(claim, NULL, 10) > limit;
}

static enum MHD_Result refuse_size(struct MHD_Connection *connection) {
  static char words[] = "too large\n";
  struct MHD_Response *response =
      MHD_create_response_from_buffer(sizeof words - 1, words, MHD_RESPMEM_PERSISTENT);
  if (!response) return MHD_NO;
  MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
  MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
  enum MHD_Result result = MHD_queue_response(connection, 413, response);
  MHD_destroy_response(response);
  return result;
}

static enum MHD_Result hand_over(KzWebExchange *exchange) {
  KzWebServer *server = exchange->server;
  pthread_mutex_lock(&server->lock);
  bool stops = server->stops;
  if (!stops) server->unanswered += 1;
  pthread_mutex_unlock(&server->lock);
  if (stops) return MHD_NO;
  exchange->arrived = true;
  MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, keep_header, exchange);
  wait_for_client(server, exchange->connection, false);
  // Before it is handed over: the answer may be there before this returns.
  MHD_suspend_connection(exchange->connection);
  server->arrival(server->context, exchange);
  return MHD_YES;
}

static enum MHD_Result request_goes_on(void *context, struct MHD_Connection *connection, const char *url,
                                       const char *method, const char *version, const char *bytes, size_t *length,
                                       void **place) {
  (void)url;
  (void)version;
  KzWebServer *server = context;
  KzWebExchange *exchange = *place;
  if (!exchange || !exchange->target) return MHD_NO;
  if (exchange->response) {
    wait_for_client(server, connection, true);
    return MHD_queue_response(connection, exchange->status, exchange->response);
  }
  if (exchange->arrived) return MHD_NO;  // could not be answered
  if (!exchange->begun) {
    exchange->begun = true;
    exchange->method = method;
    return claims_too_much(connection, server->limits.body) ? refuse_size(connection) : MHD_YES;
  }
  if (*length > 0) {
    bool fits = keep_body(exchange, bytes, *length);
    *length = 0;
    return fits ? MHD_YES : MHD_NO;
  }
  return hand_over(exchange);
}

const char *kz_web_method(const KzWebExchange *exchange) { return exchange->method; }
const char *kz_web_target(const KzWebExchange *exchange) { return exchange->target; }
size_t kz_web_header_count(const KzWebExchange *exchange) { return exchange->header_count; }
KzWebHeader kz_web_header(const KzWebExchange *exchange, size_t index) { return exchange->headers[index]; }

const uint8_t *kz_web_body(const KzWebExchange *exchange, size_t *length) {
  *length = exchange->body_length;
  return exchange->body;
}

void kz_web_answer(KzWebExchange *exchange, unsigned status, const KzWebHeader *headers, size_t header_count,
                   const uint8_t *body, size_t body_length) {
  KzWebServer *server = exchange->server;
  struct MHD_Response *response =
      MHD_create_response_from_buffer(body_length, (void *)body, MHD_RESPMEM_MUST_COPY);
  for (size_t index = 0; response && index < header_count; index++)
    MHD_add_response_header(response, headers[index].name, headers[index].value);
  exchange->status = status;
  exchange->response = response;
  MHD_resume_connection(exchange->connection);
  pthread_mutex_lock(&server->lock);
  server->unanswered -= 1;
  pthread_cond_broadcast(&server->change);
  pthread_mutex_unlock(&server->lock);
}

// MARK: The server

/// A socket that listens, or -1 with the fault.
static int listen_at(const char *address, uint16_t port, int *fault) {
  struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_PASSIVE, .ai_socktype = SOCK_STREAM}, *found = NULL;
  if (getaddrinfo(address, NULL, &hints, &found) != 0 || !found) {
    *fault = EADDRNOTAVAIL;
    return -1;
  }
  if (found->ai_family == AF_INET6)
    ((struct sockaddr_in6 *)found->ai_addr)->sin6_port = htons(port);
  else
    ((struct sockaddr_in *)found->ai_addr)->sin_port = htons(port);
  int yes = 1;
  int listener = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listener >= 0) setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (listener < 0 || bind(listener, found->ai_addr, found->ai_addrlen) != 0 || listen(listener, 128) != 0) {
    *fault = errno;
    if (listener >= 0) close(listener);
    listener = -1;
  }
  freeaddrinfo(found);
  return listener;
}

static uint16_t port_of(int listener) {
  struct sockaddr_storage address;
  socklen_t length = sizeof address;
  if (getsockname(listener, (struct sockaddr *)&address, &length) != 0) return 0;
  return ntohs(address.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&address)->sin6_port
                                             : ((struct sockaddr_in *)&address)->sin_port);
}

static struct MHD_Daemon *start_daemon(KzWebServer *server, int listener) {
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
  return MHD_start_daemon(
      flags, 0, NULL, NULL, request_goes_on, server, MHD_OPTION_LISTEN_SOCKET, listener,
      MHD_OPTION_CONNECTION_LIMIT, server->limits.connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      server->limits.head, MHD_OPTION_CONNECTION_TIMEOUT, server->limits.idle, MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_UNESCAPE_CALLBACK, leave, NULL, MHD_OPTION_URI_LOG_CALLBACK, request_begins, server,
      MHD_OPTION_NOTIFY_COMPLETED, request_ends, server, MHD_OPTION_NOTIFY_CONNECTION, connection_changed, server,
      MHD_OPTION_END);
}

static void free_server(KzWebServer *server) {
  pthread_cond_destroy(&server->change);
  pthread_mutex_destroy(&server->lock);
  free(server);
}

KzWebServer *kz_web_start(const char *address, uint16_t port, KzWebLimits limits, KzWebArrival arrival, void *context,
                          int *fault) {
  int listener = listen_at(address, port, fault);
  if (listener < 0) return NULL;
  KzWebServer *server = calloc(1, sizeof *server);
  if (!server) abort();
  server->arrival = arrival;
  server->context = context;
  server->limits = limits;
  server->port = port_of(listener);
  pthread_mutex_init(&server->lock, NULL);
  pthread_cond_init(&server->change, NULL);
  server->daemon = start_daemon(server, listener);
  if (!server->daemon) {
    *fault = EAGAIN;
    close(listener);
    free_server(server);
    return NULL;
  }
  if (pthread_create(&server->sweeper, NULL, sweep, server) != 0) abort();
  return server;
}

uint16_t kz_web_port(const KzWebServer *server) { return server->port; }

void kz_web_stop(KzWebServer *server) {
  pthread_mutex_lock(&server->lock);
  server->stops = true;
  pthread_cond_broadcast(&server->change);
  while (server->unanswered > 0) pthread_cond_wait(&server->change, &server->lock);
  pthread_mutex_unlock(&server->lock);
  pthread_join(server->sweeper, NULL);
  MHD_stop_daemon(server->daemon);
  free_server(server);
}
