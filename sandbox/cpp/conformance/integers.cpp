#include <cstdint>
#include <iostream>
#include <limits>

int main() {
    using Limits = std::numeric_limits<std::int64_t>;
    std::int64_t a = 3037000500, b = 3037000499;
    std::cout << Limits::max() << '\n' << Limits::min() << '\n';
    std::cout << INT64_C(9007199254740993) << '\n' << a * b << '\n';
}
