#include <stdio.h>

int main(void) {
    FILE *file = fopen("/etc/passwd", "r");
    puts(file ? "opened" : "denied");
}
