#pragma once
#include <leibniz/print/text.hpp>
#include <leibniz/testing/callable.hpp>
#include <leibniz/testing/gradient_check.hpp>

namespace leibniz {
namespace errors {
template <double Value> struct derived;
template <double Value> struct difference_quotient;
template <double Value> struct dual_number;
/// A probe has one sample at least, and low is below high.
template <int Samples, double Low, double High> struct probe_tries_nothing;
/// gradient_agrees(net, tolerance): the weight where it is most wrong, as derived and as it is.
template <fixed_string Weight, class Derived, class Quotient, class Dual> struct gradient_differs;
/// The first number of the proof's program that is infinite or not a number: the points are outside
/// of what the network's functions are defined for.
template <fixed_string Where, double Value> struct value_is_not_finite;
} // namespace errors

namespace testing_detail {

/// The name of a tensor's number in row-major order: W1[3,2]. Samples are so many.
template <class... Domains>
constexpr void write_subscripts(print::sink& out, meta::list<Domains...>, int at, int samples) {
    auto const extent = [samples](int known) { return known == at_run_time ? samples : known; };
    int rest = (1 * ... * extent(Domains::extent)), digits = at;
    char before = '[';
    (((rest /= extent(Domains::extent)), (out << before << std::int64_t{digits / rest}),
      (digits %= rest), (before = ',')),
     ...);
    if (sizeof...(Domains) > 0)
        out << ']';
}
using text_of_number = print::fixed_text<256>;
template <class Tensor> constexpr text_of_number write_number(int at, int samples) {
    text_of_number text;
    print::sink out{text.letters, sizeof text.letters};
    out << Tensor::name.view();
    write_subscripts(out, typename Tensor::domains{}, at, samples);
    text.size = out.size;
    return text;
}
/// Of the weights of a graph, numbered one after another.
template <std::size_t Number, class... Tensors>
constexpr text_of_number text_of_weight(meta::list<Tensors...>) {
    text_of_number text;
    int at = static_cast<int>(Number);
    ((at >= 0 && at < expr::volume(typename Tensors::domains{})
          ? void(text = write_number<Tensors>(at, 0))
          : void(),
      at -= expr::volume(typename Tensors::domains{})),
     ...);
    return text;
}
template <class Parameters, std::size_t Number>
inline constexpr auto text_of = text_of_weight<Number>(Parameters{});
template <class Parameters, std::size_t Number>
inline constexpr auto name_of_weight =
    print::as_fixed_string<text_of<Parameters, Number>.size>(text_of<Parameters, Number>);

/// The error of a function without a value in constant expressions; void where all have one.
template <class Objective> struct refusal : refused_in<typename Objective::equations> {};
template <> struct refusal<void> {
    using type = void;
};
template <class Subject> struct refusal_of : refusal<typename objective_of<Subject>::type> {};
template <class Subject>
concept has_values = __is_same(typename refusal_of<Subject>::type, void);

template <class Subject, probe Points>
using check_of = gradient_check<
    meta::conditional<has_values<Subject>, typename objective_of<Subject>::type, void>, Points>;

/// The finding of a check, and the name of its weight, where the types in errors shall be short.
template <class Subject, probe Points>
inline constexpr auto worst_of = check_of<Subject, Points>::worst;
template <class Subject, probe Points>
inline constexpr auto worst_name =
    name_of_weight<typename check_of<Subject, Points>::graph::parameters,
                   worst_of<Subject, Points>.weight>;

/// The first number that is not finite, its value, and whether there is none.
template <class Subject, probe Points>
inline constexpr auto misfit_of = check_of<Subject, Points>::not_finite;
template <class Subject, probe Points>
inline constexpr bool all_finite = misfit_of<Subject, Points>.step < 0;
template <class Subject, probe Points, int Step = misfit_of<Subject, Points>.step>
inline constexpr auto text_of_misfit =
    write_number<typename meta::type_at<typename check_of<Subject, Points>::derived_plan::steps,
                                        static_cast<std::size_t>(Step)>::written::tensor>(
        misfit_of<Subject, Points>.at, Points.samples);
template <class Subject, probe Points>
inline constexpr text_of_number text_of_misfit<Subject, Points, -1>{};
template <class Subject, probe Points>
inline constexpr auto name_of_misfit =
    print::as_fixed_string<text_of_misfit<Subject, Points>.size>(text_of_misfit<Subject, Points>);

} // namespace testing_detail

/// The proof of a gradient: `static_assert(gradient_agrees(net, 1e-8_c))`. For every weight ∂E/∂w,
/// as derived and as the program computes it in double, is held against a central difference of the
/// loss and against dual numbers, at seeded points: `gradient_agrees<probe{.seed = 7}>(…)`. Values
/// above 1 are compared relative to their size, others as they are; the central difference has an
/// error of about 1e-11 times the third derivative. Of a network it is the gradient of
/// sum_of_squared_errors; of a graph that ends in a single number the gradient of that; a loss or a
/// gradient may be given as well. It is true, or an error that names the weight that is most wrong,
/// so it is never negated. Each constant expression is for a few weights or one equation, within
/// the default limits of the compilers. Time grows faster than the number of weights.
template <probe Points = probe{}, testing_detail::has_gradient Subject, rational Tolerance>
    requires(testing_detail::tries_something(Points)) && (testing_detail::has_values<Subject>) &&
            (testing_detail::worst_of<Subject, Points>.apart <= Tolerance.as<double>())
constexpr bool gradient_agrees(Subject, expr::constant<Tolerance>) {
    return true;
}
template <probe Points = probe{}, testing_detail::has_gradient Subject, rational Tolerance>
    requires(testing_detail::tries_something(Points)) && (testing_detail::has_values<Subject>) &&
            (testing_detail::all_finite<Subject, Points>) &&
            (!(testing_detail::worst_of<Subject, Points>.apart <= Tolerance.as<double>()))
errors::gradient_differs<
    testing_detail::worst_name<Subject, Points>,
    errors::derived<testing_detail::worst_of<Subject, Points>.derived>,
    errors::difference_quotient<testing_detail::worst_of<Subject, Points>.quotient>,
    errors::dual_number<
        testing_detail::worst_of<Subject, Points>.dual>> gradient_agrees(Subject,
                                                                         expr::constant<Tolerance>);
template <probe Points = probe{}, testing_detail::has_gradient Subject, rational Tolerance>
    requires(testing_detail::tries_something(Points)) && (testing_detail::has_values<Subject>) &&
            (!testing_detail::all_finite<Subject, Points>)
errors::value_is_not_finite<
    testing_detail::name_of_misfit<Subject, Points>,
    testing_detail::misfit_of<Subject, Points>.value> gradient_agrees(Subject,
                                                                      expr::constant<Tolerance>);
template <probe Points = probe{}, testing_detail::has_gradient Subject, rational Tolerance>
    requires(testing_detail::tries_something(Points)) && (!testing_detail::has_values<Subject>)
typename testing_detail::refusal_of<Subject>::type
    gradient_agrees(Subject, expr::constant<Tolerance>);
template <probe Points = probe{}, testing_detail::has_gradient Subject, rational Tolerance>
    requires(!testing_detail::tries_something(Points))
errors::probe_tries_nothing<Points.samples, Points.low, Points.high>
    gradient_agrees(Subject, expr::constant<Tolerance>);
template <probe Points = probe{}, class Subject, class Tolerance>
    requires(!testing_detail::has_gradient<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::has_gradient<Subject>, Subject>>
    gradient_agrees(Subject, Tolerance);
/// Of another kind of number: refused.
template <probe Points = probe{}, testing_detail::has_gradient Subject, class Tolerance>
    requires(expr::is_builtin_number<Tolerance>)
constexpr bool gradient_agrees(Subject, Tolerance) {
    using refused [[maybe_unused]] = expr::operand_t<Tolerance>;
    return true;
}

/// The same as a number, to be compared with any other: the largest deviation of a weight.
template <probe Points = probe{}, testing_detail::has_gradient Subject>
    requires(testing_detail::tries_something(Points))
constexpr double gradient_deviation(Subject) {
    return testing_detail::worst_of<Subject, Points>.apart;
}
template <probe Points = probe{}, class Subject>
    requires(!testing_detail::has_gradient<Subject>)
errors::not_a_network_loss_or_gradient<
    testing_detail::given<!testing_detail::has_gradient<Subject>, Subject>>
    gradient_deviation(Subject);

} // namespace leibniz
