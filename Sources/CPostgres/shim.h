#include <libpq-fe.h>

/* PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY are characters, which Swift does not import. */

static inline char *cartograph_pg_state(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SQLSTATE); }

static inline char *cartograph_pg_message(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY); }
