#pragma once

#include <leibniz/simd/math/piecewise.hpp>

namespace leibniz::simd::detail {

/// tanh in 30 pieces, from tests/unit/simd/piecewise_tables.py; of two more there are none.
// clang-format off
alignas(64) inline constexpr float tanh_coefficients[] = {
    // d^0
    0x1.b2523cp-1F, 0x1.cf6f98p-1F, 0x1.e1fbfap-1F, 0x1.ed9506p-1F,
    0x1.f4bfd6p-1F, 0x1.f92582p-1F, 0x1.fbd50ap-1F, 0x1.fd77d2p-1F,
    0x1.fe767ap-1F, 0x1.ff6f18p-1F, 0x1.ffcaacp-1F, 0x1.ffec62p-1F,
    0x1.fff8c8p-1F, 0x1.fffd58p-1F, 0x1.ffff06p-1F, 0x1.ffffa4p-1F,
    0x1.ffffdep-1F, 0x1.fffffcp-1F, 0.0F, 0.0F,
    0.0F, 0x1.ff559ap-5F, 0x1.fd5992p-4F, 0x1.7b8ffap-3F,
    0x1.f597eap-3F, 0x1.6ef53ep-2F, 0x1.d9353ep-2F, 0x1.1bf47ep-1F,
    0x1.45323ep-1F, 0x1.68665p-1F, 0x1.85efacp-1F, 0x1.9e5cb6p-1F,
    // d^1
    0x1.1f25b8p-2F, 0x1.7215cap-3F, 0x1.d22a78p-4F, 0x1.21613cp-4F,
    0x1.64110ap-5F, 0x1.b3af92p-6F, 0x1.09a3acp-6F, 0x1.433b8ep-7F,
    0x1.88c0b8p-8F, 0x1.2181bcp-9F, 0x1.aa778cp-11F, 0x1.3913c4p-12F,
    0x1.ce2622p-14F, 0x1.55059p-15F, 0x1.f191cp-17F, 0x1.6fb04cp-18F,
    0x1.15d5dap-19F, -0x1.d12146p-26F, 0.0F, 0.0F,
    0x1p0F, 0x1.fe014ap-1F, 0x1.f81536p-1F, 0x1.ee69aap-1F,
    0x1.e14992p-1F, 0x1.be3fb8p-1F, 0x1.92a94p-1F, 0x1.62852ep-1F,
    0x1.3173fap-1F, 0x1.025076p-1F, 0x1.ae0d5cp-2F, 0x1.614fe6p-2F,
    // d^2
    -0x1.e7638cp-3F, -0x1.4ef1e4p-3F, -0x1.b699d6p-4F, -0x1.16c3cp-4F,
    -0x1.5c12eap-5F, -0x1.ad914p-6F, -0x1.07177cp-6F, -0x1.40a2f4p-7F,
    -0x1.8492a2p-8F, -0x1.1edc94p-9F, -0x1.a7d07ap-11F, -0x1.325dp-12F,
    -0x1.cd080ap-14F, -0x1.5a48eap-15F, -0x1.deeddep-17F, -0x1.6bdeb6p-18F,
    -0x1.20bd2ep-19F, 0x1.306c64p-20F, 0.0F, 0.0F,
    0x1.97cf1cp-18F, -0x1.fd177ep-5F, -0x1.f58ca8p-4F, -0x1.6e4d2ep-3F,
    -0x1.d7655cp-3F, -0x1.3fd4cap-2F, -0x1.742e2cp-2F, -0x1.8960a2p-2F,
    -0x1.8421ep-2F, -0x1.6bcc02p-2F, -0x1.47842ep-2F, -0x1.1df23ep-2F,
    // d^3
    0x1.c1c588p-4F, 0x1.673b7cp-4F, 0x1.fe49d6p-5F, 0x1.540004p-5F,
    0x1.b5c784p-6F, 0x1.12612p-6F, 0x1.516ebep-7F, 0x1.987bb2p-8F,
    0x1.e0f938p-9F, 0x1.63bb5p-10F, 0x1.0959d6p-11F, 0x1.68da76p-13F,
    0x1.249a5ep-14F, 0x1.d43e3p-16F, 0x1.06cd0ep-17F, 0x1.c0014p-19F,
    0x1.6b71bcp-20F, -0x1.30ab9ep-19F, 0.0F, 0.0F,
    -0x1.55ee5cp-2F, -0x1.51435p-2F, -0x1.408aap-2F, -0x1.2a7844p-2F,
    -0x1.08b13ep-2F, -0x1.6de6aep-3F, -0x1.7defe8p-4F, -0x1.f397f4p-7F,
    0x1.69ccfep-5F, 0x1.59298ep-4F, 0x1.aaf77cp-4F, 0x1.c8fddap-4F,
    // d^4
    -0x1.55eb6cp-6F, -0x1.9a2beep-6F, -0x1.54ddcap-6F, -0x1.ec7b0ap-7F,
    -0x1.4f885ep-7F, -0x1.ad974cp-8F, -0x1.05c354p-8F, -0x1.2f4838p-9F,
    -0x1.3f3c3ep-10F, -0x1.d8c4f4p-12F, -0x1.67bd56p-13F, -0x1.a789e8p-15F,
    -0x1.97d7c8p-16F, -0x1.6f0248p-17F, -0x1.f3023cp-20F, -0x1.2486d8p-20F,
    -0x1.a9e646p-22F, 0x1.6bf758p-20F, 0.0F, 0.0F,
    0x1.06a592p-6F, 0x1.fa837ep-5F, 0x1.742a76p-4F, 0x1.223bdcp-3F,
    0x1.40ef8ep-3F, 0x1.5bca9p-3F, 0x1.3cc9b6p-3F, 0x1.e18ccp-4F,
    0x1.4475cep-4F, 0x1.520622p-5F, 0x1.1a1338p-6F, -0x1.1fa1e8p-8F
};
// clang-format on

template <class Group> LEIBNIZ_INLINE Group piecewise_tanh(Group const& x) noexcept {
    auto const piece = piece_of(abs(x), 0.75, 0x1.20a3d8p3);
    return keep_sign(grown(piece, tanh_coefficients, look_up(tanh_coefficients, piece.number)), x);
}

} // namespace leibniz::simd::detail
