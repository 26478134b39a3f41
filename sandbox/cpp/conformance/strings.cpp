#include <iostream>
#include <sstream>
#include <string>
#include <unordered_map>

int main() {
    int n;
    std::cin >> n;
    std::string text;
    for (int i = 0; i < n; i++) {
        if (i > 0) text += ' ';
        text += 'w' + std::to_string(i % 100);
    }
    std::unordered_map<std::string, int> counts;
    std::istringstream words(text);
    for (std::string word; words >> word;) counts[word]++;
    auto seventh = counts.find("w7");
    std::cout << counts.size() << ' ' << (seventh == counts.end() ? 0 : seventh->second) << ' ' << text.size() << '\n';
}
