#include "challenge.h"

#include <cassert>
#include <iostream>

#define int long long

Everything identity(const Everything &value) {
    assert(std::get<1>(value.pair) == 0 || std::get<1>(value.pair) == 42);
    if (value.flag) {
        assert(value.heights.at(Point{1, 2})[0] == 0.1 && value.corners.contains({2, 1}));
        assert(value.maybe_point == (Point{5, -6}));
    }
    std::cout << "debugging " << value.name << '\n';
    return value;
}

signed main() {
    std::cout << "left out when the solution is graded\n";
    return 1;
}
