// The system's libcurl, loaded when the first request is made: nothing but mlguard-gate needs it, and building needs
// no header of it. The numbers are libcurl's ABI (curl/curl.h, curl/easy.h), which its maintainers keep stable.
// C, because curl_easy_setopt is variadic, which Swift cannot call.
#include "include/libcurl.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  OPT_WRITEDATA = 10001, OPT_URL = 10002, OPT_PROXY = 10004, OPT_ERRORBUFFER = 10010, OPT_USERAGENT = 10018,
  OPT_HTTPHEADER = 10023, OPT_FOLLOWLOCATION = 52, OPT_SSL_VERIFYPEER = 64, OPT_CAINFO = 10065,
  OPT_SSL_VERIFYHOST = 81, OPT_NOSIGNAL = 99, OPT_TIMEOUT_MS = 155, OPT_CONNECTTIMEOUT_MS = 156, OPT_PROTOCOLS = 181,
  OPT_WRITEFUNCTION = 20011, INFO_RESPONSE_CODE = 0x200002, PROTOCOL_HTTP = 1, PROTOCOL_HTTPS = 2,
};

typedef struct {
  void *library;
  void *(*init)(void);
  int (*setopt)(void *, int, ...);
  int (*perform)(void *);
  int (*getinfo)(void *, int, ...);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free_list)(void *);
  const char *(*error_text)(int);
} curl_library;

static int load(curl_library *curl, char *message, size_t size) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "libcurl.dylib"};
  memset(curl, 0, sizeof *curl);
  for (size_t i = 0; i < sizeof names / sizeof names[0] && !curl->library; i++)
    curl->library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!curl->library) {
    snprintf(message, size, "libcurl.so.4 is not installed: apt-get install libcurl4");
    return 0;
  }
  curl->init = (void *(*)(void))dlsym(curl->library, "curl_easy_init");
  curl->setopt = (int (*)(void *, int, ...))dlsym(curl->library, "curl_easy_setopt");
  curl->perform = (int (*)(void *))dlsym(curl->library, "curl_easy_perform");
  curl->getinfo = (int (*)(void *, int, ...))dlsym(curl->library, "curl_easy_getinfo");
  curl->cleanup = (void (*)(void *))dlsym(curl->library, "curl_easy_cleanup");
  curl->append = (void *(*)(void *, const char *))dlsym(curl->library, "curl_slist_append");
  curl->free_list = (void (*)(void *))dlsym(curl->library, "curl_slist_free_all");
  curl->error_text = (const char *(*)(int))dlsym(curl->library, "curl_easy_strerror");
  if (!curl->init || !curl->setopt || !curl->perform || !curl->getinfo || !curl->cleanup || !curl->append ||
      !curl->free_list || !curl->error_text) {
    snprintf(message, size, "the libcurl of this system is not one");
    return 0;
  }
  return 1;
}

typedef struct {
  mlguard_answer *answer;
  size_t limit;
  int is_too_large;
} sink;

static size_t take(char *data, size_t size, size_t count, void *context) {
  sink *into = context;
  size_t more = size * count;
  if (more > into->limit - into->answer->count) {
    into->is_too_large = 1;
    return 0;
  }
  unsigned char *bytes = realloc(into->answer->bytes, into->answer->count + more + 1);
  if (!bytes) return 0;
  memcpy(bytes + into->answer->count, data, more);
  into->answer->bytes = bytes;
  into->answer->count += more;
  return more;
}

void mlguard_get(
    const char *url, const char *authorization, const char *authority, long timeout_in_milliseconds, size_t limit,
    mlguard_answer *answer) {
  memset(answer, 0, sizeof *answer);
  curl_library curl;
  if (!load(&curl, answer->message, sizeof answer->message)) return;
  void *handle = curl.init();
  if (!handle) {
    snprintf(answer->message, sizeof answer->message, "libcurl gives no handle");
    return;
  }
  char reason[256] = "";
  sink into = {answer, limit, 0};
  void *headers = curl.append(NULL, "Accept: application/json");
  if (authorization && *authorization) headers = curl.append(headers, authorization);
  int failed = 0;
  failed |= curl.setopt(handle, OPT_URL, url);
  failed |= curl.setopt(handle, OPT_PROXY, "");
  failed |= curl.setopt(handle, OPT_ERRORBUFFER, reason);
  failed |= curl.setopt(handle, OPT_USERAGENT, "mlguard-gate");
  failed |= curl.setopt(handle, OPT_HTTPHEADER, headers);
  failed |= curl.setopt(handle, OPT_FOLLOWLOCATION, 0L);
  failed |= curl.setopt(handle, OPT_SSL_VERIFYPEER, 1L);
  failed |= curl.setopt(handle, OPT_SSL_VERIFYHOST, 2L);
  if (authority && *authority) failed |= curl.setopt(handle, OPT_CAINFO, authority);
  failed |= curl.setopt(handle, OPT_NOSIGNAL, 1L);
  failed |= curl.setopt(handle, OPT_TIMEOUT_MS, timeout_in_milliseconds);
  failed |= curl.setopt(handle, OPT_CONNECTTIMEOUT_MS, timeout_in_milliseconds);
  failed |= curl.setopt(handle, OPT_PROTOCOLS, (long)(PROTOCOL_HTTPS | PROTOCOL_HTTP));
  failed |= curl.setopt(handle, OPT_WRITEFUNCTION, take);
  failed |= curl.setopt(handle, OPT_WRITEDATA, &into);
  if (failed) {
    snprintf(answer->message, sizeof answer->message, "this libcurl lacks an option that the request needs");
  } else {
    int code = curl.perform(handle);
    if (into.is_too_large)
      snprintf(answer->message, sizeof answer->message, "the answer has more than %zu bytes", limit);
    else if (code)
      snprintf(answer->message, sizeof answer->message, "%s", *reason ? reason : curl.error_text(code));
    else
      curl.getinfo(handle, INFO_RESPONSE_CODE, &answer->status);
  }
  curl.cleanup(handle);
  curl.free_list(headers);
}

void mlguard_release(mlguard_answer *answer) {
  free(answer->bytes);
  answer->bytes = NULL;
  answer->count = 0;
}
