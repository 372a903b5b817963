#pragma once

/// Printed by tests/unit/scalar/reference.py: the nearest doubles to exact values.

#include <array>

namespace reference {

struct unary {
    double x;
    double value;
};

struct binary {
    double x;
    double y;
    double value;
};

inline constexpr std::array<unary, 17> exp{{
    {0x1.0000000000000p+0, 0x1.5bf0a8b145769p+1},
    {-0x1.0000000000000p+0, 0x1.78b56362cef38p-2},
    {0x1.56e1fc2f8f359p-997, 0x1.0000000000000p+0},
    {0x1.62e42fefa39efp+9, 0x1.fffffffffff2ap+1023},
    {-0x1.748cccccccccdp+9, 0x0.0000000000001p-1022},
    {-0x1.6800000000000p+9, 0x0.0000993b4dc95p-1022},
    {0x1.6200000000000p+6, 0x1.99b987155fe28p+127},
    {-0x1.9f46ca581b1e0p+4, 0x1.782659ddd2379p-38},
    {0x1.6359eedb47040p+4, 0x1.077745aa8c80dp+32},
    {-0x1.0af3513e7e3cfp+8, 0x1.d47f5a444d6bcp-386},
    {-0x1.23a3f4acd8fa0p+6, 0x1.c1bcf7b1e3cc8p-106},
    {0x1.8e777d118b838p+6, 0x1.a4a84991f27a9p+143},
    {0x1.57a03204de808p+7, 0x1.d50c548f68f4dp+247},
    {0x1.8e792d93cd890p+8, 0x1.d5ad962c28eafp+574},
    {0x1.ba661b3576480p+4, 0x1.da8ca49fd7d91p+39},
    {0x1.74bdd300588f8p+6, 0x1.5ad419a3918d5p+134},
    {-0x1.5c447898c757cp+9, 0x1.14c378fc75d2cp-1005},
}};

inline constexpr std::array<unary, 17> expm1{{
    {0x1.0000000000000p+0, 0x1.b7e151628aed3p+0},
    {-0x1.b7cdfd9d7bdbbp-34, -0x1.b7cdfd9d1d693p-34},
    {0x1.56e1fc2f8f359p-997, 0x1.56e1fc2f8f359p-997},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.0000000000000p-2, 0x1.22d78f0fa061ap-2},
    {-0x1.2800000000000p+5, -0x1.fffffffffffffp-1},
    {0x1.62e3d70a3d70ap+9, 0x1.fe9ce5c4c52b4p+1023},
    {-0x1.638d85490fc40p-4, -0x1.548ed5d3da70ep-4},
    {-0x1.72d126c6672a0p+1, -0x1.e3be6267f07d1p-1},
    {-0x1.763d439bdf479p+1, -0x1.e47d39cc5bee0p-1},
    {-0x1.978344091ff50p-1, -0x1.1900f8dc992a4p-1},
    {-0x1.39a4d5c0986c7p+1, -0x1.d3d53452d71eep-1},
    {0x1.88a28f38f9720p-1, 0x1.272b6ed78859bp+0},
    {-0x1.a231fd94b080dp+0, -0x1.9c0ac58afdc1dp-1},
    {-0x1.f2e7e8354650fp+0, -0x1.b7126a864d74cp-1},
    {0x1.1ec4d1199e708p+1, 0x1.0cb385ab1f89dp+3},
    {0x1.e6dd1f76e9900p-3, 0x1.12cd8906a9879p-2},
}};

inline constexpr std::array<unary, 16> log{{
    {0x1.0000000000000p+1, 0x1.62e42fefa39efp-1},
    {0x0.0000000000001p-1022, -0x1.74385446d71c3p+9},
    {0x0.012688b70e62bp-1022, -0x1.64e69394d9508p+9},
    {0x1.fffffffffffffp+1023, 0x1.62e42fefa39efp+9},
    {0x1.fffffffffffffp-1, -0x1.0000000000000p-53},
    {0x1.8000000000000p+0, 0x1.9f323ecbf984cp-2},
    {0x1.7f5d15c903197p+1, 0x1.18d1f475923b7p+0},
    {0x1.e670ddc2e806ap+1, 0x1.55c8236341bf6p+0},
    {0x1.5e4c4f838882fp+2, 0x1.b32cbcca29e0ap+0},
    {0x1.bcebf86186d77p+2, 0x1.f0634f86ebc09p+0},
    {0x1.40d20413f313dp-1, -0x1.dea970be1121ep-2},
    {0x1.0fd5effa21413p+1, 0x1.819f2d579d504p-1},
    {0x1.11bacce1ada0cp+2, 0x1.7408b758db433p+0},
    {0x1.b7c85cf7d16abp+2, 0x1.ed69eda052990p+0},
    {0x1.82e0ca039771ep+2, 0x1.cc9a1c169c39ep+0},
    {0x1.9b181691f008ap-3, -0x1.9b1580bc02e2bp+0},
}};

inline constexpr std::array<unary, 16> log1p{{
    {0x1.0000000000000p+0, 0x1.62e42fefa39efp-1},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {-0x1.fffffffffffffp-1, -0x1.25e4f7b2737fap+5},
    {0x1.cd2b297d889bcp-54, 0x1.cd2b297d889bcp-54},
    {0x1.7e43c8800759cp+996, 0x1.5963447f87fb5p+9},
    {-0x1.12e0be826d695p-30, -0x1.12e0be84bbb51p-30},
    {0x1.23de13a4fdf5ep-2, 0x1.00cc5e953b8a1p-2},
    {0x1.b2069725fea48p+0, 0x1.fbaca21e075d1p-1},
    {0x1.59e875c4f1de3p-1, 0x1.0847bc40d6a14p-1},
    {0x1.4746e8f45064bp-1, 0x1.fa13cde7b6bf9p-2},
    {0x1.1650c54c79992p-2, 0x1.ec652806364d1p-3},
    {-0x1.4a7825dd0d144p-2, -0x1.8f075069d2ea2p-2},
    {0x1.21727625b1df1p+1, 0x1.2e9fea1fdffc9p+0},
    {0x1.53b6b4745451bp-1, 0x1.0491ec368d7e9p-1},
    {0x1.fa8b8337da892p+0, 0x1.176b7f82795d7p+0},
    {0x1.45c0a50d11f7ap-2, 0x1.1ad5699eccf30p-2},
}};

inline constexpr std::array<unary, 15> sqrt{{
    {0x1.0000000000000p+1, 0x1.6a09e667f3bcdp+0},
    {0x0.0000000000001p-1022, 0x1.0000000000000p-537},
    {0x1.fffffffffffffp+1023, 0x1.fffffffffffffp+511},
    {0x1.fffffffffffffp-1, 0x1.fffffffffffffp-1},
    {0x0.03739a252b281p-1022, 0x1.db9b6d15869b2p-515},
    {0x1.1e2134f69bcabp+6, 0x1.0ea55a2687c39p+3},
    {0x1.366b58bcb8402p+6, 0x1.19e647c92dd66p+3},
    {0x1.83e2e6a653ad6p+6, 0x1.3b1e0625be730p+3},
    {0x1.837a2991c6b35p+5, 0x1.bd687581667e8p+2},
    {0x1.1de93c9c7bd3ep+3, 0x1.7e9ad7a52148bp+1},
    {0x1.80477b7ef5cb7p+5, 0x1.bb90f1d20d89bp+2},
    {0x1.7034c569502cap+4, 0x1.3304e85de7f3fp+2},
    {0x1.659e48aefe6d9p+6, 0x1.2e92a15aef78cp+3},
    {0x1.1bcddb95fdf5dp+6, 0x1.0d8b36309548ep+3},
    {0x1.cf39f1c6c9d54p+2, 0x1.585cf41a34ed2p+1},
}};

inline constexpr std::array<unary, 16> sin{{
    {0x1.0000000000000p+0, 0x1.aed548f090ceep-1},
    {0x1.6ac5b262ca1ffp+849, 0x1.0000000000000p+0},
    {0x1.0f0cf064dd592p+73, -0x1.b453ab76bf397p-1},
    {0x1.fffffffffffffp+1023, 0x1.452fc98b34e97p-8},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.6000000000000p+4, -0x1.220a29f6eb9f4p-7},
    {0x1.1b160284cfd00p+2, -0x1.eabdfbe6fe1d5p-1},
    {-0x1.abaee15d871d0p+0, -0x1.fd73443118020p-1},
    {-0x1.84c3ccca9a840p+1, -0x1.aab67e3936e82p-4},
    {0x1.614805741e52ep+2, -0x1.61e6809557980p-1},
    {0x1.062e886689752p+3, 0x1.e2d3ba56e507dp-1},
    {0x1.48047a3f34530p+2, -0x1.d4f9aa6bf9b7dp-1},
    {-0x1.86a0af4758d20p+1, -0x1.6f622fa142cebp-4},
    {0x1.30678e8f3cbe2p+3, -0x1.676ccf18b2717p-4},
    {0x1.c5594c10a71c0p+2, 0x1.6f6ce699bd8d2p-1},
    {0x1.7fa691a9c2a98p+1, 0x1.268bd369b86f7p-3},
}};

inline constexpr std::array<unary, 16> cos{{
    {0x1.0000000000000p+0, 0x1.14a280fb5068cp-1},
    {0x1.6ac5b262ca1ffp+849, -0x1.14ae72e6ba22fp-61},
    {0x1.0f0cf064dd592p+73, 0x1.0be2cef01c8f4p-1},
    {0x1.fffffffffffffp+1023, -0x1.fffe62ecfab75p-1},
    {0x1.12e0be826d695p-30, 0x1.0000000000000p+0},
    {0x1.6000000000000p+3, 0x1.220ae41ee2fdfp-8},
    {-0x1.baac4bef775adp+2, 0x1.9ca096c8c58fdp-1},
    {-0x1.29385508c787bp+3, -0x1.fb3a1bc43f27ep-1},
    {-0x1.35f74f80e059ep+1, -0x1.80ee2a024f94ep-1},
    {-0x1.0ead60cf885a0p-2, 0x1.ee3776f331494p-1},
    {-0x1.244a27cacc498p+3, -0x1.ea83b4a0b7575p-1},
    {0x1.46d35063f1d08p+2, 0x1.8957be5453902p-2},
    {0x1.63e0e04ebbbb8p+2, 0x1.800cf1312a60bp-1},
    {0x1.177098633b2c0p+0, 0x1.d82a9cd13b3d9p-2},
    {0x1.11764861ac894p+3, -0x1.4694a80320b13p-1},
    {0x1.7ed61cb9cca80p+1, -0x1.fa32c907c3af9p-1},
}};

inline constexpr std::array<unary, 16> tan{{
    {0x1.0000000000000p+0, 0x1.8eb245cbee3a6p+0},
    {0x1.6ac5b262ca1ffp+849, -0x1.d9ba9a7975636p+60},
    {0x1.0f0cf064dd592p+73, -0x1.a0f79c1b6b257p+0},
    {0x1.fffffffffffffp+1023, -0x1.4530cfe729484p-8},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.6000000000000p+3, -0x1.c3e6d558b0924p+7},
    {0x1.acf39fd418800p-7, 0x1.acf9e5b5e270fp-7},
    {0x1.26d168d8fccb4p+2, 0x1.2d29ad2e2a782p+3},
    {-0x1.fc5730b954e92p+2, 0x1.673ff3e62fa75p+3},
    {-0x1.2ce30b8eed1d0p+1, 0x1.02d6f5ebfa7f6p+0},
    {-0x1.6d5b71f7e6600p-4, -0x1.6e544b5e08009p-4},
    {0x1.299755f98746cp+3, -0x1.01746c954be07p-3},
    {-0x1.e2e8513de7d3cp+2, -0x1.91977199205cfp+1},
    {-0x1.e0008c67699dcp+2, -0x1.5a67cacf40515p+1},
    {-0x1.306076aa81576p+2, 0x1.6f985d4fabecfp+4},
    {-0x1.bef7da63fcb20p+2, -0x1.afdba9bccddb4p-1},
}};

inline constexpr std::array<unary, 16> asin{{
    {0x1.0000000000000p-1, 0x1.0c152382d7366p-1},
    {0x1.fffffffffffffp-1, 0x1.921fb50442d18p+0},
    {0x1.0000000000001p-1, 0x1.0c152382d7367p-1},
    {0x1.12e0be826d695p-30, 0x1.12e0be826d695p-30},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {-0x1.0000000000000p+0, -0x1.921fb54442d18p+0},
    {-0x1.86043255d0da4p-2, -0x1.901ee5243a241p-2},
    {0x1.f3ff9c7ff1070p-3, 0x1.f91a884b1e6f0p-3},
    {-0x1.fb1b070a16c6ep-1, -0x1.6eb2c072b0679p+0},
    {0x1.2b8e1baf4695ap-1, 0x1.3ffb5c921eccfp-1},
    {0x1.83920ead51ed6p-1, 0x1.b7a3812b95916p-1},
    {0x1.65614da527638p-1, 0x1.8b93ca4706196p-1},
    {0x1.bcf36f05d8a7ap-1, 0x1.0da2fc16a4bfdp+0},
    {0x1.cccd7ea55e480p-7, 0x1.ccd1621484253p-7},
    {0x1.130b9bf77ee58p-1, 0x1.225c6f549605fp-1},
    {-0x1.fc33f3e07c50ap-1, -0x1.72ed485ac18eap+0},
}};

inline constexpr std::array<unary, 15> acos{{
    {0x1.0000000000000p-1, 0x1.0c152382d7366p+0},
    {0x1.fffffffffffffp-1, 0x1.0000000000000p-26},
    {-0x1.fffffffffffffp-1, 0x1.921fb52442d18p+1},
    {0x1.12e0be826d695p-30, 0x1.921fb53ff74e9p+0},
    {-0x1.0000000000000p+0, 0x1.921fb54442d18p+1},
    {0x1.4739e9134867cp-1, 0x1.c141416d919f1p-1},
    {0x1.9dfc08a467368p-3, 0x1.5e044931f9335p+0},
    {-0x1.10f514a753214p-1, 0x1.1108c5765c3f6p+1},
    {0x1.3662e93e86220p-2, 0x1.43497c5adaba2p+0},
    {-0x1.93a471df06d80p-7, 0x1.9547036212abcp+0},
    {0x1.7599475d21330p-2, 0x1.328464b72f5b5p+0},
    {-0x1.5ebaaa8f55760p-5, 0x1.9d16663798669p+0},
    {-0x1.dc5a28e296c54p-2, 0x1.06fe8a3fd0c84p+1},
    {-0x1.b65b65dc18c6cp-1, 0x1.4c9eea4a8fab4p+1},
    {0x1.d315cb8c15df8p-2, 0x1.18de8e6e22587p+0},
}};

inline constexpr std::array<unary, 16> atan{{
    {0x1.0000000000000p+0, 0x1.921fb54442d18p-1},
    {0x1.12e0be826d695p-30, 0x1.12e0be826d695p-30},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.6345785d8a000p+56, 0x1.921fb54442d18p+0},
    {0x1.7e43c8800759cp+996, 0x1.921fb54442d18p+0},
    {0x1.0000000000000p-4, 0x1.ff55bb72cfdeap-5},
    {-0x1.cf95e606d38dap+1, -0x1.4d288737113a1p+0},
    {-0x1.230455abbe716p+2, -0x1.5ab4f6a9b865fp+0},
    {-0x1.68f2c9321334bp+1, -0x1.3ae1f6ed14555p+0},
    {-0x1.9ccb6af6563a0p-1, -0x1.5b68cc735d70ep-1},
    {-0x1.24f75eab09b97p+1, -0x1.28ac6b8b519f7p+0},
    {0x1.0283108b823dep+2, 0x1.53feb5fc9cbdcp+0},
    {0x1.1580ebfda28f6p+2, 0x1.5819077f257cap+0},
    {0x1.a4e5c46e26798p+1, 0x1.468bd77667c87p+0},
    {-0x1.3dbebdfbb340ap+1, -0x1.3016a02a5ce95p+0},
    {0x1.9e91d2fd671a0p-1, 0x1.5c7bba03b9c4ap-1},
}};

inline constexpr std::array<unary, 17> sinh{{
    {0x1.0000000000000p+0, 0x1.2cd9fc44eb982p+0},
    {0x1.6333333333333p+9, 0x1.da98a7371610bp+1023},
    {-0x1.6333333333333p+9, -0x1.da98a7371610bp+1023},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.5798ee2308c3ap-27, 0x1.5798ee2308c3ap-27},
    {0x1.6800000000000p+4, 0x1.604b68cf05f66p+31},
    {0x1.fae147ae147aep-1, 0x1.28ea8bd25b2d2p+0},
    {-0x1.a4797c0e22018p+1, -0x1.aab9fa5a445a7p+3},
    {-0x1.57a64e42dcb30p-1, -0x1.720a0e385ad3ap-1},
    {0x1.3fd641c0aaa28p-1, 0x1.550c50434c51bp-1},
    {0x1.02cf10a769dfcp+1, 0x1.daeb0ee22ad92p+1},
    {0x1.0f2547ccf591ap+2, 0x1.14a52b35ae352p+5},
    {-0x1.315be4f1dfbebp+2, -0x1.d839b3786efa0p+5},
    {0x1.b986e3aec5808p+0, 0x1.5bb1462752873p+1},
    {-0x1.f3e37523f2d88p+0, -0x1.b9f7643656a3ap+1},
    {0x1.6533e2f396e0cp+1, 0x1.03aeba90eca96p+3},
    {0x1.9255fa619e66cp+1, 0x1.722cad28d6738p+3},
}};

inline constexpr std::array<unary, 16> cosh{{
    {0x1.0000000000000p+0, 0x1.8b07551d9f550p+0},
    {0x1.6333333333333p+9, 0x1.da98a7371610bp+1023},
    {-0x1.6333333333333p+9, 0x1.da98a7371610bp+1023},
    {0x0.0000000000001p-1022, 0x1.0000000000000p+0},
    {0x1.5798ee2308c3ap-27, 0x1.0000000000000p+0},
    {0x1.6800000000000p+4, 0x1.604b68cf05f66p+31},
    {-0x1.f6f86ec38dbcbp+1, 0x1.973119b65761bp+4},
    {-0x1.33b0a137ac3f6p+1, 0x1.64fc810e1e002p+2},
    {0x1.13d1343c71fe4p+2, 0x1.29b5aca69e895p+5},
    {0x1.3a9f62b2a839ep+2, 0x1.10eb8a6a1be91p+6},
    {-0x1.ce599e3a9ad58p+1, 0x1.2891aa534241dp+4},
    {-0x1.22e7f21f15619p+2, 0x1.78d66268b2456p+5},
    {-0x1.09382d59ad034p+0, 0x1.961f339f14333p+0},
    {-0x1.3f0a008afdb16p+2, 0x1.246aa54623324p+6},
    {-0x1.1041a7766f64dp+2, 0x1.199abcac971cdp+5},
    {0x1.e467ab1b8491cp+1, 0x1.6042baa40adf3p+4},
}};

inline constexpr std::array<unary, 17> tanh{{
    {0x1.0000000000000p+0, 0x1.85efab514f394p-1},
    {0x1.3000000000000p+4, 0x1.fffffffffffffp-1},
    {0x0.0000000000001p-1022, 0x0.0000000000001p-1022},
    {0x1.5798ee2308c3ap-27, 0x1.5798ee2308c3ap-27},
    {0x1.6800000000000p+4, 0x1.0000000000000p+0},
    {0x1.0000000000000p-2, 0x1.f597ea69a1c86p-3},
    {-0x1.3333333333333p-2, -0x1.2a4dda7d914fap-2},
    {-0x1.d370f25d81fe2p+0, -0x1.e61b5ea023ec0p-1},
    {0x1.1b8e4470a5264p+0, 0x1.9b407ecfbaad7p-1},
    {0x1.71b5923eba6a0p-3, 0x1.6dbeb0210ac0ep-3},
    {-0x1.b3f37310d1038p+0, -0x1.df1ddf48361b7p-1},
    {0x1.68151ec40b9c8p+0, 0x1.c605ef0fbb72fp-1},
    {0x1.4686bf42f44f4p-1, 0x1.20712b639eeb6p-1},
    {0x1.995c6cf618028p-1, 0x1.53da6ac76225bp-1},
    {-0x1.537e214bff0cfp+1, -0x1.faefe4f64cd56p-1},
    {0x1.8ec7def4d6f18p+0, 0x1.d481d7d85f962p-1},
    {0x1.f351a3d7c0628p-1, 0x1.80825bdd8c913p-1},
}};

inline constexpr std::array<unary, 16> erf{{
    {0x1.0000000000000p+0, 0x1.af767a741088bp-1},
    {0x1.fae147ae147aep-1, 0x1.ad50ee005845bp-1},
    {0x1.799999999999ap+2, 0x1.fffffffffffffp-1},
    {0x1.1fa182c40c60dp-1021, 0x1.448e8503ef538p-1021},
    {0x1.5798ee2308c3ap-27, 0x1.83b547fb79514p-27},
    {0x1.4000000000000p+1, 0x1.ffcaa8f4c9beap-1},
    {0x1.ecdf617a7d300p-1, 0x1.a738fe12ae4c9p-1},
    {0x1.bb5dd48375080p+1, 0x1.ffffdf9ae725dp-1},
    {-0x1.063c27536dfe0p+1, -0x1.fe12ae704fa91p-1},
    {-0x1.78e9870baae7ap+1, -0x1.fffbe834d9740p-1},
    {-0x1.e486683fe90ccp+1, -0x1.fffffd1a1e1cbp-1},
    {-0x1.03f22c63e0bf0p-1, -0x1.0df340d31a75cp-1},
    {-0x1.82ba672ba464cp+1, -0x1.fffd783c7ccd1p-1},
    {0x1.44312918fe21ap+1, 0x1.ffd3483c390bdp-1},
    {0x1.5979461e6aba0p-3, 0x1.8228bbd6965ffp-3},
    {-0x1.493c780381b72p+1, -0x1.ffdbed722c1e1p-1},
}};

inline constexpr std::array<unary, 16> logistic{{
    {0x1.0000000000000p+0, 0x1.764d4f5d5a2bdp-1},
    {-0x1.f400000000000p+9, 0x0.0p+0},
    {0x1.f400000000000p+9, 0x1.0000000000000p+0},
    {-0x1.6800000000000p+9, 0x0.0000993b4dc95p-1022},
    {0x1.2400000000000p+5, 0x1.fffffffffffffp-1},
    {-0x1.2400000000000p+5, 0x1.4466751c2bbe8p-53},
    {-0x1.786542255b578p+1, 0x1.9b19a9e7fa567p-5},
    {-0x1.cfe2c8f7e5d78p+2, 0x1.74bc39565f801p-11},
    {0x1.9a10ee0eb6014p+2, 0x1.ff28271fe4db9p-1},
    {-0x1.4d464f2cee6c0p-2, 0x1.ad68bae5c8c49p-2},
    {-0x1.cf67fe9d8163fp+2, 0x1.778986c22ed5cp-11},
    {0x1.ed4cb72bdbc18p+1, 0x1.f55f5bb161824p-1},
    {0x1.b97ba01aa3160p+2, 0x1.ff7bcc9445971p-1},
    {0x1.026a9170c879ep+3, 0x1.ffd73da349512p-1},
    {0x1.0ae039964bcfcp+1, 0x1.c763d49593083p-1},
    {-0x1.269bb33528da1p+2, 0x1.450d5098dad07p-7},
}};

inline constexpr std::array<unary, 16> softplus{{
    {0x1.0000000000000p+0, 0x1.5031eafefb049p+0},
    {-0x1.6800000000000p+9, 0x0.0000993b4dc95p-1022},
    {0x1.f400000000000p+9, 0x1.f400000000000p+9},
    {0x1.2400000000000p+5, 0x1.2400000000000p+5},
    {-0x1.2400000000000p+5, 0x1.4466751c2bbe8p-53},
    {0x1.12e0be826d695p-30, 0x1.62e42ff3ef21fp-1},
    {0x1.4efdf997ab9e0p+1, 0x1.5803232156fcbp+1},
    {0x1.025a1c50e0764p+2, 0x1.0378d7abfad1ep+2},
    {0x1.0c63b8008e3fcp+2, 0x1.0d5923c85838ap+2},
    {0x1.c8c488291d990p+2, 0x1.c8d18de260e14p+2},
    {-0x1.0937a93c3afcap+3, 0x1.07b094e8229d7p-12},
    {-0x1.b1b4d66f146b0p+0, 0x1.5979dcc7e0fbfp-3},
    {0x1.ba5adcbcbff6cp+2, 0x1.ba6b2c0ca99c8p+2},
    {-0x1.0f39c78cf21c3p+2, 0x1.d5b78946495c0p-7},
    {0x1.4ca14c5bf00aap+2, 0x1.4cfbac191f6dbp+2},
    {-0x1.3aab860b48c50p+1, 0x1.505294f6ff354p-4},
}};

inline constexpr std::array<binary, 18> pow{{
    {0x1.0000000000000p+1, 0x1.0000000000000p-1, 0x1.6a09e667f3bcdp+0},
    {0x1.4000000000000p+3, 0x1.3400000000000p+8, 0x1.1ccf385ebc8a0p+1023},
    {0x1.4000000000000p+3, -0x1.4000000000000p+8, 0x0.00000000007e8p-1022},
    {0x1.fffffffffffffp-1, 0x1.bc16d674ec800p+59, 0x1.c6ab6c6b3f2f9p-161},
    {0x1.0000000000001p+0, 0x1.4d1120d7b1600p+61, 0x1.0502174a9bef1p+961},
    {-0x1.8000000000000p+1, 0x1.c000000000000p+2, -0x1.1160000000000p+11},
    {-0x1.0000000000000p+1, -0x1.0000000000000p+1, 0x1.0000000000000p-2},
    {0x0.0000000000001p-1022, 0x1.0000000000000p-2, 0x1.6a09e667f3bcdp-269},
    {0x1.1f851c1adb04ap+3, 0x1.39e4df12fcb2ep+7, 0x1.18a20c51e1322p+497},
    {0x1.118177392c218p-2, 0x1.7c091311a4a1ap+7, 0x1.11e21548ed38dp-362},
    {0x1.8f52f5e10c362p+1, -0x1.7accc48f1a144p+7, 0x1.1568dc8aa3abbp-311},
    {0x1.a221ac627445fp+1, 0x1.092fafd934fd4p+7, 0x1.5c53521400ce7p+226},
    {0x1.becd53f6666bap+2, -0x1.0558f967e072ep+7, 0x1.93b0b021f931cp-367},
    {0x1.c894288fbfa5dp+2, 0x1.b1b74313377ccp+7, 0x1.a90d69a499552p+614},
    {0x1.9e3c03d78bb96p+1, 0x1.c44802e088e30p+7, 0x1.1c3b94644fa83p+383},
    {0x1.0791465ddccdcp+0, 0x1.2a97f1d98cc32p+8, 0x1.76aa45c25e95fp+12},
    {0x1.6c67dcae684a5p+2, -0x1.cb9f1a8753a9ep+6, 0x1.93738831bf5fdp-289},
    {0x1.8774b44701093p+2, -0x1.2373e7fbdfa2fp+7, 0x1.3284c24ec19d2p-381},
}};

} // namespace reference
