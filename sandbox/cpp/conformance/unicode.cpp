#include <iostream>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

// UTF-8: every byte of a code point but the first begins with the bits 10.
std::vector<std::string_view> code_points(std::string_view text) {
    std::vector<std::string_view> points;
    for (std::size_t start = 0, end; start < text.size(); start = end) {
        end = start + 1;
        while (end < text.size() && (text[end] & 0xC0) == 0x80) end++;
        points.push_back(text.substr(start, end - start));
    }
    return points;
}

int main() {
    std::string line;
    std::getline(std::cin, line);
    auto points = code_points(line);
    std::cout << points.size() << '\n';
    for (auto point : points | std::views::reverse) std::cout << point;
    std::cout << '\n';
}
