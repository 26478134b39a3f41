// Calls a function through a pointer of another type.
static int one(int x) { return x; }

int main(void) {
    long long (*volatile other)(double) = (long long (*)(double))one;
    return (int)other(1.0);
}
