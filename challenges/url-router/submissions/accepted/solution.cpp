#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// Routes are kept under their shape: segments joined by '/', with every parameter written as ':'. A path is looked up by
// trying its possible shapes from the best to the worst; prefixes of shapes that lead nowhere are cut off early.
struct Router {
    struct Route {
        std::string handler;
        std::vector<std::string> names;
    };

    std::unordered_map<std::string, Route> routes;
    std::unordered_map<std::string, bool> prefixes;

    static std::vector<std::string> split(std::string_view text) {
        std::vector<std::string> parts;
        size_t start = 0;
        while (start < text.size()) {
            size_t end = text.find('/', start);
            if (end == std::string_view::npos) end = text.size();
            if (end > start) parts.emplace_back(text.substr(start, end - start));
            start = end + 1;
        }
        return parts;
    }

    void add(std::string_view pattern, std::string handler) {
        std::string shape;
        std::vector<std::string> names;
        prefixes[shape] = true;
        for (const std::string &part : split(pattern)) {
            shape += '/';
            if (part[0] == ':') {
                names.push_back(part.substr(1));
                shape += ':';
            } else {
                shape += part;
            }
            prefixes[shape] = true;
        }
        routes.try_emplace(shape, Route{std::move(handler), std::move(names)});
    }

    struct Match {
        const Route *route = nullptr;
        std::vector<std::string> values;
        size_t rest = 0;
        bool wildcard = false;
    };

    bool find(const std::vector<std::string> &parts, size_t at, std::string &shape, Match &match) const {
        if (!prefixes.count(shape)) return false;
        size_t length = shape.size();
        if (at == parts.size()) {
            auto found = routes.find(shape);
            if (found == routes.end()) return false;
            match.route = &found->second;
            return true;
        }
        shape += '/';
        shape += parts[at];
        if (find(parts, at + 1, shape, match)) return true;
        shape.resize(length);

        shape += "/:";
        match.values.push_back(parts[at]);
        if (find(parts, at + 1, shape, match)) return true;
        match.values.pop_back();
        shape.resize(length);

        shape += "/*";
        auto found = routes.find(shape);
        shape.resize(length);
        if (found == routes.end()) return false;
        match.route = &found->second;
        match.rest = at;
        match.wildcard = true;
        return true;
    }
};

int main() {
    int n, m;
    if (std::scanf("%d %d", &n, &m) != 2) return 0;
    Router router;
    char first[512], second[64];
    for (int i = 0; i < n; i++) {
        if (std::scanf("%511s %63s", first, second) != 2) return 0;
        router.add(first, second);
    }
    for (int i = 0; i < m; i++) {
        if (std::scanf("%511s", first) != 1) return 0;
        std::string_view path = first;
        path = path.substr(0, path.find('?'));
        std::vector<std::string> parts = Router::split(path);
        Router::Match match;
        std::string shape;
        if (!router.find(parts, 0, shape, match)) {
            std::puts("404");
            continue;
        }
        std::string line = match.route->handler;
        for (size_t k = 0; k < match.values.size(); k++) {
            line += ' ' + match.route->names[k] + '=' + match.values[k];
        }
        if (match.wildcard) {
            line += " *=";
            for (size_t k = match.rest; k < parts.size(); k++) {
                if (k > match.rest) line += '/';
                line += parts[k];
            }
        }
        std::puts(line.c_str());
    }
}
