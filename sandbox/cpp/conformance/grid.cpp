#include <iostream>
#include <queue>
#include <utility>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    int last = n - 1;
    std::vector wall(n, std::vector<bool>(n));
    for (int r = 0; r < n; r++) {
        for (int c = 0; c < n; c++) wall[r][c] = r * c % 7 == 6;
    }
    wall[0][0] = wall[last][last] = false;

    std::vector distance(n, std::vector<int>(n, -1));
    distance[0][0] = 0;
    std::queue<std::pair<int, int>> queue;
    queue.emplace(0, 0);
    while (!queue.empty()) {
        auto [r, c] = queue.front();
        queue.pop();
        for (auto [dr, dc] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            int y = r + dr, x = c + dc;
            if (y < 0 || y >= n || x < 0 || x >= n || wall[y][x] || distance[y][x] >= 0) continue;
            distance[y][x] = distance[r][c] + 1;
            queue.emplace(y, x);
        }
    }
    std::cout << distance[last][last] << '\n';
}
