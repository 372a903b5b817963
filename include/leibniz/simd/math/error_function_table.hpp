#pragma once

#include <leibniz/simd/math/piecewise.hpp>

namespace leibniz::simd::detail {

/// erf in 31 pieces, from tests/unit/simd/piecewise_tables.py, the first one without x; of one more
/// there is none.
// clang-format off
alignas(64) inline constexpr float erf_coefficients[] = {
    // d^0
    0x1.f74a6ep-1F, 0x1.fcdacep-1F, 0x1.fefcdp-1F, 0x1.ffb5bep-1F,
    0x1.ffed16p-1F, 0x1.fffbb8p-1F, 0x1.ffff24p-1F, 0x1.ffffd8p-1F,
    0x1.fffffap-1F, 0.0F, 0.0F, 0x1.20c564p-5F,
    0x1.207d48p-4F, 0x1.b00812p-4F, 0x1.1f5e1ap-3F, 0x1.662a0cp-3F,
    0x1.ac45e4p-3F, 0x1.1af54ep-2F, 0x1.5da9f4p-2F, 0x1.9dd0d2p-2F,
    0x1.db081cp-2F, 0x1.0a7ef6p-1F, 0x1.25b8a8p-1F, 0x1.3f196ep-1F,
    0x1.569244p-1F, 0x1.7fb9cp-1F, 0x1.a1551ap-1F, 0x1.bbef1p-1F,
    0x1.d0580cp-1F, 0x1.df85eap-1F, 0x1.ea773p-1F, 0x1.f21cap-1F,
    // d^1
    0x1.0bf64ep-4F, 0x1.b0fdaap-6F, 0x1.34ab9p-7F, 0x1.84859ap-9F,
    0x1.afd6d4p-11F, 0x1.a9e592p-13F, 0x1.706408p-15F, 0x1.45eaa4p-17F,
    0x1.296feep-20F, 0.0F, 0x1.06eba8p-3F, 0x1.20954cp0F,
    0x1.1fbd2ap0F, 0x1.1e5648p0F, 0x1.1c6306p0F, 0x1.19e5e2p0F,
    0x1.16e2c8p0F, 0x1.0f5d1cp0F, 0x1.05fd42p0F, 0x1.f5f11ap-1F,
    0x1.dd16dep-1F, 0x1.c1ef96p-1F, 0x1.a507c4p-1F, 0x1.86e94p-1F,
    0x1.681ffcp-1F, 0x1.2a8dd2p-1F, 0x1.dfca8ap-2F, 0x1.75a92ap-2F,
    0x1.1a0d4cp-2F, 0x1.9cb6f4p-3F, 0x1.24a96ap-3F, 0x1.9244p-4F,
    // d^2
    -0x1.c3cdb8p-4F, -0x1.a226ccp-5F, -0x1.4f7308p-6F, -0x1.d5d592p-8F,
    -0x1.2028p-9F, -0x1.3d3d84p-11F, -0x1.281be2p-13F, -0x1.9360cep-15F,
    -0x1.17a8b8p-21F, 0.0F, 0x1.dfa29p-21F, -0x1.20e4d4p-5F,
    -0x1.1fce72p-4F, -0x1.acee48p-4F, -0x1.1c8ebp-3F, -0x1.60444ap-3F,
    -0x1.a2341p-3F, -0x1.0f6082p-2F, -0x1.477dc6p-2F, -0x1.78965ap-2F,
    -0x1.a19fbcp-2F, -0x1.c1d81ep-2F, -0x1.d9de1ap-2F, -0x1.e8920ep-2F,
    -0x1.ef390ap-2F, -0x1.e5356ap-2F, -0x1.c1e7d6p-2F, -0x1.8d1306p-2F,
    -0x1.4eed5cp-2F, -0x1.0eefe2p-2F, -0x1.a4e93ep-3F, -0x1.3a1d26p-3F,
    // d^3
    0x1.9f17dcp-4F, 0x1.c6a432p-5F, 0x1.a087a4p-6F, 0x1.4863cap-7F,
    0x1.c106eap-9F, 0x1.1dff1ap-10F, 0x1.1c7a52p-12F, 0x1.51fe2ep-13F,
    -0x1.042e82p-16F, 0.0F, -0x1.814becp-2F, -0x1.7e6764p-2F,
    -0x1.7bfb3cp-2F, -0x1.7d6f8ep-2F, -0x1.6bb75cp-2F, -0x1.67eabap-2F,
    -0x1.5b76dep-2F, -0x1.3ca4d2p-2F, -0x1.1942a8p-2F, -0x1.dbb4bap-3F,
    -0x1.815f94p-3F, -0x1.2fef44p-3F, -0x1.89e75ep-4F, -0x1.d2b8fap-5F,
    -0x1.75ed52p-7F, 0x1.06485cp-4F, 0x1.ee4276p-4F, 0x1.3ceaecp-3F,
    0x1.57db7p-3F, 0x1.53aec2p-3F, 0x1.34981ep-3F, 0x1.02b6a4p-3F,
    // d^4
    -0x1.744f26p-5F, -0x1.efbe08p-6F, -0x1.02b0e8p-6F, -0x1.ca67f8p-8F,
    -0x1.5c4c6ep-9F, -0x1.05207ap-10F, -0x1.0d6e46p-12F, -0x1.f67d08p-13F,
    0x1.4ab218p-15F, 0.0F, 0x1.d091fcp-8F, -0x1.2d6a1p-11F,
    0x1.ee6b7cp-6F, 0x1.2c9456p-3F, 0x1.70650cp-6F, 0x1.f82df6p-4F,
    0x1.ee77dp-4F, 0x1.13bc4ep-3F, 0x1.40470ep-3F, 0x1.371d54p-3F,
    0x1.3cbcfp-3F, 0x1.93fba2p-3F, 0x1.3162acp-3F, 0x1.7664b8p-3F,
    0x1.3690e2p-3F, 0x1.d32b6ep-4F, 0x1.1c641p-4F, 0x1.e2cd78p-6F,
    -0x1.6b52cp-9F, -0x1.06c5e2p-5F, -0x1.861556p-5F, -0x1.7bf89ap-5F
};
// clang-format on

template <class Group> LEIBNIZ_INLINE Group piecewise_erf(Group const& x) noexcept {
    auto const piece = piece_of(abs(x), 0.3125, 0x1.f5c29p1);
    // x to the end of the first piece: all others begin with more.
    auto const added = second_min(constant<Group>(0x1p-5), piece.size);
    auto const begin = second_max(added, look_up(erf_coefficients, piece.number));
    return keep_sign(grown(piece, erf_coefficients, begin), x);
}

} // namespace leibniz::simd::detail
