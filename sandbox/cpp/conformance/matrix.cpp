#include <iomanip>
#include <iostream>
#include <vector>

using Matrix = std::vector<std::vector<double>>;

Matrix operator*(const Matrix &a, const Matrix &b) {
    std::size_t n = a.size();
    Matrix product(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; i++) {
        for (std::size_t k = 0; k < n; k++) {
            for (std::size_t j = 0; j < n; j++) product[i][j] += a[i][k] * b[k][j];
        }
    }
    return product;
}

int main() {
    int n;
    std::cin >> n;
    Matrix a(n, std::vector<double>(n)), b = a;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            a[i][j] = i * j % 7 + 0.5;
            b[i][j] = (i + j) % 5 - 1.25;
        }
    }
    Matrix product = a * b;
    double trace = 0;
    for (int i = 0; i < n; i++) trace += product[i][i];
    std::cout << std::fixed << std::setprecision(3) << trace << '\n';
}
