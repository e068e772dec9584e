#ifndef MLGUARD_LIBCURL_H
#define MLGUARD_LIBCURL_H

#include <stddef.h>

/// What one GET gave. `status` is 0 where there was no HTTP answer; `message` then says why.
typedef struct {
  long status;
  size_t count;
  unsigned char *bytes;
  char message[512];
} mlguard_answer;

/// One GET over TLS, verified by the certificates in `authority`; no proxy, no redirect, no cookie.
/// @param authorization a whole header line; @param limit bytes, more is an error
void mlguard_get(
    const char *url, const char *authorization, const char *authority, long timeout_in_milliseconds, size_t limit,
    mlguard_answer *answer);

void mlguard_release(mlguard_answer *answer);

#endif
