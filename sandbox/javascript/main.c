// Starts the interpreter, once for the snapshot, and runs or checks one program in each instance made of it.
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

#include "assay.h"

// The name by which the interpreter is asked to check files: no file of a submission can have it.
#define CHECK "/check"

// Bytes of heap that are free at first. A program that needs no more leaves the memory's size alone, and so its instance
// can serve again.
#define ROOM (1 << 20)

static JSContext *context;
static JSValue internals;
static bool ticks_wait;
static JSValue notes;
static uint32_t noted;

JSValue ask(const char *what, int count, JSValueConst *values)
{
    JSValue function = JS_GetPropertyStr(context, internals, what);
    JSValue answer = JS_Call(context, function, JS_UNDEFINED, count, values);
    JS_FreeValue(context, function);
    return answer;
}

// An exception nobody caught: JavaScript reports it and ends the run, unless the program listens for it.
static void fatal(void)
{
    JSValue error = JS_GetException(context);
    JSValue done = ask("fatal", 1, &error);
    if (JS_IsException(done)) {
        static const char said[] = "an error could not be reported: the program changed what reporting it needs\n";
        host_write(2, said, sizeof said - 1);
        host_exit(7);
    }
    JS_FreeValue(context, done);
    JS_FreeValue(context, error);
}

static void settle(JSValue value)
{
    if (JS_IsException(value))
        fatal();
    JS_FreeValue(context, value);
}

static JSValue tick_waits(JSContext *_, JSValueConst self, int count, JSValueConst *values)
{
    ticks_wait = true;
    return JS_UNDEFINED;
}

static void note(JSValueConst value)
{
    JS_DefinePropertyValueUint32(context, notes, noted++, JS_DupValue(context, value), JS_PROP_C_W_E);
}

// May come where the stack is full: JavaScript hears of it later.
static void rejected(JSContext *_, JSValueConst promise, JSValueConst reason, bool handled, void *opaque)
{
    note(promise);
    note(reason);
    note(JS_NewBool(context, handled));
}

static void tell_of_rejections(void)
{
    if (noted) {
        JSValue list = notes;
        notes = JS_NewArray(context);
        noted = 0;
        settle(ask("rejected", 1, &list));
        JS_FreeValue(context, list);
    }
    settle(ask("rejections", 0, NULL));
}

// Runs what waits for the current piece of work to end: ticks first, then reactions of promises.
static void drain(void)
{
    JSContext *_;
    do {
        if (ticks_wait) {
            ticks_wait = false;
            settle(ask("ticks", 0, NULL));
        }
        int state;
        while ((state = JS_ExecutePendingJob(JS_GetRuntime(context), &_)) != 0)
            if (state < 0)
                fatal();
    } while (ticks_wait);
    tell_of_rejections();
}

// What was printed should not be lost when a loop without end is stopped.
static int interrupt(JSContext *_, void *opaque)
{
    host_flush();
    return 0;
}

static JSValue library_file(const char *name)
{
    static const char before[] = "(function (exports, require, module, host, internals) {", after[] = "\n})";
    size_t length;
    uint8_t *text = host_read_file(name, &length);
    size_t whole = strlen(before) + length + strlen(after);
    char *wrapped = malloc(whole + 1);
    strcpy(wrapped, before);
    memcpy(wrapped + strlen(before), text, length);
    strcpy(wrapped + strlen(before) + length, after);
    const char *last = strrchr(name, '/') + 1;
    char label[64] = "node:";
    strncat(label, last, strlen(last) - strlen(".js"));
    JSValue function = JS_Eval(context, wrapped, whole, label, JS_EVAL_TYPE_GLOBAL);
    free(wrapped);
    free(text);
    return function;
}

static void arguments(int *count, char ***list)
{
    __wasi_size_t number = 0, bytes = 0;
    (void)!__wasi_args_sizes_get(&number, &bytes);
    *count = number;
    *list = calloc(number + 1, sizeof(char *));
    (void)!__wasi_args_get((uint8_t **)*list, malloc(bytes + 1));
}

// The library itself is broken: only ever seen by those who change it.
static void check_library(JSValue value)
{
    if (!JS_IsException(value))
        return;
    JSValue error = JS_GetException(context);
    const char *parts[] = { JS_ToCString(context, error), "\n",
                            JS_ToCString(context, JS_GetPropertyStr(context, error, "stack")) };
    for (int i = 0; i < 3; i++)
        if (parts[i])
            host_write(2, parts[i], strlen(parts[i]));
    host_exit(1);
}

// Called once, by the host, before the snapshot: its arguments are the files of the library, the first of which
// puts the others together.
__attribute__((export_name("wizer-initialize"))) void initialize(void)
{
    int count;
    char **names;
    arguments(&count, &names);
    JSRuntime *runtime = engine_runtime();
    context = JS_NewContext(runtime);
    internals = JS_NewObject(context);
    notes = JS_NewArray(context);
    JSValue library = JS_NewObject(context), host = host_object(context), first = JS_UNDEFINED;
    JS_SetPropertyStr(context, host, "tick", JS_NewCFunction(context, tick_waits, "tick", 0));
    for (int i = 1; i < count; i++) {
        JSValue file = library_file(names[i]);
        check_library(file);
        if (i == 1)
            first = file;
        const char *name = strrchr(names[i], '/') + 1;
        JSAtom atom = JS_NewAtomLen(context, name, strlen(name) - strlen(".js"));
        JS_SetProperty(context, library, atom, file);
        JS_FreeAtom(context, atom);
    }
    JSValueConst parameters[] = { library, JS_UNDEFINED, JS_UNDEFINED, host, internals };
    check_library(JS_Call(context, first, JS_UNDEFINED, 5, parameters));
    modules_open(context);
    JS_SetHostPromiseRejectionTracker(runtime, rejected, NULL);
    JS_SetInterruptHandler(runtime, interrupt, NULL);
    free(names);
    JS_RunGC(runtime);
    void *volatile room = malloc(ROOM);
    free(room);
}

static JSValue list_of(int count, char **values)
{
    JSValue list = JS_NewArray(context);
    for (int i = 0; i < count; i++)
        JS_SetPropertyUint32(context, list, i, JS_NewString(context, values[i]));
    return list;
}

static void begin(void)
{
    uint64_t seed = 0;
    (void)!__wasi_random_get((uint8_t *)&seed, sizeof seed);
    engine_begin(context, seed);
}

// Starts the program with its name and arguments.
static void start(int count, char **values)
{
    JSValue list = list_of(count, values);
    modules_load_program();
    settle(ask("start", 1, &list));
}

// Goes on until nothing is left to do.
static _Noreturn void finish(void)
{
    for (;;) {
        drain();
        JSValue more = ask("turn", 0, NULL);
        if (JS_IsException(more))
            fatal();
        else if (!JS_ToBool(context, more))
            break;
    }
    settle(ask("end", 0, NULL));
    host_exit(0);
}

// A program that is called is loaded first, with its name alone; what it then waits for is done after the call.
__attribute__((export_name("load"))) void load(void)
{
    int count;
    char **values;
    arguments(&count, &values);
    begin();
    start(count, values);
    drain();
}

// Calls what the program left under the name that is the first argument; the others are the program's.
__attribute__((export_name("call"))) void call(void)
{
    int count;
    char **values;
    arguments(&count, &values);
    begin();
    JSValue list = list_of(count, values);
    settle(ask("call", 1, &list));
    finish();
}

int main(void)
{
    int count;
    char **values;
    arguments(&count, &values);
    begin();
    if (count && !strcmp(values[0], CHECK))
        host_exit(check_files(context, count - 1, values + 1));
    start(count, values);
    finish();
}
