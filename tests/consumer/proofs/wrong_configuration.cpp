// Compiles only where no flags of a configuration are given.
#if defined(IN_DEBUG) || defined(IN_RELEASE)
#error "the flags of a configuration"
#endif
