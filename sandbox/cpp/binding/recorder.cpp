#include "challenge.h"

#include <chrono>
#include <numeric>

using namespace std;

class Recorder {
    int64_t start;
    vector<int64_t> numbers;
    chrono::steady_clock::time_point made = chrono::steady_clock::now();

    explicit Recorder(int64_t start) : start(start) {}

public:
    static expected<Recorder, string> make(int64_t start) {
        if (start < 0) return unexpected("the start is below zero");
        return Recorder(start);
    }

    const Everything &echo(const Everything &value) { return value; }

    void push(int64_t number) { numbers.push_back(number); }

    expected<int64_t, string> pop() {
        if (numbers.empty()) return unexpected("there is no number");
        int64_t last = numbers.back();
        numbers.pop_back();
        return last;
    }

    expected<void, string> drop_all() {
        if (numbers.empty()) return unexpected("there is no number");
        numbers.clear();
        return {};
    }

    int64_t total() const { return accumulate(numbers.begin(), numbers.end(), start); }

    int64_t elapsed_ms() const {
        return chrono::duration_cast<chrono::milliseconds>(chrono::steady_clock::now() - made).count();
    }

    optional<int64_t> find(int64_t place) const;
};

optional<int64_t> Recorder::find(int64_t place) const {
    if (place >= static_cast<int64_t>(numbers.size())) return nullopt;
    return numbers[place];
}
