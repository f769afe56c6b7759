#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not import; 31 means: gzip framing, the largest window. */
static inline int cartograph_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 31);
}
