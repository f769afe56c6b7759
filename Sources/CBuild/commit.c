#include "CBuild.h"

const char *cartograph_commit(void) { return CARTOGRAPH_COMMIT; }
