#include "../program/activations.hpp"

// One network for every instruction set; what differs there is swept function by function by the
// other tests of this folder, and unit/program has all activations.

BOOST_AUTO_TEST_SUITE(program_activations)

BOOST_AUTO_TEST_CASE(every_derivative_is_that_of_the_loss) {
    activations::check<double, leibniz::simd::native, activations::elu_mish>(plain::elu_,
                                                                             plain::mish_);
}

BOOST_AUTO_TEST_SUITE_END()
