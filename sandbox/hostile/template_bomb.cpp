// Templates without an end.
template <int N> struct Down { static constexpr int value = Down<N + 1>::value; };
int main() { return Down<0>::value; }
