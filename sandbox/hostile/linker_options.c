// Asks the linker for files and options through the object file.
#pragma comment(lib, "/etc/passwd")
__attribute__((import_module("host"), import_name("shell"))) int shell(const char *);
int main(void) { return shell("id"); }
