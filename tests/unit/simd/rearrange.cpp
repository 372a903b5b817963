#include <boost/test/unit_test.hpp>
#include <leibniz/simd/lanes.hpp>
#include <numeric>
#include <vector>

// Sums of the lanes of several vectors by one tree, for every number of vectors. All numbers are
// small whole ones, so every sum is exact in whatever order it is added.

namespace {

namespace lz = leibniz;

template <class Number> using lanes = lz::simd::lanes<Number>;

/// Lane `at` of vector `which`; no two of them are the same, so none can stand in for another.
int number_at(int which, int at) { return 1 + at + 37 * which + 5 * which * at; }

template <class Number, int Count> void check_sums() {
    constexpr int width = lanes<Number>::width;
    using vector = typename lanes<Number>::vector;
    std::vector<Number> numbers(std::size_t{width});
    vector leaves[std::size_t{Count}];
    std::vector<Number> wanted;
    for (int which = 0; which < Count; ++which) {
        for (int at = 0; at < width; ++at)
            numbers[static_cast<std::size_t>(at)] = static_cast<Number>(number_at(which, at));
        leaves[which] = lanes<Number>::load(numbers.data());
        wanted.push_back(std::accumulate(numbers.begin(), numbers.end(), Number{0}));
    }
    lanes<Number>::store(numbers.data(), lanes<Number>::template add_up_all<Count>(leaves));
    for (std::size_t which = 0; which < wanted.size(); ++which)
        BOOST_TEST(numbers[which] == wanted[which], Count << " vectors, number " << which << ": "
                                                          << numbers[which] << " for "
                                                          << wanted[which]);
}
template <class Number> void check_all() {
    []<int... At>(std::integer_sequence<int, At...>) {
        (check_sums<Number, At + 1>(), ...);
    }(std::make_integer_sequence<int, lanes<Number>::width>{});
}

} // namespace

BOOST_AUTO_TEST_SUITE(rearrange)

BOOST_AUTO_TEST_CASE(sums_of_any_number_of_vectors) {
    check_all<float>();
    check_all<double>();
}

BOOST_AUTO_TEST_SUITE_END()
