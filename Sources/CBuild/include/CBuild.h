#ifndef CBUILD_H
#define CBUILD_H

/// The commit that the program was built from, abbreviated; empty where that is not known.
const char *cartograph_commit(void);

#endif
