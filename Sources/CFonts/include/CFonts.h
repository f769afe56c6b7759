#pragma once

#include <stddef.h>

/* The bytes of a font file. They are never freed. */
typedef struct {
    const unsigned char *bytes;
    size_t count;
} cartograph_font;

/*
 * The first byte of a font file of `fonts/` and the byte after its last, and a
 * function that returns both, because Swift imports no array of unknown length.
 */
#define CARTOGRAPH_FONT(name)                                                                                    \
    extern const unsigned char cartograph_##name[], cartograph_##name##_end[];                                   \
    static inline cartograph_font cartograph_font_##name(void) {                                                 \
        return (cartograph_font){cartograph_##name, (size_t)(cartograph_##name##_end - cartograph_##name)};      \
    }

CARTOGRAPH_FONT(inter_regular)
CARTOGRAPH_FONT(inter_semibold)
CARTOGRAPH_FONT(arabic_regular)
CARTOGRAPH_FONT(arabic_semibold)
CARTOGRAPH_FONT(hebrew_regular)
CARTOGRAPH_FONT(hebrew_semibold)
CARTOGRAPH_FONT(devanagari_regular)
CARTOGRAPH_FONT(devanagari_semibold)
CARTOGRAPH_FONT(thai_regular)
CARTOGRAPH_FONT(thai_semibold)

#undef CARTOGRAPH_FONT
