#include <stdbool.h>
#include <stdio.h>
#include <string.h>

// UTF-8: every byte of a code point but the first begins with the bits 10.
static bool continues(char byte) { return (byte & 0xC0) == 0x80; }

int main(void) {
    char line[4096];
    if (!fgets(line, sizeof line, stdin)) return 1;
    line[strcspn(line, "\n")] = '\0';
    size_t length = strlen(line), points = 0;
    for (size_t i = 0; i < length; i++) points += !continues(line[i]);
    printf("%zu\n", points);
    for (size_t end = length; end > 0;) {
        size_t start = end - 1;
        while (start > 0 && continues(line[start])) start--;
        fwrite(line + start, 1, end - start, stdout);
        end = start;
    }
    putchar('\n');
}
