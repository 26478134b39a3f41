// The files of a program, compiled: found by name when they are required or imported, and what they export.
#include <stdlib.h>
#include <string.h>

#include "assay.h"

typedef struct {
    const char *name;
    const uint8_t *code;
    uint32_t name_length, code_length, kind;
    JSValue module;
} Entry;

static JSContext *context;
static Entry *entries;
static uint32_t entry_count;

static char *normalize(JSContext *_, const char *base, const char *name, void *opaque)
{
    JSValue values[] = { JS_NewString(context, base), JS_NewString(context, name) };
    JSValue resolved = ask("resolve", 2, values);
    JS_FreeValue(context, values[0]);
    JS_FreeValue(context, values[1]);
    const char *text = JS_IsException(resolved) ? NULL : JS_ToCString(context, resolved);
    JS_FreeValue(context, resolved);
    char *copy = text ? js_strdup(context, text) : NULL;
    JS_FreeCString(context, text);
    return copy;
}

static Entry *entry_of(const char *name, size_t length)
{
    for (uint32_t i = 0; i < entry_count; i++)
        if (entries[i].name_length == length && !memcmp(entries[i].name, name, length))
            return &entries[i];
    return NULL;
}

// The names and values a module has that is not one of JavaScript's own: alternating, in one array.
static JSValue pairs_of(const char *name)
{
    JSValue value = JS_NewString(context, name);
    JSValue pairs = ask("pairs", 1, &value);
    JS_FreeValue(context, value);
    return pairs;
}

static int each_export(JSModuleDef *module, JSValue pairs, bool declare)
{
    int64_t length = 0;
    int failed = JS_IsException(pairs) || JS_GetLength(context, pairs, &length);
    for (int64_t i = 0; !failed && i < length; i += 2) {
        JSValue key = JS_GetPropertyInt64(context, pairs, i);
        const char *name = JS_ToCString(context, key);
        failed = !name || (declare ? JS_AddModuleExport(context, module, name)
            : JS_SetModuleExport(context, module, name, JS_GetPropertyInt64(context, pairs, i + 1)));
        JS_FreeCString(context, name);
        JS_FreeValue(context, key);
    }
    JS_FreeValue(context, pairs);
    return failed ? -1 : 0;
}

static int fill(JSContext *_, JSModuleDef *module)
{
    JSAtom atom = JS_GetModuleName(context, module);
    const char *name = JS_AtomToCString(context, atom);
    JS_FreeAtom(context, atom);
    int failed = !name || each_export(module, pairs_of(name), false);
    JS_FreeCString(context, name);
    return failed ? -1 : 0;
}

static int about(JSModuleDef *module, const char *name)
{
    JSValue meta = JS_GetImportMeta(context, module);
    if (JS_IsException(meta))
        return -1;
    JSValue values[] = { meta, JS_NewString(context, name) };
    JSValue done = ask("about", 2, values);
    JS_FreeValue(context, values[1]);
    JS_FreeValue(context, meta);
    JS_FreeValue(context, done);
    return JS_IsException(done) ? -1 : 0;
}

static JSModuleDef *load(JSContext *_, const char *name, void *opaque)
{
    Entry *entry = entry_of(name, strlen(name));
    if (entry && entry->kind == KIND_MODULE) {
        if (JS_IsUndefined(entry->module)) {
            entry->module = JS_ReadObject(context, entry->code, entry->code_length, JS_READ_OBJ_BYTECODE);
            if (JS_IsException(entry->module) || about(engine_module_of(entry->module), name))
                return NULL;
        }
        return engine_module_of(entry->module);
    }
    JSValue pairs = pairs_of(name);
    if (JS_IsException(pairs))
        return NULL;
    JSModuleDef *module = JS_NewCModule(context, name, fill);
    if (!module || each_export(module, pairs, true))
        return NULL;
    return module;
}

void modules_open(JSContext *of)
{
    context = of;
    JS_SetModuleLoaderFunc(JS_GetRuntime(of), normalize, load, NULL);
}

static uint32_t number_at(const uint8_t **at)
{
    uint32_t number;
    memcpy(&number, *at, sizeof number);
    *at += sizeof number;
    return number;
}

// A program is a count, and for each file its kind, two lengths, its name and its code: see check.c.
void modules_load_program(void)
{
    size_t length;
    const uint8_t *at = host_read_file(PROGRAM_PATH, &length);
    if (!at)
        return;
    entry_count = number_at(&at);
    entries = calloc(entry_count + 1, sizeof *entries);
    for (uint32_t i = 0; entries && i < entry_count; i++) {
        Entry *entry = &entries[i];
        entry->kind = number_at(&at);
        entry->name_length = number_at(&at);
        entry->code_length = number_at(&at);
        entry->name = (const char *)at;
        entry->code = at + entry->name_length;
        entry->module = JS_UNDEFINED;
        at = entry->code + entry->code_length;
    }
}

static Entry *named(JSValueConst value)
{
    size_t length;
    const char *name = JS_ToCStringLen(context, &length, value);
    Entry *entry = name ? entry_of(name, length) : NULL;
    JS_FreeCString(context, name);
    return entry;
}

// The function around a file that is no module, true for a module, nothing for a file there is not.
JSValue modules_take(JSContext *_, JSValueConst self, int count, JSValueConst *values)
{
    Entry *entry = named(values[0]);
    if (!entry)
        return JS_UNDEFINED;
    if (entry->kind == KIND_MODULE)
        return JS_TRUE;
    JSValue code = JS_ReadObject(context, entry->code, entry->code_length, JS_READ_OBJ_BYTECODE);
    return JS_IsException(code) ? code : JS_EvalFunction(context, code);
}

// Runs a module, and what it imports first; a promise.
JSValue modules_evaluate(JSContext *_, JSValueConst self, int count, JSValueConst *values)
{
    const char *name = JS_ToCString(context, values[0]);
    JSModuleDef *module = name ? load(context, name, NULL) : NULL;
    JS_FreeCString(context, name);
    Entry *entry = module ? named(values[0]) : NULL;
    if (!entry || JS_ResolveModule(context, entry->module))
        return JS_EXCEPTION;
    return JS_EvalFunction(context, JS_DupValue(context, entry->module));
}

JSValue modules_namespace(JSContext *_, JSValueConst self, int count, JSValueConst *values)
{
    Entry *entry = named(values[0]);
    return entry ? JS_GetModuleNamespace(context, engine_module_of(entry->module)) : JS_UNDEFINED;
}
