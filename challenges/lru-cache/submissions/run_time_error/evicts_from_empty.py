# Forgets capacity 0: evicting from an empty cache raises KeyError.
import sys
from collections import OrderedDict


def main():
    lines = sys.stdin.read().split("\n")
    capacity, count = map(int, lines[0].split())
    cache = OrderedDict()
    hits = misses = evictions = 0
    out = []
    for line in lines[1 : count + 1]:
        word, key, *value = line.split()
        if word == "GET":
            if key in cache:
                hits += 1
                cache.move_to_end(key)
                out.append(cache[key])
            else:
                misses += 1
                out.append("MISS")
        else:
            if key in cache:
                cache.move_to_end(key)
            elif len(cache) == capacity:
                cache.popitem(last=False)
                evictions += 1
            cache[key] = value[0]
    out.append(f"{hits} {misses} {evictions}")
    print("\n".join(out))


main()
