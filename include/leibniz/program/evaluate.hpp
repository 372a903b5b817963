#pragma once
#include <leibniz/expr/functions.hpp>
#include <leibniz/program/condition.hpp>

/// A formula evaluated for a tile, with the vectors of a Lanes policy: simd::lanes has xsimd's,
/// scalar::lanes has one number, also in constant expressions. This is the only evaluator.
namespace leibniz::program {

/// What a formula is evaluated in: where the arrays of its slots are, how many samples there are,
/// and whether sums over samples start with them.
template <class Lanes> struct context {
    typename Lanes::number* const* slots;
    int samples;
    bool fresh = false;
};

template <class Lanes, class Tile, class Expression> struct evaluator;

namespace detail {

template <class Lanes, class Tile, class Expression>
using values_of_tile =
    vectors<typename Lanes::vector, rows_of<Expression, Tile>, columns_of<Expression, Tile>>;

constexpr int larger(int a, int b) { return a > b ? a : b; }

/// f of two tiles, place by place, each spread to the shape of both.
template <class A, class B, class F>
LEIBNIZ_INLINE constexpr auto combine(A const& a, B const& b, F f) noexcept {
    constexpr int rows = larger(A::rows, B::rows), columns = larger(A::columns, B::columns);
    using result = vectors<std::remove_cvref_t<decltype(a.at[0])>, rows, columns>;
    return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
        return result{{f(a.at[A::place(At / columns, At % columns)],
                         b.at[B::place(At / columns, At % columns)])...}};
    }(std::make_integer_sequence<int, rows * columns>{});
}
template <class A, class F> LEIBNIZ_INLINE constexpr auto transform(A const& a, F f) noexcept {
    return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
        return A{{f(a.at[At])...}};
    }(std::make_integer_sequence<int, A::rows * A::columns>{});
}
/// A tile with the same vector everywhere.
template <class Tile, class Vector>
LEIBNIZ_INLINE constexpr Tile filled(Vector const& value) noexcept {
    return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
        return Tile{{(static_cast<void>(At), value)...}};
    }(std::make_integer_sequence<int, Tile::rows * Tile::columns>{});
}
/// A tile of another shape with the same values, where that has as many rows or one, and as many
/// columns or one.
template <class Tile, class Values>
LEIBNIZ_INLINE constexpr Tile spread(Values const& values) noexcept {
    return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
        return Tile{{values.at[Values::place(At / Tile::columns, At % Tile::columns)]...}};
    }(std::make_integer_sequence<int, Tile::rows * Tile::columns>{});
}
inline constexpr auto plus = [](auto const& a, auto const& b)
                                 LEIBNIZ_INLINE_LAMBDA { return a + b; };
inline constexpr auto minus = [](auto const& a, auto const& b)
                                  LEIBNIZ_INLINE_LAMBDA { return a - b; };
inline constexpr auto times = [](auto const& a, auto const& b)
                                  LEIBNIZ_INLINE_LAMBDA { return a * b; };
template <class Vector> LEIBNIZ_INLINE constexpr auto single(Vector const& value) noexcept {
    return vectors<Vector, 1, 1>{{value}};
}

} // namespace detail

template <class Lanes, class Tile, rational Value>
struct evaluator<Lanes, Tile, expr::constant<Value>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const&, Environment const&) noexcept {
        return detail::single(Lanes::broadcast(Value.as<typename Lanes::number>()));
    }
};

template <class Lanes, class Tile, double Value> struct evaluator<Lanes, Tile, literal<Value>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const&, Environment const&) noexcept {
        return detail::single(Lanes::broadcast(static_cast<typename Lanes::number>(Value)));
    }
};

/// Contiguous along the lanes: vector loads; independent of them: one number for all lanes;
/// otherwise the lanes are gathered.
template <class Lanes, class Tile, int Number, class Address>
struct evaluator<Lanes, Tile, load<slot<Number>, Address>> {
    using expression = load<slot<Number>, Address>;
    static constexpr int row_stride = stride_along<Address, typename Tile::row>;
    static constexpr int column_stride = stride_along<Address, typename Tile::column>;
    static constexpr int stride = stride_along<Address, typename Tile::lane>;

    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        auto const* const base = in.slots[Number] + value_of<Address>(variables);
        return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
            return result{{read(base + offset(At))...}};
        }(std::make_integer_sequence<int, result::rows * result::columns>{});
    }

private:
    using result = detail::values_of_tile<Lanes, Tile, expression>;

    static consteval int offset(int at) {
        return row_stride * (at / result::columns + Tile::first_row) +
               column_stride * (at % result::columns) * Tile::column_step(Lanes::width);
    }
    static LEIBNIZ_INLINE constexpr auto read(typename Lanes::number const* from) noexcept {
        if constexpr (stride == 1)
            return Lanes::load(from);
        else if constexpr (stride == 0)
            return Lanes::broadcast(*from);
        else
            return Lanes::template gather<stride>(from);
    }
};

namespace detail {

/// Does a term go on from the sum of those before it? A Σ does, instead of from zero: one addition
/// less for each vector, and one set of registers for two Σ. Numbers one at a time are added in the
/// order of the formula.
template <class Lanes, class Tile, class Term, class Before> struct goes_on : std::false_type {};
template <class Lanes, class Tile, class Body, int... Ranges, class Before>
    requires(Lanes::width > 1)
struct goes_on<Lanes, Tile, expr::summation<Body, Ranges...>, Before>
    : std::bool_constant<Before::rows <= rows_of<expr::summation<Body, Ranges...>, Tile> &&
                         Before::columns <= columns_of<expr::summation<Body, Ranges...>, Tile>> {};

} // namespace detail

// --- sums: a term with coefficient −1 is subtracted
// ---------------------------------------------------
template <class Lanes, class Tile, class... Terms>
struct evaluator<Lanes, Tile, expr::addition<Terms...>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        return add<Terms...>(in, variables);
    }

private:
    template <class First, class... Rest, class Environment>
    static LEIBNIZ_INLINE constexpr auto add(context<Lanes> const& in,
                                             Environment const& variables) noexcept {
        return append<Rest...>(in, variables, evaluator<Lanes, Tile, First>::at(in, variables));
    }
    template <class Environment, class Total>
    static LEIBNIZ_INLINE constexpr auto append(context<Lanes> const&, Environment const&,
                                                Total const& total) noexcept
        requires true
    {
        return total;
    }
    template <class Next, class... Rest, class Environment, class Total>
    static LEIBNIZ_INLINE constexpr auto
    append(context<Lanes> const& in, Environment const& variables, Total const& total) noexcept {
        using term = expr::term<Next>;
        if constexpr (detail::goes_on<Lanes, Tile, Next, Total>::value)
            return append<Rest...>(in, variables,
                                   evaluator<Lanes, Tile, Next>::onto(in, variables, total));
        else if constexpr (term::coefficient == rational{-1})
            return append<Rest...>(
                in, variables,
                detail::combine(total,
                                evaluator<Lanes, Tile, typename term::rest>::at(in, variables),
                                detail::minus));
        else
            return append<Rest...>(in, variables,
                                   detail::combine(total,
                                                   evaluator<Lanes, Tile, Next>::at(in, variables),
                                                   detail::plus));
    }
};

/// Where a condition on subscripts does not hold the product is zero, and what it guards is not
/// used: it may have been read beside its array. A Σ, which comes last, is evaluated first, before
/// other factors take registers, and multiplied last: their product is there by then.
template <class Lanes, class Tile, class... Factors>
struct evaluator<Lanes, Tile, expr::multiplication<Factors...>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        return first<Factors...>(in, variables);
    }

private:
    template <class First, class... Rest, class Environment>
    static LEIBNIZ_INLINE constexpr auto first(context<Lanes> const& in,
                                               Environment const& variables) noexcept {
        if constexpr (sizeof...(Rest) == 0) {
            return evaluator<Lanes, Tile, First>::at(in, variables);
        } else if constexpr (expr::is_indicator<First>) {
            using condition = typename detail::condition_of<First>::type;
            using product = decltype(first<Rest...>(in, variables));
            auto const zero = Lanes::broadcast(typename Lanes::number{0});
            if constexpr (detail::is_uniform<condition, Lanes, Tile>) {
                if (!detail::holds<Tile>(condition{}, in.samples, variables))
                    return detail::filled<product>(zero);
                return first<Rest...>(in, variables);
            } else {
                return detail::combine(
                    evaluator<Lanes, Tile, First>::at(in, variables), first<Rest...>(in, variables),
                    [zero](auto const& is_one, auto const& value) LEIBNIZ_INLINE_LAMBDA {
                        return Lanes::select(Lanes::less(zero, is_one), value, zero);
                    });
            }
        } else if constexpr (ends_with_sum<First, Rest...> && sizeof...(Rest) > 1) {
            auto const sum = evaluator<Lanes, Tile, last<First, Rest...>>::at(in, variables);
            return detail::combine(before_last<First, Rest...>(in, variables), sum, detail::times);
        } else {
            return detail::combine(evaluator<Lanes, Tile, First>::at(in, variables),
                                   first<Rest...>(in, variables), detail::times);
        }
    }

    template <class... Some> using last = meta::type_at<meta::list<Some...>, sizeof...(Some) - 1>;
    template <class... Some>
    static constexpr bool ends_with_sum =
        !(expr::is_indicator<Some> || ...) && last<Some...>::facts.is(meta::kind::summation);
    template <class First, class... Rest, class Environment>
    static LEIBNIZ_INLINE constexpr auto before_last(context<Lanes> const& in,
                                                     Environment const& variables) noexcept {
        if constexpr (sizeof...(Rest) == 1)
            return evaluator<Lanes, Tile, First>::at(in, variables);
        else
            return detail::combine(evaluator<Lanes, Tile, First>::at(in, variables),
                                   before_last<Rest...>(in, variables), detail::times);
    }
};

template <class Lanes, class Tile, class Base, rational Exponent>
struct evaluator<Lanes, Tile, expr::power<Base, Exponent>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        return detail::transform(
            evaluator<Lanes, Tile, Base>::at(in, variables),
            [](auto const& base) LEIBNIZ_INLINE_LAMBDA {
                using number = typename Lanes::number;
                auto const magnitude = [&]() LEIBNIZ_INLINE_LAMBDA {
                    if constexpr (Exponent.denominator == 1)
                        return whole<detail::larger(static_cast<int>(Exponent.numerator),
                                                    -static_cast<int>(Exponent.numerator))>(base);
                    else if constexpr (Exponent.denominator == 2)
                        return whole<detail::larger(static_cast<int>(Exponent.numerator),
                                                    -static_cast<int>(Exponent.numerator))>(
                            Lanes::sqrt(base));
                    else
                        return Lanes::pow(
                            base,
                            (Exponent.numerator < 0 ? -Exponent : Exponent).template as<number>());
                }();
                if constexpr (Exponent.numerator < 0)
                    return Lanes::reciprocal(magnitude);
                else
                    return magnitude;
            });
    }

private:
    template <int Times, class Vector>
    static LEIBNIZ_INLINE constexpr Vector whole(Vector const& base) noexcept {
        if constexpr (Times == 1) {
            return base;
        } else {
            Vector const half = whole<Times / 2>(base);
            if constexpr (Times % 2 == 0)
                return half * half;
            else
                return half * half * base;
        }
    }
};

template <class Lanes, class Tile, class Function, class Argument>
struct evaluator<Lanes, Tile, expr::application<Function, Argument>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        return Lanes::template apply<Function>(evaluator<Lanes, Tile, Argument>::at(in, variables));
    }
};

template <class Lanes, class Tile, expr::relation Relation, class L, class R, class Then,
          class Else>
struct evaluator<Lanes, Tile, expr::selection<Relation, L, R, Then, Else>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        auto const left = evaluator<Lanes, Tile, L>::at(in, variables);
        auto const right = evaluator<Lanes, Tile, R>::at(in, variables);
        auto const then = evaluator<Lanes, Tile, Then>::at(in, variables);
        auto const otherwise = evaluator<Lanes, Tile, Else>::at(in, variables);
        using whole = expr::selection<Relation, L, R, Then, Else>;
        using result = detail::values_of_tile<Lanes, Tile, whole>;
        auto const select_at = [&](int l, int r, int t, int e) LEIBNIZ_INLINE_LAMBDA {
            if constexpr (Relation == expr::relation::less)
                return Lanes::select(Lanes::less(left.at[l], right.at[r]), then.at[t],
                                     otherwise.at[e]);
            else
                return Lanes::select(Lanes::less_or_equal(left.at[l], right.at[r]), then.at[t],
                                     otherwise.at[e]);
        };
        return [&]<int... At>(std::integer_sequence<int, At...>) LEIBNIZ_INLINE_LAMBDA {
            return result{{select_at(place_in<decltype(left), result>(At),
                                     place_in<decltype(right), result>(At),
                                     place_in<decltype(then), result>(At),
                                     place_in<decltype(otherwise), result>(At))...}};
        }(std::make_integer_sequence<int, result::rows * result::columns>{});
    }

private:
    template <class Values, class Whole> static consteval int place_in(int at) {
        return Values::place(at / Whole::columns, at % Whole::columns);
    }
};

template <class Lanes, class Tile, class Value> struct evaluator<Lanes, Tile, computed<Value>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const&,
                                            Environment const& variables) noexcept {
        return variables.template get_computed<Value>();
    }
};
template <class Lanes, class Tile, class Value, class Formula>
struct evaluator<Lanes, Tile, computing<Value, Formula>> {
    template <class Environment>
    static LEIBNIZ_INLINE constexpr auto at(context<Lanes> const& in,
                                            Environment const& variables) noexcept {
        auto const value = evaluator<Lanes, Tile, Value>::at(in, variables);
        return evaluator<Lanes, Tile, Formula>::at(
            in, having_computed<Environment, Value, std::remove_cvref_t<decltype(value)>>{variables,
                                                                                          value});
    }
};

} // namespace leibniz::program
