// A loop that runs while the program is compiled.
constexpr int endless() {
    int n = 0;
    for (;;) n = (n + 1) % 7;
    return n;
}
constexpr int value = endless();
int main() { return value; }
