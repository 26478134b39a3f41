#include <iostream>
#include <iterator>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}
