#pragma once
#include <leibniz/leibniz.hpp>

// Plans for vectors of a given width, and what they have for a tensor.
namespace plans {

namespace lz = leibniz;
namespace meta = lz::meta;

/// As many lanes, whatever the compiler is told.
template <int Width> struct lanes_of {
    static constexpr int width = Width, registers = Width == 16 ? 32 : 16;
};
template <auto const& Net, int Width, int Block = 64>
using gradient_plan =
    typename lz::training_detail::gradient_program<decltype(lz::sum_of_squared_errors(Net)),
                                                   lanes_of<Width>, Block>::plan;

template <auto const& Handle> using tensor = typename std::remove_cvref_t<decltype(Handle)>::type;

template <class Tensor, class Steps> struct kernel_among;
template <class Tensor, class... Steps> struct kernel_among<Tensor, meta::list<Steps...>> {
    template <class Step>
    using of = meta::conditional<std::is_same_v<typename Step::written::tensor, Tensor>,
                                 meta::list<typename Step::kernel_type>, meta::list<>>;
    using type = meta::type_at<meta::concatenate<of<Steps>...>, 0>;
};
/// The kernel that writes a tensor.
template <class Tensor, class Plan>
using kernel_writing = typename kernel_among<Tensor, typename Plan::steps>::type;

} // namespace plans
