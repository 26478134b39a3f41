// What the files of the JavaScript runtime share: the interpreter's own interface, and what each file does for the rest.
#ifndef ASSAY_H
#define ASSAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quickjs.h"

// main.c: calls a function of the library by its name.
JSValue ask(const char *what, int count, JSValueConst *values);

// engine.c: the interpreter itself, and the few things of it that its interface does not reach.
JSRuntime *engine_runtime(void);
void engine_begin(JSContext *context, uint64_t seed);
JSModuleDef *engine_module_of(JSValueConst module);

// host.c: WASI as JavaScript sees it.
JSValue host_object(JSContext *context);
void host_flush(void);
void host_write(int descriptor, const char *bytes, size_t length);
// The contents of a file in memory of the caller's, one zero after them; NULL where there is none.
uint8_t *host_read_file(const char *path, size_t *length);
bool host_write_file(const char *path, const uint8_t *bytes, size_t length);
_Noreturn void host_exit(int code);

// console.c: the part of console that has to be fast.
JSValue console_write(JSContext *context, JSValueConst self, int count, JSValueConst *values, int descriptor);

// modules.c: the files of a program, compiled.
void modules_open(JSContext *context);
void modules_load_program(void);
JSValue modules_take(JSContext *context, JSValueConst self, int count, JSValueConst *values);
JSValue modules_evaluate(JSContext *context, JSValueConst self, int count, JSValueConst *values);
JSValue modules_namespace(JSContext *context, JSValueConst self, int count, JSValueConst *values);

// check.c: turns the files of a program into bytecode; 0 if all of them are sound.
int check_files(JSContext *context, int count, char **names);

// The kinds of compiled file.
enum { KIND_COMMON = 0, KIND_MODULE = 1 };

// Where a checked program is, for the one who wrote it and the one who reads it.
#define PROGRAM_PATH "assay/program/code"

#endif
