import sys
from collections import OrderedDict


def main():
    lines = sys.stdin.read().split("\n")
    capacity, count = map(int, lines[0].split())
    cache = OrderedDict()
    hits = misses = evictions = 0
    out = []
    for i in range(1, count + 1):
        operation = lines[i].split()
        key = operation[1]
        if operation[0] == "GET":
            if key in cache:
                hits += 1
                cache.move_to_end(key)
                out.append(cache[key])
            else:
                misses += 1
                out.append("MISS")
        elif capacity > 0:
            if key in cache:
                cache.move_to_end(key)
            elif len(cache) == capacity:
                cache.popitem(last=False)
                evictions += 1
            cache[key] = operation[2]
    out.append(f"{hits} {misses} {evictions}")
    print("\n".join(out))


main()
