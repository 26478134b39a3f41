#include <iostream>
#include <queue>
int main() {
    int n;
    std::cin >> n;
    std::priority_queue<unsigned> queue;
    unsigned state = 1, total = 0;
    for (int i = 0; i < n; i++) queue.push(state = state * 1664525u + 1013904223u);
    for (; !queue.empty(); queue.pop()) total = total * 31 + queue.top();
    std::cout << total << '\n';
}
