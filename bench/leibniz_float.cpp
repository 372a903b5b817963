#include "leibniz.hpp"

namespace bench {
namespace {

template <int Batch> using in_float = ours<float, Batch>;
[[maybe_unused]] bool const added = add<float, in_float>("leibniz");

} // namespace
} // namespace bench
