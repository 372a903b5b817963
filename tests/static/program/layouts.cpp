#include "plans.hpp"

#include <leibniz/expr/adl.hpp>

// How weights lie, and which programs copy them to lie in another way.

namespace {

namespace lz = leibniz;
namespace meta = lz::meta;

using plans::lanes_of;

/// Which index of a weight is contiguous.
template <auto const& Net, int Layer, int Width>
inline constexpr int inner =
    lz::training_detail::parameter_storage<std::remove_cvref_t<decltype(Net)>, lanes_of<Width>>::
        plan::template inner<typename decltype(Net.template weights<Layer>())::type>::value;

// Outputs of a layer are the lanes. Those of few neurons have the samples along the lanes; if the
// inputs are few, too, the neurons are side by side for a single sample, else the inputs.
constexpr auto net =
    lz::network<"layouts">(lz::input<3>, lz::dense<20>(lz::tanh), lz::dense<8>(lz::tanh),
                           lz::dense<8>(), lz::dense<2>(), lz::dense<7>(), lz::dense<1>());
static_assert(inner<net, 1, 16> == 0);
static_assert(inner<net, 2, 16> == 1);
static_assert(inner<net, 3, 16> == 0);
static_assert(inner<net, 4, 16> == 0);
static_assert(inner<net, 5, 16> == 0);
static_assert(inner<net, 6, 16> == 1);
// Eight of eight lanes are not few.
static_assert(inner<net, 2, 8> == 0 && inner<net, 3, 8> == 0);
static_assert(inner<net, 4, 8> == 1 && inner<net, 5, 8> == 0 && inner<net, 6, 8> == 1);

/// How many arrays hold parameters, in whatever way they lie.
template <class Graph, class... Arrays> constexpr int arrays_of_parameters(meta::list<Arrays...>) {
    return (0 + ... +
            (meta::contains<typename Arrays::tensor, typename Graph::parameters>::value ? 1 : 0));
}
template <auto const& Net, int Block> struct programs {
    using graph = std::remove_cvref_t<decltype(Net)>;
    using objective = decltype(lz::sum_of_squared_errors(graph{}));
    template <class Code>
    static constexpr int copies = arrays_of_parameters<graph>(typename Code::plan::arrays{}) -
                                  static_cast<int>(graph::parameters::size);
    static constexpr int of_inference =
        copies<lz::training_detail::inference_program<graph, lanes_of<16>, Block>>;
    static constexpr int of_gradient =
        copies<lz::training_detail::gradient_program<objective, lanes_of<16>, Block>>;
};

// A block of samples has use for copies that lie in another way; a single sample would read each
// number once.
constexpr auto rows_of_vectors = lz::network<"rows_of_vectors">(
    lz::input<16>, lz::dense<64>(lz::tanh), lz::dense<64>(lz::tanh), lz::dense<8>(lz::logistic));
static_assert(programs<rows_of_vectors, 64>::of_gradient > 0);
static_assert(programs<rows_of_vectors, 1>::of_gradient == 0);
static_assert(programs<rows_of_vectors, 1>::of_inference == 0);
static_assert(programs<net, 1>::of_gradient == 0 && programs<net, 1>::of_inference == 0);

} // namespace
