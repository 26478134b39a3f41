#include "challenge.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

template <typename T>
using MinHeap = std::priority_queue<T, std::vector<T>, std::greater<T>>;

// Takes a worker for busy at the very moment its job ends, unless all are.
std::expected<std::vector<Run>, std::string> schedule(std::vector<Job> jobs, std::int64_t workers) {
    if (workers < 1) return std::unexpected("no workers");
    std::ranges::stable_sort(jobs, {}, &Job::at);

    MinHeap<std::int64_t> free;
    for (std::int64_t worker = 0; worker < workers; worker++) free.push(worker);
    MinHeap<std::pair<std::int64_t, std::int64_t>> busy;

    std::vector<Run> runs;
    std::int64_t start = 0;
    for (Job &job : jobs) {
        start = std::max(start, job.at);
        for (; !busy.empty() && busy.top().first < start; busy.pop()) free.push(busy.top().second);
        if (free.empty()) {
            start = std::max(start, busy.top().first);
            free.push(busy.top().second);
            busy.pop();
        }
        std::int64_t worker = free.top();
        free.pop();
        busy.emplace(start + job.takes, worker);
        runs.push_back({std::move(job.name), worker, start});
    }
    return runs;
}
