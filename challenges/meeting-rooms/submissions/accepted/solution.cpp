#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

using Time = long long;

int main() {
    int n;
    Time from, to, length;
    if (std::scanf("%d %lld %lld %lld", &n, &from, &to, &length) != 4) return 0;

    // One sweep over all moments at which something changes; at the same moment ends (-1) come before starts (+1).
    std::vector<std::pair<Time, int>> events;
    for (int i = 0; i < n; i++) {
        Time start, end;
        if (std::scanf("%lld %lld", &start, &end) != 2) return 0;
        if (start == end) continue;
        events.emplace_back(start, 1);
        events.emplace_back(end, -1);
    }
    std::sort(events.begin(), events.end());

    std::vector<std::pair<Time, Time>> blocks, slots;
    int running = 0, rooms = 0;
    Time busy = 0;
    for (auto [moment, change] : events) {
        if (running == 0 && (blocks.empty() || blocks.back().second < moment)) blocks.emplace_back(moment, moment);
        running += change;
        rooms = std::max(rooms, running);
        blocks.back().second = moment;
    }

    Time free_from = from;
    for (auto [start, end] : blocks) busy += end - start;
    for (auto [start, end] : blocks) {
        if (start >= to) break;
        if (start - free_from >= length) slots.emplace_back(free_from, start);
        free_from = std::max(free_from, end);
    }
    if (to - free_from >= length) slots.emplace_back(free_from, to);

    std::printf("%d\n%zu %lld\n", rooms, blocks.size(), busy);
    for (auto [start, end] : blocks) std::printf("%lld %lld\n", start, end);
    std::printf("%zu\n", slots.size());
    for (auto [start, end] : slots) std::printf("%lld %lld\n", start, end);
}
