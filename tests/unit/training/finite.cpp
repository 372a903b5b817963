#include <boost/test/unit_test.hpp>
#include <leibniz/leibniz.hpp>
#include <limits>
#include <memory>
#include <set>

// Only weights count: what lies between rows and arrays may be anything.

namespace {

namespace lz = leibniz;

inline constexpr auto net =
    lz::network<"net">(lz::input<5>, lz::dense<7>(lz::tanh), lz::dense<3>(lz::logistic));

inline constexpr auto in = lz::domain<"in", 5>;
inline constexpr auto middle = lz::domain<"middle", 2>;
inline constexpr auto out = lz::domain<"out", 3>;
inline constexpr auto n = lz::index<"n">(lz::samples);
inline constexpr auto i = lz::index<"i">(in);
inline constexpr auto j = lz::index<"j">(out);
inline constexpr auto k = lz::index<"k">(middle);
inline constexpr auto x = lz::tensor<"x", "ranks">(lz::samples, in);
inline constexpr auto w = lz::tensor<"w", "ranks">(out, middle, in);
inline constexpr auto b = lz::tensor<"b", "ranks">(out);
inline constexpr auto c = lz::tensor<"c", "ranks">();
inline constexpr auto y = lz::tensor<"y", "ranks">(lz::samples, out);
inline constexpr auto ranks =
    lz::graph<"ranks">(lz::inputs(x), lz::parameters(w, b, c),
                       lz::define(y(n, j), sum(k, sum(i, w(j, k, i) * x(n, i))) + b(j) + c()));

template <class Model, class... Tensors>
void check_each_number(Model& model, lz::meta::list<Tensors...>) {
    std::set<void const*> weights;
    (model[lz::tensor_handle<Tensors>{}].for_each(
         [&](auto const& weight) { weights.insert(&weight); }),
     ...);
    BOOST_REQUIRE(lz::training_detail::all_finite(model));
    std::size_t padding = 0;
    for (auto& number : model.raw()) {
        auto const before = number;
        bool const is_weight = weights.count(&number) > 0;
        padding += is_weight ? 0 : 1;
        for (auto const value :
             {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()}) {
            number = static_cast<typename Model::number>(value);
            BOOST_TEST(lz::training_detail::all_finite(model) != is_weight);
        }
        number = before;
    }
    BOOST_TEST(weights.size() + padding == model.raw().size());
    BOOST_TEST((Model::lanes::width == 1 || padding > 0));
}

template <class Model> void check_each_number() {
    auto const model = std::make_unique<Model>(lz::he{.seed = 7});
    check_each_number(*model, typename Model::graph::parameters{});
}

} // namespace

BOOST_AUTO_TEST_SUITE(finite_)

BOOST_AUTO_TEST_CASE(each_weight_of_a_network_counts_and_no_padding) {
    check_each_number<lz::model<float, net>>();
    check_each_number<lz::model<double, net>>();
    check_each_number<lz::model<double, net, lz::one_by_one>>();
}

BOOST_AUTO_TEST_CASE(so_does_each_of_a_tensor_of_any_rank) {
    check_each_number<lz::model<float, ranks>>();
    check_each_number<lz::model<double, ranks, lz::one_by_one>>();
}

BOOST_AUTO_TEST_SUITE_END()
