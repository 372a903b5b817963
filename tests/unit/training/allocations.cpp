#include <leibniz/leibniz.hpp>

#include "../program/plain_network.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <new>

// Every allocation of this test program goes through here and is counted. Not inlined: GCC 12 takes
// free() of what operator new returned for a mismatch when it sees one of the two.

namespace {

std::size_t volatile allocations = 0;

void* allocate(std::size_t size, std::size_t alignment) {
    allocations = allocations + 1;
    std::size_t const rounded = (size + alignment - 1) / alignment * alignment;
    if (void* const memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded))
        return memory;
    throw std::bad_alloc();
}
constexpr std::size_t usual = __STDCPP_DEFAULT_NEW_ALIGNMENT__;

} // namespace

[[gnu::noinline]] void* operator new(std::size_t size) { return allocate(size, usual); }
[[gnu::noinline]] void* operator new[](std::size_t size) { return allocate(size, usual); }
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
    return allocate(size, static_cast<std::size_t>(alignment));
}
[[gnu::noinline]] void* operator new[](std::size_t size, std::align_val_t alignment) {
    return allocate(size, static_cast<std::size_t>(alignment));
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete[](void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

namespace {

namespace lz = leibniz;

constexpr auto net = lz::network<"counted">(lz::input<3>, lz::dense<5>(lz::tanh), lz::dense<2>());

template <class Arch> struct placed {
    using model_type = lz::model<float, net, Arch>;
    using trainer_type = lz::trainer<model_type, lz::adam>;
    static inline constinit model_type model{};
    static inline constinit trainer_type trainer{};

    static_assert(noexcept(std::as_const(model)(std::array<float, 3>{})));
    static_assert(noexcept(std::as_const(model)(std::array<std::array<float, 3>, 7>{})));
    static_assert(noexcept(std::as_const(model)(std::span<float const>(), std::span<float>())));
    static_assert(noexcept(trainer.gradient(model, typename trainer_type::view{}, 0, 1)));
    static_assert(noexcept(trainer.update(model, 1, 1.0)));
    static_assert(noexcept(trainer_type::count(typename trainer_type::view{})));
    static constexpr auto weights = net.weights<1>();
    static_assert(noexcept(model[weights](0, 0)));
    static_assert(noexcept(trainer.gradient_of_parameter(weights)(0, 0)));
};

/// How many allocations a call makes.
template <class F> std::size_t count(F f) {
    std::size_t const before = allocations;
    f();
    return allocations - before;
}

template <class Arch> void check() {
    using here = placed<Arch>;
    here::model = typename here::model_type{lz::glorot{.seed = 1}};
    std::vector<double> const numbers = plain::random_numbers(65 * 3, 2);
    std::vector<float> const x(numbers.begin(), numbers.end()), t(65 * 2);
    std::vector<float> y(t.size());
    auto const set = lz::data(x, t);
    BOOST_TEST(count([&] { here::model(std::span<float const>(x), std::span<float>(y)); }) == 0);
    BOOST_TEST(count([&] { y[0] = here::model(std::array{1.0F, 2.0F, 3.0F})[0]; }) == 0);
    BOOST_TEST(count([&] { y[1] = here::trainer.gradient(here::model, set, 0, 65); }) == 0);
    BOOST_TEST(count([&] { here::trainer.update(here::model, 65, 1.0); }) == 0);
    lz::earlier_weights<typename here::trainer_type, typename here::model_type> earlier;
    lz::training_report report;
    BOOST_TEST(count([&] {
                   report = lz::fit(
                       here::trainer, here::model, set, {.epochs = 2}, lz::constant_rate{}, set,
                       lz::observer{[](lz::epoch_report const&) { return true; }}, earlier);
               }) == 0);
    BOOST_TEST(report.epoch == 2);
}

} // namespace

BOOST_AUTO_TEST_SUITE(allocations_)

BOOST_AUTO_TEST_CASE(the_count_counts) {
    // A compiler may leave out what a new-expression allocates and nobody looks at.
    std::vector<double> kept;
    double* volatile seen = nullptr;
    BOOST_TEST(count([&] {
                   kept = std::vector<double>(3);
                   seen = kept.data();
               }) == 1);
    BOOST_TEST(seen == kept.data());
    BOOST_TEST(count([&] { operator delete(operator new(8)); }) == 1);
}
BOOST_AUTO_TEST_CASE(none_with_vectors) { check<lz::simd::native>(); }
BOOST_AUTO_TEST_CASE(none_one_by_one) { check<lz::one_by_one>(); }

BOOST_AUTO_TEST_SUITE_END()
