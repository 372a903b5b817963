#include <leibniz/training/parallel.hpp>

#if !defined(_OPENMP)
#error "leibniz::threads brings no OpenMP"
#endif

int main() {
    int done[2]{};
    leibniz::training_detail::in_threads<2>([&](int which) { done[which] = 1; });
    return done[0] + done[1] == 2 ? 0 : 1;
}
