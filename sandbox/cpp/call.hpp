// Reads calls and writes what comes of them, for the program that is generated for a function or class in C++.
//
// Each type of an interface has a description here, such as List<Map<String, Int>>, with the C++ type and how to read
// and write it; records get theirs in the generated file. A record of the log is put together in memory and written in
// one go. This comes before the submission, whose macros and names so cannot change its meaning.
#ifndef ASSAY_CALL_HPP
#define ASSAY_CALL_HPP

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace assay_call {

inline std::string call;
inline std::size_t at = 0;
inline std::string record;
inline const char *wrong = nullptr;  // what a value is that its type does not have
inline std::FILE *results = nullptr;

[[noreturn]] inline void give_up(const char *what) {
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

inline void open() {
    std::FILE *file = std::fopen("/assay/call", "rb");
    if (file == nullptr || std::fseek(file, 0, SEEK_END) != 0) give_up("/assay/call cannot be read");
    call.resize(static_cast<std::size_t>(std::ftell(file)));
    std::rewind(file);
    if (std::fread(call.data(), 1, call.size(), file) != call.size()) give_up("/assay/call cannot be read");
    std::fclose(file);
    results = std::fopen("/assay/results/log", "wb");
    if (results == nullptr) give_up("/assay/results/log cannot be written");
}

inline std::string_view line() {
    std::size_t end = call.find('\n', at);
    std::string_view text = std::string_view(call).substr(at, end - at);
    at = end + 1;
    return text;
}

inline std::string_view block(std::size_t length) {
    std::string_view bytes = std::string_view(call).substr(at, length);
    at += length + 1;
    return bytes;
}

inline void put(std::string_view text) { record.append(text); }

inline void put_integer(std::int64_t value) {
    char text[24];
    put(std::string_view(text, static_cast<std::size_t>(std::to_chars(text, text + sizeof text, value).ptr - text)));
    record.push_back('\n');
}

inline void put_block(const char *bytes, std::size_t length) {
    put_integer(static_cast<std::int64_t>(length));
    record.append(bytes, length);
    record.push_back('\n');
}

struct Int {
    using type = std::int64_t;
    static constexpr bool hashed = true;
    static type read() {
        type value = 0;
        std::string_view text = line();
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    static void write(type value) { put_integer(value); }
};

inline std::size_t count() { return static_cast<std::size_t>(Int::read()); }

struct Bool {
    using type = bool;
    static constexpr bool hashed = true;
    static type read() { return line() == "T"; }
    static void write(type value) { put(value ? "T\n" : "F\n"); }
};

struct Float {
    using type = double;
    static constexpr bool hashed = true;
    static type read() { return std::strtod(line().data(), nullptr); }
    static void write(type value) {
        char text[40];
        if (std::isnan(value)) return put("NaN\n");
        if (std::isinf(value)) return put(value > 0 ? "Infinity\n" : "-Infinity\n");
        std::snprintf(text, sizeof text, "%.17g\n", value);
        put(text);
    }
};

struct BigInt {
    using type = std::string;
    static constexpr bool hashed = true;
    static type read() { return type(line()); }
    static void write(const type &digits) {
        std::size_t first = digits.starts_with('-') ? 1 : 0;
        if (first == digits.size() || digits.find_first_not_of("0123456789", first) != type::npos) {
            wrong = "a std::string that is no decimal integer";
        }
        put(digits);
        put("\n");
    }
};

struct String {
    using type = std::string;
    static constexpr bool hashed = true;
    static type read() { return type(block(count())); }
    static void write(const type &text) { put_block(text.data(), text.size()); }
};

struct Bytes {
    using type = std::vector<std::uint8_t>;
    static constexpr bool hashed = false;
    static type read() {
        std::string_view bytes = block(count());
        return type(bytes.begin(), bytes.end());
    }
    static void write(const type &bytes) { put_block(reinterpret_cast<const char *>(bytes.data()), bytes.size()); }
};

template <typename Item>
struct List {
    using type = std::vector<typename Item::type>;
    static constexpr bool hashed = false;
    static type read() {
        std::size_t length = count();
        type items;
        items.reserve(length);
        for (; length > 0; length--) items.push_back(Item::read());
        return items;
    }
    static void write(const type &items) {
        put_integer(static_cast<std::int64_t>(items.size()));
        for (const auto &item : items) Item::write(item);
    }
};

template <typename Item>
struct Set {
    using type =
        std::conditional_t<Item::hashed, std::unordered_set<typename Item::type>, std::set<typename Item::type>>;
    static constexpr bool hashed = false;
    static type read() {
        type items;
        for (std::size_t length = count(); length > 0; length--) items.insert(Item::read());
        return items;
    }
    template <typename Items>
    static void write(const Items &items) {
        static_assert(std::is_same_v<Items, std::set<typename Item::type>> || std::is_convertible_v<Items, type>,
                      "the result is no set of the right type");
        put_integer(static_cast<std::int64_t>(items.size()));
        for (const auto &item : items) Item::write(item);
    }
};

template <typename Key, typename Value>
struct Map {
    using type = std::conditional_t<Key::hashed, std::unordered_map<typename Key::type, typename Value::type>,
                                    std::map<typename Key::type, typename Value::type>>;
    static constexpr bool hashed = false;
    static type read() {
        type entries;
        for (std::size_t length = count(); length > 0; length--) {
            typename Key::type key = Key::read();
            entries.emplace(std::move(key), Value::read());
        }
        return entries;
    }
    template <typename Entries>
    static void write(const Entries &entries) {
        static_assert(std::is_same_v<Entries, std::map<typename Key::type, typename Value::type>> ||
                          std::is_convertible_v<Entries, type>,
                      "the result is no map of the right type");
        put_integer(static_cast<std::int64_t>(entries.size()));
        for (const auto &[key, value] : entries) {
            Key::write(key);
            Value::write(value);
        }
    }
};

template <typename Item>
struct Optional {
    using type = std::optional<typename Item::type>;
    static constexpr bool hashed = Item::hashed;
    static type read() {
        if (count() == 0) return std::nullopt;
        return Item::read();
    }
    static void write(const type &value) {
        put(value.has_value() ? "1\n" : "0\n");
        if (value.has_value()) Item::write(*value);
    }
};

template <typename... Items>
struct Tuple {
    using type = std::tuple<typename Items::type...>;
    static constexpr bool hashed = false;
    static type read() { return type{Items::read()...}; }
    static void write(const type &items) {
        std::apply([](const auto &...item) { (Items::write(item), ...); }, items);
    }
};

inline void begin() {
    record = "R\n";
    wrong = nullptr;
}

// Writes the record that was begun.
inline void end() {
    if (wrong != nullptr) {
        record = "T ";
        put_block(wrong, std::strlen(wrong));
    }
    if (std::fwrite(record.data(), 1, record.size(), results) != record.size() || std::fflush(results) != 0) {
        give_up("/assay/results/log cannot be written");
    }
}

// Writes that the call failed with this message.
inline void fail(std::string message) {
    message.resize(std::min<std::size_t>(message.size(), 4096));
    begin();
    record = "E 0 " + std::to_string(message.size()) + "\n\n" + message + "\n";
    end();
    std::fprintf(stderr, "error: %s\n", message.c_str());
}

// Writes what the function gives; Result is void if it has no result.
template <typename Result, typename Function>
void reply(Function function) {
    begin();
    if constexpr (std::is_void_v<Result>) {
        function();
    } else {
        Result::write(function());
    }
    end();
}

// The same, where the function gives a std::expected.
template <typename Result, typename Function>
void reply_or_fail(Function function) {
    auto result = function();
    if (!result.has_value()) return fail(std::string(result.error()));
    begin();
    if constexpr (!std::is_void_v<Result>) Result::write(*result);
    end();
}

// The method of the next step; sleeping is done here.
inline std::int64_t step() {
    if (call[at] != 'z') return Int::read();
    at += 2;
    std::int64_t milliseconds = Int::read();
    std::timespec wait{};
    wait.tv_sec = static_cast<decltype(wait.tv_sec)>(milliseconds / 1000);
    wait.tv_nsec = static_cast<decltype(wait.tv_nsec)>(milliseconds % 1000 * 1000000);
    nanosleep(&wait, nullptr);
    return -1;
}

}  // namespace assay_call

#endif
