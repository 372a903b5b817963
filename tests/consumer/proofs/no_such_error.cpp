// Fails for another reason than its name.
constexpr int answer = 42
