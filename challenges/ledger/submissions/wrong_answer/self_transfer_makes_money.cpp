#include <cstdio>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Balance = long long;

// One layer for each open transaction: what every touched account was before it.
using Layer = std::unordered_map<std::string, std::optional<Balance>>;

struct Ledger {
    std::unordered_map<std::string, Balance> accounts;
    std::vector<std::pair<Layer, Balance>> layers;
    Balance total = 0;

    std::optional<Balance> get(const std::string &name) const {
        auto found = accounts.find(name);
        if (found == accounts.end()) return std::nullopt;
        return found->second;
    }

    void put(const std::string &name, std::optional<Balance> balance) {
        if (balance) {
            accounts[name] = *balance;
        } else {
            accounts.erase(name);
        }
    }

    void change(const std::string &name, std::optional<Balance> balance) {
        if (!layers.empty()) layers.back().first.try_emplace(name, get(name));
        put(name, balance);
    }

    const char *commit() {
        if (layers.empty()) return "ERROR transaction";
        Layer inner = std::move(layers.back().first);
        layers.pop_back();
        if (!layers.empty()) {
            Layer &outer = layers.back().first;
            if (outer.size() < inner.size()) {
                // The outer layer knows the older values, so they win over those already there.
                for (auto &[name, before] : outer) inner[name] = before;
                outer = std::move(inner);
            } else {
                for (auto &[name, before] : inner) outer.try_emplace(name, before);
            }
        }
        return "OK";
    }

    const char *rollback() {
        if (layers.empty()) return "ERROR transaction";
        for (auto &[name, before] : layers.back().first) put(name, before);
        total = layers.back().second;
        layers.pop_back();
        return "OK";
    }

    const char *open(const std::string &name) {
        if (get(name)) return "ERROR exists";
        change(name, 0);
        return "OK";
    }

    const char *close(const std::string &name) {
        auto balance = get(name);
        if (!balance) return "ERROR unknown";
        if (*balance != 0) return "ERROR balance";
        change(name, std::nullopt);
        return "OK";
    }

    const char *deposit(const std::string &name, Balance amount) {
        if (amount <= 0) return "ERROR amount";
        auto balance = get(name);
        if (!balance) return "ERROR unknown";
        change(name, *balance + amount);
        total += amount;
        return "OK";
    }

    const char *withdraw(const std::string &name, Balance amount) {
        if (amount <= 0) return "ERROR amount";
        auto balance = get(name);
        if (!balance) return "ERROR unknown";
        if (*balance < amount) return "ERROR funds";
        change(name, *balance - amount);
        total -= amount;
        return "OK";
    }

    const char *transfer(const std::string &from, const std::string &to, Balance amount) {
        if (amount <= 0) return "ERROR amount";
        auto giver = get(from);
        auto taker = get(to);
        if (!giver || !taker) return "ERROR unknown";
        if (*giver < amount) return "ERROR funds";
        // Mistake: when both are the same account, the second line overwrites the first and makes money.
        change(from, *giver - amount);
        change(to, *taker + amount);
        return "OK";
    }
};

static std::string word() {
    char buffer[32];
    return std::scanf("%31s", buffer) == 1 ? buffer : "";
}

static Balance number() {
    Balance value = 0;
    return std::scanf("%lld", &value) == 1 ? value : 0;
}

int main() {
    Ledger ledger;
    for (Balance q = number(); q > 0; q--) {
        std::string command = word();
        if (command == "BEGIN") {
            ledger.layers.emplace_back(Layer{}, ledger.total);
            std::puts("OK");
        } else if (command == "COMMIT") {
            std::puts(ledger.commit());
        } else if (command == "ROLLBACK") {
            std::puts(ledger.rollback());
        } else if (command == "TOTAL") {
            std::printf("%lld\n", ledger.total);
        } else if (command == "OPEN") {
            std::puts(ledger.open(word()));
        } else if (command == "CLOSE") {
            std::puts(ledger.close(word()));
        } else if (command == "BALANCE") {
            auto balance = ledger.get(word());
            if (balance) {
                std::printf("%lld\n", *balance);
            } else {
                std::puts("ERROR unknown");
            }
        } else if (command == "TRANSFER") {
            std::string from = word();
            std::string to = word();
            std::puts(ledger.transfer(from, to, number()));
        } else {
            std::string name = word();
            Balance amount = number();
            std::puts(command == "DEPOSIT" ? ledger.deposit(name, amount) : ledger.withdraw(name, amount));
        }
    }
}
