// Includes itself twice at every level: two to the power of two hundred files.
#if __INCLUDE_LEVEL__ < 190
#include "includes_itself_with_growth.c"
#include "includes_itself_with_growth.c"
#endif
int main(void) { return 0; }
