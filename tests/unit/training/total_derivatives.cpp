#include "derivatives_by_inputs.hpp"

/// First and second derivatives of a network by its inputs.
namespace {

constexpr auto J = lz::tensor<"J">(lz::samples, out, in);
inline constexpr auto jacobian =
    lz::graph<"jacobian">(net, define(J(n, k, p), total_derivative(y(n, k), x(n, p))));
constexpr auto H = lz::tensor<"H">(lz::samples, in, in);
inline constexpr auto hessian = lz::graph<"hessian">(
    net, define(H(n, p, q), total_derivative(total_derivative(y(n, 1_c), x(n, p)), x(n, q))));

} // namespace

BOOST_AUTO_TEST_SUITE(total_derivatives)

BOOST_AUTO_TEST_CASE(first_ones_agree_with_differences) {
    point const here;
    auto const slopes = here.outputs<double, jacobian>();
    for (std::size_t at = 0; at < samples; ++at)
        for (std::size_t output = 0; output < 2; ++output)
            for (std::size_t by = 0; by < 3; ++by)
                BOOST_TEST(std::abs(slopes[6 * at + 3 * output + by] -
                                    here.wanted.first(here.sample(at), output, by)) < 1e-8);
}

BOOST_AUTO_TEST_CASE(so_do_second_ones) {
    point const here;
    auto const curvatures = here.outputs<double, hessian>();
    for (std::size_t at = 0; at < samples; ++at)
        for (std::size_t by = 0; by < 3; ++by)
            for (std::size_t and_by = 0; and_by < 3; ++and_by)
                BOOST_TEST(std::abs(curvatures[9 * at + 3 * by + and_by] -
                                    here.wanted.second(here.sample(at), 1, by, and_by)) < 1e-8);
}

BOOST_AUTO_TEST_SUITE_END()
