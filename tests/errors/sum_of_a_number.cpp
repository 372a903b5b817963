// expected: numbers here are exact constants: 2_c or 0.5_c, not 2 or 0.5
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

#ifdef CORRECTED
constexpr auto value = 0.5_c;
#else
constexpr auto value = 0.5;
#endif

constexpr auto three = lz::domain<"three", 3>;
constexpr auto i = lz::index<"i">(three);
constexpr auto total = lz::sum(i, value);
