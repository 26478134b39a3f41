// Compiles the files of a program to bytecode, without running any of them, and says what is wrong with those that
// are no JavaScript.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assay.h"

#define BEFORE "(function (exports, require, module, __filename, __dirname) {\n\n"
#define AFTER "\n})"

typedef struct {
    uint8_t *bytes;
    size_t length, room;
} Buffer;

static bool append(Buffer *buffer, const void *bytes, size_t length)
{
    if (buffer->length + length > buffer->room) {
        size_t room = (buffer->length + length) * 2;
        uint8_t *larger = realloc(buffer->bytes, room);
        if (!larger)
            return false;
        buffer->bytes = larger;
        buffer->room = room;
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && !strcmp(name + length - tail, ending);
}

static JSValue compiled(JSContext *context, const char *name, const uint8_t *text, size_t length, int kind)
{
    Buffer wrapped = { 0 };
    int first_line = kind == KIND_COMMON ? -1 : 1;
    bool whole = (kind != KIND_COMMON || append(&wrapped, BEFORE, strlen(BEFORE))) && append(&wrapped, text, length)
        && (kind != KIND_COMMON || append(&wrapped, AFTER, strlen(AFTER))) && append(&wrapped, "", 1);
    if (!whole)
        return JS_ThrowOutOfMemory(context);
    JSEvalOptions options = {
        .version = JS_EVAL_OPTIONS_VERSION,
        .eval_flags = JS_EVAL_FLAG_COMPILE_ONLY | (kind == KIND_MODULE ? JS_EVAL_TYPE_MODULE : JS_EVAL_TYPE_GLOBAL),
        .filename = name,
        .line_num = first_line,
    };
    JSValue code = JS_Eval2(context, (char *)wrapped.bytes, wrapped.length - 1, &options);
    free(wrapped.bytes);
    return code;
}

// Where an error of the parser is: the larger, the further it came.
static double place_of(JSContext *context, JSValueConst error)
{
    JSValue stack = JS_GetPropertyStr(context, error, "stack");
    const char *text = JS_ToCString(context, stack);
    int line = 0, column = 0;
    const char *end = text ? strchr(text, '\n') : NULL;
    for (const char *at = end; at && at > text; at--)
        if (*at == ':' && sscanf(at, ":%d:%d", &line, &column) == 2)
            break;
    JS_FreeCString(context, text);
    JS_FreeValue(context, stack);
    return line * 1e6 + column;
}

// Like Node: what is no CommonJS may still be a module. Where both fail, the one that came further knows better.
static JSValue compile(JSContext *context, const char *name, const uint8_t *text, size_t length, int *kind)
{
    *kind = ends_with(name, ".mjs") || ends_with(name, ".mts") ? KIND_MODULE : KIND_COMMON;
    JSValue code = compiled(context, name, text, length, *kind);
    if (!JS_IsException(code) || *kind == KIND_MODULE || ends_with(name, ".cjs") || ends_with(name, ".cts"))
        return code;
    JSValue error = JS_GetException(context);
    code = compiled(context, name, text, length, *kind = KIND_MODULE);
    if (!JS_IsException(code)) {
        JS_FreeValue(context, error);
        return code;
    }
    JSValue other = JS_GetException(context);
    bool further = place_of(context, other) > place_of(context, error);
    JS_FreeValue(context, further ? error : other);
    return JS_Throw(context, further ? other : error);
}

static void complain(JSContext *context, const char *name)
{
    JSValue values[] = { JS_NewString(context, name), JS_GetException(context) };
    ask("refuse", 2, values);
}

static uint8_t *text_of(const char *name, size_t *length)
{
    char generated[4096];
    snprintf(generated, sizeof generated, "assay/generated/%s", name);
    uint8_t *text = host_read_file(generated, length);
    return text ? text : host_read_file(name, length);
}

int check_files(JSContext *context, int count, char **names)
{
    Buffer program = { 0 };
    bool sound = true;
    uint32_t files = count;
    append(&program, &files, sizeof files);
    for (int i = 0; i < count; i++) {
        size_t length, code_length;
        uint8_t *text = text_of(names[i], &length);
        if (!text)
            return 1;
        if (length > 1 && text[0] == '#' && text[1] == '!')
            memcpy(text, "//", 2);
        int kind;
        JSValue code = compile(context, names[i], text, length, &kind);
        free(text);
        uint8_t *bytes = JS_IsException(code) ? NULL
            : JS_WriteObject(context, &code_length, code, JS_WRITE_OBJ_BYTECODE);
        if (!bytes) {
            sound = false;
            complain(context, names[i]);
            continue;
        }
        uint32_t header[] = { kind, strlen(names[i]), code_length };
        if (!append(&program, header, sizeof header) || !append(&program, names[i], header[1])
            || !append(&program, bytes, code_length))
            return 1;
        js_free(context, bytes);
    }
    return sound && host_write_file(PROGRAM_PATH, program.bytes, program.length) ? 0 : 1;
}
