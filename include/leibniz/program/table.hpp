#pragma once
#include <leibniz/program/memory.hpp>
#include <leibniz/program/sweep.hpp>

/// The steps of a long program as data, gone through by a loop.
namespace leibniz::program::detail {

/// A step of a program under a short name, which the compiler looks up quicker.
template <class Program, std::size_t At>
struct step_at : meta::type_at<typename Program::steps, At> {};

template <class Steps> struct arrays_in_steps;
template <class... Steps> struct arrays_in_steps<meta::list<Steps...>> {
    using type = meta::concatenate<typename Steps::arrays...>;
};
/// What the steps of a program read and write, one after another.
template <class Program> struct arrays_in_order : arrays_in_steps<typename Program::steps> {};
template <class Program, std::size_t At> struct array_at {
    using type = meta::type_at<typename arrays_in_order<Program>::type, At>;
};

/// Where an array is: in which bank, and how far from its start.
struct spot {
    int bank;
    int offset;
};

/// How far beyond the start of each array a step begins, of all arrays of all steps.
template <std::size_t Count, int... Offsets>
constexpr void add_slices(std::array<int, Count>& all, std::size_t& at, std::size_t arrays,
                          slice_offsets<Offsets...>) {
    [[maybe_unused]] std::size_t slot = at;
    ((all[slot++] = Offsets), ...);
    at += arrays;
}
template <std::size_t Count, class... Steps>
constexpr std::array<int, Count> slices_of(meta::list<Steps...>) {
    std::array<int, Count> result{};
    std::size_t at = 0;
    meta::in_order{
        (add_slices(result, at, Steps::arrays::size, typename Steps::slices{}), meta::done{})...};
    return result;
}

template <class Number> struct call {
    void (*run)(Number* const* slots, int samples, bool fresh) noexcept;
    int slots;
};

/// Filled by position, not by type, for short names.
template <class Lanes, class Program, class Memory> struct table_of_steps {
    static constexpr void run(Memory const& memory, int samples, bool fresh) noexcept {
        auto const starts = memory.template starts<number>();
        auto const* at = spots.data();
        for (auto const& step : calls) {
            std::array<number*, most_slots> slots{};
            for (int slot = 0; slot < step.slots; ++slot, ++at)
                slots[static_cast<std::size_t>(slot)] =
                    starts[static_cast<std::size_t>(at->bank)] + at->offset;
            step.run(slots.data(), samples, fresh);
        }
    }

private:
    using number = typename Lanes::number;

    template <std::size_t... At>
    static constexpr std::array<call<number>, sizeof...(At)> calls_of(std::index_sequence<At...>) {
        return {{{&sweep<Lanes, typename step_at<Program, At>::kernel_type,
                         step_at<Program, At>::target_slot>,
                  static_cast<int>(step_at<Program, At>::arrays::size)}...}};
    }
    template <std::size_t... At>
    static constexpr std::array<spot, sizeof...(At)> spots_of(std::index_sequence<At...>) {
        return {{{Memory::template bank_of<typename array_at<Program, At>::type>::value,
                  Memory::template offset_of<typename array_at<Program, At>::type>::value}...}};
    }

    static constexpr auto calls = calls_of(std::make_index_sequence<Program::steps::size>{});
    static constexpr std::size_t count = arrays_in_order<Program>::type::size;
    static constexpr auto spots = [] {
        auto result = spots_of(std::make_index_sequence<count>{});
        auto const slices = slices_of<count>(typename Program::steps{});
        for (std::size_t at = 0; at < count; ++at)
            result[at].offset += slices[at];
        return result;
    }();
    static constexpr std::size_t most_slots = [] {
        int most = 0;
        for (auto const& step : calls)
            most = step.slots > most ? step.slots : most;
        return static_cast<std::size_t>(most);
    }();
};

} // namespace leibniz::program::detail
