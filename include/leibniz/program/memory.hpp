#pragma once
#include <leibniz/meta/inline.hpp>
#include <leibniz/program/storage.hpp>

/// Where the arrays of a program are at run time.
namespace leibniz::program {

/// A storage and where its memory starts.
template <class Storage, class Number> struct bank {
    Number* start;

    template <class Array> using holds = typename Storage::template holds<Array>;
    template <class Array> using offset = typename Storage::template offset<Array>;
};

/// The user's array of one tensor.
template <class Tensor, class Number> struct users_array {
    Number const* start;

    template <class Array> using holds = std::is_same<Array, in_place<Tensor>>;
    template <class Array> using offset = std::integral_constant<int, 0>;
};

/// Several banks; an array is in the first that holds it.
template <class... Banks> struct memory : Banks... {
private:
    template <std::size_t Position>
    struct owner_at : std::integral_constant<int, static_cast<int>(Position)> {
        static_assert(Position < sizeof...(Banks), "an array of the plan has no memory");
        using type = meta::type_at<meta::list<Banks...>, Position>;
    };
    template <class Array>
    struct owner_of : owner_at<meta::first_true({Banks::template holds<Array>::value...})> {};
    template <class Array> using owner = typename owner_of<Array>::type;

public:
    /// Where arrays are, and slices of them; all in one function, because its name holds the banks.
    /// Slots are writable because the last one is written; a user's array never is, since it only
    /// occurs among the sources.
    template <class Number, class... Arrays>
    LEIBNIZ_INLINE constexpr std::array<Number*, sizeof...(Arrays)>
    slots(meta::list<Arrays...>, slice_offsets<> = {}) const noexcept {
        return {(const_cast<Number*>(static_cast<owner<Arrays> const&>(*this).start) +
                 owner<Arrays>::template offset<Arrays>::value)...};
    }

    template <class Number, class Arrays, int... Offsets>
        requires(sizeof...(Offsets) > 0)
    LEIBNIZ_INLINE constexpr std::array<Number*, Arrays::size>
    slots(Arrays all, slice_offsets<Offsets...>) const noexcept {
        auto result = slots<Number>(all);
        std::size_t slot = 0;
        ((result[slot++] += Offsets), ...);
        return result;
    }

    /// The same in two parts, the second of which is known at compile time.
    template <class Number>
    constexpr std::array<Number*, sizeof...(Banks)> starts() const noexcept {
        return {const_cast<Number*>(static_cast<Banks const&>(*this).start)...};
    }
    template <class Array> using bank_of = owner_of<Array>;
    template <class Array> using offset_of = typename owner<Array>::template offset<Array>;
};

} // namespace leibniz::program
