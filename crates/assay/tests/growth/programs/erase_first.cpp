#include <iostream>
#include <vector>
int main() {
    int n;
    std::cin >> n;
    std::vector<int> values(n, 1);
    long long total = 0;
    while (!values.empty()) {
        total += values.front() * static_cast<long long>(values.size());
        values.erase(values.begin());
    }
    std::cout << total << '\n';
}
