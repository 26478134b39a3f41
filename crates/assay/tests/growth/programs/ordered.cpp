#include <iostream>
#include <map>
int main() {
    std::ios::sync_with_stdio(false);
    int n, value;
    std::cin >> n;
    std::map<int, int> seen;
    while (std::cin >> value) seen[value]++;
    std::cout << seen.size() << ' ' << seen.begin()->first << '\n';
}
