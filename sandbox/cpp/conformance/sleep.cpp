#include <chrono>
#include <iostream>
#include <thread>

int main() {
    using namespace std::chrono;
    auto started = steady_clock::now();
    std::this_thread::sleep_for(5s);
    std::cout << duration_cast<seconds>(steady_clock::now() - started).count() << '\n';
}
