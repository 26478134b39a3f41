int main(void) {
    volatile int busy = 1;
    while (busy) {
    }
}
