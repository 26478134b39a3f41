// Reads, writes, closes and renumbers every descriptor there might be.
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char line[64];
    if (fgets(line, sizeof line, stdin)) fputs(line, stdout);
    fflush(stdout);
    struct stat about;
    for (int descriptor = 3; descriptor < 10000; descriptor++) {
        if (write(descriptor, "x", 1) >= 0 || read(descriptor, line, 1) > 0) return 1;
        fstat(descriptor, &about);
        close(descriptor);
    }
    return 0;
}
