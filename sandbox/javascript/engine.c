// The interpreter, compiled together with what has to see its insides: where memory comes from, the seed of
// Math.random, and how deep calls may go.
#define _GNU_SOURCE 1
#include "quickjs.inc"

#include "assay.h"

// Bytes of stack that JavaScript may use before it is told RangeError. Below what the sandbox gives, by so much that
// the interpreter's own functions never meet the end of the native stack first.
#define STACK_BYTES (STACK_MIB << 20)
#ifndef STACK_MIB
#define STACK_MIB 4
#endif

#define PAGE 65536

// The sandbox ends a run that asks for more memory than it may have. The allocator gives up by itself on what no
// memory could hold, and this asks in its place, so that a program cannot catch what is a memory verdict.
static void *or_ask(void *block, size_t size)
{
    if (!block && size) {
        size_t pages = size / PAGE + 1, left = PAGE - __builtin_wasm_memory_size(0);
        __builtin_wasm_memory_grow(0, pages < left ? pages : left);
    }
    return block;
}

static void *take_zeroed(void *opaque, size_t count, size_t size)
{
    return or_ask(calloc(count, size), count * size);
}

static void *take(void *opaque, size_t size)
{
    return or_ask(malloc(size), size);
}

static void give(void *opaque, void *block)
{
    free(block);
}

static void *resize(void *opaque, void *block, size_t size)
{
    return or_ask(realloc(block, size), size);
}

static size_t size_of(const void *block)
{
    return malloc_usable_size((void *)block);
}

JSRuntime *engine_runtime(void)
{
    static const JSMallocFunctions memory = {
        .js_calloc = take_zeroed,
        .js_malloc = take,
        .js_free = give,
        .js_realloc = resize,
        .js_malloc_usable_size = size_of,
    };
    JSRuntime *runtime = JS_NewRuntime2(&memory, NULL);
    if (runtime)
        JS_SetMaxStackSize(runtime, STACK_BYTES);
    return runtime;
}

// A snapshot knows the stack and the seed of the process it was taken of; a run has its own.
void engine_begin(JSContext *context, uint64_t seed)
{
    JS_UpdateStackTop(context->rt);
    context->random_state = seed ? seed : 1;
    context->time_origin = 0;
}

JSModuleDef *engine_module_of(JSValueConst module)
{
    return JS_VALUE_GET_TAG(module) == JS_TAG_MODULE ? JS_VALUE_GET_PTR(module) : NULL;
}
