// Each configuration's flags name it, see CMakeLists.txt: those of one must be here, of no other.
#if defined(IN_DEBUG) == defined(IN_RELEASE)
#error "the flags of no configuration, or of two"
#endif
