#include <cctype>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>

class Parser {
public:
    explicit Parser(std::string_view text) : text(text) {}

    std::int64_t expression() {
        std::int64_t value = term();
        while (peek() == '+' || peek() == '-') {
            char sign = text[at++];
            value += sign == '+' ? term() : -term();
        }
        return value;
    }

private:
    std::int64_t term() {
        std::int64_t value = factor();
        while (peek() == '*') {
            at++;
            value *= factor();
        }
        return value;
    }

    std::int64_t factor() {
        if (peek() == '(') {
            at++;
            std::int64_t value = expression();
            at++;
            return value;
        }
        std::int64_t value = 0;
        while (std::isdigit(static_cast<unsigned char>(peek()))) value = value * 10 + (text[at++] - '0');
        return value;
    }

    char peek() const { return at < text.size() ? text[at] : '\0'; }

    std::string_view text;
    std::size_t at = 0;
};

int main() {
    int n;
    std::cin >> n;
    std::string text;
    for (int i = 1; i <= n; i++) {
        if (i > 1) text += '+';
        text += '(' + std::to_string(i) + '+' + std::to_string(i + 1) + '*' + std::to_string(i + 2) + '-' +
                std::to_string(i + 3) + ')';
    }
    std::cout << Parser(text).expression() << '\n';
}
