"""The same training, one step of it, as users of other libraries write it: forward, backward and an
update of the weights of 16-64-64-8 for a batch of 32."""

from programs import Case, parameters

EIGEN = """#include <Eigen/Dense>
struct network {
    Eigen::Matrix<float, 64, 16> w1;
    Eigen::Matrix<float, 64, 64> w2;
    Eigen::Matrix<float, 8, 64> w3;
    Eigen::Matrix<float, 64, 1> b1, b2;
    Eigen::Matrix<float, 8, 1> b3;
    Eigen::Matrix<float, 64, 32> a1, a2, d1, d2;
    Eigen::Matrix<float, 8, 32> a3, d3;
};
float step(network& net, Eigen::Matrix<float, 16, 32> const& x, Eigen::Matrix<float, 8, 32> const& t,
           float rate) {
    net.a1 = ((net.w1 * x).colwise() + net.b1).array().tanh().matrix();
    net.a2 = ((net.w2 * net.a1).colwise() + net.b2).array().tanh().matrix();
    net.a3 = ((net.w3 * net.a2).colwise() + net.b3).array().logistic().matrix();
    net.d3 = ((net.a3 - t).array() * net.a3.array() * (1.0f - net.a3.array())).matrix();
    net.d2 = ((net.w3.transpose() * net.d3).array() * (1.0f - net.a2.array().square())).matrix();
    net.d1 = ((net.w2.transpose() * net.d2).array() * (1.0f - net.a1.array().square())).matrix();
    net.w3 -= rate * net.d3 * net.a2.transpose();
    net.w2 -= rate * net.d2 * net.a1.transpose();
    net.w1 -= rate * net.d1 * x.transpose();
    net.b3 -= rate * net.d3.rowwise().sum();
    net.b2 -= rate * net.d2.rowwise().sum();
    net.b1 -= rate * net.d1.rowwise().sum();
    return 0.5f * (net.a3 - t).squaredNorm();
}
"""

DLIB = """#include <dlib/dnn.h>
using network = dlib::loss_mean_squared_multioutput<dlib::sig<dlib::fc<8,
    dlib::htan<dlib::fc<64, dlib::htan<dlib::fc<64, dlib::input<dlib::matrix<float>>>>>>>>>;
void learn(network& net, std::vector<dlib::matrix<float>> const& x,
           std::vector<dlib::matrix<float>> const& t) {
    dlib::dnn_trainer<network, dlib::adam> trainer(net, dlib::adam{});
    trainer.set_max_num_epochs(10);
    trainer.set_mini_batch_size(32);
    trainer.train(x, t);
}
"""

LIBTORCH = """#include <torch/torch.h>
float step(torch::nn::Sequential& net, torch::optim::Adam& adam, torch::Tensor x, torch::Tensor t) {
    adam.zero_grad();
    auto const loss = 0.5 * (net->forward(x) - t).square().sum();
    loss.backward();
    adam.step();
    return loss.item<float>();
}
torch::nn::Sequential make() {
    return torch::nn::Sequential(torch::nn::Linear(16, 64), torch::nn::Tanh(), torch::nn::Linear(64, 64),
                                 torch::nn::Tanh(), torch::nn::Linear(64, 8), torch::nn::Sigmoid());
}
"""

COUNT = parameters([16, 64, 64, 8])
PEERS = (
    Case("peers", "Eigen, gradient by hand", EIGEN, parameters=COUNT, needs="Eigen/Dense"),
    Case("peers", "dlib", DLIB, parameters=COUNT, needs="dlib/dnn.h"),
    # Version 1.13 has vectors of types that are not complete yet, which Clang refuses in C++20.
    Case("peers", "libtorch", LIBTORCH, parameters=COUNT, needs="torch/torch.h", standard="c++17"),
)
