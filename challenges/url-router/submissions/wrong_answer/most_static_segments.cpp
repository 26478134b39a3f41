#include <cstdio>
#include <string>
#include <vector>

using Parts = std::vector<std::string>;

struct Route {
    Parts pattern;
    std::string handler;
    int score;
};

static Parts split(const std::string &text) {
    Parts parts;
    std::string part;
    for (char c : text + "/") {
        if (c != '/') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(part);
            part.clear();
        }
    }
    return parts;
}

static bool matches(const Parts &pattern, const Parts &parts) {
    for (size_t i = 0; i < pattern.size(); i++) {
        if (pattern[i] == "*") return i < parts.size();
        if (i == parts.size()) return false;
        if (pattern[i][0] != ':' && pattern[i] != parts[i]) return false;
    }
    return pattern.size() == parts.size();
}

int main() {
    int n, m;
    if (std::scanf("%d %d", &n, &m) != 2) return 0;
    std::vector<Route> routes;
    char first[512], second[64];
    for (int i = 0; i < n; i++) {
        if (std::scanf("%511s %63s", first, second) != 2) return 0;
        Route route{split(first), second, 0};
        // Mistake: counts how many segments are of which kind, wherever they stand.
        for (const std::string &segment : route.pattern) {
            route.score += segment == "*" ? -1000 : segment[0] == ':' ? -10 : 1;
        }
        routes.push_back(route);
    }
    for (int i = 0; i < m; i++) {
        if (std::scanf("%511s", first) != 1) return 0;
        std::string path = first;
        Parts parts = split(path.substr(0, path.find('?')));
        const Route *best = nullptr;
        for (const Route &route : routes) {
            if (matches(route.pattern, parts) && (!best || route.score > best->score)) best = &route;
        }
        if (!best) {
            std::puts("404");
            continue;
        }
        std::string line = best->handler;
        for (size_t k = 0; k < best->pattern.size(); k++) {
            const std::string &segment = best->pattern[k];
            if (segment == "*") {
                line += " *=" + parts[k];
                for (size_t j = k + 1; j < parts.size(); j++) line += "/" + parts[j];
            } else if (segment[0] == ':') {
                line += " " + segment.substr(1) + "=" + parts[k];
            }
        }
        std::puts(line.c_str());
    }
}
