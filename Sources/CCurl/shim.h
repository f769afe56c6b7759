#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo take any number of arguments, which Swift cannot pass. */

static inline CURLcode cartograph_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode cartograph_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode cartograph_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*cartograph_curl_reader)(char *buffer, size_t size, size_t count, void *source);

static inline CURLcode cartograph_curl_set_reader(CURL *handle, cartograph_curl_reader reader, void *source) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, reader);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_READDATA, source) : code;
}

/* Called at least once a second; anything but 0 ends the transfer. */
typedef int (*cartograph_curl_watcher)(void *source, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode cartograph_curl_set_watcher(CURL *handle, cartograph_curl_watcher watcher, void *source) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watcher);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, source);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L) : code;
}

static inline long cartograph_curl_response_code(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

/* How many connections the last transfer made: none where it went by one that was open. */
static inline long cartograph_curl_connect_count(CURL *handle) {
    long count = 0;
    curl_easy_getinfo(handle, CURLINFO_NUM_CONNECTS, &count);
    return count;
}

static inline CURLcode cartograph_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
