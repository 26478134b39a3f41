int main() {
    volatile bool busy = true;
    while (busy) {
    }
}
