#include "leibniz.hpp"

namespace bench {
namespace {

template <int Batch> using in_double = ours<double, Batch>;
[[maybe_unused]] bool const added = add<double, in_double>("leibniz-double");

} // namespace
} // namespace bench
