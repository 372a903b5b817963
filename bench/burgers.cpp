#include "burgers.hpp"
#include <leibniz/leibniz.hpp>

// A model of derivatives of a network by its inputs, beside plain loops and libtorch.
namespace {

using namespace bench::burgers;
using learner = bench::learner<float>;
namespace lz = leibniz;
using namespace lz::literals;

constexpr auto net = lz::network<"u">(lz::input<inputs>, lz::dense<hidden>(lz::tanh),
                                      lz::dense<hidden>(lz::tanh), lz::dense<1>());
constexpr auto n = lz::index<"n">(lz::samples);
constexpr auto u = net.output(n, 0_c);
constexpr auto place = net.tensor<"x">()(n, 0_c);
constexpr auto time = net.tensor<"x">()(n, 1_c);
constexpr auto u_x = lz::total_derivative(u, place);
constexpr auto r = lz::tensor<"r">(lz::samples);
constexpr auto equation =
    lz::graph<"burgers">(net, lz::define(r(n), lz::total_derivative(u, time) + u * u_x -
                                                   1_c / 100_c * lz::total_derivative(u_x, place)));

auto data(float const* samples, float const* targets) {
    return lz::data(std::span<float const>(samples, batch * inputs),
                    std::span<float const>(targets, batch));
}

class ours final : public learner {
    using model = lz::model<float, equation>;
    using trainer = lz::trainer<model, lz::gradient_descent>;

public:
    void set(float const* from) override {
        each([&](auto parameter) {
            model_[parameter].for_each([&](float& value) { value = *from++; });
        });
    }
    void gradient(float const* x, float const* t, float* result) override {
        trainer_.gradient(model_, data(x, t), 0, batch);
        each([&](auto parameter) {
            trainer_.gradient_of_parameter(parameter).for_each(
                [&](float value) { *result++ = value; });
        });
    }
    void step(float const* x, float const* t, float rate) override {
        trainer_.gradient(model_, data(x, t), 0, batch);
        trainer_.update(model_, batch, double{rate});
    }
    void infer(float const* x, float* y) override {
        model_(std::span<float const>(x, batch * inputs), std::span<float>(y, batch));
    }

private:
    template <class F> static void each(F f) {
        f(net.weights<1>());
        f(net.biases<1>());
        f(net.weights<2>());
        f(net.biases<2>());
        f(net.weights<3>());
        f(net.biases<3>());
    }
    model model_;
    trainer trainer_{lz::gradient_descent{.rate = 1}};
};

std::unique_ptr<learner> make_ours() { return std::make_unique<ours>(); }

} // namespace

int main(int count, char** arguments) {
    return bench::measure(count, arguments, sizes,
                          {
                              {"leibniz", make_ours},
                              {"loops", make_loops},
#ifdef BENCH_LIBTORCH
                              {"libtorch", make_libtorch},
#endif
                          });
}
