#pragma once
#include <leibniz/expr/compositions.hpp>
#include <leibniz/expr/equation.hpp>
#include <leibniz/scalar/math.hpp>

/// Optimisers as update equations, in the notation of everything else and run by the same
/// evaluator. Each is a struct of hyperparameters with
///   equations(w, g): the updates of one parameter element w with mean gradient g, where the
///                    optimiser's own state is named by state<"…">(w);
///   symbols, values: the run-time numbers of the equations; step counts from 1.
namespace leibniz {
namespace training_detail {

template <fixed_string Name> inline constexpr auto hyper = symbol<Name, "optimiser">;

template <class... Symbols> using symbols_of = meta::list<std::remove_const_t<Symbols>...>;

/// An element of the state that belongs to a parameter: same shape, same indices.
template <fixed_string Name> struct state_of {
    template <class Tensor, class... Indices>
    constexpr auto operator()(expr::element<Tensor, Indices...>) const {
        return expr::element<expr::companion<Name, Tensor>, Indices...>{};
    }
};
template <fixed_string Name> inline constexpr state_of<Name> state{};

inline constexpr auto rate = hyper<"rate">;
inline constexpr auto decay = hyper<"decay">;
inline constexpr auto decay2 = hyper<"decay2">;
inline constexpr auto epsilon = hyper<"epsilon">;
inline constexpr auto correction = hyper<"correction">;
inline constexpr auto correction2 = hyper<"correction2">;
inline constexpr auto weight_decay = hyper<"weight_decay">;

/// 1/(1 − βᵗ), by which Adam's moments have to grow after t steps from zero. A factor, because a
/// division for each weight would take longer than the rest of its update.
constexpr double bias_correction(double beta, int step) noexcept {
    double power = 1, square = beta;
    for (int rest = step; rest > 0; rest /= 2, square *= square)
        power *= rest % 2 != 0 ? square : 1;
    return 1 / (1 - power);
}

} // namespace training_detail

/// W ← W − η·g
struct gradient_descent {
    float rate = 0.01f;

    template <class W, class G> static constexpr auto equations(W w, G g) {
        return leibniz::equations(update(w, w - training_detail::rate * g));
    }
    using symbols = training_detail::symbols_of<decltype(training_detail::rate)>;
    template <class Number> constexpr std::array<Number, 1> values(Number factor, int) const {
        return {static_cast<Number>(rate) * factor};
    }
};

/// v ← μ·v − η·g;  W ← W + v  (Polyak 1964)
struct momentum {
    float rate = 0.01f;
    float decay = 0.9f; ///< μ

    template <class W, class G> static constexpr auto equations(W w, G g) {
        using namespace training_detail;
        constexpr auto v = state<"v">(w);
        return leibniz::equations(update(v, training_detail::decay * v - training_detail::rate * g),
                                  update(w, w + v));
    }
    using symbols = training_detail::symbols_of<decltype(training_detail::rate),
                                                decltype(training_detail::decay)>;
    template <class Number> constexpr std::array<Number, 2> values(Number factor, int) const {
        return {static_cast<Number>(rate) * factor, static_cast<Number>(decay)};
    }
};

/// v ← μ·v − η·g;  W ← W + μ·v − η·g, Nesterov's accelerated gradient in the form of
/// Sutskever et al. 2013 for weights that already hold the look-ahead (Bengio et al. 2013).
struct nesterov {
    float rate = 0.01f;
    float decay = 0.9f; ///< μ

    template <class W, class G> static constexpr auto equations(W w, G g) {
        using namespace training_detail;
        constexpr auto v = state<"v">(w);
        return leibniz::equations(
            update(v, training_detail::decay * v - training_detail::rate * g),
            update(w, w + training_detail::decay * v - training_detail::rate * g));
    }
    using symbols = momentum::symbols;
    template <class Number> constexpr std::array<Number, 2> values(Number factor, int) const {
        return {static_cast<Number>(rate) * factor, static_cast<Number>(decay)};
    }
};

/// s ← ρ·s + (1 − ρ)·g²;  W ← W − η·g/(√s + ε)  (Tieleman and Hinton 2012)
struct rmsprop {
    float rate = 0.001f;
    float decay = 0.9f; ///< ρ
    float epsilon = 1e-8f;

    template <class W, class G> static constexpr auto equations(W w, G g) {
        using namespace training_detail;
        constexpr auto s = state<"s">(w);
        constexpr auto rho = training_detail::decay;
        constexpr expr::one one{};
        return leibniz::equations(
            update(s, rho * s + (one - rho) * g * g),
            update(w, w - training_detail::rate * g / (sqrt(s) + training_detail::epsilon)));
    }
    using symbols = training_detail::symbols_of<decltype(training_detail::rate),
                                                decltype(training_detail::decay),
                                                decltype(training_detail::epsilon)>;
    template <class Number> constexpr std::array<Number, 3> values(Number factor, int) const {
        return {static_cast<Number>(rate) * factor, static_cast<Number>(decay),
                static_cast<Number>(epsilon)};
    }
};

namespace training_detail {

/// m ← β₁·m + (1 − β₁)·g;  v ← β₂·v + (1 − β₂)·g²; and the step m̂/(√v̂ + ε) that Adam takes.
template <class W> inline constexpr auto first_moment = state<"m">(W{});
template <class W> inline constexpr auto second_moment = state<"v">(W{});

template <class W, class G> constexpr auto moment_equations(W, G g) {
    constexpr auto m = first_moment<W>;
    constexpr auto v = second_moment<W>;
    constexpr expr::one one{};
    return leibniz::equations(update(m, decay * m + (one - decay) * g),
                              update(v, decay2 * v + (one - decay2) * g * g));
}
template <class W> constexpr auto adam_step(W) {
    return first_moment<W> * correction / (sqrt(second_moment<W> * correction2) + epsilon);
}

} // namespace training_detail

/// W ← W − η·m̂/(√v̂ + ε)  (Kingma and Ba 2015, algorithm 1)
struct adam {
    float rate = 0.001f;
    float decay = 0.9f;    ///< β₁
    float decay2 = 0.999f; ///< β₂
    float epsilon = 1e-8f;

    template <class W, class G> static constexpr auto equations(W w, G g) {
        using namespace training_detail;
        return moment_equations(w, g) +
               leibniz::equations(update(w, w - training_detail::rate * adam_step(w)));
    }
    using symbols = training_detail::symbols_of<
        decltype(training_detail::rate), decltype(training_detail::decay),
        decltype(training_detail::decay2), decltype(training_detail::epsilon),
        decltype(training_detail::correction), decltype(training_detail::correction2)>;
    template <class Number> constexpr std::array<Number, 6> values(Number factor, int step) const {
        return {static_cast<Number>(rate) * factor,
                static_cast<Number>(decay),
                static_cast<Number>(decay2),
                static_cast<Number>(epsilon),
                static_cast<Number>(training_detail::bias_correction(decay, step)),
                static_cast<Number>(training_detail::bias_correction(decay2, step))};
    }
};

/// W ← W − η·(m̂/(√v̂ + ε) + λ·W), weight decay apart from the gradient
/// (Loshchilov and Hutter 2019, algorithm 2)
struct adamw {
    float rate = 0.001f;
    float decay = 0.9f;    ///< β₁
    float decay2 = 0.999f; ///< β₂
    float epsilon = 1e-8f;
    float weight_decay = 0.01f; ///< λ

    template <class W, class G> static constexpr auto equations(W w, G g) {
        using namespace training_detail;
        return moment_equations(w, g) +
               leibniz::equations(
                   update(w, w - training_detail::rate *
                                     (adam_step(w) + training_detail::weight_decay * w)));
    }
    using symbols =
        meta::concatenate<adam::symbols,
                          training_detail::symbols_of<decltype(training_detail::weight_decay)>>;
    template <class Number> constexpr std::array<Number, 7> values(Number factor, int step) const {
        auto const as_adam = adam{rate, decay, decay2, epsilon}.values(factor, step);
        return {as_adam[0],
                as_adam[1],
                as_adam[2],
                as_adam[3],
                as_adam[4],
                as_adam[5],
                static_cast<Number>(weight_decay)};
    }
};

} // namespace leibniz
