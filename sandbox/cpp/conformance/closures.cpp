#include <iostream>
#include <numeric>
#include <ranges>

int main() {
    auto squares = std::views::iota(1, 21) | std::views::filter([](int n) { return n % 2 == 1; }) |
                   std::views::transform([](int n) { return n * n; }) | std::views::common;
    std::cout << std::accumulate(squares.begin(), squares.end(), 0) << '\n';

    auto counter = [count = 0]() mutable { return ++count; };
    int first = counter(), second = counter(), third = counter();
    std::cout << first << ' ' << second << ' ' << third << '\n';
}
