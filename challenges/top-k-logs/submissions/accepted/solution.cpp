#include <bits/stdc++.h>

struct Endpoint {
    std::string path, method;
    int requests = 0;
    std::int64_t bytes = 0;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::size_t k = 0;
    int n = 0;
    std::cin >> k >> n;
    std::unordered_map<std::string, std::size_t> index;
    index.reserve(static_cast<std::size_t>(n));
    std::vector<Endpoint> endpoints;
    std::string method, path;
    while (n-- > 0) {
        int status = 0;
        std::int64_t bytes = 0;
        std::cin >> method >> path >> status >> bytes;
        path.resize(std::min(path.size(), path.find('?')));
        const auto [place, fresh] = index.try_emplace(method + ' ' + path, endpoints.size());
        if (fresh) endpoints.push_back({path, method});
        Endpoint &endpoint = endpoints[place->second];
        endpoint.requests += 1;
        endpoint.bytes += bytes;
    }
    std::sort(endpoints.begin(), endpoints.end(), [](const Endpoint &a, const Endpoint &b) {
        return std::tie(b.requests, b.bytes, a.path, a.method) < std::tie(a.requests, a.bytes, b.path, b.method);
    });
    k = std::min(k, endpoints.size());
    for (std::size_t i = 0; i < k; ++i) {
        const Endpoint &e = endpoints[i];
        std::cout << e.requests << ' ' << e.bytes << ' ' << e.method << ' ' << e.path << '\n';
    }
}
