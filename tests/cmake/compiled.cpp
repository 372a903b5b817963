// Linked with objects made of static_assert only: what they claim was checked when they compiled.
int main() {}
