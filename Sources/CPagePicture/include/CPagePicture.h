#pragma once
// Pictures of pages through poppler-glib and cairo.
//
// Both are loaded when the first picture is asked for: linked in, they and what they need would add more than half to
// the start of every process, and most never draw.
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct KZPictures KZPictures;

/// Whether the machine has what pictures need.
bool kz_pictures_available(void);

/// Opens a file to draw its pages; NULL where that fails. The password may be NULL.
KZPictures *kz_pictures_open(const char *path, const char *password);
void kz_pictures_close(KZPictures *pictures);

/// The size of a page (from 1) in points, as displayed; false where there is no such page.
bool kz_picture_size(KZPictures *pictures, int page, double *width, double *height);

/// Draws a part of a page as PNG, `scale` pixels to a point: so many pixels from a point of the page on. The bytes belong
/// to `pictures` and live until the next drawing.
bool kz_picture_draw(
    KZPictures *pictures, int page, double scale, double left, double top, int width, int height,
    const unsigned char **png, size_t *size);

#ifdef __cplusplus
}
#endif
