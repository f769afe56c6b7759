#pragma once

#include <stddef.h>

/* The bytes of a font file. They are never freed. */
typedef struct {
    const unsigned char *bytes;
    size_t count;
} cartograph_font;

/* The first byte of each font file of `fonts/`, and the byte after its last. */
extern const unsigned char cartograph_inter_regular[], cartograph_inter_regular_end[];
extern const unsigned char cartograph_inter_semibold[], cartograph_inter_semibold_end[];

/* Functions, because Swift imports no array of unknown length. */
static inline cartograph_font cartograph_font_inter_regular(void) {
    return (cartograph_font){cartograph_inter_regular, (size_t)(cartograph_inter_regular_end - cartograph_inter_regular)};
}

static inline cartograph_font cartograph_font_inter_semibold(void) {
    return (cartograph_font){cartograph_inter_semibold, (size_t)(cartograph_inter_semibold_end - cartograph_inter_semibold)};
}
