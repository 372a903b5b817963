// expected: function_without_rule<softsign_>
#include <leibniz/calculus.hpp>
#include <leibniz/network.hpp>

namespace lz = leibniz;
using namespace lz::literals;

inline constexpr struct softsign_ : lz::expr::elementary<softsign_> {
    static constexpr lz::fixed_string name = "softsign";
} softsign;

template <> struct leibniz::calculus::rule<softsign_> {
#ifdef CORRECTED
    template <class Value, class X>
    using with = decltype(1_c / ((1_c + abs(X{})) * (1_c + abs(X{}))));
#else
    template <class Value, class X> using with = double;
#endif
};

constexpr auto x = lz::symbol<"x">;
constexpr auto slope = lz::diff(softsign(x), x);
