/* Reads calls and writes what comes of them, for the program that is generated for a function or class in C.
 *
 * The generated file puts these together for the types of its interface. A record of the log is put together in memory
 * and written in one go. Strings lie in the call itself, which has a byte to spare after each. */
#ifndef ASSAY_CALL_H
#define ASSAY_CALL_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *assay_in;
static FILE *assay_log;

static struct {
    char *data;
    size_t length;
    size_t capacity;
    const char *wrong; /* what a value is that its type does not have */
} assay_out;

static inline void assay_give_up(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static inline void *assay_allocate(size_t count, size_t size) {
    void *memory = calloc(count == 0 ? 1 : count, size);
    if (memory == NULL) assay_give_up("no memory for the arguments");
    return memory;
}

static inline void assay_open(void) {
    FILE *call = fopen("/assay/call", "rb");
    if (call == NULL || fseek(call, 0, SEEK_END) != 0) assay_give_up("/assay/call cannot be read");
    size_t length = (size_t)ftell(call);
    rewind(call);
    assay_in = assay_allocate(length + 1, 1);
    if (fread(assay_in, 1, length, call) != length) assay_give_up("/assay/call cannot be read");
    fclose(call);
    assay_log = fopen("/assay/results/log", "wb");
    if (assay_log == NULL) assay_give_up("/assay/results/log cannot be written");
}

static inline int64_t assay_read_int(void) {
    bool negative = *assay_in == '-';
    if (negative) assay_in++;
    uint64_t value = 0;
    for (; *assay_in != '\n'; assay_in++) value = value * 10 + (uint64_t)(*assay_in - '0');
    assay_in++;
    return (int64_t)(negative ? -value : value);
}

static inline size_t assay_read_count(void) { return (size_t)assay_read_int(); }

static inline bool assay_read_bool(void) {
    bool value = *assay_in == 'T';
    assay_in += 2;
    return value;
}

static inline double assay_read_float(void) {
    double value = strtod(assay_in, &assay_in);
    assay_in++;
    return value;
}

static inline char *assay_read_bigint(void) {
    char *digits = assay_in;
    assay_in = strchr(assay_in, '\n');
    *assay_in++ = '\0';
    return digits;
}

/* The next bytes, with a zero after them. */
static inline char *assay_read_block(size_t length) {
    char *block = assay_in;
    assay_in += length;
    *assay_in++ = '\0';
    return block;
}

static inline char *assay_read_string(void) { return assay_read_block(assay_read_count()); }

/* The method of the next step; sleeping is done here. */
static inline int64_t assay_read_step(void) {
    if (*assay_in != 'z') return assay_read_int();
    assay_in += 2;
    int64_t milliseconds = assay_read_int();
    struct timespec wait = {(time_t)(milliseconds / 1000), (long)(milliseconds % 1000) * 1000000};
    nanosleep(&wait, NULL);
    return -1;
}

static inline void assay_put(const void *bytes, size_t length) {
    if (assay_out.capacity - assay_out.length < length) {
        assay_out.capacity = (assay_out.length + length) * 2;
        assay_out.data = realloc(assay_out.data, assay_out.capacity);
        if (assay_out.data == NULL) assay_give_up("no memory for the result");
    }
    if (length > 0) memcpy(assay_out.data + assay_out.length, bytes, length);
    assay_out.length += length;
}

static inline void assay_write_bool(bool value) { assay_put(value ? "T\n" : "F\n", 2); }

static inline void assay_write_int(int64_t value) {
    char text[24];
    char *at = text + sizeof text;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    *--at = '\n';
    do *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0) *--at = '-';
    assay_put(at, (size_t)(text + sizeof text - at));
}

static inline void assay_write_count(size_t count) { assay_write_int((int64_t)count); }

static inline void assay_write_float(double value) {
    char text[40];
    if (isnan(value)) {
        strcpy(text, "NaN\n");
    } else if (isinf(value)) {
        strcpy(text, value > 0 ? "Infinity\n" : "-Infinity\n");
    } else {
        snprintf(text, sizeof text, "%.17g\n", value);
    }
    assay_put(text, strlen(text));
}

static inline void assay_write_block(const void *bytes, size_t length) {
    assay_write_count(length);
    assay_put(bytes, length);
    assay_put("\n", 1);
}

static inline void assay_write_string(const char *text) {
    if (text == NULL) assay_out.wrong = "NULL in the place of a string";
    assay_write_block(text, text == NULL ? 0 : strlen(text));
}

static inline void assay_write_bigint(const char *digits) {
    const char *first = digits == NULL ? "" : digits[0] == '-' ? digits + 1 : digits;
    if (*first == '\0' || first[strspn(first, "0123456789")] != '\0') {
        assay_out.wrong = digits == NULL ? "NULL in the place of an integer" : "a string that is no decimal integer";
        return;
    }
    assay_put(digits, strlen(digits));
    assay_put("\n", 1);
}

static inline void assay_begin(void) {
    assay_out.length = 0;
    assay_out.wrong = NULL;
    assay_put("R\n", 2);
}

/* Writes the record that was begun. */
static inline void assay_end(void) {
    if (assay_out.wrong != NULL) {
        const char *wrong = assay_out.wrong;
        assay_out.length = 0;
        assay_put("T ", 2);
        assay_write_block(wrong, strlen(wrong));
    }
    if (fwrite(assay_out.data, 1, assay_out.length, assay_log) != assay_out.length || fflush(assay_log) != 0) {
        assay_give_up("/assay/results/log cannot be written");
    }
}

/* Writes that the call failed with this message. */
static inline void assay_fail(const char *message, bool mistake) {
    size_t length = strnlen(message, 4096);
    char head[40];
    snprintf(head, sizeof head, "%c 0 %zu\n\n", mistake ? 'X' : 'E', length);
    assay_begin();
    assay_out.length = 0;
    assay_put(head, strlen(head));
    assay_put(message, length);
    assay_put("\n", 1);
    assay_end();
    fprintf(stderr, "error: %s\n", message);
}

#endif
