#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char *at;

static int64_t expression(void);

static int64_t factor(void) {
    if (*at == '(') {
        at++;
        int64_t value = expression();
        at++;
        return value;
    }
    int64_t value = 0;
    while (isdigit((unsigned char)*at)) value = value * 10 + (*at++ - '0');
    return value;
}

static int64_t term(void) {
    int64_t value = factor();
    while (*at == '*') {
        at++;
        value *= factor();
    }
    return value;
}

static int64_t expression(void) {
    int64_t value = term();
    while (*at == '+' || *at == '-') {
        if (*at++ == '+') value += term();
        else value -= term();
    }
    return value;
}

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    char *text = malloc((size_t)n * 64), *end = text;
    for (int i = 1; i <= n; i++) {
        end += sprintf(end, "%s(%d+%d*%d-%d)", i > 1 ? "+" : "", i, i + 1, i + 2, i + 3);
    }
    at = text;
    printf("%lld\n", (long long)expression());
    free(text);
}
