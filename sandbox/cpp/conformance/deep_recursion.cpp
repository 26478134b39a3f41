#include <iostream>

long long total(int n) { return n == 0 ? 0 : n + total(n - 1); }

int main() { std::cout << total(10'000) << '\n'; }
