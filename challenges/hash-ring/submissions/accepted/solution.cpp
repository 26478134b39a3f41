#include "challenge.h"

#include <algorithm>
#include <string_view>
#include <utility>

static std::uint32_t fnv1a(std::string_view text) {
    std::uint32_t value = 2166136261u;
    for (unsigned char byte : text) value = (value ^ byte) * 16777619u;
    return value;
}

std::expected<std::unordered_map<std::string, std::string>, std::string> assign(std::vector<std::string> nodes,
                                                                                std::int64_t replicas,
                                                                                std::vector<std::string> keys) {
    if (nodes.empty() || replicas < 1) return std::unexpected("an empty ring");

    std::vector<std::pair<std::uint32_t, std::size_t>> ring;
    ring.reserve(nodes.size() * replicas);
    for (std::size_t node = 0; node < nodes.size(); node++) {
        for (std::int64_t replica = 0; replica < replicas; replica++) {
            ring.emplace_back(fnv1a(nodes[node] + "#" + std::to_string(replica)), node);
        }
    }
    std::ranges::sort(ring);

    std::unordered_map<std::string, std::string> assigned;
    for (const std::string &key : keys) {
        auto point = std::ranges::lower_bound(ring, fnv1a(key), {}, &std::pair<std::uint32_t, std::size_t>::first);
        if (point == ring.end()) point = ring.begin();
        assigned.emplace(key, nodes[point->second]);
    }
    return assigned;
}
