#pragma once
#include <leibniz/expr/sample_points.hpp>

/// A formula's value at one pseudo-random point, computed modulo two primes: tensor elements and
/// function values are hashes, numbers exact. Equal formulas have equal fingerprints, without any
/// tolerance; different ones collide with probability about 2⁻⁶² (Schwartz 1980; Martin 1971 for
/// the idea), where they differ at one of the values that free indices are given. It decides
/// equality where two formulas do not meet in one canonical form.
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

/// The values of index variables: bound ones by number, free ones by position in Free. A range
/// that only run time knows has Samples values.
template <class Free, int Samples = nominal_samples> struct index_values {
    static constexpr int samples = Samples;
    static constexpr int extent(int range) { return is_static_range(range) ? range : Samples; }

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

template <class Expression, class Values> struct fingerprint_node;

/// Without index variables below, a node is evaluated once for the whole program.
template <class Expression, int Samples>
inline constexpr residues fixed_fingerprint =
    fingerprint_node<Expression, index_values<meta::list<>, Samples>>::at({});

template <class Expression, class Values> constexpr residues fingerprint_at(Values const& values) {
    constexpr int samples = Expression::facts.over_samples ? Values::samples : nominal_samples;
    if constexpr (Expression::facts.variables == 0)
        return fixed_fingerprint<Expression, samples>;
    else
        return fingerprint_node<Expression, Values>::at(values);
}

template <rational Value, class Values> struct fingerprint_node<constant<Value>, Values> {
    static constexpr residues at(Values const&) { return residue_of(Value); }
};
template <class Tensor, class... Subscripts, class Values>
struct fingerprint_node<element<Tensor, Subscripts...>, Values> {
    static constexpr residues at(Values const& values) {
        meta::key hash = Tensor::key;
        ((hash = meta::mix(hash, static_cast<meta::key>(values.template get<Subscripts>()))), ...);
        return reduce(meta::mix(hash, 1));
    }
};
template <class... Terms, class Values> struct fingerprint_node<addition<Terms...>, Values> {
    static constexpr residues at(Values const& values) {
        residues total{};
        ((total = add(total, fingerprint_at<Terms>(values))), ...);
        return total;
    }
};
template <class... Factors, class Values>
struct fingerprint_node<multiplication<Factors...>, Values> {
    static constexpr residues at(Values const& values) {
        // Of many terms with a condition each, most are zero: compilers limit how long they count.
        if ((fails<Factors>(values) || ...))
            return {};
        residues total{1, 1};
        ((total = multiply(total, fingerprint_at<Factors>(values))), ...);
        return total;
    }

private:
    template <class Factor> static constexpr bool fails(Values const& values) {
        if constexpr (is_indicator<Factor>)
            return fingerprint_node<Factor, Values>::at(values) == residues{};
        else
            return false;
    }
};
template <class Base, rational Exponent, class Values>
struct fingerprint_node<power<Base, Exponent>, Values> {
    static constexpr residues at(Values const& values) {
        residues base = fingerprint_at<Base>(values);
        if constexpr (!Exponent.is_integer()) // the root is a hash, its powers are powers of it
            base = reduce(meta::mix(hash_of(base), static_cast<meta::key>(Exponent.denominator)));
        return raise(base, Exponent.numerator);
    }
};
template <class Function, class... Arguments, class Values>
struct fingerprint_node<application<Function, Arguments...>, Values> {
    static constexpr residues at(Values const& values) {
        meta::key hash = meta::mix_text(99, Function::name.view());
        ((hash = meta::mix(hash, hash_of(fingerprint_at<Arguments>(values)))), ...);
        return reduce(hash);
    }
};
template <relation Relation, class L, class R, class Then, class Else, class Values>
struct fingerprint_node<selection<Relation, L, R, Then, Else>, Values> {
    static constexpr residues at(Values const& values) {
        residues const when = reduce(meta::mix(
            meta::mix(hash_of(fingerprint_at<L>(values)), hash_of(fingerprint_at<R>(values))),
            static_cast<meta::key>(Relation)));
        residues const otherwise = add({1, 1}, multiply(when, residue_of(-1)));
        return add(multiply(when, fingerprint_at<Then>(values)),
                   multiply(otherwise, fingerprint_at<Else>(values)));
    }
};
template <class Affine, class Values> struct fingerprint_node<kronecker<Affine>, Values> {
    static constexpr residues at(Values const& values) {
        return values.template get<Affine>() == 0 ? residues{1, 1} : residues{};
    }
};
template <class Affine, int Extent, class Values>
struct fingerprint_node<guard<Affine, Extent>, Values> {
    static constexpr residues at(Values const& values) {
        int const value = values.template get<Affine>();
        return value >= 0 && value < Values::extent(Extent) ? residues{1, 1} : residues{};
    }
};
template <class Body, int... Ranges, class Values>
struct fingerprint_node<summation<Body, Ranges...>, Values> {
    static constexpr std::array<int, sizeof...(Ranges)> extents{Values::extent(Ranges)...};
    static constexpr residues at(Values values) {
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

/// With a Σ over a range that only run time knows a formula is taken with two extents: Σ x over
/// samples is not 3·x.
template <class Free, class Compared> struct comparison;
template <class... Free, class... Compared>
struct comparison<meta::list<Free...>, meta::list<Compared...>> {
    using free = meta::list<Free...>;
    static constexpr bool over_samples = meta::any_true({false, Compared::facts.over_samples...});
    static constexpr bool has_conditions =
        meta::any_true({false, Compared::facts.conditions != 0 ...});

    template <int Samples> struct over {
        using values = index_values<free, Samples>;
        static constexpr std::array<int, sizeof...(Free) + 1> extents{
            values::extent(Free::range)..., 1};
        static constexpr std::int64_t combinations = [] {
            std::int64_t result = 1;
            for (int const extent : extents)
                result *= extent;
            return result;
        }();
    };

    template <class... Conditions> static constexpr auto points_for(meta::list<Conditions...>) {
        constexpr std::array<linear_condition<sizeof...(Free)>, sizeof...(Conditions)> all{
            numbers_of_condition<free, Conditions,
                                 typename parts<typename Conditions::affine>::terms>::value...};
        return sample_points<sizeof...(Free)>{over<nominal_samples>::extents.data(), all.data(),
                                              all.size()};
    }
    static constexpr auto points() {
        return points_for(meta::unique<joined_conditions<Compared...>>{});
    }
};

/// Over the values of the free indices, all or every so many.
template <class Expression, class Comparison, int Samples>
constexpr meta::key fingerprint_of_values(meta::key hash, std::int64_t stride) {
    using over = typename Comparison::template over<Samples>;
    for (std::int64_t i = 0; i < over::combinations; i += stride) {
        typename over::values values;
        std::int64_t rest = i;
        for (std::size_t k = 0; k < Comparison::free::size; ++k) {
            values.free_value[k] = static_cast<int>(rest % over::extents[k]);
            rest /= over::extents[k];
        }
        hash = meta::mix(hash, hash_of(fingerprint_at<Expression>(values)));
    }
    return hash;
}
/// Over those at which conditions change. Where they are too many only formulas of one form count
/// as equal.
template <class Expression, class Comparison, int Samples>
constexpr meta::key fingerprint_of_points(meta::key hash) {
    constexpr auto points = Comparison::points();
    if (!points.complete)
        return meta::mix(hash, Expression::facts.key);
    for (int i = 0; i < points.combinations; ++i) {
        typename Comparison::template over<Samples>::values values;
        int rest = i;
        for (std::size_t k = 0; k < Comparison::free::size; ++k) {
            values.free_value[k] = points.of[k][rest % points.of[k].size()];
            rest /= points.of[k].size();
        }
        hash = meta::mix(hash, hash_of(fingerprint_at<Expression>(values)));
    }
    return hash;
}
template <class Expression, class Comparison, int Samples>
constexpr meta::key fingerprint_with(meta::key hash) {
    constexpr std::int64_t combinations = Comparison::template over<nominal_samples>::combinations;
    if constexpr (combinations <= 64)
        return fingerprint_of_values<Expression, Comparison, Samples>(hash, 1);
    else if constexpr (!Comparison::has_conditions)
        return fingerprint_of_values<Expression, Comparison, Samples>(hash, combinations / 13 | 1);
    else
        return fingerprint_of_points<Expression, Comparison, Samples>(hash);
}
template <class Expression, class Comparison> constexpr meta::key fingerprint_over_free() {
    meta::key const hash = fingerprint_with<Expression, Comparison, nominal_samples>(0);
    if constexpr (Comparison::over_samples)
        return fingerprint_with<Expression, Comparison, nominal_samples + 2>(hash);
    else
        return hash;
}

} // namespace detail

/// The fingerprint, with the free indices of all formulas to be compared in Free.
template <class Expression, class Free = free_indices<Expression>,
          class Compared = meta::list<Expression>>
inline constexpr meta::key fingerprint =
    detail::fingerprint_over_free<Expression, detail::comparison<Free, Compared>>();

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
            using both = meta::list<left, right>;
            return boost::hana::bool_c<(expr::fingerprint<left, free, both> ==
                                        expr::fingerprint<right, free, both>)>;
        }
    }
} equivalent;

} // namespace leibniz
