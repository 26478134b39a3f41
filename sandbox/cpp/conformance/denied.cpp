#include <fstream>
#include <iostream>

int main() {
    std::ifstream file("/etc/passwd");
    std::cout << (file ? "opened" : "denied") << '\n';
}
