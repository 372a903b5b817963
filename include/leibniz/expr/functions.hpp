#pragma once
#include <leibniz/expr/operators.hpp>

/// The elementary functions a formula may apply. Those here are primitives: each has a derivative
/// rule (calculus/rules) and an evaluation of its own (scalar/math, simd/math), for the sake of
/// extreme arguments or because it cannot be composed. Everything else is a composition of them.
namespace leibniz {
namespace expr {

/// A function object over expressions. Function::name is its name in print and in structural keys.
template <class Function> struct elementary {
    template <is_expression Argument> constexpr auto operator()(Argument) const {
        return make_application<Function, Argument>{};
    }
};

/// What prints the error where a function has no value for numbers.
template <class Function> struct uncallable {
    using refused =
        std::bool_constant<errors::printed<errors::function_without_call<Function>>::value>;
};

/// The circle constant, as a function without arguments: it has a value but no exact one.
struct pi_ {
    static constexpr fixed_string name = "pi";
};

} // namespace expr

inline constexpr expr::application<expr::pi_> pi{};

inline constexpr struct exp_ : expr::elementary<exp_> {
    static constexpr fixed_string name = "exp";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::one;
} exp;

inline constexpr struct expm1_ : expr::elementary<expm1_> {
    static constexpr fixed_string name = "expm1";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} expm1;

inline constexpr struct log_ : expr::elementary<log_> {
    static constexpr fixed_string name = "log";
    template <rational Value>
        requires(Value == rational{1})
    using at = expr::zero;
} log;

inline constexpr struct log1p_ : expr::elementary<log1p_> {
    static constexpr fixed_string name = "log1p";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} log1p;

inline constexpr struct sin_ : expr::elementary<sin_> {
    static constexpr fixed_string name = "sin";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} sin;

inline constexpr struct cos_ : expr::elementary<cos_> {
    static constexpr fixed_string name = "cos";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::one;
} cos;

inline constexpr struct tan_ : expr::elementary<tan_> {
    static constexpr fixed_string name = "tan";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} tan;

inline constexpr struct asin_ : expr::elementary<asin_> {
    static constexpr fixed_string name = "asin";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} asin;

inline constexpr struct acos_ : expr::elementary<acos_> {
    static constexpr fixed_string name = "acos";
    template <rational Value>
        requires(Value == rational{1})
    using at = expr::zero;
} acos;

inline constexpr struct atan_ : expr::elementary<atan_> {
    static constexpr fixed_string name = "atan";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} atan;

inline constexpr struct sinh_ : expr::elementary<sinh_> {
    static constexpr fixed_string name = "sinh";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} sinh;

inline constexpr struct cosh_ : expr::elementary<cosh_> {
    static constexpr fixed_string name = "cosh";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::one;
} cosh;

inline constexpr struct tanh_ : expr::elementary<tanh_> {
    static constexpr fixed_string name = "tanh";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} tanh;

/// erf(x) = 2/√π ∫₀ˣ exp(−s²) ds
inline constexpr struct erf_ : expr::elementary<erf_> {
    static constexpr fixed_string name = "erf";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::zero;
} erf;

/// 1/(1 + exp(−x))
inline constexpr struct logistic_ : expr::elementary<logistic_> {
    static constexpr fixed_string name = "logistic";
    template <rational Value>
        requires(Value == rational{0})
    using at = expr::constant<rational{1, 2}>;
} logistic;

/// log(1 + exp(x))
inline constexpr struct softplus_ : expr::elementary<softplus_> {
    static constexpr fixed_string name = "softplus";
} softplus;

/// −1, 0 or 1. Its derivative is 0, also where it jumps.
inline constexpr struct sign_ : expr::elementary<sign_> {
    static constexpr fixed_string name = "sign";
    template <rational Value>
    using at = expr::constant<rational{(Value.numerator > 0) - (Value.numerator < 0)}>;
} sign;

} // namespace leibniz
