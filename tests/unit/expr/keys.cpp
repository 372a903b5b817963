#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <leibniz/expr/node.hpp>
#include <vector>

// Operands are told apart by their keys, so keys of different nodes must differ. These are the ones
// made of small numbers, where a weak hash would fail first.
namespace {

namespace lz = leibniz;
using lz::meta::key;

bool all_different(std::vector<key> keys) {
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

/// The key of a constant, as expr::constant makes it.
key constant_key(std::int64_t numerator, std::int64_t denominator) {
    return lz::expr::gather(
               lz::meta::kind::constant,
               lz::meta::mix(static_cast<key>(numerator), static_cast<key>(denominator)), {})
        .key;
}

} // namespace

BOOST_AUTO_TEST_SUITE(keys)

BOOST_AUTO_TEST_CASE(constants) {
    static_assert(lz::expr::constant<lz::rational{1, 64}>::facts.key !=
                  lz::expr::constant<lz::rational{2, 1}>::facts.key);
    BOOST_TEST(constant_key(3, 7) == (lz::expr::constant<lz::rational{3, 7}>::facts.key));
    std::vector<key> all;
    for (std::int64_t top = -300; top <= 300; ++top)
        for (std::int64_t bottom = 1; bottom <= 300; ++bottom)
            if (std::gcd(top, bottom) == 1)
                all.push_back(constant_key(top, bottom));
    BOOST_TEST(all.size() > 100000u);
    BOOST_TEST(all_different(all));
}

// Subscripts, bound and opened variables: a tag, a number and a range.
BOOST_AUTO_TEST_CASE(triples_of_small_numbers) {
    std::vector<key> all;
    for (key tag = 11; tag <= 15; ++tag)
        for (std::int64_t number = -64; number <= 64; ++number)
            for (std::int64_t range = -64; range <= 300; ++range)
                all.push_back(
                    lz::meta::ranked(lz::meta::kind::subscript,
                                     lz::meta::mix(lz::meta::mix(tag, static_cast<key>(number)),
                                                   static_cast<key>(range))));
    BOOST_TEST(all_different(all));
}

BOOST_AUTO_TEST_CASE(names) {
    std::vector<key> all;
    for (char first = 'A'; first <= 'z'; ++first)
        for (char second = '0'; second <= 'z'; ++second)
            for (char third = '0'; third <= '9'; ++third)
                for (std::size_t length = 1; length <= 3; ++length) {
                    char const text[] = {first, second, third};
                    if (third == '0' || length == 3)
                        all.push_back(lz::meta::mix_text(1, {text, length}));
                }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    // 58 first letters; 58·75 pairs; 58·75·10 triples
    BOOST_TEST(all.size() == 58u + 58u * 75u + 58u * 75u * 10u);
}

BOOST_AUTO_TEST_SUITE_END()
