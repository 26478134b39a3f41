#include <iostream>
#include <iterator>
#include <string>

int main() { std::cout << std::distance(std::istream_iterator<std::string>(std::cin), {}); }
