#pragma once
#include <leibniz/scalar/arithmetic.hpp>
#include <leibniz/scalar/element.hpp>
#include <leibniz/scalar/functions.hpp>
#include <numbers>

/// The value of each kind of node, one number at a time.
namespace leibniz::scalar::detail {

/// A static member template `at<Number>(environment&)` that is the node's value.
template <class Expression> struct value_of;

template <class Expression, class Environment>
LEIBNIZ_INLINE constexpr typename Environment::number value(Environment& given) noexcept {
    return value_of<Expression>::template at<typename Environment::number>(given);
}

template <rational Value> struct value_of<expr::constant<Value>> {
    template <class Number> static constexpr Number at(auto&) noexcept {
        constexpr Number number = Value.template as<Number>();
        return number;
    }
};
template <class Tensor, class... Subscripts> struct value_of<expr::element<Tensor, Subscripts...>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        return read_element<Tensor, Subscripts...>(given);
    }
};
template <class First, class... Terms> struct value_of<expr::addition<First, Terms...>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        Number total = value<First>(given);
        ((total = add(total, value<Terms>(given))), ...);
        return total;
    }
};

/// xⁿ by squaring, n > 0.
template <std::int64_t Exponent, class Number> constexpr Number whole_power(Number x) noexcept {
    if constexpr (Exponent == 1) {
        return x;
    } else if constexpr (Exponent % 2 == 0) {
        Number const root = whole_power<Exponent / 2>(x);
        return multiply(root, root);
    } else {
        return multiply(whole_power<Exponent - 1>(x), x);
    }
}
/// Base^|Exponent|
template <class Base, rational Exponent, class Number>
constexpr Number unsigned_power(auto& given) noexcept {
    constexpr rational size = Exponent.numerator < 0 ? -Exponent : Exponent;
    Number const base = value<Base>(given);
    if constexpr (size.is_integer())
        return whole_power<size.numerator>(base);
    else if constexpr (size == rational{1, 2})
        return scalar::sqrt(base);
    else
        return scalar::pow(base, size.template as<Number>());
}
template <class Base, rational Exponent> struct value_of<expr::power<Base, Exponent>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        Number const size = unsigned_power<Base, Exponent, Number>(given);
        return Exponent.numerator < 0 ? divide(Number{1}, size) : size;
    }
};

/// How a factor takes part in a product: a negative power divides, in the end and once; where an
/// indicator is 0 nothing else is looked at, since a subscript it guards may be out of bounds.
template <class Factor> struct part {
    template <class Number> static constexpr Number times(Number product, auto& given) noexcept {
        return multiply(product, value<Factor>(given));
    }
    template <class Number> static constexpr Number over(Number product, auto&) noexcept {
        return product;
    }
    static constexpr bool holds(auto&) noexcept { return true; }
};
template <class Base, rational Exponent>
    requires(Exponent.numerator < 0)
struct part<expr::power<Base, Exponent>> {
    template <class Number> static constexpr Number times(Number product, auto&) noexcept {
        return product;
    }
    template <class Number> static constexpr Number over(Number product, auto& given) noexcept {
        return divide(product, unsigned_power<Base, Exponent, Number>(given));
    }
    static constexpr bool holds(auto&) noexcept { return true; }
};
struct indicator_part {
    template <class Number> static constexpr Number times(Number product, auto&) noexcept {
        return product;
    }
    template <class Number> static constexpr Number over(Number product, auto&) noexcept {
        return product;
    }
};
template <class Affine> struct part<expr::kronecker<Affine>> : indicator_part {
    static constexpr bool holds(auto& given) noexcept { return place<Affine>::in(given) == 0; }
};
template <class Affine, int Extent> struct part<expr::guard<Affine, Extent>> : indicator_part {
    static constexpr bool holds(auto& given) noexcept {
        int const at = place<Affine>::in(given);
        return at >= 0 && at < given.template extent<Extent>();
    }
};

template <class... Factors> struct value_of<expr::multiplication<Factors...>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        if (!(part<Factors>::holds(given) && ...))
            return Number{0};
        Number product{1};
        ((product = part<Factors>::times(product, given)), ...);
        ((product = part<Factors>::over(product, given)), ...);
        return product;
    }
};
template <class Affine> struct value_of<expr::kronecker<Affine>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        return part<expr::kronecker<Affine>>::holds(given) ? Number{1} : Number{0};
    }
};
template <class Affine, int Extent> struct value_of<expr::guard<Affine, Extent>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        return part<expr::guard<Affine, Extent>>::holds(given) ? Number{1} : Number{0};
    }
};

template <class Function, class... Arguments>
struct value_of<expr::application<Function, Arguments...>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        return static_cast<Number>(value_of_function<Function>(value<Arguments>(given)...));
    }
};
template <> struct value_of<expr::application<expr::pi_>> {
    template <class Number> static constexpr Number at(auto&) noexcept {
        return std::numbers::pi_v<Number>;
    }
};
/// Only the branch that is chosen is evaluated.
template <expr::relation Relation, class Left, class Right, class Then, class Else>
struct value_of<expr::selection<Relation, Left, Right, Then, Else>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        Number const left = value<Left>(given), right = value<Right>(given);
        bool const holds = Relation == expr::relation::less ? left < right : left <= right;
        return holds ? value<Then>(given) : value<Else>(given);
    }
};

template <class Body, int... Ranges> struct value_of<expr::summation<Body, Ranges...>> {
    template <class Number> static constexpr Number at(auto& given) noexcept {
        Number total{0};
        add_over<expr::summation<Body, Ranges...>::lowest + 1, Ranges...>(total, given);
        return total;
    }

private:
    /// Bound indices have numbers of their own, so their positions need no saving.
    template <int Variable, int Range, int... Rest, class Number>
    static constexpr void add_over(Number& total, auto& given) noexcept {
        int const extent = given.template extent<Range>();
        for (int& i = given.position[Variable] = 0; i < extent; ++i) {
            if constexpr (sizeof...(Rest) == 0)
                total = add(total, value<Body>(given));
            else
                add_over<Variable + 1, Rest...>(total, given);
        }
    }
};

} // namespace leibniz::scalar::detail
