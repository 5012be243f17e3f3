#include "CPagePicture.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The few functions wanted of the stable public interfaces of GLib, cairo and poppler-glib. Pointers to their objects
// go through this file unopened.

enum { rgb24 = 1, success = 0, noMemory = 1 };

typedef int Receiver(void *closure, const unsigned char *data, unsigned int length);

#define FUNCTIONS(X)                                                                  \
  X(void *, g_mapped_file_new, (const char *path, int writable, void **error))        \
  X(void *, g_mapped_file_get_bytes, (void *file))                                    \
  X(void, g_mapped_file_unref, (void *file))                                          \
  X(void, g_bytes_unref, (void *bytes))                                               \
  X(void, g_object_unref, (void *object))                                             \
  X(void *, poppler_document_new_from_bytes, (void *, const char *password, void **)) \
  X(void *, poppler_document_get_page, (void *document, int index))                   \
  X(void, poppler_page_get_size, (void *page, double *width, double *height))         \
  X(void, poppler_page_render, (void *page, void *context))                           \
  X(void *, cairo_image_surface_create, (int format, int width, int height))          \
  X(int, cairo_surface_status, (void *surface))                                       \
  X(int, cairo_surface_write_to_png_stream, (void *surface, Receiver *, void *))      \
  X(void, cairo_surface_destroy, (void *surface))                                     \
  X(void *, cairo_create, (void *surface))                                            \
  X(void, cairo_set_source_rgb, (void *context, double, double, double))              \
  X(void, cairo_paint, (void *context))                                               \
  X(void, cairo_scale, (void *context, double, double))                               \
  X(void, cairo_translate, (void *context, double, double))                           \
  X(void, cairo_destroy, (void *context))

#define POINTER(result, name, arguments) static result(*name) arguments;
FUNCTIONS(POINTER)

static bool isLoaded = false;

static void load(void) {
  void *library = dlopen("libpoppler-glib.so.8", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    return;
  }
  isLoaded = true;
#define FIND(result, name, arguments)            \
  *(void **)(&name) = dlsym(library, #name);     \
  isLoaded = isLoaded && name != NULL;
  FUNCTIONS(FIND)
}

bool kz_pictures_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return isLoaded;
}

struct KZPictures {
  void *document;
  unsigned char *png;
  size_t size, capacity;
};

KZPictures *kz_pictures_open(const char *path, const char *password) {
  if (!kz_pictures_available()) {
    return NULL;
  }
  void *file = g_mapped_file_new(path, 0, NULL);
  if (!file) {
    return NULL;
  }
  void *bytes = g_mapped_file_get_bytes(file);
  void *document = poppler_document_new_from_bytes(bytes, password, NULL);
  g_bytes_unref(bytes);
  g_mapped_file_unref(file);
  KZPictures *pictures = document ? calloc(1, sizeof(KZPictures)) : NULL;
  if (pictures) {
    pictures->document = document;
  } else if (document) {
    g_object_unref(document);
  }
  return pictures;
}

void kz_pictures_close(KZPictures *pictures) {
  g_object_unref(pictures->document);
  free(pictures->png);
  free(pictures);
}

bool kz_picture_size(KZPictures *pictures, int number, double *width, double *height) {
  void *page = poppler_document_get_page(pictures->document, number - 1);
  if (!page) {
    return false;
  }
  poppler_page_get_size(page, width, height);
  g_object_unref(page);
  return true;
}

static int receive(void *closure, const unsigned char *data, unsigned int length) {
  KZPictures *pictures = closure;
  if (pictures->size + length > pictures->capacity) {
    const size_t capacity = (pictures->size + length) * 2;
    unsigned char *grown = realloc(pictures->png, capacity);
    if (!grown) {
      return noMemory;
    }
    pictures->png = grown;
    pictures->capacity = capacity;
  }
  memcpy(pictures->png + pictures->size, data, length);
  pictures->size += length;
  return success;
}

static void drawOn(void *surface, void *page, double scale, double left, double top) {
  void *context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_scale(context, scale, scale);
  cairo_translate(context, -left, -top);
  poppler_page_render(page, context);
  cairo_destroy(context);
}

bool kz_picture_draw(
    KZPictures *pictures, int number, double scale, double left, double top, int width, int height,
    const unsigned char **png, size_t *size) {
  void *page = poppler_document_get_page(pictures->document, number - 1);
  if (!page) {
    return false;
  }
  void *surface = cairo_image_surface_create(rgb24, width, height);
  bool isDrawn = cairo_surface_status(surface) == success;
  if (isDrawn) {
    drawOn(surface, page, scale, left, top);
    pictures->size = 0;
    isDrawn = cairo_surface_write_to_png_stream(surface, receive, pictures) == success;
  }
  cairo_surface_destroy(surface);
  g_object_unref(page);
  *png = pictures->png;
  *size = pictures->size;
  return isDrawn;
}
