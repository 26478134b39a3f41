// WASI as JavaScript sees it: files by descriptor, streams through buffers, the clock, and text to and from bytes.
//
// WASI is called without the C library's own files, which would remember folders in the snapshot.
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

#include "assay.h"

#define ROOT 3
#define BUFFER_BYTES 65536

static struct {
    size_t length;
    char bytes[BUFFER_BYTES];
} outputs[2];

static void write_through(int descriptor, const char *bytes, size_t length)
{
    while (length) {
        __wasi_ciovec_t part = { (const uint8_t *)bytes, length };
        __wasi_size_t written = 0;
        if (__wasi_fd_write(descriptor, &part, 1, &written) || !written)
            return;
        bytes += written;
        length -= written;
    }
}

void host_flush(void)
{
    for (int i = 0; i < 2; i++) {
        write_through(i + 1, outputs[i].bytes, outputs[i].length);
        outputs[i].length = 0;
    }
}

void host_write(int descriptor, const char *bytes, size_t length)
{
    if (outputs[descriptor - 1].length + length > BUFFER_BYTES)
        host_flush();
    if (length > BUFFER_BYTES) {
        write_through(descriptor, bytes, length);
        return;
    }
    memcpy(outputs[descriptor - 1].bytes + outputs[descriptor - 1].length, bytes, length);
    outputs[descriptor - 1].length += length;
}

_Noreturn void host_exit(int code)
{
    host_flush();
    __wasi_proc_exit(code);
}

static const char *relative(const char *path)
{
    while (*path == '/' || (path[0] == '.' && path[1] == '/'))
        path++;
    return *path ? path : ".";
}

// The C library checks for a folder to open things in before it is asked; here a missing one is a missing file.
static __wasi_errno_t missing(__wasi_errno_t error)
{
    return error == __WASI_ERRNO_BADF ? __WASI_ERRNO_NOENT : error;
}

static __wasi_errno_t open_path(const char *path, int how, bool append, __wasi_fd_t *descriptor)
{
    __wasi_rights_t rights = __WASI_RIGHTS_FD_READ | __WASI_RIGHTS_FD_SEEK | __WASI_RIGHTS_FD_TELL
        | __WASI_RIGHTS_FD_FILESTAT_GET | __WASI_RIGHTS_FD_READDIR;
    if (how)
        rights |= __WASI_RIGHTS_FD_WRITE | __WASI_RIGHTS_FD_FILESTAT_SET_SIZE;
    __wasi_oflags_t flags = how & ~1;
    return missing(__wasi_path_open(ROOT, 0, relative(path), flags >> 1, rights, rights,
                                    append ? __WASI_FDFLAGS_APPEND : 0, descriptor));
}

// All that is left of a descriptor, with one zero after it.
static uint8_t *read_all(__wasi_fd_t descriptor, size_t *length)
{
    size_t room = BUFFER_BYTES, have = 0;
    __wasi_filestat_t facts;
    if (descriptor && !__wasi_fd_filestat_get(descriptor, &facts) && facts.size < SIZE_MAX / 2)
        room = facts.size + 2;
    uint8_t *bytes = malloc(room);
    while (bytes) {
        __wasi_iovec_t part = { bytes + have, room - have - 1 };
        __wasi_size_t got = 0;
        if (__wasi_fd_read(descriptor, &part, 1, &got) || !got)
            break;
        have += got;
        if (have + 1 == room) {
            uint8_t *larger = realloc(bytes, room *= 2);
            if (!larger)
                free(bytes);
            bytes = larger;
        }
    }
    if (bytes)
        bytes[have] = 0;
    *length = have;
    return bytes;
}

uint8_t *host_read_file(const char *path, size_t *length)
{
    __wasi_fd_t descriptor;
    if (open_path(path, 0, false, &descriptor))
        return NULL;
    uint8_t *bytes = read_all(descriptor, length);
    (void)!__wasi_fd_close(descriptor);
    return bytes;
}

bool host_write_file(const char *path, const uint8_t *bytes, size_t length)
{
    __wasi_fd_t descriptor;
    if (open_path(path, 1 | __WASI_OFLAGS_CREAT << 1 | __WASI_OFLAGS_TRUNC << 1, false, &descriptor))
        return false;
    write_through(descriptor, (const char *)bytes, length);
    return !__wasi_fd_close(descriptor);
}

static void *resize_bytes(JSRuntime *runtime, void *opaque, void *bytes, size_t size)
{
    if (size)
        return realloc(bytes, size);
    free(bytes);
    return NULL;
}

static int32_t integer(JSContext *context, JSValueConst value)
{
    int32_t number = 0;
    JS_ToInt32(context, &number, value);
    return number;
}

// A failure is a negative number: the preview 1 errno. JavaScript turns it into an error with a name.
static JSValue answer(JSContext *context, __wasi_errno_t error, double value)
{
    return JS_NewFloat64(context, error ? -(double)error : value);
}

static JSValue host_read_rest(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    size_t length;
    uint8_t *bytes = read_all(integer(context, values[0]), &length);
    return bytes ? JS_NewArrayBuffer(context, bytes, length, 0, resize_bytes, NULL, false) : JS_ThrowOutOfMemory(context);
}

static JSValue host_read_text(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    size_t length;
    uint8_t *bytes = read_all(integer(context, values[0]), &length);
    if (!bytes)
        return JS_ThrowOutOfMemory(context);
    JSValue text = JS_NewStringLen(context, (char *)bytes, length);
    free(bytes);
    return text;
}

static uint8_t *bytes_of(JSContext *context, JSValueConst value, size_t *length)
{
    uint8_t *bytes = JS_GetUint8Array(context, length, value);
    if (!bytes)
        JS_FreeValue(context, JS_GetException(context));
    return bytes;
}

// The part of an array of bytes that two numbers after it name.
static uint8_t *part_of(JSContext *context, JSValueConst *values, size_t *length)
{
    size_t size;
    uint8_t *bytes = bytes_of(context, values[0], &size);
    size_t from = integer(context, values[1]), to = integer(context, values[2]);
    if (to > size)
        to = size;
    *length = bytes && from < to ? to - from : 0;
    return bytes + (*length ? from : 0);
}

static JSValue host_read_some(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    size_t length;
    uint8_t *bytes = part_of(context, values + 1, &length);
    __wasi_iovec_t part = { bytes, length };
    __wasi_size_t got = 0;
    int32_t descriptor = integer(context, values[0]);
    __wasi_errno_t error = JS_IsNumber(values[4])
        ? __wasi_fd_pread(descriptor, &part, 1, integer(context, values[4]), &got)
        : __wasi_fd_read(descriptor, &part, 1, &got);
    return answer(context, error, got);
}

static JSValue host_write_some(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    int32_t descriptor = integer(context, values[0]);
    const char *text = NULL;
    size_t length;
    const char *bytes = JS_IsString(values[1])
        ? (text = JS_ToCStringLen(context, &length, values[1]))
        : (const char *)part_of(context, values + 1, &length);
    if (JS_IsString(values[1]) && !text)
        return JS_EXCEPTION;
    __wasi_errno_t error = 0;
    __wasi_fdstat_t facts;
    if (descriptor == 1 || descriptor == 2)
        host_write(descriptor, bytes, length);
    else if (!(error = __wasi_fd_fdstat_get(descriptor, &facts)) && !(facts.fs_rights_base & __WASI_RIGHTS_FD_WRITE))
        error = __WASI_ERRNO_BADF;
    else if (!error)
        write_through(descriptor, bytes, length);
    JS_FreeCString(context, text);
    return answer(context, error, length);
}

static JSValue host_open(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    const char *path = JS_ToCString(context, values[0]);
    if (!path)
        return JS_EXCEPTION;
    __wasi_fd_t descriptor = 0;
    __wasi_errno_t error = open_path(path, integer(context, values[1]), JS_ToBool(context, values[2]), &descriptor);
    JS_FreeCString(context, path);
    return answer(context, error, descriptor);
}

static JSValue host_close(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    return answer(context, __wasi_fd_close(integer(context, values[0])), 0);
}

// [type, size] of what a path or a descriptor names.
static JSValue host_facts(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    __wasi_filestat_t facts;
    __wasi_errno_t error;
    if (JS_IsString(values[0])) {
        const char *path = JS_ToCString(context, values[0]);
        if (!path)
            return JS_EXCEPTION;
        error = missing(__wasi_path_filestat_get(ROOT, 0, relative(path), &facts));
        JS_FreeCString(context, path);
    } else {
        error = __wasi_fd_filestat_get(integer(context, values[0]), &facts);
    }
    if (error)
        return answer(context, error, 0);
    JSValue pair = JS_NewArray(context);
    JS_SetPropertyUint32(context, pair, 0, JS_NewInt32(context, facts.filetype));
    JS_SetPropertyUint32(context, pair, 1, JS_NewFloat64(context, facts.size));
    return pair;
}

// Makes a folder, removes one, or removes a file.
static JSValue host_change(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    const char *path = JS_ToCString(context, values[0]);
    if (!path)
        return JS_EXCEPTION;
    int32_t what = integer(context, values[1]);
    __wasi_errno_t error = what == 0 ? __wasi_path_create_directory(ROOT, relative(path))
        : what == 1 ? __wasi_path_remove_directory(ROOT, relative(path))
        : __wasi_path_unlink_file(ROOT, relative(path));
    JS_FreeCString(context, path);
    return answer(context, missing(error), 0);
}

// The names in a folder that is open.
static JSValue host_list(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    static uint8_t entries[BUFFER_BYTES];
    JSValue names = JS_NewArray(context);
    __wasi_dircookie_t next = 0;
    uint32_t index = 0;
    for (__wasi_size_t used = sizeof entries; used == sizeof entries;) {
        __wasi_errno_t error = __wasi_fd_readdir(integer(context, values[0]), entries, sizeof entries, next, &used);
        if (error) {
            JS_FreeValue(context, names);
            return answer(context, error, 0);
        }
        for (size_t at = 0; at + sizeof(__wasi_dirent_t) <= used;) {
            __wasi_dirent_t entry;
            memcpy(&entry, entries + at, sizeof entry);
            const char *name = (const char *)entries + at + sizeof entry;
            at += sizeof entry + entry.d_namlen;
            if (at > used)
                break;
            next = entry.d_next;
            if (name[0] == '.' && (entry.d_namlen == 1 || (name[1] == '.' && entry.d_namlen == 2)))
                continue;
            JS_SetPropertyUint32(context, names, index++, JS_NewStringLen(context, name, entry.d_namlen));
        }
    }
    return names;
}

static JSValue host_now(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    __wasi_timestamp_t now = 0;
    (void)!__wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &now);
    return JS_NewFloat64(context, now / 1e6);
}

static JSValue host_sleep(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    double milliseconds = 0;
    JS_ToFloat64(context, &milliseconds, values[0]);
    __wasi_subscription_t until = { .u = { .tag = __WASI_EVENTTYPE_CLOCK } };
    until.u.u.clock.id = __WASI_CLOCKID_MONOTONIC;
    until.u.u.clock.timeout = milliseconds > 0 ? milliseconds * 1e6 : 0;
    __wasi_event_t event;
    __wasi_size_t events;
    host_flush();
    (void)!__wasi_poll_oneoff(&until, &event, 1, &events);
    return JS_UNDEFINED;
}

static JSValue host_end(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    host_exit(integer(context, values[0]));
}

static JSValue host_decode(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    size_t length;
    const char *bytes = (const char *)part_of(context, values, &length);
    return JS_NewStringLen(context, length ? bytes : "", length);
}

// Half of a pair of surrogates has no place in UTF-8: it is written as U+FFFD.
static void replace_surrogates(uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i + 2 < length; i++)
        if (bytes[i] == 0xED && bytes[i + 1] >= 0xA0)
            memcpy(bytes + i, "\xEF\xBF\xBD", 3);
}

static JSValue host_encode(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    size_t length;
    const char *text = JS_ToCStringLen(context, &length, values[0]);
    if (!text)
        return JS_EXCEPTION;
    uint8_t *bytes = malloc(length + 1);
    if (bytes) {
        memcpy(bytes, text, length);
        replace_surrogates(bytes, length);
    }
    JS_FreeCString(context, text);
    return bytes ? JS_NewArrayBuffer(context, bytes, length, 0, resize_bytes, NULL, false) : JS_ThrowOutOfMemory(context);
}

// [state, result] of a promise, for those who print one.
static JSValue host_promise(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    JSPromiseStateEnum state = JS_PromiseState(context, values[0]);
    if (state == JS_PROMISE_NOT_A_PROMISE)
        return JS_UNDEFINED;
    JSValue pair = JS_NewArray(context);
    JS_SetPropertyUint32(context, pair, 0, JS_NewInt32(context, state));
    JS_SetPropertyUint32(context, pair, 1,
                         state == JS_PROMISE_PENDING ? JS_UNDEFINED : JS_PromiseResult(context, values[0]));
    return pair;
}

static JSValue host_memory(JSContext *context, JSValueConst self, int count, JSValueConst *values)
{
    return JS_NewFloat64(context, __builtin_wasm_memory_size(0) * 65536.0);
}

JSValue host_object(JSContext *context)
{
    static const JSCFunctionListEntry functions[] = {
        JS_CFUNC_DEF("readRest", 1, host_read_rest),
        JS_CFUNC_DEF("readText", 1, host_read_text),
        JS_CFUNC_DEF("read", 5, host_read_some),
        JS_CFUNC_DEF("write", 4, host_write_some),
        JS_CFUNC_DEF("open", 3, host_open),
        JS_CFUNC_DEF("close", 1, host_close),
        JS_CFUNC_DEF("facts", 1, host_facts),
        JS_CFUNC_DEF("change", 2, host_change),
        JS_CFUNC_DEF("list", 1, host_list),
        JS_CFUNC_DEF("now", 0, host_now),
        JS_CFUNC_DEF("sleep", 1, host_sleep),
        JS_CFUNC_DEF("exit", 1, host_end),
        JS_CFUNC_DEF("decode", 3, host_decode),
        JS_CFUNC_DEF("encode", 1, host_encode),
        JS_CFUNC_DEF("promise", 1, host_promise),
        JS_CFUNC_DEF("memory", 0, host_memory),
        JS_CFUNC_MAGIC_DEF("log", 0, console_write, 1),
        JS_CFUNC_MAGIC_DEF("error", 0, console_write, 2),
        JS_CFUNC_DEF("take", 1, modules_take),
        JS_CFUNC_DEF("evaluate", 1, modules_evaluate),
        JS_CFUNC_DEF("namespace", 1, modules_namespace),
    };
    JSValue object = JS_NewObject(context);
    JS_SetPropertyFunctionList(context, object, functions, sizeof functions / sizeof *functions);
    return object;
}
