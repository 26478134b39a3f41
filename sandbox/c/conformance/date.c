#include <stdio.h>
#include <time.h>

int main(void) {
    time_t now = time(NULL);
    char text[11];
    strftime(text, sizeof text, "%Y-%m-%d", gmtime(&now));
    puts(text);
}
