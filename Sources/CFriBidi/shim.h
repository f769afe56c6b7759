#include <fribidi.h>

/* A macro, which Swift does not import: left to right unless the first strong character says otherwise. */
static inline FriBidiParType cartograph_paragraph_by_first_strong_character(void) {
    return FRIBIDI_PAR_ON;
}
