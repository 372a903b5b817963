#include <boost/test/unit_test.hpp>
#include <cmath>
#include <leibniz/leibniz.hpp>
#include <memory>
#include <new>
#include <span>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

// Vectors that reach beside an array stay within the memory that is there.

namespace {

namespace lz = leibniz;
using namespace lz::literals;

/// The adjoint of `a` reads V[c, s − 2t]: vectors that begin before V, the first array of the
/// model.
constexpr auto before = lz::domain<"before", 44>;
constexpr auto between = lz::domain<"between", 40>;
constexpr auto behind = lz::domain<"behind", 18>;
constexpr auto taps = lz::domain<"taps", 5>;
constexpr auto channels = lz::domain<"channels", 3>;
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto t = lz::index<"t">(between);
constexpr auto s = lz::index<"s">(behind);
constexpr auto k = lz::index<"k">(taps);
constexpr auto c = lz::index<"c">(channels);
constexpr auto x = lz::tensor<"x">(lz::samples, before);
constexpr auto V = lz::tensor<"V">(channels, taps);
constexpr auto W = lz::tensor<"W">(channels, taps);
constexpr auto z = lz::tensor<"z">(lz::samples, channels, between);
constexpr auto a = lz::tensor<"a">(lz::samples, channels, between);
constexpr auto y = lz::tensor<"y">(lz::samples, behind);
constexpr auto strided = lz::graph<"strided">(
    lz::inputs(x), lz::parameters(V, W), lz::define(z(n, c, t), lz::sum(k, W(c, k) * x(n, t + k))),
    lz::define(a(n, c, t), lz::tanh(z(n, c, t))),
    lz::define(y(n, s), lz::sum(c, lz::sum(k, V(c, k) * a(n, c, 2_c * s + k)))));

/// Memory with a page before and one behind it that nobody may touch; an object at either end.
template <class Type> class fenced {
public:
    explicit fenced(bool at_end) {
        char* const inside = start_ + page_;
        object_ = new (at_end ? inside + room_ - round_up(sizeof(Type), alignof(Type)) : inside)
            Type(lz::glorot{.seed = 1});
    }
    ~fenced() { munmap(start_, room_ + 2 * page_); }
    fenced(fenced const&) = delete;
    fenced& operator=(fenced const&) = delete;
    Type& operator*() const { return *object_; }

private:
    static std::size_t round_up(std::size_t size, std::size_t step) {
        return (size + step - 1) / step * step;
    }
    std::size_t page_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    std::size_t room_ = round_up(sizeof(Type), page_);
    char* start_ = [this] {
        void* const all =
            mmap(nullptr, room_ + 2 * page_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        BOOST_REQUIRE(all != MAP_FAILED);
        auto* const first = static_cast<char*>(all);
        BOOST_REQUIRE(mprotect(first + page_, room_, PROT_READ | PROT_WRITE) == 0);
        return first;
    }();
    Type* object_ = nullptr;
};

template <class Arch> std::vector<double> gradient_of(bool at_end) {
    using model_type = lz::model<float, strided, Arch>;
    fenced<model_type> const model(at_end);
    auto trainer = std::make_unique<lz::trainer<model_type, lz::gradient_descent, 64>>();
    constexpr std::size_t samples = 70;
    std::vector<float> inputs(44 * samples), targets(18 * samples);
    lz::random_numbers random{3};
    for (float& value : inputs)
        value = static_cast<float>(random.uniform(-1, 1));
    for (float& value : targets)
        value = static_cast<float>(random.uniform(-1, 1));
    std::vector<double> all{trainer->gradient(*model, lz::data(inputs, targets), 0, samples)};
    auto const keep = [&](float value) { all.push_back(static_cast<double>(value)); };
    trainer->gradient_of_parameter(V).for_each(keep);
    trainer->gradient_of_parameter(W).for_each(keep);
    return all;
}

/// A network whose rows are samples: their last tile may reach beyond those that there are, but not
/// in arrays of the user's.
constexpr auto wide = lz::network<"wide">(lz::input<20>, lz::dense<70>(), lz::dense<20>(lz::tanh));

/// One whose first layer has sums along the lanes, over rows of the user's that fill no vectors.
constexpr auto few =
    lz::network<"few">(lz::input<37>, lz::dense<2>(), lz::dense<35>(lz::tanh), lz::dense<1>());

/// A product with a matrix that is computed, and contiguous along the sum: rows of the user's are
/// read beside it where they are.
constexpr auto places = lz::domain<"places", 3>;
constexpr auto keys = lz::domain<"keys", 20>;
constexpr auto depth = lz::domain<"depth", 21>;
constexpr auto p = lz::index<"p">(places);
constexpr auto q = lz::index<"q">(keys);
constexpr auto d = lz::index<"d">(depth);
constexpr auto u = lz::tensor<"u">(lz::samples, places, depth);
constexpr auto K = lz::tensor<"K">(keys, depth);
constexpr auto k_of = lz::tensor<"k">(keys, depth);
constexpr auto scores = lz::tensor<"scores">(lz::samples, places, keys);
constexpr auto scored =
    lz::graph<"scored">(lz::inputs(u), lz::parameters(K), lz::define(k_of(q, d), lz::tanh(K(q, d))),
                        lz::define(scores(n, p, q), lz::sum(d, u(n, p, d) * k_of(q, d))));

/// As many floats as there are between an address and a page that nobody may touch.
struct last_floats {
    char numbers[1 << 14];
    explicit last_floats(lz::glorot) {}
    std::span<float> take(std::size_t count) {
        auto* const end = reinterpret_cast<float*>(numbers + sizeof numbers);
        return {end - count, count};
    }
};

template <auto const& Net, class Arch, int Block> std::vector<float> results_of(int samples) {
    using model_type = lz::model<float, Net, Arch>;
    auto const model = std::make_unique<model_type>(lz::glorot{.seed = 2});
    auto const trainer = std::make_unique<lz::trainer<model_type, lz::gradient_descent, Block>>();
    fenced<last_floats> const inputs_at(true), targets_at(true);
    auto const count = static_cast<std::size_t>(samples);
    auto const results = model_type::output_width * count;
    std::span<float> const inputs = (*inputs_at).take(model_type::input_width * count),
                           targets = (*targets_at).take(results);
    lz::random_numbers random{7};
    for (float& value : inputs)
        value = static_cast<float>(random.uniform(-1, 1));
    for (float& value : targets)
        value = static_cast<float>(random.uniform(-1, 1));
    std::vector<float> all(results);
    (*model)(std::span<float const>(inputs), std::span<float>(all));
    all.push_back(trainer->gradient(*model, lz::data(inputs, targets), 0, samples));
    auto const keep = [&](float value) { all.push_back(value); };
    trainer->gradient_of_parameter(Net.template weights<1>()).for_each(keep);
    trainer->gradient_of_parameter(Net.template weights<2>()).for_each(keep);
    return all;
}

/// So many samples with vectors, in blocks of each of these sizes, against single numbers.
template <auto const& Net, int... Blocks> void check_samples(int samples) {
    auto const wanted = results_of<Net, lz::one_by_one, 64>(samples);
    auto const hold = [&](std::vector<float> const& got, int block) {
        BOOST_REQUIRE(got.size() == wanted.size());
        for (std::size_t i = 0; i < got.size(); ++i)
            BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-4f * (1 + std::abs(wanted[i])),
                       samples << " samples in blocks of " << block << ", number " << i << ": "
                               << got[i] << " not " << wanted[i]);
    };
    (hold(results_of<Net, lz::simd::native, Blocks>(samples), Blocks), ...);
}

/// Samples that fill a block, all but one, and some more than one block.
template <int Block> void check_block() {
    for (int const samples : {Block - 1, Block, Block + 3})
        check_samples<wide, Block>(samples);
}

/// Inferred in blocks of 128 samples.
constexpr auto wider =
    lz::network<"wider">(lz::input<20>, lz::dense<100>(), lz::dense<40>(lz::tanh));

constexpr int images_width = 1 << 16;
constexpr auto images = lz::network<"images">(lz::input<images_width>, lz::dense<2>(lz::logistic));

} // namespace

BOOST_AUTO_TEST_SUITE(program_reach)

BOOST_AUTO_TEST_CASE(weights_are_read_within_the_model) {
    auto const wanted = gradient_of<lz::one_by_one>(false);
    for (bool const at_end : {false, true}) {
        auto const got = gradient_of<lz::simd::native>(at_end);
        BOOST_REQUIRE(got.size() == wanted.size());
        for (std::size_t i = 0; i < got.size(); ++i)
            BOOST_TEST(std::abs(got[i] - wanted[i]) <= 1e-4 * (1 + std::abs(wanted[i])));
    }
}

BOOST_AUTO_TEST_CASE(samples_are_read_within_the_users_arrays) {
    // Blocks of nine have no room for tiles of six and four rows, or of three times four.
    for (int samples = 1; samples <= 14; ++samples)
        check_samples<wide, 64, 9>(samples);
}

BOOST_AUTO_TEST_CASE(so_are_those_that_a_sum_goes_along) {
    for (int const samples : {1, 15, 16, 17, 64, 67})
        check_samples<few, 64, 1>(samples);
}

BOOST_AUTO_TEST_CASE(one_sample_is_read_within_its_array) {
    using model_type = lz::model<float, few, lz::simd::native>;
    using single_type = lz::model<float, few, lz::one_by_one>;
    fenced<last_floats> const memory(true);
    auto& x = *new ((*memory).take(37).data()) std::array<float, 37>{};
    lz::random_numbers random{8};
    for (float& value : x)
        value = static_cast<float>(random.uniform(-1, 1));
    auto const model = std::make_unique<model_type>(lz::glorot{.seed = 6});
    auto const single = std::make_unique<single_type>(lz::glorot{.seed = 6});
    BOOST_TEST(std::abs((*model)(x)[0] - (*single)(x)[0]) <= 1e-5f);
}

BOOST_AUTO_TEST_CASE(rows_beside_a_computed_matrix_are_read_within_the_users_array) {
    constexpr std::size_t samples = 19;
    fenced<last_floats> const memory(true);
    std::span<float> const given = (*memory).take(3 * 21 * samples);
    lz::random_numbers random{9};
    for (float& value : given)
        value = static_cast<float>(random.uniform(-1, 1));
    lz::model<float, scored, lz::simd::native> const model(lz::glorot{.seed = 7});
    lz::model<float, scored, lz::one_by_one> const single(lz::glorot{.seed = 7});
    std::vector<float> got(3 * 20 * samples), wanted(got.size());
    model(std::span<float const>(given), std::span<float>(got));
    single(std::span<float const>(given), std::span<float>(wanted));
    for (std::size_t at = 0; at < got.size(); ++at)
        BOOST_TEST(std::abs(got[at] - wanted[at]) <= 1e-5f);
}

// Of 8, 20, 32 and 128 rows, tiles of six leave two: no multiple of four, to which rows are padded.
BOOST_AUTO_TEST_CASE(full_blocks_stay_within_their_arrays) {
    check_block<8>();
    check_block<20>();
    check_block<32>();
    check_block<64>();
    check_block<128>();
}

BOOST_AUTO_TEST_CASE(so_do_those_of_inference) {
    using model_type = lz::model<float, wider, lz::simd::native>;
    using single_type = lz::model<float, wider, lz::one_by_one>;
    static_assert(
        lz::training_detail::inference_block<model_type::graph, model_type::lanes>::value == 128);
    auto const model = std::make_unique<model_type>(lz::glorot{.seed = 4});
    auto const single = std::make_unique<single_type>(lz::glorot{.seed = 4});
    std::vector<float> rows(20 * 128), outputs(40 * 128), wanted(40 * 128);
    lz::random_numbers random{5};
    for (float& value : rows)
        value = static_cast<float>(random.uniform(-1, 1));
    for (std::size_t const count : {126u, 127u, 128u}) {
        std::span<float const> const some(rows.data(), 20 * count);
        (*model)(some, std::span<float>(outputs));
        (*single)(some, std::span<float>(wanted));
        for (std::size_t i = 0; i < 40 * count; ++i)
            BOOST_TEST(std::abs(outputs[i] - wanted[i]) <= 1e-5f);
    }
}

// Copies of a block's rows lie on the stack, which 64 of these would not fit.
BOOST_AUTO_TEST_CASE(rows_of_many_numbers_fit_the_stack) {
    using model_type = lz::model<float, images, lz::simd::native>;
    using single_type = lz::model<float, images, lz::one_by_one>;
    auto const model = std::make_unique<model_type>(lz::glorot{.seed = 6});
    auto const single = std::make_unique<single_type>(lz::glorot{.seed = 6});
    std::size_t const count = 65, width = std::size_t{images_width};
    std::vector<float> rows(width * count), outputs(2 * count), wanted(2 * count);
    lz::random_numbers random{7};
    for (float& value : rows)
        value = static_cast<float>(random.uniform(-1, 1));
    (*model)(rows, std::span<float>(outputs));
    (*single)(rows, std::span<float>(wanted));
    for (std::size_t i = 0; i < 2 * count; ++i)
        BOOST_TEST(std::abs(outputs[i] - wanted[i]) <= 1e-5f);
}

BOOST_AUTO_TEST_SUITE_END()
