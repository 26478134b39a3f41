#include <chrono>
#include <iomanip>
#include <iostream>

int main() {
    using namespace std::chrono;
    year_month_day today = floor<days>(system_clock::now());
    std::cout << std::setfill('0') << int(today.year()) << '-' << std::setw(2) << unsigned(today.month()) << '-'
              << std::setw(2) << unsigned(today.day()) << '\n';
}
