#pragma once
#include <leibniz/expr/equation.hpp>

/// A formula's value at one pseudo-random point, computed modulo two primes: tensor elements and
/// function values are hashes, numbers exact. Equal formulas have equal fingerprints, without any
/// tolerance; different ones collide with probability about 2⁻⁶² (Schwartz 1980; Martin 1971 for
/// the idea). It decides equality where two formulas do not meet in one canonical form.
namespace leibniz::expr {

struct residues {
    std::uint64_t first = 0, second = 0;
    constexpr bool operator==(residues const&) const = default;
};

namespace detail {

inline constexpr std::uint64_t prime_a = 2147483647, prime_b = 2147483629;

constexpr residues reduce(meta::key hash) {
    meta::key const other = meta::mix(hash, 0x5bd1e995);
    return {hash % prime_a, other % prime_b};
}
constexpr residues add(residues a, residues b) {
    return {(a.first + b.first) % prime_a, (a.second + b.second) % prime_b};
}
constexpr residues multiply(residues a, residues b) {
    return {a.first * b.first % prime_a, a.second * b.second % prime_b};
}
constexpr residues raise(residues base, std::uint64_t exponent_a, std::uint64_t exponent_b) {
    residues result{1, 1};
    for (residues square = base; (exponent_a | exponent_b) != 0;
         square = multiply(square, square)) {
        if ((exponent_a & 1u) != 0)
            result.first = result.first * square.first % prime_a;
        if ((exponent_b & 1u) != 0)
            result.second = result.second * square.second % prime_b;
        exponent_a >>= 1;
        exponent_b >>= 1;
    }
    return result;
}
/// A negative power goes through Fermat's little theorem: b⁻¹ = b^(p−2).
constexpr residues raise(residues base, std::int64_t exponent) {
    auto const size = static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent);
    residues const result = raise(base, size, size);
    return exponent < 0 ? raise(result, prime_a - 2, prime_b - 2) : result;
}
constexpr residues residue_of(rational value) {
    auto const wrap = [](std::int64_t n, std::uint64_t prime) {
        auto const p = static_cast<std::int64_t>(prime);
        return static_cast<std::uint64_t>((n % p + p) % p);
    };
    residues const top{wrap(value.numerator, prime_a), wrap(value.numerator, prime_b)};
    if (value.denominator == 1)
        return top;
    return multiply(top, raise({wrap(value.denominator, prime_a), wrap(value.denominator, prime_b)},
                               std::int64_t{-1}));
}
constexpr meta::key hash_of(residues value) { return value.first << 32 ^ value.second; }

/// A Σ over samples is taken over this many, enough to tell a sum from its parts.
inline constexpr int nominal_samples = 3;

/// The values of index variables: bound ones by number, free ones by position in Free.
template <class Free> struct index_values {
    std::array<int, 16> bound_value{};
    std::array<int, Free::size + 1> free_value{};

    template <class Variable> struct reader;
    template <int Number, int Range> struct reader<bound<Number, Range>> {
        static constexpr int read(index_values const& v) {
            return v.bound_value[static_cast<std::size_t>(Number % 16)];
        }
    };
    template <int Value> struct reader<fixed<Value>> {
        static constexpr int read(index_values const&) { return Value; }
    };
    template <fixed_string Name, class Domain> struct reader<index_variable<Name, Domain>> {
        static constexpr int read(index_values const& v) {
            return v.free_value[meta::position<index_variable<Name, Domain>, Free>::value];
        }
    };
    template <int Constant, class... Terms> struct reader<affine<Constant, Terms...>> {
        static constexpr int read(index_values const& v) {
            return (Constant + ... +
                    (Terms::coefficient * reader<typename Terms::variable>::read(v)));
        }
    };
    template <class Subscript> constexpr int get() const { return reader<Subscript>::read(*this); }
};

template <class Expression, class Free> struct fingerprint_node;

/// Without index variables below, a node is evaluated once for the whole program.
template <class Expression>
inline constexpr residues fixed_fingerprint =
    fingerprint_node<Expression, meta::list<>>::at(index_values<meta::list<>>{});

template <class Expression, class Free>
constexpr residues fingerprint_at(index_values<Free> const& values) {
    if constexpr (Expression::facts.variables == 0)
        return fixed_fingerprint<Expression>;
    else
        return fingerprint_node<Expression, Free>::at(values);
}

template <rational Value, class Free> struct fingerprint_node<constant<Value>, Free> {
    static constexpr residues at(index_values<Free> const&) { return residue_of(Value); }
};
template <class Tensor, class... Subscripts, class Free>
struct fingerprint_node<element<Tensor, Subscripts...>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        meta::key hash = Tensor::key;
        ((hash = meta::mix(hash, static_cast<meta::key>(values.template get<Subscripts>()))), ...);
        return reduce(meta::mix(hash, 1));
    }
};
template <class... Terms, class Free> struct fingerprint_node<addition<Terms...>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        residues total{};
        ((total = add(total, fingerprint_at<Terms>(values))), ...);
        return total;
    }
};
template <class... Factors, class Free> struct fingerprint_node<multiplication<Factors...>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        residues total{1, 1};
        ((total = multiply(total, fingerprint_at<Factors>(values))), ...);
        return total;
    }
};
template <class Base, rational Exponent, class Free>
struct fingerprint_node<power<Base, Exponent>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        residues base = fingerprint_at<Base>(values);
        if constexpr (!Exponent.is_integer()) // the root is a hash, its powers are powers of it
            base = reduce(meta::mix(hash_of(base), static_cast<meta::key>(Exponent.denominator)));
        return raise(base, Exponent.numerator);
    }
};
template <class Function, class... Arguments, class Free>
struct fingerprint_node<application<Function, Arguments...>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        meta::key hash = meta::mix_text(99, Function::name.view());
        ((hash = meta::mix(hash, hash_of(fingerprint_at<Arguments>(values)))), ...);
        return reduce(hash);
    }
};
template <relation Relation, class L, class R, class Then, class Else, class Free>
struct fingerprint_node<selection<Relation, L, R, Then, Else>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        residues const when = reduce(meta::mix(
            meta::mix(hash_of(fingerprint_at<L>(values)), hash_of(fingerprint_at<R>(values))),
            static_cast<meta::key>(Relation)));
        residues const otherwise = add({1, 1}, multiply(when, residue_of(-1)));
        return add(multiply(when, fingerprint_at<Then>(values)),
                   multiply(otherwise, fingerprint_at<Else>(values)));
    }
};
template <class Affine, class Free> struct fingerprint_node<kronecker<Affine>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        return values.template get<Affine>() == 0 ? residues{1, 1} : residues{};
    }
};
template <class Affine, int Extent, class Free>
struct fingerprint_node<guard<Affine, Extent>, Free> {
    static constexpr residues at(index_values<Free> const& values) {
        int const value = values.template get<Affine>();
        int const extent = is_static_range(Extent) ? Extent : nominal_samples;
        return value >= 0 && value < extent ? residues{1, 1} : residues{};
    }
};
template <class Body, int... Ranges, class Free>
struct fingerprint_node<summation<Body, Ranges...>, Free> {
    static constexpr std::array<int, sizeof...(Ranges)> extents{
        (is_static_range(Ranges) ? Ranges : nominal_samples)...};
    static constexpr residues at(index_values<Free> values) {
        constexpr int lowest = summation<Body, Ranges...>::lowest;
        residues total{};
        int steps = 1;
        for (int const extent : extents)
            steps *= extent;
        for (int i = 0; i < steps; ++i) {
            int rest = i;
            for (std::size_t k = 0; k < extents.size(); ++k) {
                values
                    .bound_value[static_cast<std::size_t>(lowest + 17 + static_cast<int>(k)) % 16] =
                    rest % extents[k];
                rest /= extents[k];
            }
            total = add(total, fingerprint_at<Body>(values));
        }
        return total;
    }
};

template <class Free> struct free_extents;
template <class... Indices> struct free_extents<meta::list<Indices...>> {
    static constexpr std::array<int, sizeof...(Indices) + 1> value{
        (is_static_range(Indices::range) ? Indices::range : nominal_samples)..., 1};
};

/// Over free indices: all their values where there are few, otherwise spread over them.
template <class Expression, class Free> constexpr meta::key fingerprint_over_free() {
    constexpr auto extents = free_extents<Free>::value;
    std::int64_t combinations = 1;
    for (int const extent : extents)
        combinations *= extent;
    std::int64_t const stride = combinations <= 64 ? 1 : combinations / 13 | 1;
    meta::key hash = 0;
    for (std::int64_t i = 0; i < combinations; i += stride) {
        index_values<Free> values;
        std::int64_t rest = i;
        for (std::size_t k = 0; k < Free::size; ++k) {
            values.free_value[k] = static_cast<int>(rest % extents[k]);
            rest /= extents[k];
        }
        hash = meta::mix(hash, hash_of(fingerprint_at<Expression>(values)));
    }
    return hash;
}

} // namespace detail

/// The fingerprint, with the free indices of both formulas to be compared in Free.
template <class Expression, class Free = free_indices<Expression>>
inline constexpr meta::key fingerprint = detail::fingerprint_over_free<Expression, Free>();

} // namespace leibniz::expr

namespace leibniz {

/// Are the two formulas equal? By canonical form, otherwise by fingerprint; a compile-time bool.
inline constexpr struct equivalent_ {
    template <class Left, class Right>
        requires expr::operands<Left, Right>
    constexpr auto operator()(Left, Right) const {
        using left = expr::operand_t<Left>;
        using right = expr::operand_t<Right>;
        if constexpr (__is_same(left, right)) {
            return boost::hana::true_c;
        } else {
            using free = meta::unique<
                meta::concatenate<expr::free_indices<left>, expr::free_indices<right>>>;
            return boost::hana::bool_c < expr::fingerprint<left, free> == expr::fingerprint < right,
                   free >>
                ;
        }
    }
} equivalent;

} // namespace leibniz
