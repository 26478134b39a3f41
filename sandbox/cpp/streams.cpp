// Fast standard streams for C++.
//
// The library that comes with the compiler is hardly optimised. What streams and strings spend their time in is
// compiled again here, optimised, and found by the linker first.
//
// libc++ reads standard input one character a call, even after `std::ios::sync_with_stdio(false)`: about forty
// thousand instructions for each number. The linker sends that call here, and from then on `cin` and `cout` have
// buffers of their own over the C streams. Programs that do not make the call are left as they are.

#include <cstdio>
#include <iostream>
#include <locale>
#include <sstream>
#include <streambuf>
#include <string>

template class std::basic_string<char>;
template class std::basic_ios<char>;
template class std::basic_streambuf<char>;
template class std::basic_istream<char>;
template class std::basic_ostream<char>;
template class std::basic_iostream<char>;
template class std::basic_stringbuf<char>;
template class std::basic_istringstream<char>;
template class std::basic_ostringstream<char>;
template class std::basic_stringstream<char>;
template class std::num_get<char>;
template class std::num_put<char>;

namespace {

class Input final : public std::streambuf {
protected:
    int_type underflow() override {
        const std::size_t count = std::fread(buffer, 1, sizeof buffer, stdin);
        setg(buffer, buffer, buffer + count);
        return count == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

private:
    char buffer[1 << 16];
};

class Output final : public std::streambuf {
public:
    Output() { setp(buffer, buffer + sizeof buffer); }

protected:
    int_type overflow(int_type next) override {
        if (sync() != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(next, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(next);
            pbump(1);
        }
        return traits_type::not_eof(next);
    }

    int sync() override {
        const std::size_t count = static_cast<std::size_t>(pptr() - pbase());
        const std::size_t written = std::fwrite(pbase(), 1, count, stdout);
        setp(buffer, buffer + sizeof buffer);
        return written == count && std::fflush(stdout) == 0 ? 0 : -1;
    }

private:
    char buffer[1 << 16];
};

} // namespace

extern "C" bool __real__ZNSt3__28ios_base15sync_with_stdioEb(bool sync);

extern "C" bool __wrap__ZNSt3__28ios_base15sync_with_stdioEb(bool sync) {
    static bool fast = false;
    if (!sync && !fast) {
        // Never destroyed: they are used until the very end, when the library flushes `cout`.
        std::cin.rdbuf(new Input);
        std::cout.flush();
        std::cout.rdbuf(new Output);
        fast = true;
    }
    return __real__ZNSt3__28ios_base15sync_with_stdioEb(sync);
}
