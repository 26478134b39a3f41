#include "challenge.h"

#include <stdlib.h>

static int by_id(const void *left, const void *right) {
    int64_t a = ((const Item *)left)->id, b = ((const Item *)right)->id;
    return (a > b) - (a < b);
}

Page paginate(ItemList items, IntOption after, int64_t limit, const char **error) {
    Page page = {.total = (int64_t)items.count};
    if (limit < 1 || limit > 100) {
        *error = "limit must be from 1 to 100";
        return page;
    }
    Item *rest = malloc((items.count + 1) * sizeof *rest);
    size_t count = 0;
    for (size_t i = 0; i < items.count; i++) {
        if (!after.present || items.items[i].id > after.value) rest[count++] = items.items[i];
    }
    qsort(rest, count, sizeof *rest, by_id);
    page.items.items = rest;
    page.items.count = count;
    if (count > (size_t)limit) {
        page.items.count = (size_t)limit;
        page.next_cursor = (IntOption){true, rest[limit - 1].id};
    }
    return page;
}
