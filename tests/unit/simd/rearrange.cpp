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

/// Vector `which` of a tile counts row by row.
template <class Number, int Rows, int Columns> void check_order_of_sums() {
    constexpr int width = lanes<Number>::width;
    lz::program::vectors<typename lanes<Number>::vector, Rows, Columns> tile;
    for (int which = 0; which < Rows * Columns; ++which)
        tile.at[which] = lanes<Number>::broadcast(static_cast<Number>(which));
    auto const by_rows = lanes<Number>::sums_of(tile);
    auto const by_columns = lanes<Number>::template sums_of<true>(tile);
    for (int row = 0; row < Rows; ++row)
        for (int column = 0; column < Columns; ++column) {
            auto const wanted = static_cast<Number>(width * (row * Columns + column));
            BOOST_TEST(by_rows.at[row * Columns + column] == wanted);
            BOOST_TEST(by_columns.at[column * Rows + row] == wanted);
        }
}

template <class Number, int Count> void check_store_some() {
    std::vector<Number> given, there;
    for (int at = 0; at < Count; ++at)
        given.push_back(static_cast<Number>(at + 1));
    there.assign(std::size_t{Count} + 2, Number{100});
    lanes<Number>::template store_some<Count>(there.data() + 1, given.data(), true);
    for (int at = 0; at < Count; ++at)
        BOOST_TEST(there[static_cast<std::size_t>(at) + 1] == static_cast<Number>(101 + at));
    lanes<Number>::template store_some<Count>(there.data() + 1, given.data(), false);
    for (int at = 0; at < Count; ++at)
        BOOST_TEST(there[static_cast<std::size_t>(at) + 1] == static_cast<Number>(1 + at));
    BOOST_TEST((there.front() == 100 && there.back() == 100));
}

/// The numbers end with the last one that is wanted, so that a sanitizer sees what is read beyond.
template <class Number, int Stride> void check_gather() {
    constexpr int width = lanes<Number>::width;
    std::vector<Number> numbers(std::size_t{Stride * (width - 1) + 1}),
        gathered(std::size_t{width});
    std::iota(numbers.begin(), numbers.end(), Number{1});
    lanes<Number>::store(gathered.data(), lanes<Number>::template gather<Stride>(numbers.data()));
    for (int at = 0; at < width; ++at)
        BOOST_TEST(gathered[static_cast<std::size_t>(at)] == static_cast<Number>(1 + Stride * at),
                   "every " << Stride << ", number " << at << ": "
                            << gathered[static_cast<std::size_t>(at)]);
}
template <class Number> void check_gathers() {
    []<int... At>(std::integer_sequence<int, At...>) {
        (check_gather<Number, At + 2>(), ...);
    }(std::make_integer_sequence<int, 16>{});
}

} // namespace

BOOST_AUTO_TEST_SUITE(rearrange)

BOOST_AUTO_TEST_CASE(every_second_number_and_every_number_of_a_greater_distance) {
    check_gathers<float>();
    check_gathers<double>();
}

BOOST_AUTO_TEST_CASE(sums_row_by_row_and_column_by_column) {
    check_order_of_sums<float, 4, 4>();
    check_order_of_sums<float, 3, 5>();
    check_order_of_sums<float, 6, 4>();
    check_order_of_sums<double, 4, 2>();
    check_order_of_sums<double, 1, 4>();
}

BOOST_AUTO_TEST_CASE(some_numbers_are_stored_or_added_and_no_others) {
    check_store_some<float, 2>();
    check_store_some<float, 4>();
    check_store_some<float, 8>();
    check_store_some<double, 2>();
    check_store_some<double, 4>();
}

BOOST_AUTO_TEST_CASE(sums_of_any_number_of_vectors) {
    check_all<float>();
    check_all<double>();
}

BOOST_AUTO_TEST_SUITE_END()
