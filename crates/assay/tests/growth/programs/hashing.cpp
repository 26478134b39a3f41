#include <iostream>
#include <unordered_map>
int main() {
    int n;
    std::cin >> n;
    std::unordered_map<unsigned, int> seen;
    unsigned state = 1;
    for (int i = 0; i < n; i++) seen[state = state * 1664525u + 1013904223u]++;
    std::cout << seen.size() << '\n';
}
