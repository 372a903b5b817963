#include "small_descent.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace lz = leibniz;

constexpr small::model_type start{lz::glorot{.seed = 7}};
constexpr auto samples = lz::data(small::inputs, small::targets);
constexpr auto learned = lz::trained<start, samples, lz::momentum{.rate = 0.5f}, 3>;
auto copy = learned;

/// How the memory at an address may be used, as the kernel writes it, such as "r--p".
std::string permissions(void const* address) {
    std::ifstream maps("/proc/self/maps");
    auto const wanted = reinterpret_cast<std::uintptr_t>(address);
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::uintptr_t first = 0, last = 0;
        char dash = 0;
        std::string found;
        if (words >> std::hex >> first >> dash >> last >> found && first <= wanted && wanted < last)
            return found;
    }
    return "";
}

} // namespace

#ifdef __linux__

BOOST_AUTO_TEST_SUITE(read_only_memory)

BOOST_AUTO_TEST_CASE(weights_trained_by_the_compiler) {
    BOOST_TEST(permissions(learned.raw().data()).substr(0, 2) == "r-");
    BOOST_TEST(permissions(learned.raw().data() + learned.raw().size() - 1).substr(0, 2) == "r-");
    BOOST_TEST(
        permissions(&lz::trained<start, samples, lz::momentum{.rate = 0.5f}, 3>).substr(0, 2) ==
        "r-");
}
BOOST_AUTO_TEST_CASE(a_copy_that_may_change) {
    BOOST_TEST(permissions(copy.raw().data()).substr(0, 2) == "rw");
}

BOOST_AUTO_TEST_SUITE_END()

#endif
