#include "peers/loops.hpp"
#include "peers/loops_fused.hpp"

// The contestant that is always there: plain C++ with fixed sizes, vectorised by the compiler.
namespace bench {
namespace {

template <int Batch> class loops final : public contestant<float> {
public:
    void set(float const* parameters) override {
        batch_.set(parameters);
        single_.set(parameters);
    }
    void gradient(float const* x, float const* t, float* result) override {
        batch_.gradient(x, t);
        batch_.read_gradient(result);
    }
    void step(float const* x, float const* t, float rate) override {
        batch_.gradient(x, t);
        batch_.update(rate / Batch);
    }
    void infer(float const* x, float* y) override { batch_.infer(x, y); }
    void dependent(float const* sample, int count) override {
        chain(sample, count, [&](auto const& x) { return single_.single(x); });
    }
    void independent(float const* sample, int count) override {
        repeat_calls(sample, count, [&](auto const& x) { return single_.single(x); });
    }

private:
    std::conditional_t<(net.parameters() <= 24), plain::by_samples<Batch>, plain::by_neurons<Batch>>
        batch_;
    // Vectors run along the neurons where there is but one sample.
    plain::by_neurons<Batch> single_;
};

[[maybe_unused]] bool const added = add<float, loops>("loops");

} // namespace
} // namespace bench
