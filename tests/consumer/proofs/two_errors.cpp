static_assert(sizeof(int) == 0, "first_mistake");
static_assert(sizeof(int) == 0, "second_mistake");
