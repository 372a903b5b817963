#pragma once
#include <cmath>
#include <leibniz/program/sweep.hpp>
#include <leibniz/scalar/functions.hpp>

/// A number that counts what is done with it, and the evaluator's lanes for it.
namespace counting {

namespace lz = leibniz;

struct counts {
    long long flops = 0, transcendentals = 0, loads = 0, stores = 0;
};
inline counts seen;

/// A number in a register.
struct value {
    double is = 0;
};
inline value result(double is) {
    ++seen.flops;
    return {is};
}
inline value operator+(value a, value b) { return result(a.is + b.is); }
inline value operator-(value a, value b) { return result(a.is - b.is); }
inline value operator*(value a, value b) { return result(a.is * b.is); }
inline value operator/(value a, value b) { return result(a.is / b.is); }

/// A number where it lies: in a cell of memory, or as a constant in the code, which is not counted.
struct number {
    double is = 0;
    bool is_cell = false, written = false;
    mutable bool touched = false; ///< read or written

    number() = default;
    template <class Whole> explicit number(Whole constant) : is(static_cast<double>(constant)) {}
    number(number const&) = default;
    number& operator=(number const& other) {
        is = other.is;
        written = touched = true;
        seen.stores += is_cell ? 1 : 0;
        return *this;
    }
};
inline value read(number const& from) {
    seen.loads += from.is_cell ? 1 : 0;
    from.touched = true;
    return {from.is};
}
inline number operator/(number const& a, number const& b) { return number(a.is / b.is); }
inline number operator+(number const& a, number const& b) { return number((read(a) + read(b)).is); }
inline bool operator==(value a, number const& b) { return a.is == b.is; }

struct lanes {
    using number = counting::number;
    using vector = value;
    static constexpr int width = 1;
    static constexpr int registers = 16;

    static value load(number const* from) noexcept { return read(*from); }
    static void store(number* to, value stored) noexcept { *to = number(stored.is); }
    static value broadcast(number const& one) noexcept { return read(one); }
    template <int> static value gather(number const* from) noexcept { return read(*from); }
    static value fma(value a, value b, value c) noexcept {
        seen.flops += 2;
        return {a.is * b.is + c.is};
    }
    static value reciprocal(value x) noexcept { return value{1} / x; }
    static value sqrt(value x) noexcept { return result(std::sqrt(x.is)); }
    static value pow(value x, number const& exponent) noexcept {
        ++seen.transcendentals;
        return {std::pow(x.is, exponent.is)};
    }
    static bool less(value a, value b) noexcept { return a.is < b.is; }
    static bool less_or_equal(value a, value b) noexcept { return a.is <= b.is; }
    static value select(bool condition, value yes, value no) noexcept {
        return condition ? yes : no;
    }
    static value first(value one, int count) noexcept { return count > 0 ? one : value{}; }
    template <class Sums> static auto add_up_each(Sums const& sums) noexcept { return sums; }
    static number first_lane(value one) noexcept { return number(one.is); }

    template <class Function, int Rows, int Columns>
    static auto apply(lz::program::vectors<value, Rows, Columns> x) noexcept {
        for (value& one : x.at) {
            seen.transcendentals += std::is_same_v<Function, lz::sign_> ? 0 : 1;
            one.is = lz::scalar::call(Function{}, one.is);
        }
        return x;
    }
};

} // namespace counting
