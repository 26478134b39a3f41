// Drops the needs of a package for itself.
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

enum class Mark : unsigned char { fresh, open, done };

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::size_t n = 0, m = 0;
    std::cin >> n >> m;
    std::vector<std::string> names(n);
    std::unordered_map<std::string, std::size_t> index;
    index.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        std::cin >> names[i];
        index[names[i]] = i;
    }
    std::vector<std::vector<std::size_t>> needs(n);
    std::string a, b;
    while (m-- > 0) {
        std::cin >> a >> b;
        if (a != b) needs[index[a]].push_back(index[b]);
    }
    std::vector<Mark> marks(n, Mark::fresh);
    std::vector<std::size_t> next(n, 0), order, path;
    for (std::size_t root = 0; root < n; ++root) {
        if (marks[root] != Mark::fresh) continue;
        marks[root] = Mark::open;
        path.push_back(root);
        while (!path.empty()) {
            const std::size_t at = path.back();
            if (next[at] == needs[at].size()) {
                marks[at] = Mark::done;
                order.push_back(at);
                path.pop_back();
                continue;
            }
            const std::size_t needed = needs[at][next[at]++];
            if (marks[needed] == Mark::fresh) {
                marks[needed] = Mark::open;
                path.push_back(needed);
            } else if (marks[needed] == Mark::open) {
                std::size_t start = path.size() - 1;
                while (path[start] != needed) --start;
                std::cout << "CYCLE";
                for (; start < path.size(); ++start) std::cout << ' ' << names[path[start]];
                std::cout << '\n';
                return 0;
            }
        }
    }
    std::cout << "ORDER\n";
    for (const std::size_t i : order) std::cout << names[i] << '\n';
}
