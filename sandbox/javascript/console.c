// console.log of text and numbers, which is most of what programs print: everything else is formatted in JavaScript.
#include <string.h>

#include "assay.h"

static JSValue formatted(JSContext *context, JSValueConst self, int count, JSValueConst *values, int descriptor)
{
    JSValue slow = JS_GetPropertyStr(context, self, descriptor == 1 ? "slowLog" : "slowError");
    JSValue done = JS_Call(context, slow, self, count, values);
    JS_FreeValue(context, slow);
    return done;
}

// Whether a value prints as String() has it; text with a `%` in it may be a format.
static bool is_plain(JSContext *context, JSValueConst value, bool format)
{
    if (JS_IsNumber(value)) {
        double number = 0;
        JS_ToFloat64(context, &number, value);
        return number != 0 || !__builtin_signbit(number);
    }
    if (!JS_IsString(value))
        return JS_IsBool(value) || JS_IsNull(value) || JS_IsUndefined(value);
    if (!format)
        return true;
    size_t length;
    const char *text = JS_ToCStringLen(context, &length, value);
    bool plain = text && !memchr(text, '%', length);
    JS_FreeCString(context, text);
    return plain;
}

JSValue console_write(JSContext *context, JSValueConst self, int count, JSValueConst *values, int descriptor)
{
    JSValue indented = JS_GetPropertyStr(context, self, "indented");
    bool plain = !JS_ToBool(context, indented);
    JS_FreeValue(context, indented);
    for (int i = 0; plain && i < count; i++)
        plain = is_plain(context, values[i], i == 0 && count > 1);
    if (!plain)
        return formatted(context, self, count, values, descriptor);
    for (int i = 0; i < count; i++) {
        size_t length;
        const char *text = JS_ToCStringLen(context, &length, values[i]);
        if (!text)
            return JS_EXCEPTION;
        if (i)
            host_write(descriptor, " ", 1);
        host_write(descriptor, text, length);
        JS_FreeCString(context, text);
    }
    host_write(descriptor, "\n", 1);
    return JS_UNDEFINED;
}
