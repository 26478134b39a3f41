#include "challenge.h"

#include <deque>

class RateLimiter {
public:
    static std::expected<RateLimiter, std::string> make(std::int64_t limit, std::int64_t window_ms) {
        if (limit < 1 || window_ms < 1) return std::unexpected("limit and window must be at least 1");
        return RateLimiter(limit, window_ms);
    }

    bool allow(const std::string &key, std::int64_t at_ms) {
        auto &allowed = in_window(key, at_ms);
        if (std::ssize(allowed) >= limit) return false;
        allowed.push_back(at_ms);
        return true;
    }

    std::int64_t remaining(const std::string &key, std::int64_t at_ms) {
        return limit - std::ssize(in_window(key, at_ms));
    }

private:
    RateLimiter(std::int64_t limit, std::int64_t window_ms) : limit(limit), window_ms(window_ms) {}

    std::deque<std::int64_t> &in_window(const std::string &key, std::int64_t at_ms) {
        auto &allowed = allowed_by_key[key];
        while (!allowed.empty() && allowed.front() <= at_ms - window_ms) allowed.pop_front();
        return allowed;
    }

    std::int64_t limit;
    std::int64_t window_ms;
    std::unordered_map<std::string, std::deque<std::int64_t>> allowed_by_key;
};
